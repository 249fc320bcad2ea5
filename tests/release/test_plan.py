"""The site here and what is on the host → what to send, to keep and to delete."""

from __future__ import annotations

import datetime as dt

import pytest

from schaukasten.release.inventory import SiteFile
from schaukasten.release.manifest import Manifest, Retired
from schaukasten.release.plan import make_plan, refuse_great_losses
from schaukasten.release.targets.errors import PublishError
from tests.release.sites import DAY, record
from tests.worlds import german

A, B = "a" * 64, "b" * 64


def local(**files: str) -> dict[str, SiteFile]:
    """Files by name, `__` for a slash and `_` for a dot."""
    names = {name.replace("__", "/").replace("_", "."): sha for name, sha in files.items()}
    return {name: SiteFile(name, sha, 10) for name, sha in names.items()}


def many(count: int, ending: str = "html") -> dict[str, SiteFile]:
    return {f"{n}.{ending}": SiteFile(f"{n}.{ending}", A, 1) for n in range(count)}


def host(files: dict[str, SiteFile]) -> Manifest:
    return Manifest(files={name: file.sha256 for name, file in files.items()})


def test_only_what_changed_is_sent_though_its_size_be_the_same() -> None:
    live = Manifest(files={"index.html": A, "kontakt.html": A})
    plan = make_plan(local(index_html=A, kontakt_html=B, neu_html=B), live, record(), DAY)
    assert [file.path for file in plan.uploads] == ["kontakt.html", "neu.html"]
    assert plan.new == {"neu.html"}
    assert plan.size == 20
    assert plan.deletions == []


def test_the_order_is_styles_pictures_pages_and_then_what_leads_to_pages() -> None:
    files = local(index_html=A, sitemap_xml=A, theme__x_css=A, bilder__a_webp=A, a__index_html=A)
    plan = make_plan(files, Manifest(), record(), DAY)
    assert [file.path for file in plan.uploads] == [
        "theme/x.css",
        "bilder/a.webp",
        "a/index.html",
        "index.html",
        "sitemap.xml",
    ]


def test_only_what_the_manifest_names_is_deleted() -> None:
    live = Manifest(files={"index.html": A, "alt.html": A}, leaving=["halb.html"])
    plan = make_plan(local(index_html=A), live, record(), DAY)
    assert plan.deletions == ["alt.html", "halb.html"]
    assert plan.manifest.leaving == ["alt.html", "halb.html"]


def test_an_old_style_stays_thirty_days_and_a_picture_no_longer_than_its_page() -> None:
    style, picture = "theme/css/site.aaaaaaaaaaaa.css", "bilder/aaaaaaaaaaaaaaaa-480.webp"
    live = Manifest(files={"index.html": A, style: A, picture: A})
    plan = make_plan(local(index_html=B), live, record(), DAY)
    assert plan.deletions == [picture]
    assert plan.manifest.retired == {style: Retired(sha256=A, since=DAY)}

    later = make_plan(local(index_html=B), plan.manifest, record(), DAY + dt.timedelta(days=30))
    assert style in later.manifest.retired
    assert later.manifest.retired[style].since == DAY
    gone = make_plan(local(index_html=B), plan.manifest, record(), DAY + dt.timedelta(days=31))
    assert style in gone.deletions
    assert gone.manifest.retired == {}


def test_a_style_that_comes_back_is_not_sent_again() -> None:
    style = "site.aaaaaaaaaaaa.css"
    live = Manifest(retired={style: Retired(sha256=A, since=DAY)})
    back = {style: SiteFile(style, A, 10)}
    plan = make_plan(back, live, record(), DAY)
    assert plan.uploads == []
    assert plan.manifest.retired == {}
    assert plan.manifest.files == {style: A}


@pytest.mark.parametrize(("before", "after", "told"), [
    (100, 80, None),
    (100, 79, "21 von 100 Dateien gelöscht, mehr als ein Fünftel"),
    (5, 4, None),
    (5, 3, "2 von 5 Dateien gelöscht"),
    (10, 0, "10 von 10 Dateien gelöscht"),
])  # fmt: skip
def test_great_losses_are_refused(before: int, after: int, told: str | None) -> None:
    live = host(many(before))
    plan = make_plan(many(after), live, record(), DAY)
    if told is None:
        refuse_great_losses(plan, live)
        return
    with pytest.raises(PublishError) as caught:
        refuse_great_losses(plan, live)
    assert told in caught.value.text(german)


def test_lost_pages_do_not_drown_among_pictures() -> None:
    live = host({**many(10), **many(1000, "webp")})
    plan = make_plan({**many(7), **many(1000, "webp")}, live, record(), DAY)
    with pytest.raises(PublishError) as caught:
        refuse_great_losses(plan, live)
    assert "3 von 10 Seiten gelöscht" in caught.value.text(german)


def test_a_site_that_shrank_by_a_third_is_refused_though_nothing_is_deleted() -> None:
    styles = [f"site.{n:012x}.css" for n in range(10)]
    live = Manifest(files=dict.fromkeys(styles, A))
    left = {name: SiteFile(name, A, 1) for name in styles[:6]}
    plan = make_plan(left, live, record(), DAY)
    assert plan.deletions == []
    with pytest.raises(PublishError) as caught:
        refuse_great_losses(plan, live)
    assert "von 10 auf 6 Dateien geschrumpft" in caught.value.text(german)
