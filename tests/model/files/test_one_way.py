"""Check and build over the same 500 files: what the one lets pass, the other can publish."""

from __future__ import annotations

import warnings
from collections import Counter
from pathlib import Path

import pytest

from schaukasten.model.files import image_file
from schaukasten.model.files.attachment import open_attachment
from schaukasten.model.files.picture import open_picture
from schaukasten.model.files.picture_note import PictureNote
from schaukasten.model.reading.problem import Invalid
from tests.model.files.corpus import corpus
from tests.model.files.pictures import decoded
from tests.worlds import german

NOTE = PictureNote(file="a", alt="x")


def outcome(path: Path) -> str:
    """`published`, or what an editor reads; raises what would be a traceback."""
    try:
        if path.suffix.lower() == ".pdf":
            attachment = open_attachment(path, "/")
        else:
            picture = open_picture(path, NOTE)
    except Invalid as invalid:
        what, remedy = invalid.what.text(german), invalid.remedy.text(german)
        assert path.name in what
        assert len(remedy) > 15
        return what.replace(path.name, "…")
    if path.suffix.lower() == ".pdf":
        assert len(attachment.published()) == attachment.size
        return "published"
    for files in picture.published().values():
        for variant, raw in zip(picture.variants, files, strict=True):
            assert decoded(raw).size == (variant.width, variant.height)
    return "published"


@pytest.mark.whole
def test_what_check_lets_pass_is_published_and_all_else_is_named(
    tmp_path: Path, capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    # Large drawings take a second each, and go no other way.
    monkeypatch.setattr(image_file, "DRAWN_WIDTH", 160)
    files = corpus()
    found: Counter[str] = Counter()
    with warnings.catch_warnings(record=True) as warned:
        warnings.simplefilter("always")
        for number, (name, raw) in enumerate(files):
            path = tmp_path / str(number) / name
            path.parent.mkdir()
            path.write_bytes(raw)
            found[outcome(path)] += 1
    assert len(files) == 500
    # Else the test would say nothing of one of the two.
    assert 200 < found["published"] < 400, found
    assert len(found) > 10, found
    assert [str(one.message) for one in warned] == []
    assert capfd.readouterr() == ("", "")
