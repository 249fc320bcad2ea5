"""Pelican's settings → the texts of the content that they name, read and rendered beforehand."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from schaukasten.kept.memory import Memory
from schaukasten.model.content import keep_texts
from schaukasten.plugins.named_content import named_content


def read_ahead(settings: Mapping[str, Any], memory: Memory) -> None:
    """Let `memory` know of the texts what `read_site` is going to need."""
    keep_texts(*named_content(settings), memory)
