"""Text from YAML → addresses of all kinds: of pages, web sites, mail boxes, telephones."""

from __future__ import annotations

import re
from contextlib import suppress
from typing import Annotated
from urllib.parse import unquote, urlsplit

from pydantic import AfterValidator

from schaukasten.language.messages import _
from schaukasten.language.visible import visible
from schaukasten.model.reading.fields import Name, refuse, shown
from schaukasten.model.reading.slug import slugify

#: Characters in one step of an address; disks hold names of 255 bytes.
MAX_STEP = 120


def _slug(value: str) -> str:
    if re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", value) and len(value) <= MAX_STEP:
        return value
    what = _("“{value}” cannot be part of an address.", value=shown(value))
    example = slugify(value) or "sommerfest"
    return refuse(
        what, _("Use small letters a to z, digits and hyphens: {example}", example=example)
    )


def _tag(value: str) -> str:
    if slugify(value) and len(slugify(value)) <= MAX_STEP:
        return value
    what = _("“{value}” cannot be part of an address.", value=shown(value))
    return refuse(what, _("Use a word with letters a to z."))


def _local_address(value: str) -> str:
    plain = re.fullmatch(r"/([\w.~!$&'()*+,;=:@%-]+/)*([\w~%-]+\.html)?", value)
    decoded = unquote(value)
    steps = decoded.split("/")
    # A file of the site lies there: %2F would lead elsewhere, and %00 can be in no name.
    hides = value.count("/") < decoded.count("/") or "\\" in decoded or visible(decoded) != decoded
    if plain and not hides and not {".", ".."} & set(steps) and max(map(len, steps)) <= MAX_STEP:
        return value
    what = _("“{value}” is not an address of this site.", value=shown(value))
    return refuse(what, _("Begin and end it with a slash: /old-address/"))


def web_address(value: str) -> str:
    """Return the address of something in the web; raises Invalid for any other text."""
    with suppress(ValueError):
        parts = urlsplit(value)
        is_web = parts.scheme in {"https", "http"} and parts.hostname is not None
        if is_web and not re.search(r"[\s<>\"]", value):
            return value
    what = _("“{value}” is not a web address.", value=shown(value))
    return refuse(what, _("Copy it whole from the browser: https://…"))


def _site_address(value: str) -> str:
    parts = urlsplit(web_address(value))
    with suppress(ValueError):  # from a port that is none
        # It goes into the configuration of a web server: nothing there but a host and a port.
        is_host = re.fullmatch(r"[\w-]+(\.[\w-]+)*(:\d+)?", parts.netloc) and parts.port != 0
        if is_host and not parts.query and not parts.fragment:
            return value.rstrip("/")
    what = _("“{value}” is not the address of a site.", value=shown(value))
    return refuse(what, _("Write no more than the host, and the path if there is one: https://…"))


def _email(value: str) -> str:
    if re.fullmatch(r"[^\s@<>\"(),:;]+@[\w-]+(\.[\w-]+)*\.[a-z]{2,}", value, re.IGNORECASE):
        return value
    what = _("“{value}” is not an e-mail address.", value=shown(value))
    return refuse(what, _("Write it like this: name@example.org"))


def _phone(value: str) -> str:
    # The country is not known here: see `telephone`.
    if re.fullmatch(r"\+?[\d ()/-]{5,25}", value):
        return value
    what = _("“{value}” is not a telephone number.", value=shown(value))
    return refuse(what, _("Write digits and spaces: 0231 123456"))


Tag = Annotated[Name, AfterValidator(_tag)]
Slug = Annotated[Name, AfterValidator(_slug)]
LocalAddress = Annotated[Name, AfterValidator(_local_address)]
SiteAddress = Annotated[Name, AfterValidator(_site_address)]
WebAddress = Annotated[Name, AfterValidator(web_address)]
Email = Annotated[Name, AfterValidator(_email)]
Phone = Annotated[Name, AfterValidator(_phone)]
