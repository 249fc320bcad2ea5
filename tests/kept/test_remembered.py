import pytest

from schaukasten.kept.remembered import remember_on, remembered
from schaukasten.kept.shelf import Shelf


@pytest.mark.parametrize("kept", [b"", b"[]", b"\xd0", b'[[],["d",1]]'])
def test_what_no_build_has_put_there_is_as_if_nothing_were_kept(tmp_path, monkeypatch, kept):
    shelf = Shelf(tmp_path)
    monkeypatch.setattr(shelf, "get", lambda _key: kept)
    remember_on(shelf)
    try:
        assert remembered(lambda number: number + 1)(1) == 2
    finally:
        remember_on(Shelf(None))
