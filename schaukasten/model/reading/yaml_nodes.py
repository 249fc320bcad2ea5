"""YAML text → its nodes, as the parser finds them → plain data, or the problems in its writing."""

from __future__ import annotations

import re
import warnings
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.cyaml import CSafeLoader
from ruamel.yaml.error import MarkedYAMLError, ReusedAnchorWarning, YAMLError
from ruamel.yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from schaukasten.language.messages import Message, _
from schaukasten.model.reading.plain_text import plain_yaml
from schaukasten.model.reading.problem import Invalid, Place
from schaukasten.model.reading.yaml_lost import lost, quoted_line
from schaukasten.model.reading.yaml_places import Loc, YamlText
from schaukasten.model.reading.yaml_slips import UNKNOWN_SLIP, slip

_PLAIN_TAGS = frozenset(
    f"tag:yaml.org,2002:{name}"
    for name in ("str", "int", "float", "bool", "null", "timestamp", "map", "seq", "merge", "value")
)
_MAX_DEPTH = 20
# What the parser in C would follow into the depth of its stack, until the process dies.
_MAX_OPEN = 50
_HYPHENS = re.compile(r"(?:[-?]\s+){30,}")
_BRACKETS = re.compile(r"[\[\]{}]")
# Within brackets the parser in C takes no colon for a letter, as in 9:30 or https://; this one it
# does, and as nobody can type it, nobody means it.
_COLON_IN_A_WORD = re.compile(r"(?<=\w):(?=[\w/])")
_LETTER = "\ue000"
# That letter or an escape that may be it, a note, a tab, a line end of YAML 1.1: the two parsers
# differ in what they say of them, and where.
_READ_SLOWLY = re.compile(rf"[{_LETTER}#\t\x85\u2028\u2029]|\\[uU]")


def read_nodes(text: str, first_line: int) -> YamlText:
    """Read one YAML document; `first_line` is the line of the file on which `text` begins."""
    text = plain_yaml(text)
    result = YamlText(places={(): Place(first_line)})
    deep = _too_deep(text)
    if deep is not None:
        line = first_line + text.count("\n", 0, deep)
        result.errors.append((Place(line), Invalid(*UNKNOWN_SLIP)))
        return result
    try:
        with warnings.catch_warnings():
            # What is wrong with an anchor is told below, and with its line.
            warnings.simplefilter("ignore", ReusedAnchorWarning)
            node = _compose(text)
    except MarkedYAMLError as error:
        place, invalid = slip(error, text)
        result.errors.append((Place(first_line + place.line, place.columns), invalid))
        return result
    except (YAMLError, ValueError, RecursionError) as error:
        line = first_line + text.count("\n", 0, getattr(error, "position", None) or 0)
        result.errors.append((Place(line), Invalid(*UNKNOWN_SLIP)))
        return result
    if node is not None:
        result.data = _Reading(first_line, text.split("\n"), result).plain(node, ())
    return result


def _too_deep(text: str) -> int | None:
    """Where the text is nested more deeply than any parser should follow."""
    hyphens = _HYPHENS.search(text)
    if hyphens:
        return hyphens.start()
    is_open = 0
    for bracket in _BRACKETS.finditer(text):
        is_open = max(0, is_open + (1 if bracket[0] in "[{" else -1))
        if is_open > _MAX_OPEN:
            return bracket.start()
    return None


def _compose(text: str) -> Node | None:
    try:
        return _composed(text)
    except YAMLError as error:
        with suppress(YAMLError):
            return _composed_with_colons(text)
        # The fast parser in C refuses some YAML 1.2; the slow one has the last word.
        try:
            return YAML(typ="safe", pure=True).compose(text)
        except OverflowError:  # over a letter beyond all letters: "\UFFFFFFFF"
            raise error from None


def _composed_with_colons(text: str) -> Node | None:
    """Compose a text of which each `{von: 9:30}` is shown to the parser in C with another letter.

    Raises YAMLError where it does not understand that either, and where the two parsers see notes,
    tabs or ends of lines differently.
    """
    if _READ_SLOWLY.search(text):
        raise YAMLError
    root = _composed(_COLON_IN_A_WORD.sub(_LETTER, text))
    nodes = [] if root is None else [root]
    seen = set()
    while nodes:
        node = nodes.pop()
        if id(node) in seen:
            continue
        seen.add(id(node))
        match node:
            case ScalarNode():
                node.value = node.value.replace(_LETTER, ":")
            case SequenceNode():
                nodes.extend(node.value)
            case MappingNode():
                nodes.extend(one for pair in node.value for one in pair)
    return root


def _composed(text: str) -> Node | None:
    """What `YAML(typ="safe").compose` does, which makes a class of its own for each text."""
    loader = CSafeLoader(text)
    try:
        return loader.get_single_node()
    finally:
        loader.dispose()


@dataclass
class _Reading:
    first_line: int
    lines: list[str]
    result: YamlText
    seen: set[int] = field(default_factory=set)

    def plain(self, node: Node, loc: Loc, key: Place | None = None) -> Any:
        # An alias has the place of its anchor, so its own is that of its key.
        own = self._place(node)
        place = key if key and (id(node) in self.seen or own.line != key.line) else own
        self.result.places[loc] = place
        # An alias is the node of its anchor, met for the second time.
        if id(node) in self.seen or node.tag not in _PLAIN_TAGS or len(loc) > _MAX_DEPTH:
            what = _("YAML aliases (*), tags (!) and deep nesting are not allowed.")
            remedy = _("Write the value out in full; text beginning with & * or ! needs quotes.")
            example = quoted_line(self.lines[node.start_mark.line])
            if example and node.tag not in _PLAIN_TAGS and isinstance(node, ScalarNode):
                remedy = _("Put the whole value in quotation marks: {example}", example=example)
            self.error(place if id(node) in self.seen else own, what, remedy)
            return None
        self.seen.add(id(node))
        if passed_over := lost(node, self.lines):
            self.result.errors.append((place, passed_over))
        match node:
            case ScalarNode():
                # The C parser says '' for "no quotation marks", the pure one None.
                if node.style == "|":
                    self.result.rows[loc] = own.line + 1
                is_null = node.tag.endswith(":null") and not node.style
                return None if is_null else node.value
            case SequenceNode():
                return [self.plain(child, (*loc, i)) for i, child in enumerate(node.value)]
            case MappingNode():
                return self.mapping(node, loc)
        raise TypeError(node)

    def mapping(self, node: MappingNode, loc: Loc) -> dict[str, Any]:
        data: dict[str, Any] = {}
        for key_node, value_node in node.value:
            place = self._place(key_node)
            key = key_node.value
            if not isinstance(key_node, ScalarNode):
                self.error(place, *UNKNOWN_SLIP)
            elif key in data:
                what = _("“{key}” stands twice in the same place.", key=key)
                self.error(place, what, _("Keep one of the two lines."))
            else:
                self.result.keys[(*loc, key)] = place
                data[key] = self.plain(value_node, (*loc, key), place)
        return data

    def _place(self, node: Node) -> Place:
        start, end = node.start_mark, node.end_mark
        is_row = start.line == end.line and start.column < end.column
        columns = (int(start.column), int(end.column)) if is_row else None
        return Place(self.first_line + int(start.line), columns)

    def error(self, place: Place, what: Message, remedy: Message) -> None:
        self.result.errors.append((place, Invalid(what, remedy)))
