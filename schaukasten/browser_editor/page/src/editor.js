/** `konfiguration.json` beside this page → the editor, with our files and in its language. */

import * as CMS from '@sveltia/cms';

import { Files } from './files.js';
import { remember_language, sign_in } from './preferences.js';

const configuration = await (await fetch('konfiguration.json')).json();
const files = new Files((path, reason) => console.warn(path, reason));

remember_language(configuration.language);
if (configuration.user) sign_in(configuration.user);
for (const [name, shape] of Object.entries(configuration.shapes)) {
  CMS.registerCustomFormat(name, shape.layout === 'yaml' ? 'yaml' : 'md', files.format(shape));
}
await CMS.init({ config: configuration.cms });
