"""GitHub's grammar as an extension of Python-Markdown, which keeps its tree, anchors and HTML."""

from __future__ import annotations

import xml.etree.ElementTree as etree
from typing import Any

from markdown import Markdown
from markdown.blockparser import BlockParser
from markdown.extensions import Extension
from markdown_it.token import Token

from schaukasten.language.messages import Gettext
from schaukasten.model.text.elements import Builder, Elements
from schaukasten.model.text.grammar import grammar


class GitHubFlavored(Extension):
    """Lets a `Markdown` read as GitHub does; its tree, its anchors and its HTML stay its own."""

    def __init__(self, gettext: Gettext):
        super().__init__()
        self.gettext = gettext

    def extendMarkdown(self, md: Markdown) -> None:
        for registry, names in (
            (md.preprocessors, ("normalize_whitespace", "html_block")),
            (md.treeprocessors, ("inline", "unescape")),
        ):
            for name in names:
                registry.deregister(name)
        md.parser = Reader(md, self.gettext)


class Reader(BlockParser):
    """Reads one text after the other; what is asked of the last one stands in its attributes."""

    def __init__(self, md: Markdown, gettext: Gettext):
        super().__init__(md)
        self.gettext = gettext
        self.grammar = grammar()
        #: What was defined: `references`, `footnotes`, `abbreviations`; see `grammar`.
        self.definitions: dict[str, Any] = {}
        self.tokens: list[Token] = []
        self.met = Elements()

    def parseDocument(self, lines: list[str]) -> etree.ElementTree:
        self.definitions = {}
        self.tokens = self.grammar.parse("\n".join(lines), self.definitions)
        root = etree.Element(self.md.doc_tag)
        builder = Builder(root, lines, self.md.htmlStash, self.gettext)
        self.met = builder.build(self.tokens)
        return etree.ElementTree(root)

    @property
    def is_cut_off(self) -> bool:
        """Whether the text is nested so deeply that not all of it was read."""
        deepest = max((token.level for token in self.tokens), default=0)
        return deepest >= self.grammar.options.maxNesting - 1
