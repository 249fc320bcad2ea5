"""The headers of a request → nothing, or why it does not come from the editor's own page.

Any page in the browser and any program on this machine can send something to this server. Other
sites cannot read our pages, and none of them can add a header without asking first (Fetch, CORS),
which is answered with nothing: so the token that the page has been told proves who is asking.
"""

from __future__ import annotations

import hmac
from http import HTTPStatus

from schaukasten.editor.desk.exchange import Refused, Request
from schaukasten.language.messages import _

#: DNS rebinding: another site's name may lead here.
_NAMES = ("localhost", "127.0.0.1", "[::1]")
_FOREIGN = _("This request does not come from the editor's own page.")
_STALE = _(
    "The preview was started again. Copy what you have not saved yet, and load this page anew."
)


def refuse_strangers(request: Request) -> None:
    """Let pass only what a page of this very address may have asked for."""
    origin = own_origin(request)
    if _header(request, "Origin") not in ("", origin):
        raise _foreign()
    if _header(request, "Sec-Fetch-Site") not in ("", "same-origin"):
        raise _foreign()


def refuse_frames_and_scripts(request: Request) -> None:
    """Let pass what a page of this address asks for, and who follows a link or a bookmark."""
    is_visit = _header(request, "Sec-Fetch-Mode") == "navigate"
    if is_visit and _header(request, "Sec-Fetch-Dest") == "document":
        own_origin(request)
    else:
        refuse_strangers(request)


def refuse_unproved(request: Request) -> None:
    """Let pass only what is shown by a header, which no page can write, to be of this address.

    Of a read, browsers older than Sec-Fetch-Site (2023) send where it came from and no Origin.
    """
    refuse_strangers(request)
    origin = own_origin(request)
    is_proved = (
        _header(request, "Sec-Fetch-Site") == "same-origin"
        or _header(request, "Origin") == origin
        or _header(request, "Referer").startswith(f"{origin}/")
    )
    if not is_proved:
        raise _foreign()


def refuse_without(token: str, request: Request) -> None:
    """Let pass only who brings the token of this run, as to a forge."""
    refuse_strangers(request)
    scheme, _blank, brought = _header(request, "Authorization").partition(" ")
    is_known = hmac.compare_digest(brought.strip().encode("utf-8", "replace"), token.encode())
    if scheme.lower() not in ("token", "bearer") or not is_known:
        raise Refused(HTTPStatus.UNAUTHORIZED, _STALE)


def own_origin(request: Request) -> str:
    """Return the origin by which this server was asked for; raises Refused for another's name."""
    host = _header(request, "Host").lower()
    known = {f"{name}:{request.port}" for name in _NAMES}
    if request.port == 80:
        known |= set(_NAMES)
    if host not in known:
        raise Refused(HTTPStatus.MISDIRECTED_REQUEST, _FOREIGN)
    return f"http://{host}"


def _header(request: Request, name: str) -> str:
    """The one value of a header; of two that differ nobody knows which the browser has checked."""
    values: list[str] = request.headers.get_all(name, [])
    if len(values) > 1:
        raise _foreign()
    return str(values[0]) if values else ""


def _foreign() -> Refused:
    return Refused(HTTPStatus.FORBIDDEN, _FOREIGN)
