"""Every page behind Apache with its headers, in a browser: the policy is in nobody's way."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Request

from tests.browser.visits import addresses, unlike
from tests.servers.apache import Apache

#: Waits for fonts and for every picture, those further down too; names what did not come.
MISSING = """async () => {
  const missing = []
  for (const image of document.images) {
    image.loading = "eager"
    try { await image.decode() } catch { missing.push(image.currentSrc || image.src) }
  }
  for (const link of document.querySelectorAll("link[rel=stylesheet]"))
    if (!link.sheet || !link.sheet.cssRules.length) missing.push(link.href)
  await document.fonts.ready
  if (![...document.fonts].some((font) => font.status == "loaded")) missing.push("font")
  return missing
}"""


@pytest.fixture
def secured(browser: Browser) -> Iterator[BrowserContext]:
    """A browser as visitors have it: here the policy counts."""
    context = browser.new_context(ignore_https_errors=True)
    yield context
    context.close()


def listening(context: BrowserContext) -> tuple[Page, list[str]]:
    """A page, and what its browser complains of from now on."""
    page = context.new_page()
    complaints: list[str] = []
    page.on("console", lambda message: complaints.append(f"{page.url}: {message.text}"))
    page.on("pageerror", lambda error: complaints.append(f"{page.url}: {error}"))
    page.on("requestfailed", lambda request: failed(request, complaints))
    return page, complaints


def failed(request: Request, complaints: list[str]) -> None:
    # The icon is fetched last; going on to the next page takes it back.
    if request.failure != "net::ERR_ABORTED":
        complaints.append(f"{request.url}: {request.failure}")


@pytest.fixture
def apache_of(request: pytest.FixtureRequest) -> Iterator[tuple[Apache, Path]]:
    site: Path = request.getfixturevalue(request.param)
    with Apache(site) as apache:
        yield apache, site


@pytest.mark.parametrize("apache_of", ["real_site", "real_preview", "second_site"], indirect=True)
def test_no_page_runs_against_its_policy(
    apache_of: tuple[Apache, Path], secured: BrowserContext, real_site: Path, real_preview: Path
) -> None:
    apache, site = apache_of
    pages = unlike(real_preview, real_site) if site == real_preview else addresses(site)
    page, complaints = listening(secured)
    answers: list[int] = []
    page.on("response", lambda response: answers.append(response.status))
    for address in pages:
        response = page.goto(f"https://127.0.0.1:{apache.https_port}{address}")
        assert response is not None
        assert "default-src 'none'" in response.headers["content-security-policy"]
        assert page.evaluate(MISSING) == [], address
    assert complaints == []
    assert set(answers) <= {200, 304}


@pytest.mark.parametrize("apache_of", ["second_site"], indirect=True)
def test_what_a_page_must_not_do_is_stopped(
    apache_of: tuple[Apache, Path], secured: BrowserContext
) -> None:
    """Otherwise the test above could not fail."""
    apache, _ = apache_of
    (apache.documents / "boese.html").write_text(
        "<!doctype html><html lang=de><title>x</title><p id=p style='color: red'>x</p>"
        "<script>document.title = 'run'</script>"
        # Served by the same Apache, but as another host.
        f"<script src='https://localhost:{apache.https_port}/x.js'></script>"
        "<img src='https://elsewhere.example/x.png' alt=x><iframe src='/'></iframe>"
    )
    (apache.documents / "x.js").write_text("document.title = 'run'")
    page, complaints = listening(secured)
    page.goto(f"https://127.0.0.1:{apache.https_port}/boese.html")
    assert page.title() == "x"
    text = "\n".join(complaints)
    for directive in ("style-src", "script-src", "default-src", "img-src"):
        assert directive in text, directive
    # Apache's other headers would stop it as well, so its complaint has to be the policy's.
    assert any("/x.js" in line and "script-src" in line for line in complaints)


@pytest.mark.parametrize("apache_of", ["second_site"], indirect=True)
def test_a_drawing_opened_by_itself_runs_no_script(
    apache_of: tuple[Apache, Path], secured: BrowserContext
) -> None:
    apache, _ = apache_of
    (apache.documents / "bild.svg").write_text(
        "<svg xmlns='http://www.w3.org/2000/svg'><title>x</title>"
        "<script>document.documentElement.setAttribute('id', 'run')</script></svg>"
    )
    page, complaints = listening(secured)
    page.goto(f"https://127.0.0.1:{apache.https_port}/bild.svg")
    assert page.locator("#run").count() == 0
    assert complaints
