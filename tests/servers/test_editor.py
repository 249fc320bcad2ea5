"""The folder of the published editor, carried to a host and behind a real Apache."""

from __future__ import annotations

import contextlib
import io
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from schaukasten.browser_editor.forge.folder import make_folder
from schaukasten.browser_editor.forge.forge import Forge
from schaukasten.release import terminal
from tests.browser_editor.published import forms_of, published_for, small_bundle
from tests.servers.apache import Apache
from tests.worlds import ROOT, World, german

CODEBERG = Forge("gitea", "https://codeberg.org", "verein/website")


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project with its editor made, and nothing else."""
    folder = tmp_path_factory.mktemp("project")
    world = World(folder / "world")
    world.news()
    bundle = small_bundle(folder / "bundle")
    make_folder(
        folder / "redaktion", bundle, forms_of(world.content), published_for(CODEBERG), german
    )
    (folder / "theme").symlink_to(ROOT / "theme")
    return folder


@pytest.fixture(scope="module")
def apache(project: Path) -> Iterator[Apache]:
    with Apache(project / "redaktion") as running:
        yield running


def called(project: Path, apache: Apache, command: str, **options: object) -> tuple[int, str]:
    target = {
        "address": f"file://{apache.documents}",
        "website": f"https://localhost:{apache.https_port}",
        "certificates": str(apache.folder / "certificate.pem"),
        "editor": True,
    }
    (project / "publishconf.py").write_text(f"TARGETS = {{'redaktion': {target!r}}}\n")
    said = io.StringIO()
    with contextlib.redirect_stdout(said), contextlib.redirect_stderr(said):
        code = getattr(terminal, command)(project, "redaktion", None, **options)
    return code, said.getvalue()


def test_each_answer_has_the_editors_policy_and_no_search_engine_is_let_in(apache: Apache) -> None:
    for address in ("/", "/anmelden.html", "/konfiguration.json", "/editor.js", "/nirgends"):
        answer = apache.get(address)
        policy = answer["content-security-policy"] or ""
        assert policy.startswith("default-src 'none'; "), address
        assert "connect-src 'self' blob: data: https://codeberg.org;" in policy
        assert answer["x-robots-tag"] == "noindex, nofollow"
        assert (answer["strict-transport-security"] or "").startswith("max-age=")
    assert apache.get("/robots.txt").body == b"User-agent: *\nDisallow: /\n"


def test_files_named_by_their_bytes_are_kept_and_all_others_asked_for_again(
    apache: Apache,
) -> None:
    for address in ("/chunk-6HYSBVTA.js", "/assets/webp_enc-BpZvKflB.wasm"):
        assert apache.get(address)["cache-control"] == "public, max-age=31536000, immutable"
    for address in ("/", "/editor.js", "/konfiguration.json"):
        assert apache.get(address)["cache-control"] == "no-cache"
    # Its name stays when it gets other icons.
    icons = "/assets/material-symbols-outlined-latin-wght-normal-_Z1IJPLg.woff2"
    assert apache.get(icons)["cache-control"] == "public, max-age=86400"


def test_each_file_has_the_type_that_browsers_want(apache: Apache) -> None:
    assert apache.get("/konfiguration.json")["content-type"] == "application/json; charset=utf-8"
    assert apache.get("/assets/webp_enc-BpZvKflB.wasm")["content-type"] == "application/wasm"
    assert apache.get("/editor.js")["content-type"] == "text/javascript; charset=utf-8"


def test_nobody_sees_how_it_was_made_nor_comes_without_encryption(apache: Apache) -> None:
    assert apache.get("/.schaukasten").status in (403, 404)
    assert apache.get("/assets/").status == 404
    plain = apache.get("/anmelden.html", secure=False, host="redaktion.example")
    assert (plain.status, plain["location"]) == (301, "https://redaktion.example/anmelden.html")


def test_it_is_published_and_verified_like_a_site(project: Path) -> None:
    empty = project / "empty"
    empty.mkdir()
    with Apache(empty) as host:
        code, said = called(project, host, "publish", dry_run=True)
        assert code == 0, said
        assert "+ konfiguration.json" in said
        assert not any(host.documents.iterdir())
        code, said = called(project, host, "publish")
        assert code == 0, said
        code, said = called(project, host, "verify")
        assert code == 0, said
        assert said.endswith(": 0 Fehler.\n")


def test_a_new_version_with_other_files_is_no_loss_and_old_scripts_stay_a_while(
    project: Path, tmp_path: Path
) -> None:
    newer = tmp_path / "newer"
    shutil.copytree(project, newer, symlinks=True)
    for name in ("chunk-6HYSBVTA.js", "assets/webp_enc-BpZvKflB.wasm", "LICENCES.txt"):
        (newer / "redaktion" / name).unlink()
    (newer / "redaktion" / "chunk-ABCDEFGH.js").write_text("1;")
    empty = tmp_path / "empty"
    empty.mkdir()
    with Apache(empty) as host:
        assert called(project, host, "publish")[0] == 0
        code, said = called(newer, host, "publish")
        assert code == 0, said
        names = {path.name for path in host.documents.iterdir()}
        assert {"chunk-6HYSBVTA.js", "chunk-ABCDEFGH.js"} <= names
        assert "LICENCES.txt" not in names


def test_a_host_that_sends_another_policy_is_told(project: Path, tmp_path: Path) -> None:
    with Apache(project / "redaktion") as host:
        rules = host.documents / ".htaccess"
        text = rules.read_text()
        rules.write_text(text.replace(" https://codeberg.org", "").replace("noindex, ", ""))
        code, said = called(project, host, "verify")
    assert code == 1
    assert "content-security-policy" in said
    assert "x-robots-tag" in said
