"""What a form calls the place of something that only the file shows."""

from __future__ import annotations

from typing import Any

import pytest

from tests.browser_editor.scripts import told

pytestmark = pytest.mark.needs("file format")

_DAY = {"name": "am", "label": "Tag"}
_FIELDS = [
    {"name": "title", "label": "Titel"},
    {"name": "schedule", "label": "Zeiten", "fields": [
        {"name": "am", "label": "Einzelne Tage", "field": {"name": "entry", "label": "Tag"}},
        {"name": "nicht", "label": "Fällt aus", "fields": [_DAY]},
    ]},
]  # fmt: skip
CMS = {"collections": [{"folder": "content/angebote", "format": "angebote", "fields": _FIELDS}]}


@pytest.mark.parametrize(
    ("keys", "label"),
    [
        (["title"], "Titel"),
        (["schedule", 1, "nicht", 0, "am"], "Zeiten 2 › Fällt aus 1 › Tag"),
        (["schedule", 0, "am", 2], "Zeiten 1 › Einzelne Tage 3"),
    ],
)
def test_a_field_is_called_by_its_labels_from_the_outermost(keys: list[Any], label: str) -> None:
    script = """
    import { labelOf } from './forms.js';
    tell(labelOf('content/angebote/treff.md', given.keys, { cms: given.cms }));
    """
    assert told(script, keys=keys, cms=CMS) == label
