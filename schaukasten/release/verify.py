"""The published site over HTTP → what a visitor gets that was not built, or not as it was built."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from urllib.parse import quote, urlsplit

from schaukasten.build_record import MARK, BuildRecord
from schaukasten.messages import Message, _
from schaukasten.release.errors import PublishError
from schaukasten.release.inventory import SiteFile
from schaukasten.release.paths import STATE
from schaukasten.release.target import Target
from schaukasten.release.visitor import Visitor

CONNECTIONS = 8

#: Header → how its value begins, on every answer.
HEADERS = {
    "content-security-policy": "default-src 'none'",
    "x-content-type-options": "nosniff",
    "referrer-policy": "",
    "permissions-policy": "",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "",
}


@dataclass(frozen=True)
class Result:
    files: int
    checks: int
    problems: list[Message]


def verify(
    website: str, files: Mapping[str, SiteFile], record: BuildRecord, target: Target
) -> Result:
    """Ask `website` for every file, and for what must not be served.

    `website` is an address without a slash at its end. Raises PublishError if nobody answers.
    """
    visitor = Visitor(website, target)
    visitor.get("/")
    checks: list[Callable[[], Iterator[Message]]] = [
        *(
            lambda file=file: _same(visitor, file)
            for file in files.values()
            if not file.path.startswith(".")
        ),
        lambda: _headers(visitor, record),
        lambda: _missing(visitor, files),
        *(
            lambda path=path: _hidden(visitor, path)
            for path in (f"/{MARK}", "/.htaccess", f"/{STATE}/manifest.json")
        ),
        *(
            lambda old=old, new=new: _redirect(visitor, old, new)
            for old, new in record.redirects.items()
        ),
        *([lambda: _https(visitor)] if visitor.is_secure else []),
    ]
    with ThreadPoolExecutor(CONNECTIONS) as pool:
        found = pool.map(lambda check: list(check()), checks)
    return Result(len(files), len(checks), [problem for problems in found for problem in problems])


def _same(visitor: Visitor, file: SiteFile) -> Iterator[Message]:
    address = "/" + file.path.removesuffix("index.html")
    answer = visitor.get(address)
    if answer.status in (301, 308) and file.path.endswith(".html"):
        return  # an alias, which the server answers itself
    if answer.status != 200:
        yield _(
            "{address}: answered {status} instead of 200.", address=address, status=answer.status
        )
    elif hashlib.sha256(answer.body).hexdigest() != file.sha256:
        yield _("{address}: other bytes than those that were built.", address=address)


def _headers(visitor: Visitor, record: BuildRecord) -> Iterator[Message]:
    wanted = dict(HEADERS)
    if visitor.is_secure:
        wanted["strict-transport-security"] = "max-age="
    if record.preview:
        wanted["x-robots-tag"] = "noindex"
    headers = visitor.get("/").headers
    for name, beginning in wanted.items():
        if name not in headers or not headers[name].startswith(beginning):
            yield _(
                "/: the header “{name}” is missing. The host needs mod_headers and a .htaccess "
                "that may set it (AllowOverride FileInfo).",
                name=name,
            )


def _missing(visitor: Visitor, files: Mapping[str, SiteFile]) -> Iterator[Message]:
    address = "/gibt-es-nicht-e0b2a8c1/"
    answer = visitor.get(address)
    if answer.status != 404:
        yield _(
            "{address}: answered {status} instead of 404.", address=address, status=answer.status
        )
    elif (
        "404.html" in files and hashlib.sha256(answer.body).hexdigest() != files["404.html"].sha256
    ):
        yield _("{address}: another page than our 404.html.", address=address)


def _hidden(visitor: Visitor, address: str) -> Iterator[Message]:
    answer = visitor.get(address)
    if answer.status not in (403, 404):
        yield _(
            "{address}: is served (answered {status}), but must not be.",
            address=address,
            status=answer.status,
        )


def _redirect(visitor: Visitor, old: str, new: str) -> Iterator[Message]:
    answer = visitor.get(old)
    if answer.status == 200:
        return  # the small page that leads on, for hosts that know no redirects
    leads_to = urlsplit(answer.headers.get("location", "")).path
    if answer.status not in (301, 308) or leads_to != quote(new, safe="/%"):
        yield _("{address}: does not lead to {target}.", address=old, target=new)


def _https(visitor: Visitor) -> Iterator[Message]:
    try:
        answer = visitor.get("/", plain=True)
    except PublishError:
        return  # nobody listens there, so nobody can be led anywhere unencrypted
    if answer.status not in (301, 308) or not answer.headers.get("location", "").startswith(
        "https:"
    ):
        yield _("http:// does not lead to https://. Switch it on in the host’s control panel.")
