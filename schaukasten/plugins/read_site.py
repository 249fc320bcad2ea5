"""Pelican's settings → the content that they name, and the words of its language.

Without Pelican: `check` reads the content by the same function as a build, and waits for no more.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from schaukasten.kept.memory import Memory
from schaukasten.language.messages import Gettext
from schaukasten.model.load import load
from schaukasten.model.site import Outcome
from schaukasten.plugins.named_content import named_content


def read_site(settings: Mapping[str, Any], memory: Memory) -> tuple[Outcome, Gettext]:
    """Read the content that Pelican's settings name; also return the words of its language."""
    named = named_content(settings)
    try:
        outcome = load(*named, memory)
    # Somebody may have put there what no build does: then it is as if nothing were kept. A mistake
    # of ours is met again.
    except Exception:
        outcome = load(*named)
    return outcome, named.theme.translate(outcome.language)
