"""A bed → the same after one of the steps that an editor takes; each waits until it has taken."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import Locator, Page

from tests.browser.editor.bed import PATIENCE, Bed, Files

#: Of what waits for a frame or two, and of Sveltia's fields, which take over what is typed.
SETTLED = """() => new Promise((done) => requestAnimationFrame(() =>
  requestAnimationFrame(() => setTimeout(() => done(true), 50))))"""


def entry_of(name: str) -> str:
    """Where the editor shows a file: a text, or one of the data."""
    _content, folder, rest = name.split("/", 2)
    return f"#/collections/{folder}/entries/{rest.rpartition('.')[0]}"


def go(page: Page, place: str) -> None:
    page.evaluate("(place) => { location.hash = place }", place)


def open_entry(bed: Bed, name: str) -> None:
    # From one form to another Sveltia shows nothing; people go by way of the list.
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
    page.evaluate(SETTLED)


def field(bed: Bed, path: str) -> Locator:
    """A field by its path; what lies far down is built when it comes into view."""
    return bed.page.locator(f'[data-key-path="{path}"]')


def reach(bed: Bed, path: str) -> Locator:
    """Return a field that may be anywhere: what it lies in is unfolded, or added."""
    keys = path.split(".")
    place = _built(bed, bed.page.locator("body"), keys[0])
    for number, key in enumerate(keys[1:], 1):
        if key.isdecimal():
            # The list itself, when it is a long one.
            _unfold(place.locator(":scope > .field-wrapper > .group > .inner > .toolbar"))
            place = _entry(place, int(key))
            place.scroll_into_view_if_needed()
            settle(bed.page)
            _unfold(place.locator(":scope > .item > .header"))
        else:
            _add(place)
            _unfold(place.locator(":scope > .field-wrapper > .wrapper > .header"))
        inner = ".".join(keys[: number + 1])
        # An entry of one value is a field itself, one of several is not.
        if not key.isdecimal() or number == len(keys) - 1:
            place = _built(bed, place, inner)
    place.scroll_into_view_if_needed()
    return place


def _built(bed: Bed, within: Locator, path: str) -> Locator:
    """Return a field; what lies far down is built when one scrolls there."""
    place = field(bed, path)
    settle(bed.page)
    for _step in range(20):
        if place.count():
            return place
        within.hover(position={"x": 5, "y": 5})
        bed.page.mouse.wheel(0, 300)
        settle(bed.page)
    raise AssertionError(f"there is no field {path}")


def _entry(place: Locator, number: int) -> Locator:
    return place.locator(".item-list").first.locator(":scope > .item-wrapper").nth(number)


def _add(place: Locator) -> None:
    """Let there be an object that is not there."""
    box = place.locator(":scope > .field-wrapper > .checkbox").get_by_role("checkbox")
    if box.count() and box.get_attribute("aria-checked") == "false":
        box.click()


def _unfold(header: Locator) -> None:
    folded = header.get_by_role("button", name="Aufklappen", exact=True)
    # Sveltia folds up what it has just built.
    for _attempt in range(3):
        if not folded.count():
            return
        folded.click()
        settle(header.page)


def fill(bed: Bed, path: str, value: str) -> None:
    reach(bed, path).locator("input, textarea").first.fill(value)
    settle(bed.page)


def choose(bed: Bed, path: str, label: str) -> None:
    """Choose one of a few, or one more where there may be several."""
    place = reach(bed, path)
    few = place.get_by_role("radio", name=label, exact=True)
    several = place.get_by_role("checkbox", name=label, exact=True)
    if few.or_(several).count():
        few.or_(several).click()
    else:
        place.get_by_role("combobox").click()
        bed.page.get_by_role("option", name=label, exact=True).click()
    settle(bed.page)


def add_entry(bed: Bed, path: str) -> None:
    """Add an entry at the end of a list."""
    place = reach(bed, path)
    entries = place.locator(".item-list").first.locator(":scope > .item-wrapper")
    before = entries.count()
    # A click misses where the button moves under it, since what was filled in last still shows.
    place.get_by_role("button", name="hinzufügen").last.press("Enter")
    entries.nth(before).wait_for(state="attached", timeout=PATIENCE * 1000)
    settle(bed.page)
    assert entries.count() == before + 1


def remove_entry(bed: Bed, path: str, number: int) -> None:
    entry = _entry(reach(bed, path), number)
    entry.get_by_role("button", name="Entfernen", exact=True).first.click()
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
    # Asked again and again: by its role a button takes three times as long to be found.
    button = bed.page.locator("button[data-label=Speichern]").first
    return button.get_attribute("aria-disabled") != "true"


def press_save(bed: Bed) -> None:
    bed.until(lambda: is_dirty(bed), "there is nothing to save")
    save_button(bed).click()


def save(bed: Bed) -> tuple[Files, Files]:
    """Save, and return the files that are new or other ones than before, before and after."""
    before = bed.files()
    press_save(bed)
    # The form stays, with nothing in it that is not saved.
    bed.until(lambda: not is_dirty(bed), "it was not saved")
    return changed(before, bed.files())


def changed(before: Files, after: Files) -> tuple[Files, Files]:
    names = {name for name in before | after if before.get(name) != after.get(name)}
    old = {name: raw for name, raw in before.items() if name in names}
    return old, {name: raw for name, raw in after.items() if name in names}


def choose_picture(bed: Bed, path: str, file: Path, name: str) -> None:
    """Upload a picture into a field; `name` is what it is called from then on."""
    reach(bed, path).get_by_role("button", name="Durchsuchen").click()
    insert_picture(bed, file)
    reach(bed, path).get_by_text(name).first.wait_for()


def insert_picture(bed: Bed, file: Path) -> None:
    """Upload a picture in the dialog for pictures, which is open."""
    dialog = bed.page.get_by_role("dialog")
    upload = dialog.get_by_role("button", name="Hochladen")
    with bed.page.expect_file_chooser() as chooser:
        upload.first.click()
    chooser.value.set_files(file)
    insert = dialog.get_by_role("button", name="Einfügen", exact=True)
    bed.until(lambda: insert.get_attribute("aria-disabled") == "false", "it was not uploaded")
    insert.click()
    dialog.wait_for(state="detached")


def start_news(bed: Bed, title: str, day: str = "2026-06-20") -> str:
    """Begin a news item with all that it must have; returns the folder that it gets."""
    new_entry(bed, "aktuelles")
    fill(bed, "title", title)
    fill(bed, "date", day)
    fill(bed, "summary", "Am Samstag feiern wir.")
    return f"content/aktuelles/{day}-{title.lower().replace(' ', '-')}"
