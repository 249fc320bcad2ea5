/** The dialog for a link → the same with the pages of the site to choose from. */

// Sveltia's dialog has no other mark: it is the one with a field for an address.
const ADDRESS = '[role=dialog] input[id$="-url"]';

/** Offer `pages`, groups of `{label, pages: [{title, address}]}`, wherever a link is made. */
export function offerPages(pages, words) {
  const extend = () => {
    for (const input of document.querySelectorAll(ADDRESS)) {
      if (!input.dataset.pages) addChoice(input, pages, words);
    }
  };
  new MutationObserver(extend).observe(document.body, { childList: true, subtree: true });
}

function addChoice(input, pages, words) {
  input.dataset.pages = "offered";
  const choice = document.createElement("select");
  const label = document.createElement("label");
  label.className = "page-choice";
  label.append(words.page_of_site, choice);
  choice.append(new Option(words.another_address, ""));
  for (const group of pages) {
    const options = document.createElement("optgroup");
    options.label = group.label;
    options.append(...group.pages.map(({ title, address }) => new Option(title, address)));
    choice.append(options);
  }
  choice.value = input.value;
  if (choice.selectedIndex < 0) choice.value = "";
  choice.addEventListener("change", () => {
    type(input, choice.value);
    // Where nothing was selected, the dialog asks for the link's words, too.
    const text = document.getElementById(input.id.replace(/-url$/, "-text"));
    if (text && choice.value && (!text.value || text.value === text.dataset.offered)) {
      text.dataset.offered = choice.selectedOptions[0].text;
      type(text, text.dataset.offered);
    }
  });
  document.querySelector(`label[for="${input.id}"]`).before(label);
}

function type(input, text) {
  input.value = text;
  // Sveltia listens to what is typed.
  input.dispatchEvent(new Event("input", { bubbles: true }));
}
