"""A visitor of the published site: asks over HTTP, and takes every answer as it is."""

from __future__ import annotations

import http.client
import re
import threading
from dataclasses import dataclass
from urllib.parse import SplitResult, quote, urljoin, urlsplit

from schaukasten.release.no_answer import no_answer
from schaukasten.release.targets.errors import PublishError
from schaukasten.release.targets.target import Target
from schaukasten.release.targets.tls import tls

TIMEOUT = 30
#: A host that gave so many requests in a row no answer will give none to the others.
LAST_TRIES = 8
#: Whatever has a meaning in an address; the rest browsers write as numbers.
_MEANING = "%/:=&?#+!$,;'@()*[]"


@dataclass(frozen=True)
class Answer:
    """What a server answers: `headers` by lower-case name, several values joined by a comma."""

    status: int
    headers: dict[str, str]
    body: bytes


class Visitor:
    """Asks one host, on a connection per thread, without following redirects."""

    def __init__(self, website: str, target: Target):
        self._parts: SplitResult = urlsplit(website)
        self._tls = tls(target)
        self._local = threading.local()
        self._silent: list[PublishError] = []

    @property
    def website(self) -> str:
        return self._parts.geturl()

    @property
    def is_secure(self) -> bool:
        return self._parts.scheme == "https"

    def get(self, path: str, plain: bool = False) -> Answer:
        """Ask for a quoted path from the site's root; with `plain` over http.

        Raises PublishError.
        """
        if plain:
            host = self._parts.netloc.removesuffix(f":{self._parts.port}")
            return self.at(f"http://{host}{self._parts.path}{path}")
        if len(self._silent) >= LAST_TRIES:
            raise self._silent[0]
        try:
            try:
                answer = self._ask(path)
            except (ConnectionError, http.client.BadStatusLine):
                # A server may close a connection that it kept, just when we ask again.
                answer = self._ask(path)
        except (OSError, ValueError, http.client.HTTPException) as error:
            self._silent.append(no_answer(self.website + path, error))
            raise self._silent[-1] from error
        self._silent.clear()
        return answer

    def at(self, url: str) -> Answer:
        """Ask for any address, by a connection of its own. Raises PublishError."""
        try:
            parts = urlsplit(url)
            connection = self._connection(parts)
            try:
                target = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
                return _answer(connection, target)
            finally:
                connection.close()
        except (OSError, ValueError, http.client.HTTPException) as error:
            raise no_answer(url, error) from error

    def _ask(self, path: str) -> Answer:
        connection = getattr(self._local, "connection", None)
        if connection is None:
            connection = self._local.connection = self._connection(self._parts)
        return _answer(connection, self._parts.path + path)

    def _connection(self, parts: SplitResult) -> http.client.HTTPConnection:
        host, port = parts.hostname or "", parts.port
        if parts.scheme == "https":
            return http.client.HTTPSConnection(host, port, timeout=TIMEOUT, context=self._tls)
        return http.client.HTTPConnection(host, port, timeout=TIMEOUT)


def _answer(connection: http.client.HTTPConnection, target: str) -> Answer:
    try:
        connection.request("GET", target)
        response = connection.getresponse()
        body = response.read()
    except (OSError, http.client.HTTPException):
        connection.close()
        raise
    headers: dict[str, str] = {}
    for name, value in response.getheaders():
        name = name.lower()
        headers[name] = f"{headers[name]}, {value}" if name in headers else value
    return Answer(response.status, headers, body)


def following(url: str, location: str) -> str | None:
    """Return where a redirect at `url` leads; None where that is nothing a browser can open."""
    try:
        # Bytes of a header come as Latin-1, whatever they mean.
        location = quote(location.encode("latin-1"), safe=_MEANING)
        names_no_host = re.match(r"//|[a-z]+:", location, re.I) and not urlsplit(location).hostname
        address = urljoin(url, location)
        parts = urlsplit(address)
        can_be_opened = parts.scheme in ("http", "https") and parts.port != 0 and not names_no_host
    except ValueError:  # half an IPv6 address, a port that is no number
        return None
    return address if can_be_opened else None
