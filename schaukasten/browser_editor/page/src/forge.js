/** Where the editor is published: ways to the page about signing in, and to what became of a save. */

// Svelte adds a class of its own to each.
const SIGN_IN = ".container > .inner > .buttons";
const MENU = "[role=menu]";

/** Lead to the page `access` from the screen on which one signs in, and from the account's menu. */
export function offerAccess(access, words) {
  const extend = () => {
    const buttons = document.querySelector(SIGN_IN);
    if (buttons && !buttons.querySelector(".access")) buttons.append(link(access, words.how));
    for (const menu of document.querySelectorAll(MENU)) {
      const items = [...menu.querySelectorAll("[role=menuitem]")];
      const isAccount = items.some((item) => item.textContent.trim() === words.sign_out);
      if (isAccount && !menu.querySelector(".access")) menu.append(entry(access, words.access));
    }
  };
  new MutationObserver(extend).observe(document.body, { childList: true, subtree: true });
  extend();
}

/** Say after each save where one sees what became of it; `saved` is `{manner, address}`. */
export function tellOfSaves(CMS, { name, saved }, notices, words) {
  CMS.registerEventListener({
    name: "postSave",
    handler({ entry }) {
      const address = saved.address.replace("{branch}", encodeURIComponent(branchOf(entry)));
      notices.tell(words[saved.manner], { name }, { address, text: words[`${saved.manner}_link`] });
    },
  });
}

/** The branch of the proposal of an entry, as Sveltia names it. */
function branchOf(entry) {
  const slug = entry.get("slug").replaceAll("%", "%25").replaceAll("/", "%2F");
  return `cms/${entry.get("collection")}/${slug}`;
}

function link(address, text) {
  const made = document.createElement("a");
  made.className = "access";
  made.href = address;
  made.textContent = text;
  return made;
}

function entry(address, text) {
  const made = link(address, text);
  made.setAttribute("role", "menuitem");
  // The menu keeps clicks to itself; and what is not saved yet stays in this window.
  made.addEventListener("click", (event) => {
    event.preventDefault();
    window.open(made.href, "_blank", "noopener");
  });
  return made;
}
