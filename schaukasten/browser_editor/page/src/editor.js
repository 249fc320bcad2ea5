/** `konfiguration.json` beside this page → the editor, with our files and in its language. */

import { Files } from './files.js';
import { remember_language, sign_in } from './preferences.js';
import { must_stay } from './text.js';

// What the patches of Sveltia call.
globalThis.schaukasten = { must_stay };

// Before Sveltia is loaded, which chooses its language then.
remember_language(document.documentElement.lang);
const [configuration, CMS] = await Promise.all([
  fetch('konfiguration.json').then((answer) => answer.json()),
  import('@sveltia/cms'),
]);
const files = new Files((path, reason) => console.warn(path, reason));

if (configuration.user) sign_in(configuration.user);
for (const [name, shape] of Object.entries(configuration.shapes)) {
  CMS.registerCustomFormat(name, shape.layout === 'yaml' ? 'yaml' : 'md', files.format(shape));
}
await CMS.init({ config: configuration.cms });
