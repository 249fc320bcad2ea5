"""Whose certificates are trusted: those that the system trusts, or those of a target's file."""

from __future__ import annotations

import ssl

from schaukasten.language.messages import _
from schaukasten.release.targets.errors import PublishError
from schaukasten.release.targets.target import Target


def tls(target: Target) -> ssl.SSLContext:
    """Return a context that checks certificates and names; raises PublishError."""
    try:
        return ssl.create_default_context(
            cafile=str(target.certificates) if target.certificates else None
        )
    except (OSError, ssl.SSLError) as error:
        raise PublishError(
            _("“{file}” cannot be read: {answer}", file=target.certificates, answer=error),
            _("It holds certificates as text, each from “-----BEGIN CERTIFICATE-----”."),
        ) from error
