"""An address or a mail box in running text → a link, as GitHub makes it of most.

GitHub leaves those alone that stand in German quotation marks or behind a colon, and those that a
phone has begun with a capital letter; it takes the closing mark „…“ into the address.
"""

from __future__ import annotations

import re

from markdown_it import MarkdownIt
from markdown_it.common.utils import unescapeAll
from markdown_it.rules_inline import StateInline

_SCHEME = re.compile(r"(?<![A-Za-z0-9])https?$", re.IGNORECASE)
_WEB = re.compile(r"(?:https?://|www\.)[^\s<>\u200b\ufeff„“”«»‹›|]+", re.IGNORECASE)
_HOST = re.compile(r"(?:[^\W_](?:[\w-]*[^\W_])?\.)*[^\W_](?:[\w-]*[^\W_])?(?=[:/?#]|$)")
_BOX = re.compile(r"[A-Za-z0-9.+_-]+$")
_DOMAIN = re.compile(r"@[A-Za-z0-9_-]+(?:\.[A-Za-z0-9_-]+)+(?<![-_\d])(?![\w@-]|\.\w)", re.ASCII)
#: What ends a sentence, and no address.
_ENDS = "?!.,:;*_~'\"’‘‚…)[]}–—"
_ENTITY = re.compile(r"&[A-Za-z0-9]+;$")


def bare_addresses(parser: MarkdownIt) -> None:
    """Let a parser with GitHub's rules for bare addresses follow these."""
    parser.inline.add_terminator_char("W")
    for name, rule in (("www", _www), ("protocol", _protocol), ("email", _mail)):
        parser.inline.ruler.at(f"gfm_autolink_{name}", rule)


def _www(state: StateInline, silent: bool) -> bool:
    if state.src[state.pos] not in "wW" or silent or state.linkLevel:
        return False
    return _web(state, 0, "http://")


def _protocol(state: StateInline, silent: bool) -> bool:
    if state.src[state.pos] != ":" or silent or state.linkLevel:
        return False
    scheme = _SCHEME.search(state.pending)
    return scheme is not None and _web(state, len(scheme[0]), "")


def _web(state: StateInline, back: int, scheme: str) -> bool:
    start = state.pos - back
    found = _WEB.match(state.src, start, state.posMax)
    if found is None or not _is_free(state, start):
        return False
    address = _without_end(found[0])
    host = _HOST.match(address.partition("://")[2] if back else address)
    if host is None or (not back and host[0].count(".") < 2):
        return False
    return _link(state, back, address, scheme + address)


def _mail(state: StateInline, silent: bool) -> bool:
    if state.src[state.pos] != "@" or silent or state.linkLevel:
        return False
    box = _BOX.search(state.pending)
    domain = _DOMAIN.match(state.src, state.pos, state.posMax)
    if box is None or domain is None:
        return False
    before = state.pending[: box.start()]
    # "mailto:" and a box are one link, and read as typed.
    typed = before[-7:] if before[-7:].lower() == "mailto:" else ""
    address = box[0] + domain[0]
    if not _is_free(state, state.pos - len(box[0]) - len(typed)):
        return False
    return _link(state, len(typed + box[0]), typed + address, f"mailto:{address}")


def _is_free(state: StateInline, start: int) -> bool:
    """Whether an address begins here, and is no part of a word or of another address."""
    before = state.src[max(start - 2, 0) : start]
    if before.endswith("_"):
        return not before[:-1].isalnum()
    return not before or not (before[-1].isalnum() or before[-1] in "/@.-+=&#%?\\")


def _without_end(address: str) -> str:
    while address:
        if address.endswith(";") and (entity := _ENTITY.search(address)):
            address = address[: entity.start()]
        elif address[-1] == ")" and address.count(")") <= address.count("("):
            return address
        elif address[-1] in _ENDS:
            address = address[:-1]
        else:
            return address
    return address


def _link(state: StateInline, back: int, text: str, target: str) -> bool:
    start = state.pos - back
    if back:
        state.pending = state.pending[:-back]
    opening = state.push("link_open", "a", 1)
    opening.attrs = {"href": unescapeAll(target)}
    opening.markup = "autolink"
    opening.meta = {"start": start, "end": start + len(text), "bare": True}
    state.push("text", "", 0).content = unescapeAll(text)
    state.push("link_close", "a", -1)
    state.pos = start + len(text)
    return True
