"""A library is imported without another one, which all others can import as ever."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from schaukasten.stand_in import StandIn, standing_in


@pytest.fixture
def library(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """The name of a library that brings another one."""
    (tmp_path / "bringing.py").write_text(
        "import brought\nfrom brought import Thing\nThing(1, 2)\n"
    )
    (tmp_path / "brought.py").write_text("Thing = complex\n")
    monkeypatch.syspath_prepend(tmp_path)
    for name in ("bringing", "brought"):
        monkeypatch.delitem(sys.modules, name, raising=False)
    return "bringing"


def test_what_is_brought_is_loaded_by_those_who_ask_for_it(library: str) -> None:
    with standing_in({"brought": StandIn("brought")}):
        found = __import__(library)
    assert found.Thing is not complex
    assert "brought" not in sys.modules
    assert __import__("brought").Thing is complex


def test_what_is_loaded_stays_as_it_is(library: str) -> None:
    before = __import__("brought")
    with standing_in({"brought": StandIn("brought")}):
        assert __import__(library).Thing is complex
    assert sys.modules["brought"] is before


def test_no_stand_in_stays_behind_after_a_mistake(library: str) -> None:
    with pytest.raises(ImportError), standing_in({"brought": None}):
        __import__(library)
    assert __import__("brought").Thing is complex


def test_a_module_of_a_package_is_found_in_it_for_as_long() -> None:
    import wsgiref

    with standing_in({"wsgiref.validate": StandIn("wsgiref.validate", validator=3)}):
        assert wsgiref.validate.validator == 3
    assert not hasattr(wsgiref, "validate")
    import wsgiref.validate

    assert callable(wsgiref.validate.validator)
