"""Settings as `check` reads them, held against what Pelican makes of the same file."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path
from typing import Any

import pytest
from pelican.settings import read_settings

from schaukasten.building import settings as ours
from schaukasten.building.fault import Fault
from schaukasten.model.documents.layout import Layout
from tests.worlds import ROOT

#: What is written below the settings, and whether Pelican has to be asked.
CHANGES = [
    ("", False),
    ('SITEURL = "https://example.org"', False),
    ('NEWS_URL = "neues/"', False),
    ('OFFER_URL = "kurse/{slug}/"', False),
    # Pelican takes its own list instead, with a word in its log.
    ('ARTICLE_PATHS = "aktuelles"', True),
    # Its own address where there is none.
    ("del TAG_URL", True),
    # What was given up, and still changes other settings.
    ("CLEAN_URLS = True", True),
    # What it knows and this project does not set.
    ('DEFAULT_LANG = "DE"', True),
    ('THEME = "simple"', True),
]


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with the settings of this project; whoever reads them leaves nothing behind."""
    for name in ("pelicanconf.py", "publishconf.py"):
        shutil.copy(ROOT / name, tmp_path)
    for folder in ("theme", "content"):
        (tmp_path / folder).mkdir()
    monkeypatch.setattr(sys, "path", [str(tmp_path), *sys.path])
    for name in ("pelicanconf", "publishconf"):
        monkeypatch.delitem(sys.modules, name, raising=False)
    return tmp_path


def override(project: Path) -> dict[str, Any]:
    return {"PATH": str(project / "content"), "TODAY": None}


@pytest.mark.parametrize(("change", "asks"), CHANGES)
def test_what_check_knows_of_the_settings_is_what_a_build_knows(
    project: Path, monkeypatch: pytest.MonkeyPatch, change: str, asks: bool
) -> None:
    conf = project / "publishconf.py"
    conf.write_text(f"{conf.read_text()}\n{change}\n")
    theirs = read_settings(str(conf), override(project))
    asked: list[str] = []
    monkeypatch.setattr(
        "schaukasten.plugins.pelican_library.read_settings",
        lambda *said: asked.append("x") or read_settings(*said),
    )
    found = ours.settings_of(conf, override(project))
    assert bool(asked) is asks
    assert Layout.from_settings(found) == Layout.from_settings(theirs)
    for name in ("THEME", "PATH", "TODAY", "PREVIEW"):
        assert found[name] == theirs[name]


@pytest.mark.parametrize(
    ("change", "kind"),
    [
        ("PREVIEW = wahr", NameError),
        ("PREVIEW = = True", SyntaxError),
        ("raise SystemExit(3)", SystemExit),
        ("import futter", ModuleNotFoundError),
        ('PREVIEW = "nein"', Fault),
        ('THEME = "nirgends"', Exception),
        ("PAGINATION_PATTERNS = 5", TypeError),
        ("JINJA_ENVIRONMENT = 5", TypeError),
        ('ARTICLE_PERMALINK_STRUCTURE = "/%Y/"', KeyError),
    ],
)
def test_settings_that_are_broken_are_as_broken_for_check(
    project: Path, change: str, kind: type[BaseException]
) -> None:
    conf = project / "publishconf.py"
    conf.write_text(f"{conf.read_text()}\n{change}\n")
    with pytest.raises(kind) as raised:
        ours.settings_of(conf, override(project))
    if kind is not Fault:
        with pytest.raises(type(raised.value), match=r".*"):
            read_settings(str(conf), override(project))
