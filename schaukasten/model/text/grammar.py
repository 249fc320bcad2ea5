"""The grammar of texts: GitHub's, which staff see in every preview, read as a person would.

Blocks and their lines come from markdown-it. Where GitHub's own page misleads its reader, the
reader's eye decides: see `lists`, `letters`, and the indented paragraph, which stays a paragraph.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock
from markdown_it.rules_inline import StateInline, autolink, backtick, html_inline, image, link
from markdown_it.token import Token
from mdit_py_plugins.deflist import deflist_plugin
from mdit_py_plugins.footnote.index import footnote_ref
from mdit_py_plugins.gfm import gfm_plugin

from schaukasten.model.text import lists
from schaukasten.model.text.bare import bare_addresses

#: Quotations in quotations, lists in lists; what lies deeper would not be read.
MAX_DEPTH = 60

_ABBREVIATION = re.compile(r"\*\[([^\]\n]+)\]:[ \t]*(.*)")
#: Tokens that know where in their paragraph they stand: `meta["start"]` and `meta["end"]`.
_PLACED = frozenset({"code_inline", "footnote_ref", "html_inline", "image", "link_open"})
BlockRule = Callable[[StateBlock, int, int, bool], bool]
InlineRule = Callable[[StateInline, bool], bool]


class Grammar(MarkdownIt):
    """Takes the target of a link as it was typed: where that leads is looked at later."""

    def validateLink(self, _url: str) -> bool:
        return True

    def normalizeLink(self, url: str) -> str:
        return url

    def normalizeLinkText(self, link: str) -> str:
        return link


def grammar() -> MarkdownIt:
    """Return a parser; `parse(text, env)` gives tokens and fills `env` with definitions."""
    parser = Grammar("commonmark", {"maxNesting": MAX_DEPTH, "store_labels": True})
    parser.use(gfm_plugin).use(deflist_plugin)
    bare_addresses(parser)
    # Whoever indents a paragraph wants it to begin further in, and no typewriter; code has a fence.
    # What was escaped stays apart from what was typed plainly.
    parser.disable(["code", "text_join"])
    parser.block.ruler.at("list", lists.list_of, {"alt": ["paragraph", "reference", "blockquote"]})
    parser.block.ruler.before("reference", "abbreviation", _abbreviation, {"alt": ["paragraph"]})
    parser.inline.ruler.before("backticks", "letters", letters)
    blocks = dict(
        zip(parser.block.ruler.get_active_rules(), parser.block.ruler.getRules(""), strict=True)
    )
    definitions = _definitions(blocks["deflist"])
    parser.block.ruler.at("deflist", definitions, {"alt": ["paragraph", "reference", "blockquote"]})
    for name, rule in _RULES.items():
        parser.inline.ruler.at(name, _placed(rule))
    parser.core.ruler.after("inline", "rows_of_dates", _rows_of_dates)
    parser.core.ruler.before("footnote_tail", "footnotes_by_line", _footnotes_by_line)
    return parser


_RULES: dict[str, InlineRule] = {
    "autolink": autolink,
    "backticks": backtick,
    "footnote_ref": footnote_ref,
    "html_inline": html_inline,
    "image": image,
    "link": link,
}


def letters(state: StateInline, silent: bool) -> bool:
    """Read a single star, tilde, underscore or accent between two letters or digits as typed.

    GitHub takes the stars of "Nachbar*innen und Freund*innen" for emphasis.
    """
    place, text = state.pos, state.src
    if text[place] not in "*~_`" or not 0 < place < state.posMax - 1:
        return False
    if not (text[place - 1].isalnum() and text[place + 1].isalnum()):
        return False
    if not silent:
        state.append_pending(text[place])
    state.pos += 1
    return True


def _placed(rule: InlineRule) -> InlineRule:
    """Let the tokens of a rule remember where in their paragraph they begin and end."""

    def placed(state: StateInline, silent: bool) -> bool:
        start, known = state.pos, len(state.tokens)
        if not rule(state, silent):
            return False
        for token in state.tokens[known:]:
            if token.type in _PLACED and "start" not in token.meta:
                token.meta = {**token.meta, "start": start, "end": state.pos}
        return True

    return placed


def _definitions(rule: BlockRule) -> BlockRule:
    """Let a list of terms begin only where ": " stands right below a line.

    The plugin takes a line between waves for one, and whatever lies an empty line further up.
    """

    def definitions(state: StateBlock, start: int, end: int, silent: bool) -> bool:
        below = start + 1
        if below >= end or state.sCount[below] < state.blkIndent:
            return False
        first = state.bMarks[below] + state.tShift[below]
        return state.src[first : first + 1] == ":" and rule(state, start, end, silent)

    return definitions


def _abbreviation(state: StateBlock, start: int, _end: int, silent: bool) -> bool:
    """`*[MGH]: Mehrgenerationenhaus`, of which GitHub knows nothing."""
    first = state.bMarks[start] + state.tShift[start]
    found = _ABBREVIATION.fullmatch(state.src[first : state.eMarks[start]])
    if found is None:
        return False
    if not silent:
        known = state.env.setdefault("abbreviations", {})
        if found[1] in known:
            state.env.setdefault("abbreviation_twins", []).append((found[1], start))
        else:
            known[found[1]] = (found[2].strip(), start)
        state.line = start + 1
    return True


def _rows_of_dates(state: object) -> None:
    """Break the line before a date where dates stand below each other, as in a list."""
    for token in state.tokens:  # type: ignore[attr-defined]
        if token.type != "inline" or "\n" not in token.content:
            continue
        rows = token.content.split("\n")
        row = 0
        for child in token.children or []:
            if child.type in {"softbreak", "hardbreak"}:
                row += 1
                above = rows[row - 1].rstrip() if row < len(rows) else ""
                is_row = lists.begins_with_date(above) or above.endswith(":")
                if is_row and lists.begins_with_date(rows[row].strip()):
                    child.type = "hardbreak"


def _footnotes_by_line(state: object) -> None:
    """Remember the line of each footnote before those to which nothing refers are dropped."""
    tokens: list[Token] = state.tokens  # type: ignore[attr-defined]
    noted: list[tuple[str, int]] = state.env.setdefault(  # type: ignore[attr-defined]
        "noted", []
    )
    for number, token in enumerate(tokens):
        if token.type == "footnote_reference_open":
            first = next((one.map[0] for one in tokens[number:] if one.map), 0)
            noted.append((token.meta["label"], first))
