/** What Sveltia decides for everybody, or keeps in the browser, where we decide otherwise. */

import { USER } from "./account.js";

const PREFERENCES = "sveltia-cms.prefs";

/** Show the interface in the language of the site, unless somebody has chosen another one. */
export function rememberLanguage(language) {
  const kept = JSON.parse(localStorage.getItem(PREFERENCES) ?? "{}");
  if (!kept.locale)
    localStorage.setItem(PREFERENCES, JSON.stringify({ ...kept, locale: language }));
}

/** Sign in whom the server of this page knows already: the one who has started it. */
export function signIn(user) {
  localStorage.setItem(USER, JSON.stringify(user));
}

/** Who sees badly may make the page larger (WCAG 2.2, 1.4.4), which Sveltia forbids. */
export function letZoom() {
  for (const meta of document.querySelectorAll("meta[name=viewport]")) {
    meta.content = "width=device-width, initial-scale=1";
  }
}
