/** What Sveltia keeps in this browser of who is signed in, and all else that it keeps here. */

export const USER = "sveltia-cms.user";

/** Return who is signed in, with `login` and `name`; null where nobody is. */
export function signedIn() {
  try {
    const user = JSON.parse(localStorage.getItem(USER) ?? "{}");
    return user.token ? user : null;
  } catch {
    return null;
  }
}

/** Delete the token, and texts that were begun: the origin is the editor's own. */
export async function forgetAll() {
  localStorage.clear();
  sessionStorage.clear();
  const known = await indexedDB.databases();
  await Promise.all(known.map(({ name }) => deleted(name)));
}

function deleted(name) {
  return new Promise((done) => {
    const request = indexedDB.deleteDatabase(name);
    // Another window may have it open; it goes when that is closed.
    request.onsuccess = request.onerror = request.onblocked = done;
  });
}
