"""Small sites with everything that a `.htaccess` is about, each behind a real Apache."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.built_sites import Shelf
from tests.model.files.pictures import png
from tests.model.files.test_attachment_kinds import WHOLE
from tests.servers.apache import Apache
from tests.worlds import World

HOST = "kleiner-verein.example"  # as in sites/minimal
#: Old addresses that would like to be something else.
HOSTILE = (
    *('/a%22b/', "/a%20b/", "/%25%7BHTTP_HOST%7D/", "/$1/", "/$%7BPATH%7D/"),
    *("/100%25/", "/(x)/", "/a+b*c/", "/a.b/", "/über/", "/l%C3%B6we.html"),
)  # fmt: skip
#: A host that has set everything already, in both of Apache's tables, and not as we would.
NASTY = """
TypesConfig /dev/null
AddType text/plain .text
Header set Expires "Thu, 01 Jan 2099 00:00:00 GMT"
AddDefaultCharset ISO-8859-1
ExpiresActive On
ExpiresDefault "access plus 3 days"
Header set X-Powered-By "PHP/5.6.40"
Header always set X-Powered-By "PHP/5.6.40"
Header set Content-Security-Policy "default-src *"
Header always set Content-Security-Policy "default-src *"
Header set X-Content-Type-Options wrong
Header always set X-Content-Type-Options wrong
Header set Referrer-Policy unsafe-url
Header always set Referrer-Policy unsafe-url
Header set Permissions-Policy "camera=*"
Header set Cross-Origin-Opener-Policy unsafe-none
Header set Cross-Origin-Resource-Policy cross-origin
Header set Strict-Transport-Security "max-age=1; includeSubDomains; preload"
Header always set Strict-Transport-Security "max-age=1; includeSubDomains; preload"
Header set Cache-Control "public, max-age=5"
Header always set Cache-Control "public, max-age=5"
"""

#: Files of kinds that this site has none of.
STRANGERS = (
    *("bild.svg", "bild.avif", "bild.gif", "bild.jpg", "bild.jpeg", "skript.js", "notiz.text"),
    *("zeichen.css.gz", "zeichen.css.br", "termine.ics", "app.webmanifest"),
)
PREVIEW_NASTY = """
SetOutputFilter DEFLATE
Header set X-Robots-Tag all
"""


def filled(folder: Path) -> World:
    """A site with a picture, an attachment, aliases, a feed, and an address that is gone."""
    world = World(folder)
    aliases = ", ".join(f'"{alias}"' for alias in ("/alt/", "/alt/index2.html", *HOSTILE))
    world.write("aktuelles/2026-03-08-fest/bild.png", png())
    for ending, raw in WHOLE.items():
        world.write(f"aktuelles/2026-03-08-fest/einladung{ending}", raw)
    world.news(
        "\n\n".join(f"[Einladung](einladung{ending})" for ending in WHOLE),
        f"aliases: [{aliases}]\n"
        "image: {file: bild.png, alt: Ein Fest, credit: A. B., people: keine}",
    )
    world.offer(head="aliases: /kurse/treff/index.html\n")
    world.write("seiten/404.md", "---\ntitle: Nicht gefunden\ntemplate: Fehlerseite\n---\n")
    world.write("data/gone.yaml", "addresses:\n  - /weg/  # zog um\n  - /weg.html\n")
    return world


@pytest.fixture(scope="session")
def published(shelf: Shelf, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return shelf.site("published", filled(tmp_path_factory.mktemp("published")).content)


@pytest.fixture(scope="session")
def preview(shelf: Shelf, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return shelf.site("preview", filled(tmp_path_factory.mktemp("preview")).content, drafts=True)


@pytest.fixture(scope="session")
def apache(published: Path) -> Iterator[Apache]:
    """The published site, and some files that do not belong to it, on a host with own ideas."""
    with Apache(published, more=NASTY) as apache:
        (apache.documents / "index.php").write_text("another one's home page")
        for name in STRANGERS:
            (apache.documents / name).write_text("x" * 2000)
            for ending in ("br", "gz"):
                (apache.documents / f"{name}.{ending}").unlink(missing_ok=True)
        for name in (".git/config", ".env", ".well-known/security.txt", "bilder/.geheim"):
            path = apache.documents / name
            path.parent.mkdir(exist_ok=True)
            path.write_text("x")
        challenge = apache.documents / ".well-known/acme-challenge/token"
        challenge.parent.mkdir()
        challenge.write_text("proof")
        yield apache


@pytest.fixture(scope="session")
def apache_preview(preview: Path) -> Iterator[Apache]:
    with Apache(preview, more=NASTY + PREVIEW_NASTY) as apache:
        yield apache
