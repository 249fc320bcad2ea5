from pathlib import PurePosixPath

import pytest

from schaukasten.model.documents.layout import KINDS
from schaukasten.model.kinds.event import Event
from schaukasten.model.kinds.item import Item
from schaukasten.model.kinds.job import Job
from schaukasten.model.kinds.news import NewsItem
from schaukasten.model.kinds.offer import Offer
from schaukasten.model.kinds.page import Page
from schaukasten.model.reading.problem import Invalid
from tests.worlds import layout


def item(kind: str, **head: object) -> Item:
    plain = {
        "ARTICLE": {"date": "2026-03-08", "summary": "x"},
        "OFFER": {"summary": "x", "audience": ["y"], "schedule": []},
        "EVENT": {"date": "2026-06-20", "summary": "x"},
        "JOB": {"date": "2026-06-20", "summary": "x", "employment": "Teilzeit"},
        "PAGE": {},
    }
    return KINDS[kind].model_validate({"title": "A"} | plain[kind] | head)


@pytest.mark.parametrize(
    ("source", "kind"),
    [
        ("aktuelles/fest/index.md", "ARTICLE"),
        ("angebote/treff.md", "OFFER"),
        ("termine/fest.md", "EVENT"),
        ("stellen/koch.md", "JOB"),
        ("seiten/kontakt.md", "PAGE"),
        ("verein/index.md", "PAGE"),
        ("data/notiz.md", None),
        ("notiz.md", None),
        ("aktuelles.md", None),
    ],
)
def test_the_folder_says_what_a_file_is(source, kind):
    assert layout().kind_of(PurePosixPath(source)) == kind


def test_each_kind_has_its_schema():
    schemas = {"ARTICLE": NewsItem, "OFFER": Offer, "EVENT": Event, "JOB": Job, "PAGE": Page}
    assert schemas == KINDS


@pytest.mark.parametrize(
    ("source", "head", "address"),
    [
        ("aktuelles/2026-03-08-fest/index.md", {}, "/aktuelles/2026/fest/"),
        ("aktuelles/2026-03-08-fest.md", {}, "/aktuelles/2026/fest/"),
        ("aktuelles/2025/fest/index.md", {}, "/aktuelles/2026/fest/"),
        ("aktuelles/Großes Fest/index.md", {}, "/aktuelles/2026/grosses-fest/"),
        ("aktuelles/2026-03-08-fest.md", {"slug": "feier"}, "/aktuelles/2026/feier/"),
        ("aktuelles/fest.md", {"lang": "de"}, "/aktuelles/2026/fest/"),
        ("aktuelles/fest.md", {"lang": "en"}, "/en/aktuelles/2026/fest/"),
        ("angebote/Offener Treff.md", {}, "/angebote/offener-treff/"),
        ("angebote/treff/index.md", {}, "/angebote/treff/"),
        ("termine/2026-06-20-sommerfest.md", {}, "/termine/2026/sommerfest/"),
        ("seiten/index.md", {}, "/"),
        ("seiten/kontakt.md", {}, "/kontakt/"),
        ("seiten/kontakt/index.md", {}, "/kontakt/"),
        ("seiten/kontakt/anfahrt.md", {}, "/kontakt/anfahrt/"),
        ("seiten/2026-03-08-tag.md", {}, "/2026-03-08-tag/"),
        ("seiten/404.md", {"template": "Fehlerseite"}, "/404.html"),
        ("seiten/index.md", {"lang": "en"}, "/en/"),
        ("verein/index.md", {}, "/verein/"),
        ("verein/Über uns.md", {}, "/verein/ueber-uns/"),
        ("verein/satzung.md", {"slug": "statuten"}, "/verein/statuten/"),
        ("verein/satzung.md", {"lang": "tr"}, "/tr/verein/satzung/"),
    ],
)
def test_a_file_is_published_where_its_name_or_its_slug_says(source, head, address):
    path = PurePosixPath(source)
    kind = layout().kind_of(path)
    assert kind is not None
    assert layout().address_of(path, item(kind, **head), "de") == address


@pytest.mark.parametrize(
    "source",
    [
        "seiten/日本/foo.md",
        "verein/日本/foo.md",
        "seiten/a/日本.md",
        "aktuelles/index.md",
        "aktuelles/2026-03-08-日本/index.md",
        "angebote/日本.md",
        "termine/!/index.md",
    ],
)
def test_a_name_without_letters_is_refused_rather_than_left_out_of_the_address(source):
    path = PurePosixPath(source)
    kind = layout().kind_of(path)
    assert kind is not None
    with pytest.raises(Invalid):
        layout().slug_of(path, item(kind))
