"""YAML text → plain data and the place of every key and value, or the problems in its writing.

Every scalar stays the text that was written (`18:00`, `01067`, `no`); the schema says what it
means. An empty value is None. Aliases and tags are refused: content needs none, and aliases
make small files that grow without bound.
"""

from __future__ import annotations

from schaukasten.model.reading.yaml_places import YamlText


def parse(text: str, first_line: int = 1) -> YamlText:
    """Read one YAML document; `first_line` is the line of the file on which `text` begins."""
    # Where no file has changed, there is none to read, and the parser is a large library.
    from schaukasten.model.reading.yaml_nodes import read_nodes

    return read_nodes(text, first_line)
