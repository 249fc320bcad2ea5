"""The W3C's HTML checker on every page of every built site, and on every example."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from urllib.parse import urlsplit
from urllib.request import url2pathname

import pytest

from tests import parts
from tests.components.examples import COMPONENTS, environment, examples

SITES = ["real_site", "real_preview", "second_site", "crowded_site", "sparse_site", "bare_site"]

pytestmark = pytest.mark.needs("vnu")

#: By folder, each with the page's name.
Messages = dict[str, list[str]]


@pytest.fixture(scope="module")
def messages(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Messages:
    """What the checker says of all folders at once: to start takes it longer than most of them."""
    folders: dict[str, Path] = {site: request.getfixturevalue(site) for site in SITES}
    folders["examples"] = _examples(tmp_path_factory.mktemp("examples"))
    # The last: what is said of it shows that the checker has come to its end.
    folders["bad"] = tmp_path_factory.mktemp("bad")
    (folders["bad"] / "bad.html").write_text("<!doctype html><title>x</title><p id=a><p id=a>")
    pages = [page for folder in folders.values() for page in _pages(folder)]
    vnu = parts.vnu_command()
    assert vnu is not None
    options = ["--errors-only", "--skip-non-html", "--format", "json"]
    done = subprocess.run(
        [*vnu, *options, *map(str, pages)], capture_output=True, text=True, check=False
    )
    found: Messages = {name: [] for name in folders}
    for message in json.loads(done.stderr)["messages"]:
        page = Path(url2pathname(urlsplit(message["url"]).path))
        (name,) = (name for name, folder in folders.items() if page.is_relative_to(folder))
        found[name].append(f"{page.relative_to(folders[name])}: {message['message']}")
    return found


def _pages(folder: Path) -> list[Path]:
    # Of hundreds of pages that a test has written alike, ten.
    pages = [page for page in sorted(folder.rglob("*.html")) if "rundbrief-" not in str(page)]
    return pages + sorted(folder.rglob("*rundbrief-*/*.html"))[::30]


def _examples(folder: Path) -> Path:
    """Write a page for each example of each component, in German and in Arabic."""
    env = environment()
    for component in COMPONENTS:
        for number, example in enumerate(examples(env, component), 1):
            for language in ("de", "ar"):
                (folder / f"{component}-{number}-{language}.html").write_text(
                    f'<!doctype html><html lang="{language}"><head><meta charset="utf-8">'
                    f"<title>{number}</title></head><body><main id=page-content><h1>A</h1>"
                    f"<h2>B</h2><h3>C</h3>{example.html(language)}</main></body></html>",
                    encoding="utf-8",
                )
    return folder


@pytest.mark.parametrize("folder", [*SITES, "examples"])
def test_the_html_checker_finds_nothing(messages: Messages, folder: str) -> None:
    assert messages[folder] == []


def test_the_html_checker_would_find_something(messages: Messages) -> None:
    assert messages["bad"]
