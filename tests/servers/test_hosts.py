"""The same `.htaccess` on hosts that lack modules or allow nothing: the site is there, no 500."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote, unquote

import pytest

from schaukasten.apache.facts import Facts
from schaukasten.apache.htaccess import htaccess
from tests.servers.apache import USUAL, Apache
from tests.servers.conftest import HOST
from tests.worlds import World

ODD = ("/nichts/", "/bilder/", "/.env", "/weg/", "/alt/", "/404", "/theme", "/über/", "/%22")


def everything(apache: Apache, below: str = "") -> dict[str, int]:
    """Every file that a visitor may ask for, by its address, and the status of the answer."""
    root = apache.documents / below.strip("/")
    files = (path for path in root.rglob("*") if path.is_file() and path.name[0] != ".")
    addresses = [f"{below}/{path.relative_to(root).as_posix()}" for path in sorted(files)]
    pages = [path.removesuffix("index.html") for path in addresses if path.endswith("/index.html")]
    return {path: apache.get(quote(path)).status for path in [*addresses, *pages]}


def is_old(path: str, site: Path) -> bool:
    """Whether it is one of the small pages at old addresses."""
    file = site / (path.lstrip("/") + ("index.html" if path.endswith("/") else ""))
    return file.suffix == ".html" and 'http-equiv="refresh"' in file.read_text("utf-8")


@pytest.mark.parametrize("without", [(), *((name,) for name in USUAL), USUAL], ids=",".join)
def test_the_site_is_there_whatever_module_is_missing(
    published: Path, without: tuple[str, ...]
) -> None:
    with Apache(published, without=without) as apache:
        found = everything(apache)
        assert len(found) > 20
        for path, status in found.items():
            moved = "rewrite" not in without and is_old(path, published)
            assert status == (301 if moved else 200), path
        assert {apache.get(quote(path)).status for path in ODD} <= {200, 301, 403, 404, 410}
        assert apache.get("/nichts/").status == 404
        assert "[core:alert]" not in apache.errors()


def test_a_directive_that_is_not_allowed_would_show(published: Path) -> None:
    """Otherwise the tests here could not fail."""
    with Apache(published) as apache:
        path = apache.documents / ".htaccess"
        text = path.read_text("ascii")
        for line in ("Options -Indexes", "Require all granted", "php_flag display_errors off",
                     "AuthName x", "Order allow,deny", "NoSuchDirective"):  # fmt: skip
            path.write_text(f"{text}{line}\n")
            assert apache.get("/").status == 500, line


def test_the_site_works_where_nothing_is_allowed(published: Path) -> None:
    with Apache(published, override="None") as apache:
        assert set(everything(apache).values()) == {200}
        assert apache.get("/").all("content-security-policy") == []


@pytest.mark.parametrize("path", ["/.env", "/.schaukasten", "/.git/config", "/bilder/.geheim"])
def test_without_mod_rewrite_hidden_files_are_hidden(path: str, bare: Apache) -> None:
    assert bare.get(path).status == 404


@pytest.fixture(scope="module")
def bare(published: Path) -> Iterator[Apache]:
    """A host without mod_rewrite and mod_headers."""
    with Apache(published, without=("rewrite", "headers")) as apache:
        for name in (".env", ".git/config", "bilder/.geheim", ".well-known/security.txt"):
            (apache.documents / name).parent.mkdir(exist_ok=True)
            (apache.documents / name).write_text("x")
        yield apache


def test_without_mod_rewrite_old_and_gone_addresses_are_known(bare: Apache) -> None:
    assert b'http-equiv="refresh"' in bare.get("/alt/").body
    assert [bare.get(path).status for path in ("/weg", "/weg/", "/weg.html")] == [410] * 3
    assert bare.get("/wege/").status == 404
    assert bare.get("/.well-known/security.txt").status == 200


def test_without_mod_rewrite_a_folder_shows_nothing(bare: Apache) -> None:
    answer = bare.get("/bilder/")
    assert b".webp" not in answer.body


def test_without_mod_headers_files_are_kept_as_long(bare: Apache) -> None:
    [css] = bare.documents.glob("theme/css/site.*.css")
    assert bare.get(f"/theme/css/{css.name}")["cache-control"] == "max-age=31536000"
    assert bare.get("/theme/images/icon.png")["cache-control"] == "max-age=86400"
    assert bare.get("/")["cache-control"] == "max-age=0"


@pytest.fixture(scope="module")
def in_a_folder(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Apache]:
    """A site whose address has a path, with all that carries it."""
    world = World(tmp_path_factory.mktemp("below"))
    association = world.content / "data/association.yaml"
    text = association.read_text("utf-8").replace(HOST, f"www.{HOST}/verein-%C3%BC")
    association.write_text(text, "utf-8")
    world.news(head="aliases: /alt/")
    world.write("seiten/404.md", "---\ntitle: Nicht gefunden\ntemplate: Fehlerseite\n---\n")
    world.write("data/gone.yaml", "addresses: [/weg/]\n")
    assert world.build() == 0
    with Apache(world.output, below="/verein-ü") as apache:
        yield apache


def test_a_site_below_a_path_keeps_it_everywhere(in_a_folder: Apache) -> None:
    base = "/verein-%C3%BC"
    assert in_a_folder.get(f"{base}/aktuelles/2026/fest/").status == 200
    old = in_a_folder.get(f"{base}/alt", host=f"www.{HOST}")
    assert old["location"] == f"https://www.{HOST}{base}/aktuelles/2026/fest/"
    bare = in_a_folder.get(f"{base}/", host=HOST)
    assert unquote(bare["location"] or "") == f"https://www.{HOST}/verein-ü/"
    plain = in_a_folder.get(f"{base}/", host=HOST, secure=False)
    assert unquote(plain["location"] or "") == f"https://{HOST}/verein-ü/"
    assert in_a_folder.get(f"{base}/weg/").status == 410
    assert in_a_folder.get("/weg/").status == 404
    missing = in_a_folder.get(f"{base}/nichts/")
    assert missing.status == 404
    assert b"<h1>Nicht gefunden</h1>" in missing.body


def test_a_site_without_encryption_promises_none(published: Path) -> None:
    facts = Facts(base="", host="verein.example", secure=False, hidden=False, scripts=True,
                  error_page=True, redirects=(("/alt/", "/kontakt/"),))  # fmt: skip
    with Apache(published) as apache:
        (apache.documents / ".htaccess").write_text(htaccess(facts))
        home = apache.get("/", secure=False)
        assert home.status == 200
        assert "upgrade" not in (home["content-security-policy"] or "")
        assert "script-src 'self'" in (home["content-security-policy"] or "")
        assert apache.get("/")["strict-transport-security"] is None
        old = apache.get("/alt", host="verein.example", secure=False)
        assert old["location"] == "http://verein.example/kontakt/"
        twin = apache.get("/", host="www.verein.example", secure=False)
        assert twin["location"] == "http://verein.example/"
