// The large view of a gallery, in its page. Without it each picture leads to its file.
{
  const view = document.querySelector(".viewer");
  const [box, words] = view.children;
  const links = [...document.querySelectorAll(".gallery__link")];
  const forward = document.dir === "rtl" ? -1 : 1;
  let at, x;
  const show = (number) => {
    at = (number + links.length) % links.length;
    const picture = links[at].firstElementChild.cloneNode(true);
    for (const one of picture.children) one.sizes = "100vw";
    box.replaceChildren(picture);
    const said = links[at].nextElementSibling?.textContent || picture.lastElementChild.alt;
    words.textContent = `${view.dataset.count.replace("#", at + 1)}: ${said}`;
  };
  const on = (type, react) => view.addEventListener(type, react);

  links.forEach((link, number) => {
    link.onclick = (event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      show(number);
      view.showModal();
    };
  });
  on("click", ({ target }) => {
    const { step } = target.dataset;
    if (+step) show(at + +step);
    else if (step) view.close();
  });
  on("close", () => links[at].focus());
  on("keydown", ({ key }) => {
    if (key === "ArrowRight") show(at + forward);
    if (key === "ArrowLeft") show(at - forward);
  });
  // Two fingers make it larger, one goes on.
  on("touchstart", ({ touches }) => { x = touches[1] ? NaN : touches[0].clientX; });
  on("touchend", ({ changedTouches: [{ clientX }] }) => {
    if (Math.abs(clientX - x) > 50) show(at + (clientX < x ? forward : -forward));
  });
}
