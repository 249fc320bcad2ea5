"""A reference as somebody typed it → its parts, or why it can be none."""

from __future__ import annotations

import os
import re
from urllib.parse import SplitResult, unquote, urlsplit

from schaukasten.language.messages import _
from schaukasten.model.reading.plain_text import look
from schaukasten.model.reading.problem import Invalid

SCHEMES = frozenset({"https", "http", "mailto", "tel"})

# Pelican's way to name a file of the content folder: {filename}/angebote/garten.md
PELICAN_PREFIX = re.compile(r"^[{|](?:filename|static|attach)[}|]")


def only_own(picture: str) -> None:
    """Raise Invalid for the address of a picture that lies elsewhere."""
    parts = split(picture)
    if parts.scheme or parts.netloc:
        what = _("Pictures from other sites are not shown.")
        raise Invalid(what, _("Save the picture beside this file, if its author agrees."))


def split(reference: str) -> SplitResult:
    """Return the parts of an address; raise Invalid for what is none."""
    try:
        return urlsplit(PELICAN_PREFIX.sub("", reference))
    except ValueError:
        what = _("“{value}” is not a web address.", value=reference)
        raise Invalid(what, _("Copy it whole from the browser: https://…")) from None


def check(parts: SplitResult, href: str) -> None:
    """Raise Invalid for an address of the right kind that leads nowhere."""
    scheme = parts.scheme.lower()
    if scheme.startswith("http") and not re.fullmatch(r"[^\s,;<>]+", parts.hostname or ""):
        what = _("“{value}” is not a web address.", value=href)
        raise Invalid(what, _("Copy it whole from the browser: https://…"))
    if scheme == "mailto" and not re.match(r"[^@\s]+@[^@\s]+\.[^@\s]+$", parts.path):
        what = _("“{value}” is not an e-mail address.", value=parts.path)
        raise Invalid(what, _("Write it like this: name@example.org"))


def plain_name(reference: str) -> str:
    """Return the one spelling of a file's name that all others mean: foto.jpg for ./foto.jpg."""
    path = os.path.normpath(PELICAN_PREFIX.sub("", unquote(reference))).replace(os.sep, "/")
    return look(path)
