"""`serve --edit` as an editor has it: the command itself, real files, the page beside it."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.browser.editor.photographs import photograph, told_of
from tests.browser.editor.serve_edit import ServedBed
from tests.browser.editor.steps import (
    add_entry,
    choose_picture,
    field,
    fill,
    is_dirty,
    leave,
    open_entry,
    press_save,
    reach,
    save,
    start_news,
    write,
)
from tests.browser_editor.differences import difference

NEWS = "content/aktuelles/2026-03-08-fest/index.md"
OFFER = "content/angebote/treff.md"


@pytest.fixture(autouse=True)
def nothing_goes_wrong(served_bed: ServedBed) -> Iterator[None]:
    yield
    assert served_bed.watch.nothing(), served_bed.watch


def test_who_has_started_it_is_signed_in_and_a_save_is_in_the_file_and_on_the_page(
    served_bed: ServedBed,
) -> None:
    bed = served_bed
    preview = bed.context.new_page()
    preview.goto(f"{bed.origin}/aktuelles/2026/fest/")
    open_entry(bed, NEWS)
    write(bed, " Der zweite Satz.")
    old, new = save(bed)
    assert list(new) == [NEWS]
    found = difference(old[NEWS].decode(), new[NEWS].decode())
    assert found.come == ["Der erste Satz. Der zweite Satz.\n"]
    # Nobody has reloaded it.
    expect(preview.locator("main")).to_contain_text("Der zweite Satz.")
    preview.close()


def test_news_with_a_picture_are_files_that_the_site_is_built_of(
    served_bed: ServedBed, tmp_path: Path
) -> None:
    bed = served_bed
    folder = start_news(bed, "Sommerfest im Hof")
    write(bed, "Es war schön.")
    choose_picture(bed, "image.file", photograph(tmp_path / "Hof.jpg"), "hof.webp")
    fill(bed, "image.alt", "Kinder malen")
    fill(bed, "image.credit", "Foto: Robin")
    _old, new = save(bed)
    assert set(new) == {f"{folder}/index.md", f"{folder}/hof.webp"}
    assert told_of(new[f"{folder}/hof.webp"]) == []
    assert bed.world.errors() == []
    preview = bed.context.new_page()
    address = f"{bed.origin}/aktuelles/2026/sommerfest-im-hof/"
    # Asked for past the window: a page that is open is loaded anew by itself, in the midst of it.
    bed.until(lambda: bed.context.request.get(address).ok, "there is no page")
    preview.goto(address)
    expect(preview.locator("h1")).to_have_text("Sommerfest im Hof")
    preview.close()


def test_a_time_that_is_added_is_on_the_page_of_the_offer(served_bed: ServedBed) -> None:
    bed = served_bed
    open_entry(bed, OFFER)
    add_entry(bed, "schedule")
    fill(bed, "schedule.0.wochentag", "Montag")
    fill(bed, "schedule.0.von", "10:00")
    fill(bed, "schedule.0.bis", "11:30")
    save(bed)
    assert "schedule:\n  - wochentag: Montag\n    von: 10:00\n    bis: 11:30\n" in bed.text(OFFER)
    assert bed.world.errors() == []


def test_what_the_check_finds_stands_beside_the_form_in_its_words(served_bed: ServedBed) -> None:
    bed = served_bed
    panel = bed.page.locator("#check")
    open_entry(bed, OFFER)
    page = panel.get_by_role("link", name="Diese Seite in der Vorschau ansehen")
    page.wait_for()
    panel.locator("summary").first.click()
    before = bed.text(OFFER)
    bed.put(OFFER, before.replace("von: 10:00", "von: 12:00").encode())
    # It unfolds by itself: as long as that stands there, no page is made anew.
    finding = panel.locator("li.error")
    finding.wait_for()
    told = finding.inner_text()
    assert told.startswith("Fehler › Montag ")
    assert "Prüfen Sie „Von“ und „Bis“." in told
    assert page.count() == 0
    # What it begins with leads to the field.
    finding.get_by_role("button").click()
    expect(field(bed, "schedule.0.wochentag").locator("input")).to_be_focused()
    open_entry(bed, NEWS)
    expect(panel).to_contain_text("Zurzeit zeigt sie den letzten Stand ohne Fehler.")
    bed.put(OFFER, before.encode())
    expect(panel).not_to_contain_text("Zurzeit")
    page.wait_for()
    leave(bed)


def test_what_is_not_written_as_the_model_wants_it_is_said_in_german_and_not_saved(
    served_bed: ServedBed,
) -> None:
    bed = served_bed
    before = bed.files()
    open_entry(bed, OFFER)
    fill(bed, "schedule.0.von", "zehn Uhr")
    press_save(bed)
    sentence = "Schreiben Sie Stunden und Minuten mit Doppelpunkt"
    reach(bed, "schedule.0.von").get_by_text(sentence).wait_for()
    assert bed.files() == before
    leave(bed)


def test_what_was_left_unsaved_is_offered_again(served_bed: ServedBed) -> None:
    bed = served_bed
    open_entry(bed, OFFER)
    bed.page.get_by_text("Soll der bearbeitete Entwurf wiederhergestellt werden?").wait_for()
    bed.page.get_by_role("button", name="Verwerfen", exact=True).click()
    bed.until(lambda: not is_dirty(bed))
    assert reach(bed, "schedule.0.von").locator("input").input_value() == "10:00"
    leave(bed)


def test_what_somebody_else_wrote_meanwhile_stays_beside_what_is_saved(
    served_bed: ServedBed,
) -> None:
    bed = served_bed
    open_entry(bed, OFFER)
    fill(bed, "title", "Treff am Montag")
    theirs = bed.text(OFFER).replace("summary: Ein Treff.", "summary: Ein Treff für alle.")
    bed.put(OFFER, theirs.encode())
    press_save(bed)
    dialog = bed.page.get_by_role("alertdialog")
    dialog.wait_for()
    assert "bleibt erhalten, was sonst in der Datei geändert wurde" in dialog.inner_text()
    dialog.get_by_role("button", name="Trotzdem speichern").click()
    bed.until(lambda: "Treff am Montag" in bed.text(OFFER), "it was not saved")
    assert bed.text(OFFER) == theirs.replace("title: Treff", "title: Treff am Montag")


def test_what_both_changed_is_told(served_bed: ServedBed) -> None:
    bed = served_bed
    leave(bed)
    open_entry(bed, OFFER)
    fill(bed, "title", "Unser Treff")
    theirs = bed.text(OFFER).replace("title: Treff am Montag", "title: Ihr Treff")
    bed.put(OFFER, theirs.encode())
    press_save(bed)
    dialog = bed.page.get_by_role("alertdialog")
    dialog.wait_for()
    dialog.get_by_role("button", name="Trotzdem speichern").click()
    bed.until(lambda: "Unser Treff" in bed.text(OFFER), "it was not saved")
    bed.page.locator("#notices").get_by_text("title").wait_for()
    # Sveltia's word of success lies over it for a moment.
    bed.page.get_by_text("Eintrag gespeichert").first.wait_for(state="hidden")
    bed.page.locator("#notices button").first.click()
    assert bed.page.locator("#notices p").count() == 0


def test_the_findings_are_for_the_page_alone(served_bed: ServedBed) -> None:
    bed = served_bed
    asked = "() => fetch('pruefung.json').then((answer) => answer.status)"
    assert bed.page.evaluate(asked) == 401
    signed = """() => {
      const {token} = JSON.parse(localStorage.getItem('sveltia-cms.user'));
      const headers = {Authorization: `token ${token}`};
      return fetch('pruefung.json', {headers}).then((answer) => answer.json());
    }"""
    assert "findings" in json.loads(json.dumps(bed.page.evaluate(signed)))


def test_a_reload_shows_the_same_and_asks_for_no_sign_in(served_bed: ServedBed) -> None:
    bed = served_bed
    bed.page.reload()
    bed.enter()
    open_entry(bed, OFFER)
    assert field(bed, "title").locator("input").input_value() == "Unser Treff"


def test_a_text_is_deleted_with_its_pictures_and_not_with_those_of_others(
    served_bed: ServedBed, tmp_path: Path
) -> None:
    bed = served_bed
    folder = "content/aktuelles/2026-06-20-sommerfest-im-hof"
    theirs = "content/angebote/kochen.jpg"
    bed.put(theirs, photograph(tmp_path / "kochen.jpg", 200, 100).read_bytes())
    bed.page.reload()
    bed.enter()
    assert [name for name in bed.files() if name.startswith(folder)] != []
    _delete(bed, f"{folder}/index.md")
    bed.until(lambda: not any(name.startswith(folder) for name in bed.files()), "it is there")
    _delete(bed, OFFER)
    bed.until(lambda: OFFER not in bed.files(), "it is there")
    assert theirs in bed.files()


def _delete(bed: ServedBed, name: str) -> None:
    open_entry(bed, name)
    bed.page.get_by_role("button", name="Editor-Optionen anzeigen").click()
    bed.page.get_by_role("menuitem", name="Eintrag löschen").click()
    dialog = bed.page.get_by_role("alertdialog")
    dialog.get_by_role("button", name="Löschen").click()
    # Sveltia goes back to the list by itself.
    bed.page.wait_for_function("() => !location.hash.includes('/entries/')")


def test_two_pictures_of_a_telephone_have_one_name_and_are_two_files(
    served_bed: ServedBed, tmp_path: Path
) -> None:
    bed = served_bed
    folder = start_news(bed, "Zwei Bilder")
    for number, path in enumerate(("image.file", "pictures.0.file")):
        (tmp_path / f"{number}").mkdir()
        photo = photograph(tmp_path / f"{number}" / "image.jpg", 200 + number, 100)
        if number:
            add_entry(bed, "pictures")
        choose_picture(bed, path, photo, "image.webp")
    _old, new = save(bed)
    assert {name.removeprefix(f"{folder}/") for name in new} == {
        "index.md",
        "image.webp",
        "image-1.webp",
    }


def test_what_was_begun_is_offered_again_though_there_is_a_topic_more(
    served_bed: ServedBed,
) -> None:
    bed = served_bed
    open_entry(bed, NEWS)
    field(bed, "title").locator("input").click()
    bed.page.keyboard.type("Nicht gesichert: ")
    # Sveltia keeps it a moment later.
    bed.page.wait_for_timeout(1500)
    bed.put(NEWS, bed.text(NEWS).replace("\n---\n", "\ntags: [Hof]\n---\n", 1).encode())
    asked = "() => fetch('konfiguration.json').then((answer) => answer.text())"
    bed.until(lambda: "Hof" in bed.page.evaluate(asked), "it is the same configuration")
    bed.page.reload()
    bed.page.get_by_role("button", name="Wiederherstellen").click()
    expect(field(bed, "title").locator("input")).to_have_value(re.compile("Nicht gesichert"))
    save(bed)
    assert "tags: [Hof]" in bed.text(NEWS)
    assert "Nicht gesichert" in bed.text(NEWS)
