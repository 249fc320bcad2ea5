"""Text from anywhere → lines for a terminal or a CI's log that steer nothing and tell no secret.

File names come from a manifest on the host, sentences from its server.
"""

from __future__ import annotations

import re
from urllib.parse import quote

from schaukasten.language.visible import visible
from schaukasten.release.targets.target import Secrets

#: How commands to a CI begin: GitHub's `::name::` and `##[name]`, `##vso[`, `##teamcity[`.
_COMMAND = re.compile(r"(?<=:):(?=[A-Za-z])|(?<=#)#(?=\[|[A-Za-z])")
#: Of a key, lines that are shorter tell nothing.
_SHORTEST = 8


def harmless(text: str, secrets: Secrets) -> str:
    """Return the text, line by line, as it may be printed."""
    for secret in _forms(secrets):
        # Servers repeat what they did not understand, some in capitals.
        text = re.sub(re.escape(secret), "***", text, flags=re.IGNORECASE)
    return "\n".join(
        _COMMAND.sub(lambda sign: f" {sign[0]}", visible(line)) for line in text.split("\n")
    )


def _forms(secrets: Secrets) -> list[str]:
    """What a secret looks like in a text; the longest first, for one may be a part of another."""
    plain = [secret for secret in (secrets.password, secrets.passphrase) if secret]
    key = (secrets.key or "").splitlines()
    lines = [line.strip() for line in key if len(line.strip()) >= _SHORTEST and line[:5] != "-----"]
    forms = {*plain, *map(quote, plain), *(" ".join(each.split()) for each in plain), *lines}
    return sorted(forms - {""}, key=len, reverse=True)
