"""Beside the editor lies what the owners of its parts ask for: their names, and their licences."""

from __future__ import annotations

import json
import re
import subprocess
from pathlib import Path

import pytest

from tests import parts

pytestmark = pytest.mark.needs("file format")

_SCRIPT = """
import { licencesOf } from './licences.mjs';
console.log(await licencesOf(['node_modules/yaml/browser/index.js']));
"""


@pytest.fixture
def page(tmp_path: Path) -> Path:
    for name in ("licences.mjs", "licences", "node_modules"):
        (tmp_path / name).symlink_to(parts.EDITOR_PAGE / name)
    return tmp_path


def licences(page: Path) -> subprocess.CompletedProcess[str]:
    command = [str(parts.node_path()), "--preserve-symlinks", "--input-type=module", "-"]
    return subprocess.run(
        command, cwd=page, input=_SCRIPT, capture_output=True, text=True, check=False
    )


def test_each_part_is_named_with_its_owners_above_the_text_of_its_licence(page: Path) -> None:
    done = licences(page)
    assert not done.returncode, done.stderr
    sections = re.split(r"\n-{72}\n", done.stdout)
    assert sections[0].startswith("yaml 2.")
    assert "Copyright Eemeli Aro" in sections[0]
    wanted = {
        "MIT": ["@lexical/clipboard@", "Meta Platforms", "Permission is hereby granted"],
        "Apache-2.0": ["@discourse/heic@", "Jamie Sinclair", "Version 2.0, January 2004"],
        "BSD-3-Clause": ["libwebp", "2010, Google Inc.", "Neither the name of"],
        "LGPL-3.0-or-later": ["libheif", "LESSER GENERAL PUBLIC", "TERMS AND CONDITIONS"],
    }
    for licence, said in wanted.items():
        head = f"Parts of @sveltia/cms as it comes from npm ({licence}):"
        (section,) = (one for one in sections if one.startswith(head))
        places = [section.index(words) for words in said]
        assert places == sorted(places)


def test_of_another_version_nothing_is_said_that_nobody_has_looked_at(page: Path) -> None:
    known = json.loads((page / "licences/sveltia.json").read_text("utf-8"))
    svelte = next(name for name in known["MIT"] if name.startswith("svelte@"))
    known["MIT"]["svelte@0.0.1"] = known["MIT"].pop(svelte)
    texts = parts.EDITOR_PAGE / "licences"
    (page / "licences").unlink()
    (page / "licences").mkdir()
    for text in texts.glob("*.txt"):
        (page / "licences" / text.name).symlink_to(text)
    (page / "licences/sveltia.json").write_text(json.dumps(known), "utf-8")
    done = licences(page)
    assert done.returncode
    assert f"is of another version: {svelte},svelte@0.0.1" in done.stderr
