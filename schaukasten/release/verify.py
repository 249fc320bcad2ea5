"""The published site over HTTP → what a visitor gets that was not built, or not as it was built.

Each look yields findings; `verdict.py` makes causes of them.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import cache
from pathlib import PurePosixPath
from urllib.parse import quote, unquote

from schaukasten.language.messages import Message, _
from schaukasten.record.build_record import MARK, BuildRecord
from schaukasten.release.absent import NOWHERE, hidden, missing
from schaukasten.release.arrival import arrive
from schaukasten.release.finding import Finding, Kind
from schaukasten.release.inventory import SiteFile, is_smaller
from schaukasten.release.targets.errors import PublishError
from schaukasten.release.targets.paths import PLAIN_STATE, STATE
from schaukasten.release.targets.target import Target
from schaukasten.release.verdict import verdict
from schaukasten.release.visitor import Visitor, following

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
    """`further` problems come of the same causes as those that are told."""

    files: int
    checks: int
    problems: list[Message]
    further: int


def verify(
    website: str, files: Mapping[str, SiteFile], record: BuildRecord, target: Target
) -> Result:
    """Ask `website` for every file, and for what must not be served.

    `website` is an address without a slash at its end. Raises PublishError if nobody gets there.
    """
    visitor = Visitor(website, target)
    arrive(visitor, record)
    shown = [
        file
        for file in files.values()
        if not file.path.startswith(".")
        and _address(file) not in record.redirects
        and not is_smaller(file.path, files)
    ]
    wanted = _wanted(visitor, record)
    nowhere = cache(lambda: visitor.get(NOWHERE))
    checks: list[Callable[[], Iterator[Finding]]] = [
        *(lambda file=file: _same(visitor, file) for file in shown),
        lambda: _headers(visitor, record, wanted),
        lambda: missing(nowhere(), files),
        *(
            lambda path=path: hidden(path, visitor.get(path), nowhere())
            for path in (
                *(f"/{MARK}", "/.htaccess"),
                *(f"/{state}/manifest.json" for state in (STATE, PLAIN_STATE)),
            )
        ),
        *(
            lambda old=old, new=new: _redirect(visitor, old, new)
            for old, new in record.redirects.items()
        ),
        *([lambda: _https(visitor)] if visitor.is_secure else []),
    ]
    pool = ThreadPoolExecutor(CONNECTIONS)
    try:
        found = [problem for problems in pool.map(_all_of, checks) for problem in problems]
    finally:
        # Ctrl-C does not wait for what is left.
        pool.shutdown(wait=False, cancel_futures=True)
    told = verdict(found, len(shown), wanted)
    return Result(len(files), len(checks), told.problems, told.further)


def _all_of(check: Callable[[], Iterator[Finding]]) -> list[Finding]:
    try:
        return list(check())
    except PublishError as error:
        both = (("what", error.what), ("remedy", error.remedy))
        return [Finding(Kind.SILENCE, Message("{what}. {remedy}", both))]


def _address(file: SiteFile) -> str:
    """The address of a file; that of a page ends with its folder."""
    name = PurePosixPath(file.path)
    return f"/{file.path}" if name.name != "index.html" else f"/{file.path[: -len(name.name)]}"


def _same(visitor: Visitor, file: SiteFile) -> Iterator[Finding]:
    address = _address(file)
    answer = visitor.get(quote(address))
    digest = hashlib.sha256(answer.body).hexdigest()
    if answer.status != 200:
        what = _(
            "{address}: answered {status} instead of 200.", address=address, status=answer.status
        )
    elif digest != file.sha256:
        what = _("{address}: other bytes than those that were built.", address=address)
    else:
        return
    location = answer.headers.get("location", "")
    yield Finding(Kind.FILE, what, address, answer.status, location, digest)


def _wanted(visitor: Visitor, record: BuildRecord) -> dict[str, str]:
    """Return the headers that every page is to have, each with the beginning of its value."""
    wanted = dict(record.headers or HEADERS)
    # Where the host encrypts by itself, the promise to do so is its own matter as well.
    if visitor.is_secure and record.to_https:
        wanted["strict-transport-security"] = "max-age="
    if record.preview:
        wanted["x-robots-tag"] = "noindex"
    return wanted


def _headers(visitor: Visitor, record: BuildRecord, wanted: dict[str, str]) -> Iterator[Finding]:
    answer = visitor.get("/")
    if answer.status != 200:
        return  # that is told of the file; an error has other headers than a page
    headers = answer.headers
    is_public = not record.preview and not record.editor
    if is_public and "noindex" in headers.get("x-robots-tag", ""):
        what = _("/: the header “x-robots-tag” keeps search engines out of the public site.")
        yield Finding(Kind.HIDDEN, what, "/")
    for name, beginning in wanted.items():
        if name not in headers or not headers[name].startswith(beginning):
            what = _(
                "/: the header “{name}” is missing. The host needs mod_headers and a .htaccess "
                "that may set it (AllowOverride FileInfo).",
                name=name,
            )
            yield Finding(Kind.HEADER, what, name)


def _redirect(visitor: Visitor, old: str, new: str) -> Iterator[Finding]:
    answer = visitor.get(quote(old))
    text = answer.body.decode(errors="replace")
    if answer.status == 200 and ("http-equiv=" in text or text.startswith("BEGIN:VCALENDAR")):
        return  # the small page that leads on, or a copy, for hosts that know no redirects
    leads_to = following(visitor.website + "/", answer.headers.get("location", "")) or ""
    if answer.status not in (301, 308) or unquote(leads_to) != visitor.website + unquote(new):
        what = _("{address}: does not lead to {target}.", address=old, target=new)
        yield Finding(Kind.REDIRECT, what, old, answer.status)


def _https(visitor: Visitor) -> Iterator[Finding]:
    try:
        answer = visitor.get("/", plain=True)
    except PublishError:
        return  # nobody listens there, so nobody can be led anywhere unencrypted
    location = answer.headers.get("location", "")
    if answer.status not in (301, 308) or not location.startswith("https:"):
        what = _("http:// does not lead to https://. Switch it on in the host’s control panel.")
        yield Finding(Kind.ENCRYPTION, what, status=answer.status)
