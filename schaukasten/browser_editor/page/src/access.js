/** The page about signing in → the same with who is signed in in this browser, and a way out. */

import { forget_all, signed_in } from './account.js';

const shown = document.querySelector('#signed-in');
const user = signed_in();

if (user) {
  document.querySelector('#name').textContent = user.login || user.name || '';
  shown.hidden = false;
}
document.querySelector('#sign-out').addEventListener('click', async () => {
  await forget_all();
  shown.hidden = true;
  document.querySelector('#signed-out').hidden = false;
});
