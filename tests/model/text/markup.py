"""HTML → whatever in it could run, load, or dress up: nothing, if it was cleaned."""

from __future__ import annotations

import re
from html.parser import HTMLParser

ACTIVE_TAGS = frozenset(
    "applet audio base body button embed form frame frameset iframe input link marquee math meta "
    "noscript object param portal script select source style svg template textarea title track "
    "video".split()
)
ADDRESSES = frozenset({"action", "background", "cite", "data", "formaction", "href", "src"})


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in ACTIVE_TAGS:
            self.found.append(f"<{tag}>")
        for name, value in attrs:
            # Browsers ignore spaces and control characters in a scheme.
            address = re.sub(r"[\x00-\x20]", "", value or "").lower()
            scheme = re.match(r"[a-z][a-z0-9+.-]*:", address)
            allowed = {"https:", "http:", "mailto:", "tel:"}
            if name.startswith("on") or name in {"style", "srcdoc", "ping", "xlink:href"}:
                self.found.append(f"{name}=")
            if name in ADDRESSES and scheme and scheme[0] not in allowed:
                self.found.append(f"{name}={address}")

    def handle_comment(self, data: str) -> None:
        self.found.append("<!-- -->")

    def handle_decl(self, decl: str) -> None:
        self.found.append("<!>")

    def handle_pi(self, data: str) -> None:
        self.found.append("<?>")


def active_parts(html: str) -> list[str]:
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return reader.found
