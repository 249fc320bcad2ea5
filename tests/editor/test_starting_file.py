import datetime as dt
import re
from pathlib import PurePosixPath

import pytest

from schaukasten.editor.starting_file import starting_text
from schaukasten.language.typography import printed
from schaukasten.model.documents.documents import read_document
from schaukasten.model.documents.layout import KINDS
from schaukasten.model.reading.problem import Severity
from tests.worlds import german, layout

DAY = dt.date(2026, 3, 8)
PLACES = {
    "ARTICLE": "aktuelles",
    "OFFER": "angebote",
    "EVENT": "termine",
    "JOB": "stellen",
    "PAGE": "seiten",
}


def text_of(kind: str, title: str = "Fest") -> str:
    return starting_text(kind, title, DAY, ["Familien", "Ältere"], german)


def read(kind: str, text: str):
    source = PurePosixPath(PLACES[kind], "fest", "index.md")
    return read_document(source, kind, text, layout(), "de", DAY)


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize(
    "title", ["Fest", 'Foto: "Öl" & #1', "[a]", "- x", "ja", "2026", "{{ x }}"]
)
def test_a_new_file_is_a_draft_without_errors_whatever_its_title(kind, title):
    document, problems = read(kind, text_of(kind, title))
    assert problems == []
    assert document.item.title == printed(title, "de")
    assert not document.published


@pytest.mark.parametrize("kind", KINDS)
def test_every_line_that_is_offered_is_right_once_its_sign_is_deleted(kind):
    offered = text_of(kind).replace("schedule: []", "")
    head, rule, body = re.sub(r"^# (?=[ \w-]+:)", "", offered, flags=re.M).rpartition("\n---\n")
    hint = german("Of the lines that you need delete the # and the space behind it:")
    document, problems = read(kind, head.replace(hint, f"# {hint}") + rule + body)
    assert problems == []
    assert document.item.image.credit == "Foto: Erika Beispiel"
    assert document.item.review_by
    assert not {"place", "contact", "tags"} & set(KINDS[kind].model_fields) - {
        key for key in KINDS[kind].model_fields if getattr(document.item, key)
    }


@pytest.mark.parametrize("kind", KINDS)
def test_every_line_has_its_hint_in_german(kind):
    lines = [line for line in text_of(kind).split("\n---\n")[0].split("\n")[2:] if ":" in line]
    times = {"wochentag", "von", "bis"}
    for line in lines:
        key = line.strip("# -").split(":")[0]
        has_hint = "  # " in line
        assert has_hint or key in times | {"schedule"} or line.endswith("dahinter:"), line


def test_what_stands_for_the_editors_words_is_found_by_a_rule(world):
    world.write("aktuelles/2026-03-08-fest/index.md", text_of("ARTICLE"))
    assert len(world.found("starting_text")) == 2
    published = text_of("ARTICLE").replace("status: Entwurf", "")
    world.write("aktuelles/2026-03-08-fest/index.md", published)
    assert [problem.severity for problem in world.problems()] == [Severity.OPEN] * 2
