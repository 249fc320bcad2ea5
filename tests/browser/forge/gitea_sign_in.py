"""Gitea's own window → a token, by PKCE (RFC 7636)."""

from __future__ import annotations

import base64
import hashlib
import secrets
from collections.abc import Mapping
from urllib.parse import quote, urlencode

from tests.browser.forge.server import Answer, Refused

#: The only application that it knows.
APP = "0b1c"


class SignIn:
    """`tokens` gets each one that is made here."""

    def __init__(self, tokens: set[str]):
        self._tokens = tokens
        #: Code of a sign-in that is under way → its challenge and where it leads back to.
        self._codes: dict[str, tuple[str, str]] = {}

    def authorize(self, asked: Mapping[str, str]) -> Answer:
        """The page at which somebody agrees, who has done so already."""
        assert asked["client_id"] == APP
        assert asked["code_challenge_method"] == "S256"
        code = secrets.token_urlsafe()
        self._codes[code] = (asked["code_challenge"], asked["redirect_uri"])
        back = f"{asked['redirect_uri']}?{urlencode({'code': code, 'state': asked['state']})}"
        page = (
            f'<!doctype html><title>Forge</title><a href="{quote(back, safe=":/?&=%")}">Agree</a>'
        )
        return Answer(page.encode(), kind="text/html")

    def access_token(self, asked: Mapping[str, str]) -> Answer:
        """4.6 of the RFC; each code is taken once."""
        challenge, back = self._codes.pop(asked["code"])
        digest = hashlib.sha256(asked["code_verifier"].encode()).digest()
        made = base64.urlsafe_b64encode(digest).decode().rstrip("=")
        if (made, asked["redirect_uri"], asked["client_id"]) != (challenge, back, APP):
            raise Refused(400, "invalid_grant")
        token = secrets.token_urlsafe()
        self._tokens.add(token)
        return Answer({"access_token": token, "token_type": "bearer", "refresh_token": "again"})
