"""Visitors who load pages and all that these name, without pause, while a site changes."""

from __future__ import annotations

import http.client
import re
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from urllib.parse import urlsplit

_LINK = re.compile(r"<link\b[^>]*>|<img\b[^>]*>")
_ADDRESS = re.compile(r'\b(?:href|src)="(/[^"]+)"')
_FOREIGN = re.compile(r'rel="(?:canonical|alternate)"')


@dataclass
class Visitors:
    """`versions` are the files of the sites that may be seen, by path."""

    port: int
    host: str
    versions: list[dict[str, bytes]]
    visits: int = 0
    broken: list[str] = field(default_factory=list)
    #: Pages with the bytes of one version and the length of another: see `is_torn`.
    torn: int = 0
    _done: threading.Event = field(default_factory=threading.Event)
    _guard: threading.Lock = field(default_factory=threading.Lock)

    @property
    def pages(self) -> list[str]:
        """Pages that all versions have."""
        names = set.intersection(*(set(version) for version in self.versions))
        return sorted(name for name in names if name.endswith(".html") and name != "404.html")

    def look_at_all(self) -> None:
        """Visit every page once."""
        with self._connection() as connection:
            for page in self.pages:
                self._visit(connection, page)

    @contextmanager
    def at_work(self, count: int = 3) -> Iterator[None]:
        """Let that many visitors go round until the end of the block."""
        self._done.clear()
        threads = [threading.Thread(target=self._go_round, args=(n,)) for n in range(count)]
        for thread in threads:
            thread.start()
        try:
            yield
        finally:
            self._done.set()
            for thread in threads:
                thread.join()

    def _go_round(self, start: int) -> None:
        pages = self.pages
        place = start * len(pages) // 3
        with self._connection() as connection:
            while not self._done.is_set():
                self._visit(connection, pages[place % len(pages)])
                place += 1

    @contextmanager
    def _connection(self) -> Iterator[http.client.HTTPConnection]:
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=30)
        try:
            yield connection
        finally:
            connection.close()

    def _visit(self, connection: http.client.HTTPConnection, page: str) -> None:
        found = list(self._faults(connection, page))
        with self._guard:
            self.visits += 1
            self.broken += found

    def _faults(self, connection: http.client.HTTPConnection, page: str) -> Iterator[str]:
        status, body = self._get(connection, "/" + page.removesuffix("index.html"))
        if status != 200:
            yield f"{page}: {status}"
            return
        every = [version[page] for version in self.versions]
        if is_torn(body, every):
            with self._guard:
                self.torn += 1
            return
        if body not in every:
            yield f"{page}: neither the old one nor the new one ({len(body)} bytes)"
        for tag in _LINK.findall(body.decode(errors="replace")):
            if _FOREIGN.search(tag):
                continue
            for address in _ADDRESS.findall(tag):
                name = urlsplit(address).path.lstrip("/")
                status, asset = self._get(connection, address)
                if status != 200:
                    yield f"{page}: {address}: {status}"
                elif asset not in [version.get(name) for version in self.versions]:
                    yield f"{page}: {address}: half of it"

    def _get(self, connection: http.client.HTTPConnection, address: str) -> tuple[int, bytes]:
        headers = {"Host": self.host, "X-Forwarded-Proto": "https"}
        connection.request("GET", address, headers=headers)
        answer = connection.getresponse()
        return answer.status, answer.read()


def is_torn(body: bytes, versions: list[bytes]) -> bool:
    """Whether it is cut to the length of another version.

    Apache asks for a file's size and opens it in two steps. One that is renamed into place in
    between is sent with the length of the one before, and no publisher that renames can help that.
    """
    lengths = {len(version) for version in versions}
    whole = body in versions
    return not whole and len(body) in lengths and any(one.startswith(body) for one in versions)
