"""The tree of a text → the same with its marks as printed, block by block."""

from __future__ import annotations

from lxml.html import HtmlElement

from schaukasten.language.typography import MARKS, changes
from schaukasten.model.text.html_tree import AS_TYPED, INLINE


def typeset_tree(root: HtmlElement, language: str) -> None:
    """Set everything below an element in the marks of a language, block by block."""
    for block in _Block.blocks_of(root):
        block.set(language)


class _Block:
    """A run of text between two borders of blocks: pieces of elements' texts and tails."""

    def __init__(self) -> None:
        self.text = ""
        #: Where each piece begins, its element, and which of its two texts it is.
        self.pieces: list[tuple[int, HtmlElement, str]] = []

    @classmethod
    def blocks_of(cls, root: HtmlElement) -> list[_Block]:
        blocks = [cls()]
        _gather(root, blocks)
        return [block for block in blocks if MARKS.search(block.text)]

    def add(self, element: HtmlElement, name: str) -> None:
        text = getattr(element, name)
        if text:
            self.pieces.append((len(self.text), element, name))
            self.text += text

    def set(self, language: str) -> None:
        found = list(changes(self.text, language))
        for begin, element, name in self.pieces:
            old = getattr(element, name)
            result, end = "", 0
            for start, mark, new in found:
                if begin <= start < begin + len(old):
                    result += old[end : start - begin] + new
                    end = start - begin + len(mark)
            setattr(element, name, result + old[end:])


def _gather(element: HtmlElement, blocks: list[_Block]) -> None:
    blocks[-1].add(element, "text")
    for child in element:
        if child.tag in AS_TYPED:
            # A letter for readers of the text around: a mark beside it belongs to a word.
            blocks[-1].text += "x"
        elif child.tag in INLINE:
            _gather(child, blocks)
        else:
            blocks.append(_Block())
            _gather(child, blocks)
            blocks.append(_Block())
        blocks[-1].add(child, "tail")
