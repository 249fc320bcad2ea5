"""All that was found → each cause once, with its remedy; what else comes of it is counted."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from schaukasten.language.messages import Message, _
from schaukasten.release.causes import OF_HOST, cause_of, remedy_of
from schaukasten.release.finding import Finding, Kind

#: So many files that fail in one way are named one by one, if they are not most of the site.
NAMED = 5


@dataclass(frozen=True)
class Verdict:
    """What is told, in order; `further` findings are not, since they come of the same causes."""

    problems: list[Message]
    further: int


def verdict(found: list[Finding], files: int, headers: Collection[str]) -> Verdict:
    """Return what to tell of a site of so many files, on each page of which headers are wanted."""
    told: list[Message] = []
    further = 0
    for cause in (_silence, _most_files, _some_files, _no_rules, _headers):
        what, explained = cause(found, files, headers)
        while what is not None:
            told.append(what)
            further += len(explained) - 1
            known = set(explained)
            found = [one for one in found if one not in known]
            what, explained = cause(found, files, headers)
    return Verdict([*told, *_rest(found)], further)


#: A cause, if it is one, and what comes of it.
Explained = tuple[Message | None, Collection[Finding]]


def _silence(found: list[Finding], files: int, headers: Collection[str]) -> Explained:
    silent = [one for one in found if one.kind is Kind.SILENCE]
    return next((one.what for one in silent), None), silent


def _most_files(found: list[Finding], files: int, headers: Collection[str]) -> Explained:
    """One way of failing that most files share is no matter of these files."""
    wrong = [one for one in found if one.kind is Kind.FILE]
    if not wrong:
        return None, []
    status, count = Counter(one.status for one in wrong).most_common(1)[0]
    if count * 2 < files:
        return None, []
    alike = [one for one in wrong if one.status == status]
    is_hosts = _is_page_of_host(found, alike, headers)
    what = cause_of(status, is_hosts, alike[0].location, count, files)
    if status == 200 and not is_hosts:
        # Another build, which has other files as well; the server is in order.
        return what, [one for one in found if one.kind in (Kind.FILE, Kind.ERROR_PAGE)]
    if status in (404, 410):
        # Another site, which knows nothing of what ours has; what it shows of itself is seen to.
        return what, [one for one in found if one.kind not in (Kind.HIDDEN, Kind.ENCRYPTION)]
    if status in OF_HOST and count < files:
        return what, [one for one in found if one.status == status]
    return what, found


def _is_page_of_host(found: list[Finding], alike: list[Finding], headers: Collection[str]) -> bool:
    """It comes even for what exists nowhere, and is always the same or knows none of our rules."""
    if not any(one.kind is Kind.ERROR_PAGE and one.status == 200 for one in found):
        return False
    missing = {one.about for one in found if one.kind is Kind.HEADER}
    same = Counter(one.digest for one in alike).most_common(1)[0][1]
    return same * 2 > len(alike) or missing.issuperset(headers)


def _some_files(found: list[Finding], files: int, headers: Collection[str]) -> Explained:
    """A host that is out of order, or keeps visitors out, may do so for a part of the site."""
    wrong = [one for one in found if one.kind is Kind.FILE and one.status in OF_HOST]
    if not wrong:
        return None, []
    alike = [one for one in wrong if one.status == wrong[0].status]
    what = _(
        "{addresses}: answered {status} instead of 200. {remedy}",
        addresses=_addresses(alike),
        status=wrong[0].status,
        remedy=remedy_of(wrong[0].status, is_everywhere=False),
    )
    # Whatever else was answered so tells nothing of its own.
    return what, [one for one in found if one.status == wrong[0].status]


def _addresses(found: list[Finding]) -> str:
    more = " …" if len(found) > NAMED else ""
    return ", ".join(one.about for one in found[:NAMED]) + more


def _no_rules(found: list[Finding], files: int, headers: Collection[str]) -> Explained:
    """All that the `.htaccess` does is missing: nobody reads it."""
    missing = {one.about for one in found if one.kind is Kind.HEADER}
    page = [one for one in found if one.kind is Kind.ERROR_PAGE]
    if not page or not missing.issuperset(headers):
        return None, []
    of_it = (Kind.HEADER, Kind.ERROR_PAGE, Kind.REDIRECT, Kind.ENCRYPTION)
    what = _(
        "The host does not read the file .htaccess: all headers for safety are missing, and its "
        "error page is not ours. Ask the host for AllowOverride FileInfo Indexes; docs/hosting.md "
        "says what is missing until then."
    )
    return what, [one for one in found if one.kind in of_it]


def _headers(found: list[Finding], files: int, headers: Collection[str]) -> Explained:
    """Headers come from one module; without it all of them are missing."""
    missing = [one for one in found if one.kind is Kind.HEADER]
    if len(missing) < 2:
        return None, []
    what = _(
        "/: the headers {names} are missing. The host needs mod_headers and a .htaccess that may "
        "set them (AllowOverride FileInfo).",
        names=", ".join(one.about for one in missing),
    )
    return what, missing


def _rest(found: list[Finding]) -> Iterator[Message]:
    """Tell one by one what is no more than a few, and of more of a kind the first ones."""
    kinds: dict[tuple[Kind, int], list[Finding]] = {}
    for one in found:
        kinds.setdefault((one.kind, one.status), []).append(one)
    for alike in kinds.values():
        yield from (one.what for one in alike[:NAMED])
        if more := alike[NAMED:]:
            yield _(
                "The same goes for {count} more: {addresses} …",
                count=len(more),
                addresses=", ".join(one.about for one in more[:NAMED]),
            )
