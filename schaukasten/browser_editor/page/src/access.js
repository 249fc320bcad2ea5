/** The page about signing in → the same with who is signed in in this browser, and a way out. */

import { forgetAll, signedIn } from "./account.js";

const shown = document.querySelector("#signed-in");
const user = signedIn();

if (user) {
  document.querySelector("#name").textContent = user.login || user.name || "";
  shown.hidden = false;
}
document.querySelector("#sign-out").addEventListener("click", async () => {
  await forgetAll();
  shown.hidden = true;
  document.querySelector("#signed-out").hidden = false;
});
