"""The headers of every kind of answer, as a real Apache sends them."""

from __future__ import annotations

import gzip

import pytest

from schaukasten.apache.headers import FEATURES
from schaukasten.attachment_kinds import KINDS, AttachmentKind
from tests.model.files.test_attachment_kinds import WHOLE
from tests.servers.apache import Answer, Apache

POLICY = (
    "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; "
    "font-src 'self'; img-src 'self'; media-src 'self'; style-src 'self'; connect-src 'self'; "
    "script-src 'self'; upgrade-insecure-requests"
)
YEAR, DAY = "public, max-age=31536000, immutable", "public, max-age=86400"

#: Kind → a pattern of its file in the output (or an address), status, type, how long it is kept.
ANSWERS = {
    "home": ("/", 200, "text/html; charset=utf-8", "no-cache"),
    "page": ("/aktuelles/2026/fest/", 200, "text/html; charset=utf-8", "no-cache"),
    "file of a page": ("/angebote/treff/index.html", 200, "text/html; charset=utf-8", "no-cache"),
    "feed": ("/feeds/aktuelles.atom.xml", 200, "application/atom+xml; charset=utf-8", "no-cache"),
    "sitemap": ("/sitemap.xml", 200, "application/xml; charset=utf-8", "no-cache"),
    "robots": ("/robots.txt", 200, "text/plain; charset=utf-8", "no-cache"),
    "stylesheet": ("theme/css/site.*.css", 200, "text/css; charset=utf-8", YEAR),
    "script of a page": ("theme/js/day.*.js", 200, "text/javascript; charset=utf-8", YEAR),
    "picture": ("bilder/*.webp", 200, "image/webp", YEAR),
    "font": ("theme/fonts/*.woff2", 200, "font/woff2", DAY),
    "icon": ("/theme/images/icon.png", 200, "image/png", DAY),
    "attachment": ("/aktuelles/2026/fest/einladung.pdf", 200, "application/pdf", "no-cache"),
    "sound": ("/aktuelles/2026/fest/einladung.mp3", 200, "audio/mpeg", "no-cache"),
    "drawing": ("/bild.svg", 200, "image/svg+xml; charset=utf-8", DAY),
    "calendar": ("/termine.ics", 200, "text/calendar; charset=utf-8", "no-cache"),
    "manifest": ("/app.webmanifest", 200, "application/manifest+json; charset=utf-8", "no-cache"),
    "avif": ("/bild.avif", 200, "image/avif", DAY),
    "gif": ("/bild.gif", 200, "image/gif", DAY),
    "jpg": ("/bild.jpg", 200, "image/jpeg", DAY),
    "jpeg": ("/bild.jpeg", 200, "image/jpeg", DAY),
    "script": ("/skript.js", 200, "text/javascript; charset=utf-8", "no-cache"),
    "text of the host": ("/notiz.text", 200, "text/plain; charset=utf-8", "no-cache"),
    "not found": ("/nichts/", 404, "text/html; charset=utf-8", "no-cache"),
    "picture not found": ("/bilder/0123456789abcdef-480.webp", 404, "text/html; charset=utf-8",
                          "no-cache"),
    "gone": ("/weg/", 410, "text/html; charset=utf-8", "no-cache"),
    "forbidden": ("/.htaccess", 403, "text/html; charset=utf-8", "no-cache"),
    "old address": ("/alt/", 301, None, "max-age=86400"),
    "folder without slash": ("/aktuelles", 301, None, "max-age=86400"),
}  # fmt: skip


def header_values(kind: str) -> dict[str, str | None]:
    """What every answer of that kind sends, each once; None is not at all."""
    shared = {"feed", "sitemap", "picture", "icon", "drawing", "calendar", "sound"}
    shared |= {"avif", "gif", "jpg", "jpeg"}
    policy: str | None = POLICY
    if kind in {"drawing", "attachment"}:
        policy = "default-src 'none'; sandbox" if kind == "drawing" else None
    return {
        "content-security-policy": policy,
        "cross-origin-opener-policy": "same-origin",
        "cross-origin-resource-policy": "cross-origin" if kind in shared else "same-origin",
        "permissions-policy": ", ".join(f"{feature}=()" for feature in FEATURES),
        "referrer-policy": "same-origin",
        "strict-transport-security": "max-age=31536000",
        "x-content-type-options": "nosniff",
        "x-powered-by": None,
        "x-robots-tag": None,
        "expires": None,
        "cache-control": ANSWERS[kind][3],
    }


def target(apache: Apache, place: str) -> str:
    if place.startswith("/"):
        return place
    return "/" + next(apache.documents.glob(place)).relative_to(apache.documents).as_posix()


@pytest.fixture(scope="module")
def answers(apache: Apache) -> dict[str, Answer]:
    return {kind: apache.get(target(apache, place)) for kind, (place, *_) in ANSWERS.items()}


@pytest.mark.parametrize("name", header_values("home"))
@pytest.mark.parametrize("kind", ANSWERS)
def test_a_header_is_sent_once_and_as_it_should_be(
    answers: dict[str, Answer], kind: str, name: str
) -> None:
    value = header_values(kind)[name]
    assert answers[kind].all(name) == ([] if value is None else [value])


@pytest.mark.parametrize("kind", ANSWERS)
def test_status_and_type_are_right(answers: dict[str, Answer], kind: str) -> None:
    _, status, content_type, _ = ANSWERS[kind]
    assert answers[kind].status == status
    if content_type:
        assert answers[kind]["content-type"] == content_type


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.ending)
def test_a_file_to_download_is_sent_whole_and_called_what_it_is(
    apache: Apache, kind: AttachmentKind
) -> None:
    answer = apache.get(f"/aktuelles/2026/fest/einladung{kind.ending}")
    assert (answer["content-type"] or "").split(";")[0] == kind.media_type
    assert answer.body == WHOLE[kind.ending]


def test_a_sound_can_be_heard_from_its_middle(apache: Apache) -> None:
    """RFC 9110, 14: browsers ask for the part that somebody jumps to."""
    answer = apache.get("/aktuelles/2026/fest/einladung.mp3", {"Range": "bytes=100-149"})
    assert answer.status == 206
    assert answer["content-range"] == f"bytes 100-149/{len(WHOLE['.mp3'])}"
    assert answer.body == WHOLE[".mp3"][100:150]


def test_an_error_shows_the_sites_own_page(answers: dict[str, Answer]) -> None:
    for kind in ("not found", "picture not found", "gone", "forbidden"):
        assert b"<h1>Nicht gefunden</h1>" in answers[kind].body


def test_nothing_is_promised_about_encryption_without_it(apache: Apache) -> None:
    """RFC 6797, 7.2."""
    assert apache.get("/", secure=False).all("strict-transport-security") == []
    behind_a_proxy = apache.get("/", {"X-Forwarded-Proto": "https"}, secure=False)
    assert behind_a_proxy["strict-transport-security"] == "max-age=31536000"
    assert behind_a_proxy.status == 200


@pytest.mark.parametrize("path", ["/", "/nichts/", "/robots.txt", "/theme/images/icon.png"])
def test_a_preview_is_kept_from_search_engines(apache_preview: Apache, path: str) -> None:
    assert apache_preview.get(path)["x-robots-tag"] == "noindex, nofollow"


def test_styles_and_fonts_of_a_preview_are_asked_for_again(apache_preview: Apache) -> None:
    for path in ("/theme/css/site.css", "/theme/css/palette.css", "/"):
        assert apache_preview.get(path)["cache-control"] == "no-cache"


def test_scripts_are_allowed_only_from_the_site_itself(answers: dict[str, Answer]) -> None:
    """None at all where a site has none: see tests/plugins/test_htaccess.py."""
    policy = answers["home"]["content-security-policy"]
    assert policy is not None
    assert [part for part in policy.split("; ") if "script" in part] == ["script-src 'self'"]


@pytest.mark.parametrize(
    ("path", "encoding"), [("/zeichen.css.br", "br"), ("/zeichen.css.gz", "gzip")]
)
def test_a_compressed_file_is_neither_breton_nor_an_archive(
    apache: Apache, path: str, encoding: str
) -> None:
    answer = apache.get(path)
    assert answer["content-language"] is None
    assert answer["content-type"] == "text/css; charset=utf-8"
    assert answer["content-encoding"] == encoding


GZIP = {"Accept-Encoding": "gzip"}


@pytest.mark.parametrize(
    "path",
    ["/", "/sitemap.xml", "/robots.txt", "/feeds/aktuelles.atom.xml", "/bild.svg", "/termine.ics",
     "/app.webmanifest"],
)  # fmt: skip
def test_text_is_sent_compressed(apache: Apache, path: str) -> None:
    packed, plain = apache.get(path, GZIP), apache.get(path)
    assert packed["content-encoding"] == "gzip"
    assert plain["content-encoding"] is None
    assert "Accept-Encoding" in ", ".join(packed.all("vary"))
    assert gzip.decompress(packed.body) == plain.body


def test_a_host_that_compresses_too_does_not_do_it_twice(apache_preview: Apache) -> None:
    packed = apache_preview.get("/", GZIP)
    assert packed["content-encoding"] == "gzip"
    assert gzip.decompress(packed.body) == apache_preview.get("/").body


@pytest.mark.parametrize("accepted", [{}, GZIP], ids=["plain", "gzip"])
@pytest.mark.parametrize(
    "kind", ["home", "feed", "stylesheet", "picture", "font", "attachment"]
)  # fmt: skip
def test_what_a_browser_has_is_not_sent_again(
    apache: Apache, kind: str, accepted: dict[str, str]
) -> None:
    path = target(apache, ANSWERS[kind][0])
    first = apache.get(path, accepted)
    tag = first["etag"]
    assert tag
    again = apache.get(path, {**accepted, "If-None-Match": f'"other-gzip", {tag}'})
    assert (again.status, again.body) == (304, b"")
    assert again["cache-control"] == first["cache-control"]
    changed = apache.get(path, {**accepted, "If-None-Match": '"1-0-gzip"'})
    assert changed.status == 200
