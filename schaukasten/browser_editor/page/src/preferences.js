/** What Sveltia keeps in the browser, where a site decides it instead. */

const PREFERENCES = 'sveltia-cms.prefs';
const USER = 'sveltia-cms.user';

/** Show the interface in the language of the site, unless somebody has chosen another one. */
export function remember_language(language) {
  const kept = JSON.parse(localStorage.getItem(PREFERENCES) ?? '{}');
  if (!kept.locale) localStorage.setItem(PREFERENCES, JSON.stringify({ ...kept, locale: language }));
}

/** Sign in whom the server of this page knows already: the one who has started it. */
export function sign_in(user) {
  localStorage.setItem(USER, JSON.stringify(user));
}
