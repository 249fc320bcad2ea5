"""Addresses in directives: whatever stands in them, they stay addresses."""

import re
from urllib.parse import unquote_to_bytes

import pytest

from schaukasten.apache.quoting import encoded, exactly, host_of, substitution, twin_of

HOSTILE = [
    '/a"b/', "/a%22%0AOptions%20All/", "/a b/", "/a\nb/", "/a%0D%0Ab/", "/%25%7BHTTP_HOST%7D/",
    "/%{HTTP_HOST}/", "/$1/", "/${PATH}/", "/100%25/", "/(x)/", "/a+b*c?/", "/[abc]/", "/a|b/",
    "/über/Straße.html", "/%C3%BCber/", "/a.b/", "/a\\/", "/#/", "/<x>/", "/'/", "/^$/", "/\u202e/",
    "/%00/", "/%FF/",
]  # fmt: skip


@pytest.mark.parametrize("address", HOSTILE)
def test_nothing_in_an_address_means_anything_to_apache(address: str) -> None:
    assert re.fullmatch(r"\^[\w/\\.()?:$-]+\$", exactly(address), re.ASCII)
    assert not re.search(r"\$.", exactly(address))
    assert re.fullmatch(r"(?:[\w/.~-]|\\%[0-9A-F]{2})+", substitution(address), re.ASCII)


@pytest.mark.parametrize("address", HOSTILE)
def test_a_pattern_fits_its_own_address_and_no_other(address: str) -> None:
    path = unquote_to_bytes(address)
    pattern = re.compile(exactly(address).encode())
    assert pattern.search(path)
    for other in (b"/x" + path, path + b"x", path + b"x/", path.upper() + b"/", b"/", b""):
        assert not pattern.search(other), other


@pytest.mark.parametrize("address", ["/a/b/", "/a/b/index.html"])
def test_a_folder_has_three_spellings(address: str) -> None:
    pattern = re.compile(exactly(address))
    fitting = ["/a/b", "/a/b/", "/a/b/index.html"]
    others = ["/a/b/c", "/a/bb", "/a/b//", "/a/b/index_html", "/a/b/index.html/", "/a/"]
    assert [path for path in fitting + others if pattern.search(path)] == fitting


def test_a_file_has_one_spelling() -> None:
    pattern = re.compile(exactly("/alt.html"))
    others = ["/alt.html/", "/altxhtml", "/alt", "/alt.htm"]
    assert [path for path in ["/alt.html", *others] if pattern.search(path)] == ["/alt.html"]


def test_an_address_is_encoded_once() -> None:
    assert encoded("/über/") == encoded("/%C3%BCber/") == "/%C3%BCber/"
    assert substitution("/über/") == r"/\%C3\%BCber/"


@pytest.mark.parametrize(
    ("url", "host"),
    [
        ("https://Example.ORG/path", "example.org"),
        ("https://example.org:443", "example.org"),
        ("https://example.org:8443", "example.org:8443"),
        ("http://example.org:80", "example.org"),
        ("https://faß.münchen.example", "xn--fa-hia.xn--mnchen-3ya.example"),
        ("https://user:secret@example.org", "example.org"),
    ],
)
def test_a_host_is_written_as_browsers_send_it(url: str, host: str) -> None:
    assert host_of(url) == host


@pytest.mark.parametrize(
    "url",
    ["https://", "https://a b.example", 'https://a".example', "https://${HOME}.example",
     "https://a..b", "https://%{HTTP_HOST}/", "https://a\\.example", "https://[::1]/"],
)  # fmt: skip
def test_what_is_no_host_is_refused(url: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        host_of(url)


def test_the_twin_of_a_host_has_www_or_has_it_not() -> None:
    assert twin_of("example.org") == "www.example.org"
    assert twin_of("www.example.org") == "example.org"
