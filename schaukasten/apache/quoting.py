"""Addresses from content → pieces of Apache directives that cannot become anything else.

What comes out is ASCII without spaces, quotes, `$` and `{`, so that no quoting around it is needed
and neither Apache (`${VARIABLE}`, line ends) nor mod_rewrite (`%1`, `$1`) finds anything in it.
"""

from __future__ import annotations

import re
import string
import unicodedata
from urllib.parse import quote, unquote, unquote_to_bytes, urlsplit

_PLAIN = (string.ascii_letters + string.digits + "/_-").encode("ascii")
_INDEX = "index.html"


def exactly(address: str) -> str:
    """Return a regular expression (PCRE) for the decoded path of an address and nothing else.

    Of a folder it takes every spelling: `/a`, `/a/`, `/a/index.html`. Apache decodes a path into
    bytes before it compares; bytes with a meaning of their own are written as numbers.
    """
    path = unquote_to_bytes(address)
    folder = path.removesuffix(_INDEX.encode("ascii"))
    if not folder.endswith(b"/"):
        return f"^{_bytes(path)}$"
    return f"^{_bytes(folder[:-1])}(?:/(?:index\\.html)?)?$"


def _bytes(path: bytes) -> str:
    return "".join(chr(byte) if byte in _PLAIN else f"\\x{byte:02X}" for byte in path)


def encoded(address: str) -> str:
    """Return an address as it stands in a URL (RFC 3986), whether it was encoded or not."""
    return quote(unquote(address), safe="/")


def substitution(address: str) -> str:
    """Return an address for the right side of a RewriteRule; it goes with the flag NE."""
    # %C3 is safe, %20 would be the second group of a RewriteCond and a zero.
    return encoded(address).replace("%", "\\%")


def host_of(url: str) -> str:
    """Return the host of a URL as browsers send it: ASCII, small, with a port that is not usual.

    Raises ValueError where there is none.
    """
    parts = urlsplit(url)
    labels = (parts.hostname or "").split(".")
    host = ".".join(_ascii(label) for label in labels)
    if not re.fullmatch(r"[a-z0-9_-]+(\.[a-z0-9_-]+)*", host):
        raise ValueError(f"{url} names no host")
    usual = {"https": 443, "http": 80}[parts.scheme]
    return f"{host}:{parts.port}" if parts.port not in (None, usual) else host


def _ascii(label: str) -> str:
    """A label of a domain in Punycode (RFC 5891, 4.4); `ß` stays itself, as in IDNA 2008."""
    label = unicodedata.normalize("NFC", label.lower())
    return label if label.isascii() else "xn--" + label.encode("punycode").decode("ascii")


def twin_of(host: str) -> str:
    """Return the host with `www.` if it has none, else without."""
    return host.removeprefix("www.") if host.startswith("www.") else f"www.{host}"
