from pathlib import Path

import pytest

from schaukasten.model import rules
from schaukasten.model.rules import RULES
from tests.model.files.pictures import halves, png
from tests.model.files.test_attachment_kinds import office
from tests.worlds import german

WEDNESDAY = "  - wochentag: Mittwoch\n    von: 17:00\n    bis: 18:30\n"
PICTURE = "image:\n  file: foto.png\n  alt: {alt}\n{more}"
LEAVERS = (
    "- {id: ada, name: Ada Beispiel, left: 2026-03-08}\n"
    "- {id: otto, name: Otto Muster, left: 2026-12-31}\n"
)
#: What each rule finds: (kind, front matter, text).
TRIGGERS: dict[str, tuple[str, str, str]] = {
    "unknown_audience": ("offer", "", ""),
    "unknown_location": ("offer", "location: keller", ""),
    "unknown_room": ("offer", "room: Keller", ""),
    "markup_in_value": ("page", "summary: Mit **fett**", ""),
    "room_elsewhere": ("event", "date: 2026-12-01\nroom: Saal\nplace: Westpark", ""),
    "unknown_person": ("offer", "contact: keller", ""),
    "leaving_person": ("offer", "contact: otto", ""),
    "names_who_left": ("offer", "", "Fragen Sie Ada Beispiel."),
    "names_who_leaves": ("offer", "", "Fragen Sie Otto Muster."),
    "undialable_contact": ("offer", "contact:\n  phone: '-----'", ""),
    "placeholder_picture": ("news", PICTURE.format(alt="Haus", more="  placeholder: ja"), ""),
    "missing_credit": ("news", PICTURE.format(alt="Haus", more=""), ""),
    "people_unsaid": ("news", PICTURE.format(alt="Haus", more=""), ""),
    "missing_consent": ("news", PICTURE.format(alt="Haus", more="  people: erkennbar"), ""),
    "small_picture": ("news", PICTURE.format(alt="Haus", more=""), ""),
    "small_for_print": ("news", PICTURE.format(alt="Haus", more="  download: ja"), ""),
    "empty_alternative": ("news", PICTURE.format(alt="Bild", more=""), ""),
    "moving_picture": ("news", PICTURE.format(alt="Haus", more=""), ""),
    "unshown_picture": ("news", "pictures:\n  - file: foto.png\n    alt: Haus\n", ""),
    "locked_document": ("news", "", "[Plan](plan.pdf)"),
    "telling_document": ("news", "", "[Antrag](antrag.docx)"),
    "heading_jump": ("news", "", "## A\n\n#### B"),
    "vague_link": ("news", "", "[hier](https://example.org/)"),
    "dead_fragment": ("news", "", "[Ziel](#fehlt)"),
    "long_summary": ("page", f"summary: {'x' * 400}", ""),
    "shouting": ("news", "", "KOMMEN SIE ALLE"),
    "starting_text": ("news", "", "* [Bitte ersetzen: x]"),
    "similar_tag": ("news", "tags: [Familie]", ""),
    "unknown_times": ("offer", "", ""),
    "past_event": ("event", "date: 2026-01-01", ""),
    "later_news": ("news", "", ""),
    "never_shown": ("news", "expires: 2026-01-01", ""),
    "review_due": ("news", "review_by: 2026-01-01", ""),
    "fleeting_page": ("page", "template: Kontakt\nexpires: 2026-12-31", ""),
    "passing_link": ("news", "", "[Bald](/bald/)"),
    "coming_change": ("news", "expires: 2026-12-01", ""),
    "days_after_end": ("event", "date: 2026-12-24\nexpires: 2026-12-23", ""),
    "idle_exception": ("offer", f"schedule:\n{WEDNESDAY}    nicht: 2026-12-24", ""),
    "slot_without_days": (
        "offer",
        f"schedule:\n{WEDNESDAY}    ab: 2026-12-24\n    zuletzt: 2026-12-24",
        "",
    ),
    "unclear_days": (
        "event",
        "date: 2026-12-01\nend_date: 2026-12-02\nstart: 10:00\nend: 18:00",
        "",
    ),
    "several_firsts": (
        "offer",
        "schedule:\n  - wochentag: Montag bis Freitag\n    von: 9:00\n    bis: 10:00\n"
        "    rhythmus: jeden ersten im Monat",
        "",
    ),
    "moved_together": (
        "offer",
        f"schedule:\n{WEDNESDAY}    verlegt:\n      - {{am: 2026-12-02, auf: 2026-12-04}}\n"
        "      - {am: 2026-12-09, auf: 2026-12-04}",
        "",
    ),
    "updated_ahead": ("news", "updated: 2026-12-24", ""),
    "late_end": ("event", "date: 2026-12-01\nstart: 20:00\nend: 9:00", ""),
    "place_without_address": ("event", "date: 2026-12-01\nplace: Westpark", ""),
    "shared_identity": ("event", "date: 2026-12-01\nid: fest", ""),
    "double_booking": ("offer", f"schedule:\n{WEDNESDAY}{WEDNESDAY}room: Saal", ""),
    "schedule_over": ("offer", f"schedule:\n{WEDNESDAY}    zuletzt: 2026-11-18", ""),
    "past_job": ("job", "deadline: 2026-11-21", ""),
    "stale_job": ("job", "", ""),
    "deadline_before_date": ("job", "deadline: 2025-12-31", ""),
    "later_job": ("job", "", ""),
    "limited_and_permanent": ("job", "employment: [befristet, unbefristet]", ""),
    "words_in_a_row": ("offer", "languages: Deutsch, Türkisch", ""),
    "unknown_school_holidays": ("offer", f"schedule:\n{WEDNESDAY}    ferien: nein", ""),
}


@pytest.mark.parametrize("name", RULES)
def test_every_rule_finds_what_it_is_for_and_nothing_in_a_good_page(world, name):
    assert not world.found(name)
    kind, head, body = TRIGGERS[name]
    world.write(
        "aktuelles/2026-03-08-fest/foto.png",
        png(save_all=True, append_images=[halves().rotate(180)]),
    )
    world.write("aktuelles/2026-03-08-fest/plan.pdf", b"%PDF-1.7 /Encrypt 1 0 R %%EOF")
    world.write("aktuelles/2026-03-08-fest/antrag.docx", office(word_document='<w:del w:id="1">'))
    if kind == "page":
        world.write("seiten/a.md", f"---\ntitle: A\n{head}\n---\n{body}\n")
    elif kind == "job":
        head = head if "employment" in head else f"employment: FSJ\n{head}"
        common = "title: A\nsummary: B\ndate: 2026-01-02"
        world.write("stellen/a.md", f"---\n{common}\n{head}\n---\n{body}\n")
    elif kind == "event":
        world.write("termine/a.md", f"---\ntitle: A\nsummary: B\n{head}\n---\n{body}\n")
    else:
        path = getattr(world, kind)(body, f"{head}\n")
        if name == "unknown_audience":
            path.write_text(path.read_text("utf-8").replace("Familien", "Niemand"), "utf-8")
    if name == "shared_identity":
        world.write("termine/b.md", "---\ntitle: B\nsummary: B\nid: fest\ndate: 2026-12-02\n---\n")
    if name in ("leaving_person", "names_who_left", "names_who_leaves"):
        world.write("data/people.yaml", LEAVERS)
    if name == "passing_link":
        world.write("seiten/bald.md", "---\ntitle: B\npublish_from: 2026-12-01\n---\n")
    for slug in "ab" if name == "similar_tag" else "":
        world.news(head="tags: [Familien]\n", slug=slug)
    today = {"later_news": "2026-03-07", "later_job": "2026-01-01"}.get(name, "2026-11-22")
    assert world.found(name, today=today)


def test_every_rule_has_a_title_of_its_own_and_a_reason():
    titles = [rule.title.text(german) for rule in RULES.values()]
    assert len(set(titles)) == len(RULES) > 15
    for rule in RULES.values():
        assert rule.find.__doc__, rule.name
        assert rule.title.msgid != rule.title.text(german)


def test_every_module_of_rules_is_asked():
    modules = {path.stem for path in Path(rules.__file__).parent.glob("*.py")}
    asked = {rule.find.__module__.split(".")[-1] for rule in RULES.values()}
    assert modules - asked == {
        *("__init__", "data_pictures", "facets", "legal_pages", "meant_people", "named_pictures"),
        "naming",
        *("offers", "people_in_data", "profile_data", "rule", "twins", "unused_files"),
    }


def test_what_no_rule_found_has_no_rule(world):
    world.write("seiten/a.md", "---\ntitel: A\n---\n")
    assert {problem.rule for problem in world.problems()} == {""}
