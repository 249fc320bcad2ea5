"""The published editor behind a real Apache, at a name of its own, beside a stand-in of a forge."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

import pytest
from playwright.sync_api import Browser

from schaukasten.browser_editor.forge.folder import make_folder
from schaukasten.browser_editor.forge.forge import Forge, read_forge
from tests import parts
from tests.browser.forge.gitea_server import GiteaServer
from tests.browser.forge.gitea_sign_in import APP
from tests.browser.forge.server import NAME, OWNER
from tests.browser.forge.window import Window
from tests.browser_editor.published import forms_of, published_for
from tests.conftest import CHROMIUM
from tests.servers.apache import Apache
from tests.worlds import World, german

#: A name as a host has it: at `localhost` the editor offers to work in a folder of this machine.
HOST = "redaktion.example"


class Published(NamedTuple):
    """The editor at `address`, and the forge to which it belongs."""

    address: str
    apache: Apache
    gitea: GiteaServer
    forge: Forge


@contextmanager
def lonely_browser(browser: Browser, **ports: int) -> Iterator[Browser]:
    """A Chromium that finds nobody but this machine, and there the hosts of `ports`."""
    found = [f"MAP {host} 127.0.0.1:{port}" for host, port in ports.items()]
    rules = [*found, f"MAP {HOST} 127.0.0.1", "MAP * ~NOTFOUND", "EXCLUDE 127.0.0.1"]
    path = parts.chromium_path()
    with browser.browser_type.launch(
        executable_path=path, args=[*CHROMIUM, f"--host-resolver-rules={', '.join(rules)}"]
    ) as started:
        yield started


@pytest.fixture(scope="module")
def lonely(browser: Browser) -> Iterator[Browser]:
    with lonely_browser(browser) as started:
        yield started


def small_world(folder: Path) -> tuple[World, dict[str, bytes]]:
    """A world, and its files as they lie in a repository."""
    world = World(folder)
    world.news(head="# Von Hand geschrieben\ntags: [Fest]", body="Das Fest war schön.")
    world.news(slug="zweite", body="Noch eine.")
    files = {
        f"content/{path.relative_to(world.content).as_posix()}": path.read_bytes()
        for path in sorted(world.content.rglob("*"))
        if path.is_file()
    }
    return world, files


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory, editor_bundle: Path) -> Iterator[Published]:
    folder = tmp_path_factory.mktemp("published")
    world, files = small_world(folder)
    with GiteaServer(folder / "git", files) as gitea:
        settings = {"forge": "gitea", "server": gitea.address, "repository": f"{OWNER}/{NAME}"}
        forge = read_forge({**settings, "app_id": APP})
        make_folder(
            folder / "redaktion",
            editor_bundle,
            forms_of(world.content),
            published_for(forge),
            german,
        )
        with Apache(folder / "redaktion") as apache:
            gitea.allowed = f"https://{HOST}:{apache.https_port}"
            yield Published(f"{gitea.allowed}/", apache, gitea, forge)


@pytest.fixture
def window(lonely: Browser, published: Published) -> Iterator[Window]:
    """A window on the editor, with nobody signed in; what goes wrong unseen is a failure."""
    made = Window(lonely, published.address)
    yield made
    made.close()
    assert made.wrong == []
    assert published.gitea.unknown == []
    assert made.asked <= {published.gitea.allowed, published.gitea.address}
