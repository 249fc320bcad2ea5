"""The W3C's HTML checker on every page of every built site."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest

from tests import parts

VNU = parts.vnu_command()


@pytest.mark.skipif(VNU is None, reason="vnu-jar or Java 17 is missing: see tests/parts.py")
@pytest.mark.parametrize(
    "built", ["real_site", "real_preview", "second_site", "crowded_site", "sparse_site"]
)
def test_the_html_checker_finds_nothing(built: str, request: pytest.FixtureRequest) -> None:
    site: Path = request.getfixturevalue(built)
    assert VNU is not None
    options = ["--errors-only", "--skip-non-html", "--format", "json"]
    # Of hundreds of pages that a test has written alike, ten.
    pages = [str(page) for page in sorted(site.rglob("*.html")) if "rundbrief-" not in str(page)]
    alike = [str(page) for page in sorted(site.rglob("*rundbrief-*/*.html"))][::30]
    done = subprocess.run(
        [*VNU, *options, *pages, *alike], capture_output=True, text=True, check=False
    )
    messages = json.loads(done.stderr)["messages"]
    assert not [
        f"{Path(message['url']).relative_to(f'file:{site}')}: {message['message']}"
        for message in messages
    ]
    assert done.returncode == 0


@pytest.mark.skipif(VNU is None, reason="vnu-jar or Java 17 is missing: see tests/parts.py")
def test_the_html_checker_would_find_something(tmp_path: Path) -> None:
    assert VNU is not None
    (tmp_path / "bad.html").write_text("<!doctype html><title>x</title><p id=a><p id=a>")
    options = ["--errors-only", "--skip-non-html", "--format", "json"]
    done = subprocess.run(
        [*VNU, *options, str(tmp_path)], capture_output=True, text=True, check=False
    )
    assert json.loads(done.stderr)["messages"]
