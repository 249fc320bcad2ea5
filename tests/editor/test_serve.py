"""`serve` as a process: where it listens, what it says, and that nothing is left of it."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.editor.desks import Client, create
from tests.worlds import ROOT, TODAY, World

#: The one outside the environment, as somebody types it.
BARE_PYTHON = sys._base_executable  # type: ignore[attr-defined]


@contextmanager
def serving(world: World, port: str, temporary: Path) -> Iterator[subprocess.Popen[str]]:
    """The command, with a folder of its own for what is temporary; killed if it is still there."""
    temporary.mkdir(exist_ok=True)
    options = ["--content", str(world.content), "--port", port, "--today", TODAY]
    process = subprocess.Popen(
        [BARE_PYTHON, "tasks.py", "serve", *options],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        encoding="utf-8",
        env=os.environ | {"TMPDIR": str(temporary), "PYTHONIOENCODING": "utf-8"},
    )
    try:
        yield process
    finally:
        process.kill()
        process.communicate()


def line(process: subprocess.Popen[str]) -> str:
    assert process.stdout
    return process.stdout.readline()


@pytest.mark.skipif(os.name == "nt", reason="needs signals")
def test_a_taken_port_is_said_the_next_is_taken_and_each_signal_ends_all(
    world: World, tmp_path: Path
) -> None:
    first_folder, second_folder = tmp_path / "first", tmp_path / "second"
    with serving(world, "0", first_folder) as first:
        found = re.search(r"http://localhost:(\d+)/", line(first))
        assert found
        with serving(world, found[1], second_folder) as second:
            assert f"Port {found[1]} wird schon" in line(second)
            assert re.search(r"http://localhost:\d+/", line(second))
            # In the middle of the first build, unless that is over by now.
            second.send_signal(signal.SIGINT)
            rest, _nothing = second.communicate(timeout=10)
            assert second.returncode == 0, rest
            assert "Traceback" not in rest
        while "erzeugt" not in line(first):
            assert first.poll() is None
        assert any(first_folder.iterdir())
        first.send_signal(signal.SIGTERM)
        rest, _nothing = first.communicate(timeout=10)
        assert first.returncode == 0, rest
    assert list(first_folder.iterdir()) == []
    assert list(second_folder.iterdir()) == []


#: `serve --edit` with an editor of one page; the real one is made by a command of its own.
EDITING = """
import sys
from pathlib import Path
from schaukasten.editor.editing import Editing
from schaukasten.editor.serve import serve
root, content, bundle, today = sys.argv[1:]
editing = Editing(Path(bundle), lambda content, settings: {"cms": {"collections": []}})
sys.exit(serve(Path(root), Path(content), 0, today, editing))
"""


@pytest.mark.skipif(os.name == "nt", reason="needs signals")
@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_what_is_saved_at_the_desk_is_built_and_a_signal_ends_all_of_it(
    tmp_path: Path, number: signal.Signals
) -> None:
    world = World(tmp_path)
    content = world.content.rename(tmp_path / "Inhalte der Schule")
    (tmp_path / "redaktion").mkdir()
    (tmp_path / "redaktion/index.html").write_text("<title>Redaktion</title>")
    process = subprocess.Popen(
        [sys.executable, "-c", EDITING, ROOT, content, tmp_path / "redaktion", TODAY],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        encoding="utf-8",
        env=os.environ | {"PYTHONIOENCODING": "utf-8"},
    )
    try:
        assert "Vorschau: " in line(process)
        found = re.fullmatch(r"Redaktion: http://localhost:(\d+)/redaktion/\n", line(process))
        assert found
        assert line(process) == f"Was dort gespeichert wird, steht danach in {content}.\n"
        client = Client(int(found[1])).sign_in()
        while "erzeugt" not in line(process):
            assert process.poll() is None
        text = "---\ntitle: Ahoi\ndate: 2026-03-08\nsummary: B.\n---\nX.\n"
        assert client.commit(create("content/aktuelles/ahoi/index.md", text)).status == 201
        while "erzeugt" not in line(process):
            assert process.poll() is None
        page = client.ask("GET", "/aktuelles/2026/ahoi/")
        assert (page.status, b"Ahoi" in page.body) == (200, True)
        broken = "content/aktuelles/ohne-tag/index.md"
        assert client.commit(create(broken, "---\ntitle: Ohne\n---\nX.\n")).status == 201
        while "nicht erzeugt" not in line(process):
            assert process.poll() is None
        signed: dict[str, str | None] = {"Authorization": f"token {client.token}"}
        told = client.ask("GET", "/redaktion/pruefung.json", headers=signed).json["findings"]
        assert (told[0]["file"], told[0]["severity"]) == (broken, "error")
        process.send_signal(number)
        rest, _nothing = process.communicate(timeout=10)
        assert process.returncode == 0, rest
        assert "Traceback" not in rest
    finally:
        process.kill()
        process.communicate()
    assert (content / "aktuelles/ahoi/index.md").read_text("utf-8") == text
    assert not list(content.rglob(".*"))
