"""Any text as a path: it means a file in the folder that sites have, or it is refused."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from schaukasten.attachment_kinds import BY_ENDING, KINDS, AttachmentKind
from schaukasten.editor.desk.exchange import Refused
from schaukasten.editor.desk.names import inside, is_known, outside, refuse_large

_STEP = st.sampled_from(
    [
        "..",
        ".",
        "",
        "content",
        "seiten",
        "a.md",
        "A.PDF",
        ".git",
        "\\",
        "C:",
        "\0",
        "~",
        "ä",
    ]
)
_PATHS = st.one_of(
    st.text(max_size=30),
    st.lists(_STEP | st.text(max_size=4), max_size=6).map("/".join),
    st.lists(_STEP, min_size=1, max_size=5).map(lambda steps: "content/" + "/".join(steps)),
    st.sampled_from([None, 7, True, [], {}, b"content/a.md", "content/" + "a/" * 600 + "a.md"]),
)


@given(_PATHS)
def test_no_path_leads_out_of_the_folder_or_to_something_hidden(path: object) -> None:
    try:
        found = inside(path)
    except Refused:
        return
    assert outside(found) == path
    assert is_known(found)
    assert not any(part.startswith(".") for part in found.parts)
    folder = Path("/inhalte")
    assert Path(os.path.normpath(folder / found)) == folder / found
    assert (folder / found).is_relative_to(folder)
    assert len(found.parts) >= 1


@pytest.mark.parametrize(
    "name",
    [
        "a.md",
        "a.yaml",
        "a.jpg",
        "A.JPEG",
        "a.PNG",
        "a.webp",
        "a.svg",
        *(f"A{one}" for one in BY_ENDING),
    ],
)
def test_what_sites_have_has_a_name(name: str) -> None:
    assert str(inside(f"content/seiten/größe 1/{name}")) == f"seiten/größe 1/{name}"


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.ending)
def test_a_file_to_download_may_be_as_large_as_pages_may_offer_it(kind: AttachmentKind) -> None:
    path = inside(f"content/seiten/a{kind.ending}")
    refuse_large(path, kind.limit)
    with pytest.raises(Refused):
        refuse_large(path, kind.limit + 1)
