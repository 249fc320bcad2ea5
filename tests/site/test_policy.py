"""Every page of every built site: nothing in it is what its content security policy stops."""

from __future__ import annotations

from pathlib import Path

import pytest
from lxml import html


@pytest.mark.parametrize("built", ["real_site", "real_preview", "second_site"])
def test_no_page_holds_what_a_policy_would_stop(built: str, request: pytest.FixtureRequest) -> None:
    site: Path = request.getfixturevalue(built)
    for path in site.rglob("*.html"):
        assert stopped(html.parse(str(path)).getroot()) == [], path.relative_to(site)
    bad = "<p style='x'><a onclick='x' href='javascript:x'>x</a><style></style><script></script>"
    assert len(stopped(html.fromstring(bad))) == 5


def stopped(page: html.HtmlElement) -> list[str]:
    """Styles and scripts that stand in the page itself, and what comes from another host."""
    inline = "//*[@style] | //style | //script[not(@src) and not(@type='application/ld+json')]"
    handlers = "//@*[starts-with(name(), 'on')] | //@href[starts-with(., 'javascript:')]"
    foreign = "//img/@src | //img/@srcset | //script/@src | //link[@rel='stylesheet']/@href"
    return [
        *map(str, page.xpath(inline)),
        *page.xpath(handlers),
        *(address for address in page.xpath(foreign) if not address.startswith("/")),
    ]
