"""How most files of a site fail → what is the matter with the host, and what helps."""

from __future__ import annotations

from schaukasten.language.messages import Message, _


def cause_of(status: int, is_hosts: bool, location: str, count: int, files: int) -> Message:
    """Return the cause of `count` of so many files that answer alike.

    With a status of 200 they hold other bytes than ours, a page of the host's own if `is_hosts`.
    """
    if status == 200:
        remedy = _one_page() if is_hosts else _other_bytes()
        return _(
            "{count} of {files} files hold something else than what was built. {remedy}",
            count=count,
            files=files,
            remedy=remedy,
        )
    if 300 <= status < 400 and location:
        remedy = _(
            "They lead elsewhere, the first to {target}. Look for a redirect in the host’s control "
            "panel and turn it off.",
            target=location,
        )
    else:
        remedy = remedy_of(status, is_everywhere=count == files)
    return _(
        "{count} of {files} files answer {status} instead of 200. {remedy}",
        count=count,
        files=files,
        status=status,
        remedy=remedy,
    )


def remedy_of(status: int, is_everywhere: bool) -> Message:
    """Return what helps against a status of error; what a `.htaccess` does it does everywhere."""
    of_a_part = None if is_everywhere else _OF_A_PART.get(status)
    return of_a_part or _REMEDIES.get(status) or _OUT_OF_ORDER


def _one_page() -> Message:
    return _(
        "The host answers every address with a page of its own, such as a parked domain’s or that "
        "of a repair. In the control panel, let the domain lead to the target’s folder, and end "
        "what else is switched on there."
    )


def _other_bytes() -> Message:
    return _(
        "Either another site or an older build lies there: publish, and see that the domain leads "
        "to the target’s folder. Or the host adds something to pages: turn that off."
    )


_PASSWORD = _(
    "The host asks for a password, which visitors do not have either. Turn it off in the control "
    "panel; if a preview is to keep it, verify cannot look at it."
)
_FORBIDDEN = _(
    "The host forbids everything. Ask it for FollowSymLinks or SymLinksIfOwnerMatch, which the "
    ".htaccess needs; or the folder’s permissions keep the web server out."
)
_ELSEWHERE = _(
    "The domain leads to another folder than the target’s, or nothing was published there yet. In "
    "the host’s control panel, compare the domain’s folder with the path in “address”."
)
_TOO_MANY = _(
    "The host was asked too much at once and keeps us out. Wait an hour, then verify again."
)
_BROKEN = _(
    "The host cannot do what the .htaccess says. Ask it for AllowOverride FileInfo Indexes and for "
    "the line in its error log. If pages come once .htaccess is renamed, it is that."
)
_REPAIR = _("The host is being repaired or overloaded. Try again later; if it stays so, ask it.")
_OUT_OF_ORDER = _(
    "The host is out of order or being repaired. Try again later; if it stays so, ask it."
)
_KEPT_OUT = _(
    "The permissions of these files keep the web server out, or the host took us for an attacker. "
    "Wait an hour, then verify again; if it stays so, ask it."
)
_REMEDIES = {
    401: _PASSWORD,
    403: _FORBIDDEN,
    404: _ELSEWHERE,
    410: _ELSEWHERE,
    429: _TOO_MANY,
    500: _BROKEN,
    503: _REPAIR,
}
_OF_A_PART = {403: _KEPT_OUT, 500: _OUT_OF_ORDER}
#: What a host answers by itself, whatever is asked for.
OF_HOST = frozenset({401, 403, 429, *range(500, 600)})
