"""What counts as a save, and that folders may come and go."""

from __future__ import annotations

from pathlib import Path

import pytest

from schaukasten.editor.saves import is_of_concern, saves


@pytest.mark.parametrize("name", ["a.md", "data/b.yaml", "a b/bild 1.jpg", "swp/x.md", "x.css"])
def test_a_file_of_the_site_counts(name: str) -> None:
    # Where the folder itself lies is nobody's concern.
    folder = Path("/home/.versteckt/content")
    assert is_of_concern(folder / name, [folder])


@pytest.mark.parametrize(
    "name",
    [
        *(".a.md.swp", "a.md~", "#a.md#", ".#a.md", "4913", ".git/index", ".DS_Store"),
        *("~$brief.docx", "a.tmp", ".~lock.a.odt#", "angebote/.a.md.swx", "Thumbs.db"),
    ],
)
def test_what_editors_and_systems_put_beside_it_does_not(name: str) -> None:
    folder = Path("/content")
    assert not is_of_concern(folder / name, [folder])


def test_saves_are_seen_in_files_that_are_replaced_and_folders_that_come_back(
    tmp_path: Path,
) -> None:
    content, conf = tmp_path / "content", tmp_path / "conf.py"
    content.mkdir()
    conf.write_text("A = 1")
    seen = saves([content, tmp_path / "theme"], conf)
    next(seen)  # at once
    (content / "a.md").write_text("x")
    next(seen)
    # As many editors save: another file takes its place.
    (tmp_path / "new").write_text("A = 2")
    (tmp_path / "new").replace(conf)
    next(seen)
    content.rename(tmp_path / "weg")
    next(seen)
    (tmp_path / "weg").rename(content)
    next(seen)
    (content / "a.md").write_text("y")
    next(seen)
