"""A vacancy in its form: the words of its kinds, a deadline that is none, an address alone."""

from __future__ import annotations

from typing import Any

import pytest

from schaukasten.forms.shape import shape_of
from schaukasten.model.kinds.job import Job
from tests.browser_editor.file_format import Format
from tests.browser_editor.small import edit, put

SHAPE = shape_of(Job, "front-matter")
TEXT = (
    "---\ntitle: Koch\ndate: 2026-11-01\nsummary: S.\nemployment: [teilzeit, FSJ] # beides\n"
    "deadline: laufend\nweekly_hours: 20-25\nbegins: sofort\napply: a@example.org\n---\n\nText.\n"
)


def test_a_vacancy_that_nobody_touches_stays_byte_for_byte(file_format: Format) -> None:
    shown = file_format.read(TEXT, SHAPE)
    assert shown["employment"] == ["Teilzeit", "FSJ"]
    assert file_format.write(TEXT, SHAPE, shown) == TEXT


@pytest.mark.parametrize(
    ("path", "value", "old", "new"),
    [
        (("title",), "Köchin", "Koch", "Köchin"),
        (("deadline",), "2027-01-31", "laufend", "2027-01-31"),
        (("employment",), ["Teilzeit", "Minijob"], "[teilzeit, FSJ]", "[teilzeit, Minijob]"),
        (("begins",), "2027-03-01", "sofort", "2027-03-01"),
        (("apply", "email"), "b@example.org", "a@example.org", "b@example.org"),
        (("apply", "send"), "Ein Brief", "apply: a@example.org",
         "apply:\n  email: a@example.org\n  send: Ein Brief"),
    ],
)  # fmt: skip
def test_what_is_changed_is_changed_alone(
    file_format: Format, path: tuple[str, ...], value: Any, old: str, new: str
) -> None:
    assert edit(file_format, TEXT, put(*path, to=value), SHAPE) == TEXT.replace(old, new)
