/** `konfiguration.json` beside this page → the editor, with our files and in its language. */

import words from 'schaukasten:words';

import { show_findings } from './check.js';
import { Files } from './files.js';
import { offer_access, tell_of_saves } from './forge.js';
import { labels_of } from './labels.js';
import { offer_pages } from './links.js';
import { Notices } from './notices.js';
import { in_step } from './pictures.js';
import { remember_language, sign_in } from './preferences.js';
import { suggest } from './suggestions.js';
import { must_stay } from './text.js';

// What the patches of Sveltia call.
globalThis.schaukasten = { must_stay };

// Before Sveltia is loaded, which chooses its language then.
remember_language(document.documentElement.lang);
const [configuration, CMS] = await Promise.all([
  fetch('konfiguration.json').then((answer) => answer.json()),
  import('@sveltia/cms'),
]);
const notices = new Notices(words.notices);
const files = new Files(notices);

if (configuration.user) sign_in(configuration.user);
for (const [name, shape] of Object.entries(configuration.shapes)) {
  CMS.registerCustomFormat(name, shape.layout === 'yaml' ? 'yaml' : 'md', files.format(shape));
}
CMS.registerEventListener({
  name: 'preSave',
  handler({ entry }) {
    const data = entry.get('data');
    const form = data.toJS();
    if (!('body' in form)) return undefined;
    const changed = in_step(form, files.before(form));
    return changed === form ? undefined : data.clear().merge(changed);
  },
});
if (configuration.forge) tell_of_saves(CMS, configuration.forge, notices, words.forge);
await CMS.init({ config: configuration.cms });
offer_pages(configuration.pages, words.links);
suggest(configuration.suggestions);
if (configuration.forge) offer_access(configuration.forge.access, words.forge);
if (configuration.check) {
  const { check, cms, user } = configuration;
  show_findings(check, user.token, words.check, labels_of(cms.collections));
}
