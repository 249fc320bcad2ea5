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
_HOST = re.compile(r"(?:[^\W_](?:[\w-]*[^\W_])?\.)*[^\W_](?:[\w-]*[^\W_])?")
_BOX = re.compile(r"[A-Za-z0-9.+_-]+$")
_DOMAIN = re.compile(r"@[A-Za-z0-9_-]+(?:\.[A-Za-z0-9_-]+)+(?<![-_\d])(?![\w@-]|\.\w)", re.ASCII)
#: Characters (RFC 1035).
_LONGEST_HOST = 255
#: Characters before "@" and ":" that may belong to an address.
_NEAR = 100
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
    scheme = _SCHEME.search(state.pending[-_NEAR:])
    return scheme is not None and _web(state, len(scheme[0]), "")


def _web(state: StateInline, back: int, scheme: str) -> bool:
    start = state.pos - back
    if not _is_free(state, start):
        return False
    first = start + len("://") + back if back else start
    host = _HOST.match(state.src[first : min(first + _LONGEST_HOST, state.posMax)])
    if host is None or (not back and host[0].count(".") < 2):
        return False
    found = _WEB.match(state.src, start, state.posMax)
    if found is None:
        return False
    address = _without_end(found[0])
    return _link(state, back, address, scheme + address)


def _mail(state: StateInline, silent: bool) -> bool:
    if state.src[state.pos] != "@" or silent or state.linkLevel:
        return False
    near = state.pending[-_NEAR:]
    box = _BOX.search(near)
    domain = _DOMAIN.match(state.src, state.pos, state.posMax)
    if box is None or domain is None:
        return False
    before = near[: box.start()]
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
    """Return an address without what belongs to the sentence: "(see example.org/a_(b))."."""
    end = len(address)
    closing, opening = address.count(")"), address.count("(")
    while end:
        last = address[end - 1]
        entity = _ENTITY.search(address, max(end - 40, 0), end) if last == ";" else None
        if last not in _ENDS or (last == ")" and closing <= opening):
            break
        closing -= last == ")"
        opening -= last == "("
        end = entity.start() if entity else end - 1
    return address[:end]


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
