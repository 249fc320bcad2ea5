/** `konfiguration.json` beside this page → the editor, with our files, fields and words. */

import * as CMS from '@sveltia/cms';

import { Files } from './files.js';

const configuration = await (await fetch('konfiguration.json')).json();
const files = new Files((path, reason) => console.warn(path, reason));

for (const [name, shape] of Object.entries(configuration.shapes)) {
  CMS.registerCustomFormat(name, shape.layout === 'yaml' ? 'yaml' : 'md', files.format(shape));
}
await CMS.init({ config: configuration.cms });
