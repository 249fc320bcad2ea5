"""Saves: all of one reaches the disk or nothing; what somebody else has saved is never lost."""

from __future__ import annotations

import errno
import os
import shutil
import stat
import threading
import unicodedata
from collections.abc import Callable
from pathlib import Path, PurePosixPath
from typing import Any

import pytest

from schaukasten.editor.desk import saving
from schaukasten.editor.desk.changes import Change
from schaukasten.editor.desk.drawer import Drawer
from schaukasten.editor.desk.exchange import Refused
from schaukasten.editor.saves import is_of_concern
from tests.editor.desks import Client, create, delete, everything, move, update
from tests.worlds import german

FEST = "content/aktuelles/2026-03-08-fest"


def test_one_save_creates_changes_moves_and_deletes(client: Client, content: Path) -> None:
    shas = client.tree()
    answer = client.commit(
        create("content/aktuelles/2026-04-01-neu/index.md", "Neu.\n"),
        create("content/aktuelles/2026-04-01-neu/bild.png", b"\x89PNG\0\xff"),
        update("content/seiten/index.md", shas["content/seiten/index.md"], "Anders.\n"),
        move(f"{FEST}/index.md", "content/seiten/fest.md", shas[f"{FEST}/index.md"], "Fest.\n"),
        delete(f"{FEST}/bild.jpg", shas[f"{FEST}/bild.jpg"]),
    )
    assert answer.status == 201
    assert everything(content) == {
        "aktuelles/2026-04-01-neu/index.md": b"Neu.\n",
        "aktuelles/2026-04-01-neu/bild.png": b"\x89PNG\0\xff",
        "data/houses.yaml": b"- name: Haus\n",
        "seiten/index.md": b"Anders.\n",
        "seiten/fest.md": b"Fest.\n",
        "seiten/größe.md": "Größe.\n".encode(),
    }
    files = answer.json["files"]
    assert [file and file["path"] for file in files] == [
        "content/aktuelles/2026-04-01-neu/index.md",
        "content/aktuelles/2026-04-01-neu/bild.png",
        "content/seiten/index.md",
        "content/seiten/fest.md",
        None,
    ]
    tree = client.tree()
    assert all(tree[file["path"]] == file["sha"] for file in files if file)


def test_a_folder_with_nothing_left_in_it_goes_and_the_content_stays(
    client: Client, content: Path
) -> None:
    shas = client.tree()
    assert client.commit(*(delete(path, sha) for path, sha in shas.items())).status == 201
    assert content.is_dir()
    assert list(content.iterdir()) == []
    assert client.commit(create("content/seiten/index.md")).status == 201


def test_a_folder_in_which_something_hidden_lies_stays(client: Client, content: Path) -> None:
    (content / "data/.gitkeep").touch()
    sha = client.tree()["content/data/houses.yaml"]
    assert client.commit(delete("content/data/houses.yaml", sha)).status == 201
    assert (content / "data/.gitkeep").exists()


def test_what_was_changed_elsewhere_meanwhile_is_not_written_over(
    client: Client, content: Path
) -> None:
    shas = client.tree()
    (content / "seiten/index.md").write_text("Von jemand anderem.\n")
    before = everything(content)
    index = "content/seiten/index.md"
    for change in (
        update(index, shas[index]),
        delete(index, shas[index]),
        move(index, "content/seiten/start.md", shas[index]),
    ):
        answer = client.commit(create("content/seiten/neu.md"), change)
        assert answer.status == 422
        assert answer.message == (
            "„seiten/index.md“ wurde gerade an anderer Stelle geändert. Speichern Sie noch "
            "einmal, dann können Sie wählen, was bleibt."
        )
    assert everything(content) == before
    assert client.commit(update(index, client.tree()[index])).status == 201


def test_what_is_gone_meanwhile_is_said_to_be_gone(client: Client, content: Path) -> None:
    sha = client.tree()["content/seiten/index.md"]
    (content / "seiten/index.md").unlink()
    for change in (
        update("content/seiten/index.md", sha),
        delete("content/seiten/index.md", sha),
        move("content/seiten/index.md", "content/seiten/start.md", sha),
    ):
        answer = client.commit(change)
        assert answer.status == 404
        assert answer.message.startswith("„seiten/index.md“ gibt es nicht mehr. Speichern Sie")


def test_a_new_file_takes_no_others_place(client: Client, content: Path) -> None:
    before = everything(content)
    sha = client.tree()["content/data/houses.yaml"]
    for change in (
        create("content/seiten/index.md"),
        move("content/data/houses.yaml", "content/seiten/index.md", sha),
    ):
        answer = client.commit(change)
        assert answer.status == 422
        assert answer.message.startswith("Eine Datei „seiten/index.md“ gibt es schon. Mit ")
    assert everything(content) == before


def test_a_text_is_not_written_over_by_who_does_not_say_what_he_has_read(client: Client) -> None:
    for sha in (None, ""):
        answer = client.commit(update("content/seiten/index.md", sha))
        assert answer.status == 422
        assert answer.message.startswith("Der Redaktion fehlt der Stand von „seiten/index.md“.")


def test_a_picture_is_replaced_as_sveltia_replaces_it(client: Client, content: Path) -> None:
    assert client.commit(update(f"{FEST}/bild.jpg", None, "Anderes")).status == 201
    assert (content / "aktuelles/2026-03-08-fest/bild.jpg").read_text() == "Anderes"


@pytest.mark.parametrize(
    "path",
    [
        "../neu.md", "content/../neu.md", "content/../../neu.md", "/tmp/neu.md", "neu.md",
        "content", "content/", "content//neu.md", "content/./neu.md", "content/seiten/../neu.md",
        "content/neu.md/", "content/..", "content\\neu.md", "content/..\\neu.md", "Content/neu.md",
        "content/.neu.md", "content/.git/neu.md", "content/.git/hooks/post-commit",
        "content/seiten/.htaccess", "content/.schaukasten-0.md", "content/neu.md\0",
        "content/\0.md",
        "content/a\nb.md", "content/a\x7f.md", "content/C:/neu.md", "content/neu.md:strom.md",
        "content/link/neu.md", "content/verweis.md", "content/seiten/index.md/neu.md",
        "content/Seiten/neu.md", "content/SEITEN/index.md",
        "content/seiten/neu\u202e.md", "content/con.md", "content/aux/neu.md", "content/LPT1.md",
        "content/neu .md /x.md", "content/ neu.md", "content/neu?.md", "content/neu*.md",
        'content/"neu".md', "content/<neu>.md", "content/4913/neu.md", "content/~$neu.md",
        "content/#neu.md", "content/ordner./neu.md", "content/neu.exe", "content/neu.html",
        "content/neu.js", "content/neu.MD", "content/neu.yml", "content/neu", "content/neu.md.tmp",
        "content/neu.py", "content/neu.doc", "content/" + "ä" * 200 + ".md",
        "content/" + "a/" * 600 + "neu.md", "file:///content/neu.md", "content/%2e%2e/neu.exe",
        "content/\ud800.md", "", " ", ".", "..", "/",
    ],
)  # fmt: skip
def test_there_is_no_way_out_of_the_folder_and_none_to_what_it_does_not_hold(
    client: Client, content: Path, path: str
) -> None:
    (content / "link").symlink_to(content.parent)
    (content / "verweis.md").symlink_to(content.parent / "geheim.md")
    before = everything(content.parent)
    sha = client.tree()["content/seiten/index.md"]
    for change in (
        create(path),
        move("content/seiten/index.md", path, sha),
        update(path, sha),
        move(path, "content/seiten/neu.md", sha),
        delete(path, sha),
    ):
        answer = client.commit(change)
        # An empty `from_path` means that nothing is moved.
        expected = (404,) if change.get("from_path") == "" else (404, 422)
        assert answer.status in expected, change
        assert answer.message
    assert everything(content.parent) == before


def test_a_link_is_neither_followed_nor_replaced_nor_deleted(client: Client, content: Path) -> None:
    secret = content.parent / "geheim.md"
    (content / "verweis.md").symlink_to(secret)
    sha = client.tree()["content/seiten/index.md"]
    for change in (
        create("content/verweis.md"),
        update("content/verweis.md", sha),
        delete("content/verweis.md", sha),
    ):
        assert client.commit(change).status in (404, 422)
    assert secret.read_text() == "geheim"
    assert (content / "verweis.md").is_symlink()


def test_two_names_that_some_disks_cannot_tell_apart_are_not_made(
    client: Client, content: Path
) -> None:
    answer = client.commit(create("content/seiten/Index.md"))
    assert answer.message == (
        "Es gibt schon „index.md“; nicht jeder Datenträger kann „Index.md“ davon unterscheiden."
    )
    # As a Mac writes it.
    taken = unicodedata.normalize("NFD", "content/seiten/größe.md")
    assert client.commit(create(taken)).status == 422


def test_a_name_may_change_its_spelling_only(client: Client, content: Path) -> None:
    sha = client.tree()["content/seiten/index.md"]
    answer = client.commit(move("content/seiten/index.md", "content/seiten/Index.md", sha))
    assert answer.status == 201
    names = sorted(path.name for path in (content / "seiten").iterdir())
    assert names == ["Index.md", "größe.md"]


def test_a_file_keeps_the_spelling_that_a_mac_has_given_it(client: Client, content: Path) -> None:
    name = unicodedata.normalize("NFD", "grün.jpg")
    (content / "seiten" / name).write_bytes(b"1")
    path = f"content/seiten/{name}"
    assert client.media(path).body == b"1"
    assert client.commit(update(path, client.tree()[path], b"2")).status == 201
    assert (content / "seiten" / name).read_bytes() == b"2"
    assert client.commit(create(f"content/data/{name}", b"3")).json["files"][0]["path"] in (
        client.tree()
    )


@pytest.mark.parametrize(
    "changes",
    [
        [create("content/a.md"), create("content/a.md")],
        [create("content/a.md"), create("content/A.md")],
        [create("content/grün.md"), create("content/gru\u0308n.md")],
        [create("content/a.md"), create("content/a.md/b.md")],
        [create("content/a.md/b.md"), create("content/a.md")],
    ],
)
def test_two_changes_of_one_save_must_not_touch_the_same(
    client: Client, content: Path, changes: list[dict[str, Any]]
) -> None:
    before = everything(content)
    assert client.commit(*changes).status == 422
    assert everything(content) == before


@pytest.mark.parametrize(
    ("path", "size", "status"),
    [
        ("content/a.md", 200_000, 201), ("content/a.md", 200_001, 413),
        ("content/a.yaml", 200_001, 413), ("content/a.pdf", 20_000_001, 413),
        ("content/a.jpg", 30_000_000, 201), ("content/a.JPG", 30_000_001, 413),
        ("content/a.svg", 30_000_001, 413),
    ],
)  # fmt: skip
def test_a_file_has_a_largest_size(
    client: Client, content: Path, path: str, size: int, status: int
) -> None:
    answer = client.commit(create(path, bytes(size)))
    assert answer.status == status
    if status == 413:
        limit = size // 1000
        told = f"zu groß: {limit + 1} KB. Höchstens {limit} KB lassen sich speichern."
        assert told in answer.message
        assert not (content / path.removeprefix("content/")).exists()


def test_a_file_keeps_its_mode_and_a_new_one_has_that_of_any_new_file(
    client: Client, content: Path
) -> None:
    (content / "seiten/index.md").chmod(0o640)
    (content / "data/houses.yaml").chmod(0o604)
    shas = client.tree()
    client.commit(
        update("content/seiten/index.md", shas["content/seiten/index.md"]),
        move("content/data/houses.yaml", "content/data/h.yaml", shas["content/data/houses.yaml"]),
        create("content/seiten/neu.md"),
    )
    (content / "seiten/wie.md").write_text("")
    modes = {path.name: stat.S_IMODE(path.stat().st_mode) for path in content.glob("*/*.*")}
    assert modes["index.md"] == 0o640
    assert modes["h.yaml"] == 0o604
    assert modes["neu.md"] == modes["wie.md"]


#: Where a disk may fail in a save, and how often that is done in the one below.
STEPS = {"mkdir": 2, "open": 5, "fsync": 5, "copymode": 3, "replace": 5}
TURNS = [(step, turn) for step, turns in STEPS.items() for turn in range(turns)]


def failing(monkeypatch: pytest.MonkeyPatch, step: str, after: int, error: OSError) -> list[str]:
    """Let a step fail from its turn `after` on; returns what has failed."""
    failed: list[str] = []
    turns = iter(range(1000))
    owner: Any = os if step in ("fsync", "link") else shutil if step == "copymode" else Path
    real: Callable[..., Any] = getattr(owner, step)

    def broken(*given: Any, **named: Any) -> Any:
        # Of one turn only: what undoes the rest must not fail as well. Reading goes on.
        if (step != "open" or "xb" in given) and next(turns) == after:
            failed.append(step)
            raise error
        return real(*given, **named)

    monkeypatch.setattr(owner, step, broken)
    return failed


@pytest.mark.parametrize(("step", "turn"), TURNS)
def test_a_disk_that_fails_midway_leaves_everything_as_it_was(
    content: Path, monkeypatch: pytest.MonkeyPatch, step: str, turn: int
) -> None:
    drawer, changes = Drawer(content), many_changes(content)
    before = everything(content)
    with monkeypatch.context() as patch:
        failed = failing(patch, step, turn, OSError(errno.EIO, "Input/output error"))
        with pytest.raises(Refused) as refused:
            drawer.save(changes)
    assert refused.value.status == 500
    assert failed == [step]
    assert everything(content) == before


@pytest.mark.parametrize("turn", range(4))
def test_a_disk_without_hard_links_is_no_failure(
    content: Path, monkeypatch: pytest.MonkeyPatch, turn: int
) -> None:
    drawer, changes = Drawer(content), many_changes(content)
    with monkeypatch.context() as patch:
        failed = failing(patch, "link", turn, OSError(errno.EPERM, "Operation not permitted"))
        drawer.save(changes)
    assert failed
    assert set(everything(content).values()) == {b"Anders.\n"}
    assert len(everything(content)) == 5


def many_changes(content: Path) -> list[Change]:
    shas = {str(blob.path): blob.sha for blob in Drawer(content).blobs()}
    return [
        saving_change("create", "neu/tief/a.md"),
        saving_change("update", "seiten/index.md", shas),
        saving_change("update", "data/h.yaml", shas, "data/houses.yaml"),
        saving_change("update", "seiten/größe.md", shas),
        saving_change("delete", "aktuelles/2026-03-08-fest/index.md", shas),
        saving_change("delete", "aktuelles/2026-03-08-fest/bild.jpg", shas),
        saving_change("create", "neu/b.md"),
    ]


def saving_change(
    operation: str, path: str, shas: dict[str, str] | None = None, source: str = ""
) -> Change:
    origin = PurePosixPath(source or path) if shas is not None else None
    sha = shas[source or path] if shas is not None else ""
    return Change(operation, PurePosixPath(path), origin, sha, b"Anders.\n")


@pytest.mark.parametrize(
    ("number", "status", "told"),
    [
        (errno.ENOSPC, 507, "Der Datenträger ist voll. Gespeichert wurde nichts."),
        (errno.EACCES, 403, "Dort darf nicht geschrieben werden."),
        (errno.EROFS, 403, "Dort darf nicht geschrieben werden."),
        (errno.EIO, 500, "Der Datenträger lässt es nicht zu: "),
    ],
)
def test_it_is_said_why_the_disk_has_refused(
    client: Client,
    content: Path,
    monkeypatch: pytest.MonkeyPatch,
    number: int,
    status: int,
    told: str,
) -> None:
    before = everything(content)
    with monkeypatch.context() as patch:
        failing(patch, "fsync", 0, OSError(number, os.strerror(number)))
        answer = client.commit(create("content/neu/a.md"))
    assert (answer.status, answer.message.startswith(told)) == (status, True), answer.message
    assert answer.message.endswith("Gespeichert wurde nichts.")
    assert everything(content) == before


def test_a_folder_that_may_not_be_written_is_named_as_the_reason(
    client: Client, content: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # Root, who runs tests in CI, may write anywhere: so the folder is forbidden by name.
    real = Path.open

    def guarded(path: Path, *given: Any, **named: Any) -> Any:
        if path.parent == content / "seiten" and "xb" in given:
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(path))
        return real(path, *given, **named)

    monkeypatch.setattr(Path, "open", guarded)
    answer = client.commit(create("content/neu/a.md"), create("content/seiten/neu.md"))
    assert answer.status == 403
    assert not (content / "neu").exists()


def test_what_cannot_be_undone_is_not_called_undone(
    content: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    drawer = Drawer(content)
    shas = {str(blob.path): blob.sha for blob in drawer.blobs()}
    changes = [
        saving_change("delete", "data/houses.yaml", shas),
        saving_change("update", "seiten/index.md", shas),
    ]
    real = Path.replace

    def broken(path: Path, target: Path) -> Path:
        # From the second renaming on.
        if not (content / "data/houses.yaml").exists():
            raise OSError(errno.EIO, "Input/output error")
        return real(path, target)

    with monkeypatch.context() as patch:
        patch.setattr(Path, "replace", broken)
        with pytest.raises(Refused) as refused:
            drawer.save(changes)
    assert "ist unvollständig" in refused.value.reason.text(german)


def test_what_somebody_puts_there_at_the_last_moment_stays(
    content: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = saving._written
    path = content / "seiten/neu.md"

    def written(*given: Any) -> Path:
        new = real(*given)
        path.write_text("Von jemand anderem.\n")
        return new

    monkeypatch.setattr(saving, "_written", written)
    with pytest.raises(Refused) as refused:
        Drawer(content).save([saving_change("create", "seiten/neu.md")])
    assert refused.value.status == 422
    assert path.read_text() == "Von jemand anderem.\n"
    assert not list(content.rglob(".schaukasten*"))


def test_what_somebody_saves_while_ours_is_being_written_stays(
    content: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    drawer = Drawer(content)
    shas = {str(blob.path): blob.sha for blob in drawer.blobs()}
    real = saving._written
    path = content / "seiten/index.md"

    def written(*given: Any) -> Path:
        path.write_text("Von jemand anderem.\n")
        return real(*given)

    monkeypatch.setattr(saving, "_written", written)
    change = saving_change("update", "seiten/index.md", shas)
    with pytest.raises(Refused) as refused:
        drawer.save([saving_change("create", "neu/a.md"), change])
    assert refused.value.status == 422
    assert path.read_text() == "Von jemand anderem.\n"
    assert not (content / "neu").exists()
    assert not list(content.rglob(".schaukasten*"))


def test_a_content_folder_that_went_away_is_not_made_anew(content: Path) -> None:
    drawer = Drawer(content)
    shutil.rmtree(content)
    with pytest.raises(Refused) as refused:
        drawer.save([saving_change("create", "neu.md")])
    assert refused.value.status == 403
    assert not content.exists()


def test_of_many_saves_at_once_exactly_one_wins(client: Client, content: Path) -> None:
    sha = client.tree()["content/seiten/index.md"]
    start = threading.Barrier(12)
    statuses: list[int] = []

    def save(number: int) -> None:
        start.wait()
        text = f"{number}\n" * 1000
        answer = client.commit(
            update("content/seiten/index.md", sha, text), create(f"content/neu/{number}.md", text)
        )
        statuses.append(answer.status)

    threads = [threading.Thread(target=save, args=(number,)) for number in range(12)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(statuses) == [201] + [422] * 11
    text = (content / "seiten/index.md").read_text()
    [winner] = (content / "neu").iterdir()
    assert text == winner.read_text()
    assert len(set(text.splitlines())) == 1


def test_saves_of_different_files_at_once_all_win(client: Client) -> None:
    statuses: list[int] = []

    def save(number: int) -> None:
        statuses.append(client.commit(create(f"content/neu/{number}.md")).status)

    threads = [threading.Thread(target=save, args=(number,)) for number in range(12)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert statuses == [201] * 12


def test_nobody_who_reads_meanwhile_sees_half_a_file_or_none(client: Client, content: Path) -> None:
    path = content / "seiten/index.md"
    known = {path.read_text()}
    seen: set[str] = set()
    is_over = threading.Event()

    def read() -> None:
        while not is_over.is_set():
            seen.add(path.read_text())

    reader = threading.Thread(target=read)
    reader.start()
    for number in range(20):
        text = f"{number}\n" * 5000
        known.add(text)
        sha = client.tree()["content/seiten/index.md"]
        assert client.commit(update("content/seiten/index.md", sha, text)).status == 201
    is_over.set()
    reader.join()
    assert len(seen) > 1
    assert seen <= known


def test_the_hidden_names_of_a_save_start_no_build(content: Path) -> None:
    aside = saving._beside(content / "seiten/index.md")
    assert aside.parent == content / "seiten"
    assert not is_of_concern(aside, [content])


def test_no_save_begins_once_the_preview_ends(content: Path) -> None:
    drawer = Drawer(content)
    drawer.close()
    with pytest.raises(Refused) as refused:
        drawer.save([saving_change("create", "neu.md")])
    assert refused.value.status == 503


def test_the_end_waits_for_a_save_that_is_under_way(
    content: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    drawer = Drawer(content)
    begun, may_go_on, is_closed = threading.Event(), threading.Event(), threading.Event()
    real = saving._made

    def made(*given: Any) -> Any:
        begun.set()
        assert may_go_on.wait(10)
        return real(*given)

    monkeypatch.setattr(saving, "_made", made)
    save = threading.Thread(target=drawer.save, args=([saving_change("create", "neu.md")],))
    save.start()
    assert begun.wait(10)
    end = threading.Thread(target=lambda: (drawer.close(), is_closed.set()))
    end.start()
    assert not is_closed.wait(0.1)
    may_go_on.set()
    end.join()
    assert (content / "neu.md").read_bytes() == b"Anders.\n"
    save.join()
