"""A visitor of the published site: asks over HTTP, and takes every answer as it is."""

from __future__ import annotations

import http.client
import threading
from dataclasses import dataclass
from urllib.parse import SplitResult, urlsplit

from schaukasten.language.messages import _
from schaukasten.release.targets.errors import PublishError
from schaukasten.release.targets.target import Target
from schaukasten.release.targets.tls import tls

TIMEOUT = 30


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

    @property
    def website(self) -> str:
        return self._parts.geturl()

    @property
    def is_secure(self) -> bool:
        return self._parts.scheme == "https"

    def get(self, path: str, plain: bool = False) -> Answer:
        """Ask for a quoted path from the site's root; with `plain` over http."""
        try:
            try:
                return self._ask(path, plain)
            except (ConnectionError, http.client.BadStatusLine):
                # A server may close a connection that it kept, just when we ask again.
                return self._ask(path, plain)
        except (OSError, ValueError, http.client.HTTPException) as error:
            raise PublishError(
                _(
                    "{address} does not answer: {answer}",
                    address=self._parts.geturl() + path,
                    answer=str(error) or type(error).__name__,
                ),
                _("Check “website”, and whether the domain leads to this host already."),
            ) from error

    def _ask(self, path: str, plain: bool) -> Answer:
        host = self._parts.hostname or ""
        if plain:
            connection: http.client.HTTPConnection = http.client.HTTPConnection(
                host, timeout=TIMEOUT
            )
        else:
            connection = getattr(self._local, "connection", None) or self._open(host)
        try:
            connection.request("GET", self._parts.path + path)
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

    def _open(self, host: str) -> http.client.HTTPConnection:
        port = self._parts.port
        connection: http.client.HTTPConnection = (
            http.client.HTTPSConnection(host, port, timeout=TIMEOUT, context=self._tls)
            if self.is_secure
            else http.client.HTTPConnection(host, port, timeout=TIMEOUT)
        )
        self._local.connection = connection
        return connection
