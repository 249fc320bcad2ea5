/** What Sveltia decides for everybody, or keeps in the browser, where we decide otherwise. */

import { USER } from "./account.js";

const PREFERENCES = "sveltia-cms.prefs";

/** Let these be the settings, save for what somebody has chosen otherwise. */
export function prefer(settings) {
  const kept = JSON.parse(localStorage.getItem(PREFERENCES) ?? "{}");
  localStorage.setItem(PREFERENCES, JSON.stringify({ ...settings, ...kept }));
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
