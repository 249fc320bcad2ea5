"""The folder of the published editor: what lies in it, and that it is whole or as it was."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

from schaukasten.browser_editor.forge.folder import TooHeavy, make_folder
from schaukasten.browser_editor.forge.forge import Forge
from schaukasten.record.build_record import BuildRecord
from tests.browser_editor.published import COMMIT, forms_of, published_for, small_bundle
from tests.worlds import World, german

CODEBERG = Forge("gitea", "https://codeberg.org", "verein/website")


@pytest.fixture
def bundle(tmp_path: Path) -> Path:
    return small_bundle(tmp_path / "bundle")


@pytest.fixture
def forms(world: World) -> dict[str, Any]:
    world.news()
    world.news(head="status: Entwurf", slug="geheim")
    return forms_of(world.content)


def made(target: Path, bundle: Path, forms: dict[str, Any], forge: Forge = CODEBERG) -> Path:
    make_folder(target, bundle, forms, published_for(forge), german)
    return target


def contents(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }


def test_it_holds_the_editor_its_configuration_and_what_the_host_needs(
    tmp_path: Path, bundle: Path, forms: dict[str, Any]
) -> None:
    files = contents(made(tmp_path / "redaktion", bundle, forms))
    assert set(files) == {
        *("index.html", "editor.js", "chunk-6HYSBVTA.js", "LICENCES.txt"),
        "assets/webp_enc-BpZvKflB.wasm",
        "assets/material-symbols-outlined-latin-wght-normal-_Z1IJPLg.woff2",
        *("konfiguration.json", "anmelden.html", "robots.txt", ".htaccess", ".schaukasten"),
    }
    assert files["robots.txt"] == b"User-agent: *\nDisallow: /\n"
    configuration = json.loads(files["konfiguration.json"])
    assert set(configuration) == {"cms", "shapes", "pages", "suggestions", "forge"}
    assert configuration["cms"]["backend"]["repo"] == "verein/website"
    assert configuration["cms"]["collections"]


def test_made_twice_it_has_the_same_bytes(
    tmp_path: Path, bundle: Path, forms: dict[str, Any]
) -> None:
    first = contents(made(tmp_path / "redaktion", bundle, forms))
    assert contents(made(tmp_path / "redaktion", bundle, forms)) == first
    assert sorted(path.name for path in tmp_path.iterdir() if "redaktion" in path.name) == [
        "redaktion"
    ]


def test_a_text_that_nobody_may_see_yet_is_not_named_in_it(
    tmp_path: Path, bundle: Path, forms: dict[str, Any]
) -> None:
    raw = contents(made(tmp_path / "redaktion", bundle, forms))["konfiguration.json"].decode()
    assert "fest" in raw
    assert "geheim" not in raw


def test_the_server_lets_it_ask_the_forge_and_nobody_else(
    tmp_path: Path, bundle: Path, forms: dict[str, Any]
) -> None:
    github = Forge("github", "https://github.com", "verein/website")
    rules = contents(made(tmp_path / "redaktion", bundle, forms, github))[".htaccess"].decode()
    assert "connect-src 'self' blob: data: https://api.github.com;" in rules
    assert 'Header always set X-Robots-Tag "noindex, nofollow"' in rules
    assert "'unsafe-eval'" not in rules


def test_windows_of_the_forge_are_known_again_only_where_one_signs_in_by_them(
    tmp_path: Path, bundle: Path, forms: dict[str, Any]
) -> None:
    known = Forge("gitea", "https://codeberg.org", "verein/website", app_id="0b1c")
    opened = re.compile(r"Cross-Origin-Opener-Policy (\S+)\n")
    rules = [
        contents(made(tmp_path / "redaktion", bundle, forms, forge))[".htaccess"].decode()
        for forge in (CODEBERG, known)
    ]
    assert [opened.findall(one)[-1] for one in rules] == ["same-origin", "unsafe-none"]


def test_its_record_says_what_it_is_and_which_headers_it_is_to_have(
    tmp_path: Path, bundle: Path, forms: dict[str, Any]
) -> None:
    record = BuildRecord.read(made(tmp_path / "redaktion", bundle, forms))
    assert record is not None
    assert (record.editor, record.website) == (True, "https://kleiner-verein.example")
    assert record.commit == COMMIT
    assert record.headers["x-robots-tag"] == "noindex, nofollow"
    assert "https://codeberg.org" in record.headers["content-security-policy"]


def test_what_would_be_too_heavy_is_named_and_the_old_folder_stays(
    tmp_path: Path, bundle: Path, forms: dict[str, Any]
) -> None:
    before = contents(made(tmp_path / "redaktion", bundle, forms))
    (bundle / "editor.js").write_bytes(b" " * 2_400_001)
    with pytest.raises(TooHeavy) as heavy:
        made(tmp_path / "redaktion", bundle, forms)
    told = [one.text(german) for one in heavy.value.excesses]
    assert len(told) == 1
    assert told[0].startswith("editor.js hat 2400001 Bytes, erlaubt sind 2400000")
    assert contents(tmp_path / "redaktion") == before


def test_a_folder_with_something_else_is_left_alone(
    tmp_path: Path, bundle: Path, forms: dict[str, Any]
) -> None:
    theirs = tmp_path / "redaktion" / "protokoll.txt"
    theirs.parent.mkdir()
    theirs.write_text("Mein")
    with pytest.raises(FileExistsError):
        made(tmp_path / "redaktion", bundle, forms)
    assert contents(tmp_path / "redaktion") == {"protokoll.txt": b"Mein"}
