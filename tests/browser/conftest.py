"""The built sites behind a real server on loopback, a window to look at them, and the editor."""

from __future__ import annotations

import functools
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests import parts


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:
        pass


@contextmanager
def served(site: Path) -> Iterator[str]:
    """Serve a folder on a free port; gives the address without a slash at its end."""
    handler = functools.partial(_Quiet, directory=str(site))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


def _address_of(site: str) -> Callable[..., Iterator[str]]:
    """A fixture that serves the built site of another one."""

    @pytest.fixture(scope="session")
    def address(request: pytest.FixtureRequest) -> Iterator[str]:
        with served(request.getfixturevalue(site)) as found:
            yield found

    return address


real_address = _address_of("real_site")
second_address = _address_of("second_site")
preview_address = _address_of("real_preview")
crowded_address = _address_of("crowded_site")
sparse_address = _address_of("sparse_site")


@pytest.fixture(scope="session")
def editor_bundle() -> Path:
    """The files of the browser editor, as Node makes them."""
    path = parts.editor_path()
    assert path is not None
    return path


@pytest.fixture(scope="module")
def page(browser: Browser) -> Iterator[Page]:
    """A wide window, one for all tests of a file; axe may run in it."""
    context = browser.new_context(viewport={"width": 1280, "height": 900}, bypass_csp=True)
    yield context.new_page()
    context.close()


@pytest.fixture
def offers(page: Page, second_address: str) -> Page:
    """All offers of the second site."""
    page.goto(f"{second_address}/angebote/")
    return page
