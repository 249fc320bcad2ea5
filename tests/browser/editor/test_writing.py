"""An afternoon of writing: saved and gone on with, linked, copied, beside a file with a fault."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import expect

from schaukasten.model.text.grammar import grammar
from tests.browser.editor.local_mode import LocalBed
from tests.browser.editor.steps import (
    field,
    fill,
    is_dirty,
    leave,
    open_entry,
    save,
    settle,
    write,
)
from tests.browser_editor.differences import difference
from tests.worlds import World

NEWS = "content/aktuelles/2026-03-08-fest/index.md"
OFFER = "content/angebote/treff.md"
FAULTY = "content/angebote/kochen.md"
TIMES = "schedule: # as on the poster\n- {wochentag: Montag, von: 9:00, bis: 10:00}"

TYPED = [
    "Liebe Nachbar*innen und Freund*innen, um 18:00 im *Hof*!",
    "> 18 Jahre: 5 Euro, <b>frei</b> mit <!-- jedem --> Ausweis",
    "24. Dezember: geschlossen, 3 * 2 = 6, foto_vom_fest.jpg",
    "_wichtig_ ~~gestern~~ `Strg` https://example.org/_a_/*",
]
PASTED = [
    "# Thema",
    "- Anna",
    "1. Mai: Tag der Arbeit",
    "Kurs [neu](kostenlos), C:\\*, A&amp;B",
    "---",
]

#: As they are copied from letters and pages; what the page shows is what the editor showed.
COPIED = [
    "<p><u># Thema</u>, <mark>- Anna</mark>, [neu]<sup>(kostenlos)</sup> &lt;<u>b&gt;</u></p>",
    "<p><b>Ab </b>~18 Uhr kostet es <b>5 €</b>oder <b>6 €.</b></p>",
    "<p>Und <b>Achtung!</b>so <b>„Mitglieder“</b>n Freund<b>*innen</b></p>",
    "<p>Freund<i>innen</i> <i>Ab</i>fahrt <i>so</i></p>",
    "<p>Das<i>(hier)</i>da, Hallo!<a href='https://example.org'>dort</a> <code>a*</code>b</p>",
    "<p>foo<br> </p><p>www.example.org<b>.</b><br>C:\\<br>weiter</p>",
    "<p>[1]: Quelle</p><p>Satz[^1]</p>",
    "<ul><li>[x] erledigt</li></ul><p>    weiter innen</p>",
]

#: As a forge at the end of a slow line.
_WAIT = """() => {
  const write = FileSystemFileHandle.prototype.createWritable;
  const released = new Promise((release) => { window.goOn = release; });
  FileSystemFileHandle.prototype.createWritable = async function (...options) {
    await released;
    return write.apply(this, options);
  };
}"""

#: As from a letter, a page or a note in another window.
_PASTE = """([type, text]) => {
  const clipboardData = new DataTransfer();
  clipboardData.setData(type, text);
  const paste = new ClipboardEvent('paste', {clipboardData, bubbles: true, cancelable: true});
  document.activeElement.dispatchEvent(paste);
}"""


@pytest.fixture(scope="module")
def bed(
    local_bed: Callable[..., LocalBed], tmp_path_factory: pytest.TempPathFactory
) -> Iterator[LocalBed]:
    world = World(tmp_path_factory.mktemp("writing"))
    world.news("Der erste Satz.")
    world.offer(head=TIMES)
    world.write("angebote/kochen.md", "---\ntitle: &kochen Kochen\n---\n\nWir kochen.\n")
    bed = local_bed(world.content)
    yield bed
    assert bed.watch.nothing(), bed.watch


def test_a_file_that_no_form_can_show_is_told_and_the_others_are_there(bed: LocalBed) -> None:
    notice = bed.page.locator("#notices p")
    expect(notice).to_have_count(1)
    expect(notice).to_contain_text(f"{FAULTY}, Zeile 2")
    notice.get_by_role("button", name="Schließen").click()
    open_entry(bed, OFFER)
    assert field(bed, "title").locator("input").input_value() == "Treff"
    assert not is_dirty(bed)


def test_who_has_saved_goes_on_writing_and_may_take_back_what_was_saved(bed: LocalBed) -> None:
    before = bed.text(NEWS)
    open_entry(bed, NEWS)
    fill(bed, "title", "Sommerfest")
    save(bed)
    assert bed.text(NEWS) == before.replace("title: Fest", "title: Sommerfest")
    fill(bed, "title", "Fest")
    fill(bed, "summary", "Ein Fest im Hof.")
    save(bed)
    assert bed.text(NEWS) == before.replace("Ein Fest.", "Ein Fest im Hof.")


def test_nobody_types_into_a_text_that_is_being_saved(bed: LocalBed) -> None:
    open_entry(bed, NEWS)
    write(bed, " Der zweite.")
    editable = field(bed, "body").locator("[contenteditable=true]")
    bed.page.evaluate(_WAIT)
    bed.page.keyboard.press("Control+s")
    form = bed.page.locator(".content-editor")
    expect(form).to_have_attribute("inert", "")
    bed.page.keyboard.type(" Der dritte.")
    bed.page.evaluate("window.goOn()")
    expect(form).not_to_have_attribute("inert", "")
    expect(editable).to_have_text("Der erste Satz. Der zweite.")
    bed.until(lambda: not is_dirty(bed), "it was not saved")
    assert bed.text(NEWS).endswith("\nDer erste Satz. Der zweite.\n")


def test_a_page_that_is_chosen_for_a_link_gives_its_address_and_its_words(bed: LocalBed) -> None:
    open_entry(bed, NEWS)
    write(bed, " ")
    field(bed, "body").get_by_role("button", name="Link").first.click()
    dialog = bed.page.get_by_role("dialog")
    dialog.get_by_label("Eine Seite dieser Website").select_option(label="Treff")
    assert dialog.get_by_label("Text", exact=True).input_value() == "Treff"
    dialog.get_by_role("button", name="Einfügen").click()
    expect(field(bed, "body").locator("[contenteditable=true]")).to_be_focused()
    bed.page.keyboard.type(" ist montags.")
    old, new = save(bed)
    found = difference(old[NEWS].decode(), new[NEWS].decode())
    assert found.come == ["Der erste Satz. Der zweite. [Treff](/angebote/treff/) ist montags.\n"]


def test_a_copy_lies_by_itself_with_all_that_its_original_has(bed: LocalBed) -> None:
    open_entry(bed, OFFER)
    bed.page.get_by_role("button", name="Editor-Optionen anzeigen").click()
    bed.page.get_by_role("menuitem", name="Duplizieren").click()
    field(bed, "title").wait_for()
    settle(bed.page)
    fill(bed, "title", "Treff am Abend")
    old, new = save(bed)
    assert (old, list(new)) == ({}, ["content/angebote/treff-am-abend/index.md"])
    written = new["content/angebote/treff-am-abend/index.md"].decode()
    assert written == bed.text(OFFER).replace("title: Treff", "title: Treff am Abend")


def test_what_is_folded_up_unfolds_where_one_presses_its_line(bed: LocalBed) -> None:
    open_entry(bed, OFFER)
    line = field(bed, "schedule").locator(".item .summary").first
    line.scroll_into_view_if_needed()
    expect(line).to_have_text("Montag 9:00 – 10:00")
    line.click()
    expect(field(bed, "schedule.0.von").locator("input")).to_have_value("9:00")
    leave(bed)


def test_who_saves_with_the_keyboard_goes_on_where_the_caret_was(bed: LocalBed) -> None:
    open_entry(bed, NEWS)
    title = field(bed, "title").locator("input")
    title.click()
    bed.page.keyboard.press("Home")
    bed.page.keyboard.type("Ein ")
    _save_with_the_keyboard(bed)
    bed.page.keyboard.type("buntes ")
    expect(title).to_have_value("Ein buntes Fest")
    write(bed, " Ende.")
    for _letter in "Ende.":
        bed.page.keyboard.press("ArrowLeft")
    _save_with_the_keyboard(bed)
    bed.page.keyboard.type("Kein ")
    settle(bed.page)
    _save_with_the_keyboard(bed)
    assert bed.text(NEWS).endswith(" Kein Ende.\n")
    assert "title: Ein buntes Fest\n" in bed.text(NEWS)


def test_who_saves_right_after_the_first_letters_has_them_saved(bed: LocalBed) -> None:
    open_entry(bed, NEWS)
    write(bed, "")
    assert not is_dirty(bed)
    bed.page.keyboard.type(" Bis bald!")
    bed.page.keyboard.press("Control+s")
    bed.until(lambda: bed.text(NEWS).endswith(" Bis bald!\n"), "letters are missing")


def test_paragraphs_of_a_quotation_that_is_pasted_stay_apart(bed: LocalBed) -> None:
    _begin_a_text(bed)
    _paste(bed, "<blockquote><p>Schön war es.</p><p>Bis bald!</p></blockquote>")
    _save_with_the_keyboard(bed)
    assert bed.text(NEWS).endswith("\n> Schön war es.\n>\n> Bis bald!\n")


def test_what_is_typed_or_pasted_is_what_the_page_says(bed: LocalBed) -> None:
    """Stars, brackets and numbers mean themselves, whatever Markdown would make of them."""
    _begin_a_text(bed)
    for line in TYPED:
        bed.page.keyboard.type(line)
        bed.page.keyboard.press("Enter")
    _paste(bed, "\n".join(PASTED), "text/plain")
    _save_with_the_keyboard(bed)
    open_entry(bed, NEWS)
    rich = field(bed, "body").locator(".lexical-root")
    expect(rich).to_be_visible()
    assert rich.locator(":scope > *").all_inner_texts() == [*TYPED, *PASTED]
    assert not is_dirty(bed)
    assert _paragraphs(bed.text(NEWS).split("---\n", 2)[2]) == [*TYPED, *PASTED]


def test_what_is_copied_from_elsewhere_is_what_the_page_says(bed: LocalBed) -> None:
    _begin_a_text(bed)
    _paste(bed, "".join(COPIED))
    rich = field(bed, "body").locator(".lexical-root")
    seen = rich.inner_text().split()
    _save_with_the_keyboard(bed)
    shown = _words(bed.text(NEWS).split("---\n", 2)[2])
    assert shown.split() == seen
    open_entry(bed, NEWS)
    expect(rich).to_be_visible()
    assert rich.inner_text().split() == seen


def test_lines_are_lines_on_the_page_and_what_is_empty_is_left_out(bed: LocalBed) -> None:
    _begin_a_text(bed)
    for line in ("Verein im Hof", "www.example.org", "C:\\"):
        bed.page.keyboard.type(line)
        bed.page.keyboard.press("Shift+Enter")
    bed.page.keyboard.press("Enter")
    bed.page.keyboard.press("Enter")
    _paste(
        bed, "<p>Kaffee<br>- Kuchen</p><p></p><h2>Was<br>noch</h2><ul><li>Tee</li><li></li></ul>"
    )
    _save_with_the_keyboard(bed)
    text = bed.text(NEWS).split("---\n", 2)[2].strip("\n")
    assert text.split("\n\n") == [
        "Verein im Hof\\\nwww.example.org  \nC:\\\\",
        "Kaffee\\\n\\- Kuchen",
        "## Was noch",
        "- Tee",
    ]
    lines = [
        child.content or child.type
        for one in grammar().parse(text, {})[:4]
        for child in one.children or []
    ]
    assert [one for one in lines if not one.startswith("link")] == [
        *("Verein im Hof", "hardbreak", "www.example.org", "hardbreak", "C:", "\\"),
    ]
    open_entry(bed, NEWS)
    expect(field(bed, "body").locator(".lexical-root")).to_be_visible()
    assert not is_dirty(bed)


def test_lists_and_headings_begin_as_people_are_used_to(bed: LocalBed) -> None:
    _begin_a_text(bed)
    for line in ("## Was es gibt", "- Kaffee", "Kuchen", "", "Bis bald!"):
        bed.page.keyboard.type(line)
        bed.page.keyboard.press("Enter")
    _save_with_the_keyboard(bed)
    assert bed.text(NEWS).endswith("\n## Was es gibt\n\n- Kaffee\n- Kuchen\n\nBis bald!\n")


def test_a_picture_that_comes_along_with_what_is_pasted_is_refused(bed: LocalBed) -> None:
    _begin_a_text(bed)
    before = bed.text(NEWS)
    _paste(bed, '<p>Unser Fest <img src="data:image/gif;base64,R0lGODlhAQABAAAAACw=" alt="x"></p>')
    bed.page.keyboard.press("Control+s")
    notice = bed.page.locator("#notices p")
    expect(notice).to_contain_text(f"{NEWS}: Das lässt sich so nicht speichern")
    expect(notice).to_contain_text("laden Sie es mit dem Bildzeichen hoch")
    assert bed.text(NEWS) == before


def _words(markdown: str) -> str:
    """All words of a text, as our own reader takes them."""
    words = []
    for block in grammar().parse(markdown, {}):
        breaks = {"softbreak", "hardbreak"}
        words += [" " if one.type in breaks else one.content for one in block.children or []]
        words.append(" ")
    return "".join(words)


def _paragraphs(markdown: str) -> list[str]:
    """The words of each paragraph, as our own reader takes them."""
    blocks = grammar().parse(markdown, {})
    assert {one.type for one in blocks} == {"paragraph_open", "inline", "paragraph_close"}
    words = [one.children or [] for one in blocks if one.type == "inline"]
    return ["".join(child.content for child in children) for children in words]


def _save_with_the_keyboard(bed: LocalBed) -> None:
    bed.until(lambda: is_dirty(bed), "there is nothing to save")
    bed.page.keyboard.press("Control+s")
    bed.until(lambda: not is_dirty(bed), "it was not saved")
    expect(bed.page.locator(":focus")).to_have_count(1)


def _begin_a_text(bed: LocalBed) -> None:
    open_entry(bed, NEWS)
    write(bed, "")
    bed.page.keyboard.press("Control+a")
    bed.page.keyboard.press("Delete")


def _paste(bed: LocalBed, text: str, kind: str = "text/html") -> None:
    bed.page.evaluate(_PASTE, [kind, text])
    settle(bed.page)
