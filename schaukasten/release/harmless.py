"""Text from anywhere → lines for a terminal or a CI's log that steer nothing and tell no secret.

File names come from a manifest on the host, sentences from its server.
"""

from __future__ import annotations

import re
from base64 import b64encode
from collections.abc import Iterator
from html import escape
from urllib.parse import quote, quote_plus

from schaukasten.language.visible import visible
from schaukasten.release.targets.target import Secrets
from schaukasten.release.transports.said import CUT_OFF

#: How commands to a CI begin: GitHub's `::name::` and `##[name]`, `##vso[`, `##teamcity[`.
_COMMAND = re.compile(r"(?<=:):(?=[A-Za-z])|(?<=#)#(?=\[|[A-Za-z])")
#: Of a key, lines that are shorter tell nothing.
_SHORTEST = 8


def harmless(text: str, secrets: Secrets) -> str:
    """Return the text, line by line, as it may be printed."""
    for secret in _forms(secrets):
        # Servers repeat what they did not understand, some in capitals.
        text = re.sub(_pattern(secret), "***", text, flags=re.IGNORECASE)
    return "\n".join(
        _COMMAND.sub(lambda sign: f" {sign[0]}", visible(line)) for line in text.split("\n")
    )


def _pattern(secret: str) -> str:
    """The secret, or its beginning at the end of a sentence that was cut there."""
    beginnings = "|".join(re.escape(secret[:count]) for count in range(len(secret) - 1, 0, -1))
    return rf"{re.escape(secret)}|(?<!\w)(?:{beginnings})(?=\s*{CUT_OFF})"


def _forms(secrets: Secrets) -> list[str]:
    """What a secret looks like in a text; the longest first, for one may be a part of another."""
    plain = {secret for secret in (secrets.password, secrets.passphrase) if secret}
    key = (secrets.key or "").splitlines()
    lines = [line.strip() for line in key if len(line.strip()) >= _SHORTEST and line[:5] != "-----"]
    forms = {form for secret in plain for form in _written(secret)} | {*lines}
    return sorted(forms - {""}, key=len, reverse=True)


def _written(secret: str) -> Iterator[str]:
    """The secret as it is, as in addresses, forms and pages, in the wrong encoding, in Base64."""
    yield from (secret, secret.upper(), secret.lower())
    yield from (" ".join(secret.split()), quote(secret), quote(secret, safe=""))
    yield from (quote_plus(secret), escape(secret), escape(secret, quote=False))
    raw = secret.encode()
    yield raw.decode("latin-1")
    # In Base64 three bytes become four signs: what begins with another one, as a name and a
    # password do together (SASL PLAIN), looks different. What its neighbours change is left out.
    for before in range(3):
        first = -(-before * 4 // 3)
        encoded = b64encode(bytes(before) + raw).decode().rstrip("=")
        whole = (before + len(raw)) * 8 // 6
        if whole - first >= _SHORTEST:
            yield encoded[first:whole]
