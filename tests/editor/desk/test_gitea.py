"""Each request that Sveltia CMS makes of Gitea, and what it reads of the answer."""

from __future__ import annotations

import base64
import subprocess
from pathlib import Path
from urllib.parse import quote

import pytest

from tests.editor.desks import FILES, Client, create


def test_it_is_a_version_that_gives_many_files_at_once(client: Client) -> None:
    assert client.api("GET", "/version").json == {"version": "1.24.0"}


def test_somebody_is_signed_in_whom_a_save_can_name(client: Client) -> None:
    user = client.api("GET", "/user").json
    assert user["full_name"] == "Redaktion"
    assert user["email"] == "redaktion@localhost"
    assert client.configuration["user"]["name"] == "Redaktion"


def test_the_repository_has_a_branch_and_may_be_read_and_written(client: Client) -> None:
    found = client.api("GET", client.repository).json
    assert found["default_branch"] == client.configuration["cms"]["backend"]["branch"] == "main"
    assert found["permissions"] == {"admin": False, "push": True, "pull": True}


def test_there_is_no_other_repository_and_no_other_branch(client: Client) -> None:
    for path in (
        "/repos/schaukasten/other",
        f"/repos/other/{client.repository.split('/')[-1]}",
        f"{client.repository}/branches/other",
        f"{client.repository}/git/trees/other",
        "/repos/search",
        "",
        "/",
    ):
        answer = client.api("GET", path)
        assert answer.status == 404, path
        assert answer.message == "Unter dieser Adresse gibt es nichts."


@pytest.mark.parametrize("method", ["PUT", "PATCH", "DELETE"])
def test_what_sveltia_never_asks_is_refused(client: Client, method: str) -> None:
    answer = client.api(method, f"{client.repository}/contents")
    assert answer.status == 405
    assert answer.message


def test_the_tree_names_each_file_as_git_would(client: Client, content: Path) -> None:
    git = ["git", "hash-object", "--no-filters", *FILES]
    done = subprocess.run(git, cwd=content, capture_output=True, text=True, check=True)
    shas = done.stdout.split()
    expected = {f"content/{name}": sha for name, sha in zip(FILES, shas, strict=True)}
    assert client.tree() == expected
    tree = client.api("GET", f"{client.repository}/git/trees/{client.head()}?recursive=1").json
    sizes = {f"content/{name}": len(text.encode()) for name, text in FILES.items()}
    assert {one["path"]: one["size"] for one in tree["tree"]} == sizes
    assert {one["type"] for one in tree["tree"]} == {"blob"}


def test_the_tree_ends_with_its_only_page(client: Client) -> None:
    path = f"{client.repository}/git/trees/main?recursive=1&page=2"
    assert client.api("GET", path).json == {"tree": [], "truncated": False, "total_count": 0}


def test_the_tree_holds_nothing_hidden_linked_or_of_another_kind(
    client: Client, content: Path
) -> None:
    before = client.tree()
    (content / ".git").mkdir()
    (content / ".git/index.md").write_text("x")
    for name in (".DS_Store", ".versteckt.md", "brief.doc", "notiz.txt", "a.md~", "b:c.md"):
        (content / name).write_text("x")
    (content / "link.md").symlink_to(content.parent / "geheim.md")
    (content / "ordner").symlink_to(content.parent)
    assert client.tree() == before


def test_the_head_is_another_as_soon_as_any_file_is(client: Client, content: Path) -> None:
    heads = [client.head()]
    assert client.head() == heads[0]
    path = content / "seiten/index.md"
    # Of the same size, within the same tick of the clock.
    for text in ("Stadt.\n", "Stabt.\n"):
        path.write_text(text)
        heads.append(client.head())
    path.rename(content / "seiten/start.md")
    heads.append(client.head())
    (content / "seiten/start.md").unlink()
    heads.append(client.head())
    assert len(set(heads)) == 5


def test_texts_come_many_at_once_within_the_limits_that_are_told(client: Client) -> None:
    limits = client.api("GET", "/settings/api").json
    assert limits["max_response_items"] == limits["default_paging_num"] == 200
    assert limits["default_max_blob_size"] == 10_485_760
    paths = [f"content/{name}" for name in FILES]
    path = f"{client.repository}/file-contents?ref=main"
    found = client.api("POST", path, {"files": [*paths, "content/weg.md", "../geheim.md", 7]})
    assert found.status == 200
    *there, gone, outside, odd = found.json
    assert [one["path"] for one in there] == paths
    texts = [base64.b64decode(one["content"]).decode() for one in there]
    assert texts == list(FILES.values())
    assert {one["encoding"] for one in there} == {"base64"}
    assert {one["path"]: one["sha"] for one in there} == client.tree()
    assert gone is outside is odd is None
    assert client.api("POST", path, {"files": paths * 100}).status == 422


def test_a_picture_comes_as_it_is_with_its_type(client: Client) -> None:
    answer = client.media("content/aktuelles/2026-03-08-fest/bild.jpg")
    assert (answer.status, answer.body) == (200, b"Bild")
    assert answer.headers["Content-Type"] == "image/jpeg"
    assert "'none'" in answer.headers["Content-Security-Policy"]


def test_a_text_comes_by_itself_too(client: Client) -> None:
    # As encodeURI writes it.
    path = quote("content/seiten/größe.md", safe="/!#$&'()*+,;:=?@-._~")
    answer = client.api("GET", f"{client.repository}/raw/{path}?ref=main")
    assert (answer.status, answer.body.decode()) == (200, "Größe.\n")


def test_a_large_file_comes_only_by_itself(client: Client, content: Path) -> None:
    raw = bytes(11_000_000)
    (content / "gross.jpg").write_bytes(raw)
    path = f"{client.repository}/file-contents?ref=main"
    [found] = client.api("POST", path, {"files": ["content/gross.jpg"]}).json
    assert (found["size"], found["content"], found["encoding"]) == (11_000_000, None, None)
    assert client.media("content/gross.jpg").body == raw


@pytest.mark.parametrize(
    "path",
    [
        "content/weg.jpg", "content", "content/", "content/seiten", "geheim.md", "../geheim.md",
        "content/../../geheim.md", "content/../geheim.md", "content/%2e%2e/%2e%2e/geheim.md",
        "content//seiten/index.md", "content/./seiten/index.md", "/etc/passwd", "content/link.md",
        "content/ordner/geheim.md", "content/.versteckt.md", "content/seiten\\index.md",
        "content/seiten/index.md\0", "content/seiten/index.md/", "Content/seiten/index.md",
        "content/Seiten/index.md", "content/" + "a" * 300 + ".md",
        "content/" + "a/" * 3000 + "a.md",
        "content/brief.doc", "content/C:/boot.md",
    ],
)  # fmt: skip
def test_nothing_else_can_be_read(client: Client, content: Path, path: str) -> None:
    for name in (".versteckt.md", "brief.doc"):
        (content / name).write_text("geheim")
    (content / "link.md").symlink_to(content.parent / "geheim.md")
    (content / "ordner").symlink_to(content.parent)
    answer = client.media(path)
    assert answer.status == 404
    assert b"geheim" not in answer.body
    path = f"{client.repository}/raw/{path.replace(chr(0), '%00')}?ref=main"
    assert client.api("GET", path).status == 404


def test_no_path_that_is_no_utf_8_ends_the_server(client: Client) -> None:
    assert client.api("GET", f"{client.repository}/media/main/content/%ff.md").status == 400
    assert client.api("GET", "/version").status == 200


def test_nothing_is_known_of_who_changed_a_file_before(client: Client) -> None:
    path = f"{client.repository}/commits?sha=main&path=content%2Fseiten%2Findex.md&limit=100"
    assert client.api("GET", path).json == []


def test_what_a_save_answers_is_the_state_that_is_found_afterwards(client: Client) -> None:
    answer = client.commit(create("content/seiten/neu.md", "Neu.\n"))
    assert answer.status == 201
    assert answer.json["commit"]["sha"] == client.head()
    [file] = answer.json["files"]
    assert file["sha"] == client.tree()["content/seiten/neu.md"]
    assert answer.json["commit"]["created"].startswith("20")


@pytest.mark.parametrize(
    "body",
    [
        b"", b"{", b"[]", b"null", b"7", b'"x"', b"\xff\xfe", b"[" * 100_000, b"{}",
        b'{"files": {}}', b'{"files": []}', b'{"files": [7]}', b'{"files": [{}]}',
        b'{"files": [{"operation": "chmod", "path": "content/seiten/index.md"}]}',
        b'{"files": [{"operation": "create", "path": "content/a.md", "content": "%%%"}]}',
        b'{"files": [{"operation": "create", "path": "content/a.md", "content": 7}]}',
        b'{"files": [{"operation": "create", "path": 7, "content": ""}]}',
        b'{"files": [{"operation": "update", "path": "content/a.md", "content": "", "sha": 7}]}',
        b'{"files": [{"operation": "create", "path": "content/\\ud800.md"}]}',
    ],
)  # fmt: skip
def test_a_save_that_cannot_be_understood_is_refused_in_a_sentence(
    client: Client, body: bytes
) -> None:
    before = client.tree()
    headers: dict[str, str | None] = {"Authorization": f"token {client.token}"}
    target = f"/redaktion/api/v1{client.repository}/contents"
    answer = client.ask("POST", target, body, headers)
    assert answer.status in (400, 422)
    assert answer.message.endswith(".")
    assert "Traceback" not in answer.message
    assert client.tree() == before


def test_a_save_for_another_branch_is_refused(client: Client) -> None:
    data = {"branch": "other", "files": [create("content/seiten/neu.md")]}
    answer = client.api("POST", f"{client.repository}/contents", data)
    assert answer.status == 404
    assert "content/seiten/neu.md" not in client.tree()
