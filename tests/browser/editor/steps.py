"""A bed → the same after one of the steps that an editor takes; each waits until it has taken."""

from __future__ import annotations

from playwright.sync_api import Locator, Page

from tests.browser.editor.bed import Bed, Files, until

#: Of what waits for a frame or two, and of Sveltia's fields, which take over what is typed.
_SETTLED = """() => new Promise((done) => requestAnimationFrame(() =>
  requestAnimationFrame(() => setTimeout(() => done(true), 50))))"""


def entry_of(name: str) -> str:
    """Where the editor shows a file: a text, or one of the data."""
    _content, folder, rest = name.split("/", 2)
    return f"#/collections/{folder}/entries/{rest.rpartition('.')[0]}"


def go(page: Page, place: str) -> None:
    page.evaluate("(place) => { location.hash = place }", place)


def open_entry(bed: Bed, name: str) -> None:
    # From one of the data files to another Sveltia shows nothing; nobody gets there without the list.
    if name.endswith(".yaml"):
        leave(bed)
    go(bed.page, entry_of(name))
    first = bed.page.locator("[data-key-path]").first
    first.wait_for()
    settle(bed.page)


def new_entry(bed: Bed, folder: str) -> None:
    go(bed.page, f"#/collections/{folder}/new")
    field(bed, "title").wait_for()
    settle(bed.page)


def leave(bed: Bed) -> None:
    """Go back to the lists, and let go of what is not saved."""
    go(bed.page, "#/collections")
    settle(bed.page)


def settle(page: Page) -> None:
    page.evaluate(_SETTLED)


def field(bed: Bed, path: str) -> Locator:
    """A field by its path; what lies far down is built when it comes into view."""
    return bed.page.locator(f'[data-key-path="{path}"]')


def fill(bed: Bed, path: str, value: str) -> None:
    place = field(bed, path)
    place.scroll_into_view_if_needed()
    place.locator("input, textarea").first.fill(value)
    settle(bed.page)


def write(bed: Bed, text: str) -> None:
    """Type at the end of a text; a line end is a new paragraph."""
    editable = field(bed, "body").locator("[contenteditable=true]").first
    editable.scroll_into_view_if_needed()
    editable.click()
    bed.page.keyboard.press("Control+End")
    bed.page.keyboard.type(text)
    settle(bed.page)


def save_button(bed: Bed) -> Locator:
    return bed.page.get_by_role("button", name="Speichern", exact=True).first


def is_dirty(bed: Bed) -> bool:
    return save_button(bed).get_attribute("aria-disabled") != "true"


def press_save(bed: Bed) -> None:
    until(lambda: is_dirty(bed), "there is nothing to save")
    save_button(bed).click()


def save(bed: Bed) -> tuple[Files, Files]:
    """Save, and return the files that are new or other ones than before, before and after."""
    before = bed.files()
    press_save(bed)
    bed.page.get_by_text("Eintrag gespeichert").first.wait_for()
    return changed(before, bed.files())


def changed(before: Files, after: Files) -> tuple[Files, Files]:
    names = {name for name in before | after if before.get(name) != after.get(name)}
    old = {name: raw for name, raw in before.items() if name in names}
    return old, {name: raw for name, raw in after.items() if name in names}
