"""Texts that lie on the host compressed as well, as a real Apache gives them."""

from __future__ import annotations

import gzip
from collections.abc import Iterator
from pathlib import Path

import brotli
import pytest

from tests.servers.apache import Apache

PATHS = ["/", "/aktuelles/2026/fest/", "/angebote/treff/index.html", "/feeds/aktuelles.atom.xml"]
UNPACK = {"br": brotli.decompress, "gzip": gzip.decompress}


@pytest.fixture(scope="module")
def bare(published: Path) -> Iterator[Apache]:
    """A host that compresses nothing by itself."""
    with Apache(published, without=("deflate", "filter")) as apache:
        yield apache


def stylesheet(apache: Apache) -> str:
    (path,) = apache.documents.glob("theme/css/site.*.css")
    return f"/{path.relative_to(apache.documents).as_posix()}"


@pytest.mark.parametrize(
    ("accepted", "coding"),
    [
        ("gzip, deflate, br, zstd", "br"),
        ("br", "br"),
        ("gzip, deflate", "gzip"),
        ("gzip;q=1.0, br;q=0", None),
        ("identity", None),
        ("brotli, x-gzip", None),
    ],
)
def test_a_browser_gets_what_it_can_read(bare: Apache, accepted: str, coding: str | None) -> None:
    for path in [*PATHS, stylesheet(bare)]:
        plain = bare.get(path)
        packed = bare.get(path, {"Accept-Encoding": accepted})
        assert (packed.status, packed["content-encoding"]) == (200, coding), path
        body = UNPACK[coding](packed.body) if coding else packed.body
        assert body == plain.body
        # The same in all else that a browser or a cache is told.
        for name in (
            "content-type",
            "cache-control",
            "content-security-policy",
            "content-language",
        ):
            assert packed[name] == plain[name], (path, name)
        assert packed["vary"] == plain["vary"] == "Accept-Encoding"


def test_who_has_it_already_gets_a_304(bare: Apache) -> None:
    for accepted in ("br", "gzip"):
        tag = bare.get("/", {"Accept-Encoding": accepted})["etag"]
        again = bare.get("/", {"Accept-Encoding": accepted, "If-None-Match": str(tag)})
        assert again.status == 304
    assert bare.get("/", {"Accept-Encoding": "br"})["etag"] != bare.get("/")["etag"]


def test_what_is_compressed_is_not_compressed_again(apache: Apache) -> None:
    for accepted, coding in (("br, gzip", "br"), ("gzip", "gzip")):
        packed = apache.get("/", {"Accept-Encoding": accepted})
        assert packed["content-encoding"] == coding
        assert UNPACK[coding](packed.body) == apache.get("/").body


def test_errors_redirects_and_what_is_gone_stay_what_they_are(bare: Apache) -> None:
    for path, status in (("/nichts/", 404), ("/alt/", 301), ("/weg/", 410), ("/aktuelles", 301)):
        assert bare.get(path, {"Accept-Encoding": "br, gzip"}).status == status


@pytest.mark.parametrize("missing", ["headers", "rewrite"])
def test_without_a_module_the_page_comes_as_it_is(published: Path, missing: str) -> None:
    with Apache(published, without=(missing, "deflate", "filter")) as apache:
        answer = apache.get("/", {"Accept-Encoding": "br, gzip"})
        assert (answer.status, answer["content-encoding"]) == (200, None)
        assert b"<!doctype html>" in answer.body
