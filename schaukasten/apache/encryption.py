"""What tells that a visitor came by https, whoever decrypted it → conditions for Apache.

Many hosts decrypt in a server in front of Apache, which asks Apache by http and tells in a header
of its own choice. Who is not understood is led to https again and again, so all of them are
listened to, and one that says so is enough. A visitor who lies about it only spares himself a
redirect.
"""

from __future__ import annotations

#: The variable of a request without encryption, once mod_rewrite knows that it is one.
PLAIN = "SCHAUKASTEN_PLAIN"

#: They name the scheme: of several hops a list (`https,http`), or JSON (CF-Visitor).
_SCHEMES = (
    *("X-Forwarded-Proto", "X-Forwarded-Protocol", "X-Forwarded-Scheme", "X-Original-Proto"),
    *("X-Scheme", "X-Url-Scheme", "X-Proto", "CloudFront-Forwarded-Proto", "CF-Visitor"),
)
#: They say yes: `on`, `1`, `true`.
_SWITCHES = (
    *("X-Forwarded-Ssl", "X-Forwarded-Https", "Front-End-Https", "X-Https", "X-Ssl", "Https"),
    *("Ssl", "Ssl-Offloaded", "Fastly-SSL", "WL-Proxy-SSL", "User-Agent-Https"),
)
#: They tell of the encryption itself, which is there only where something was encrypted.
_DETAILS = ("X-ARR-SSL", "X-SSL-Cipher", "X-SSL-Protocol")
_PORT = "X-Forwarded-Port"

_SCHEME = r"\b(?:https|ssl)\b"
_YES = r"\b(?:on|1|true|yes|https)\b"
_ENCRYPTED_PORT = r"\b443\b"
#: RFC 7239, 4; a value may stand in quotation marks.
_FORWARDED = r"\bproto=\W?https\b"
#: An Apache in front says `(null)` of what is not there.
_SOMETHING = r"\b(?!null\b)\w"


def unless_encrypted() -> list[str]:
    """Return the conditions of a rule of mod_rewrite for who came without encryption."""
    # REQUEST_SCHEME is https where the host wrote it into ServerName.
    schemes = ("%{REQUEST_SCHEME}", "%{ENV:REQUEST_SCHEME}", *map(_header, _SCHEMES))
    return [
        "RewriteCond %{HTTPS} !=on [NC]",
        f'RewriteCond "{" ".join(schemes)}" !{_SCHEME} [NC]',
        f'RewriteCond "%{{ENV:HTTPS}} {" ".join(map(_header, _SWITCHES))}" !{_YES} [NC]',
        f'RewriteCond "%{{SERVER_PORT}} {_header(_PORT)}" !{_ENCRYPTED_PORT}',
        f"RewriteCond {_header('Forwarded')} !{_FORWARDED} [NC]",
        f'RewriteCond "{" ".join(map(_header, _DETAILS))}" !{_SOMETHING}',
        "# SetEnv comes later than these rules; a look ahead sees it.",
        f"RewriteCond %{{LA-U:ENV:HTTPS}} !{_YES} [NC]",
    ]


def _header(name: str) -> str:
    return f"%{{HTTP:{name}}}"


def encrypted() -> str:
    """Return the same as an expression, which is true for who came by https (ap_expr).

    It holds no double quotation mark. Nothing is added to Vary: what is sent is the same.
    """
    schemes = ("%{REQUEST_SCHEME}", "%{reqenv:REQUEST_SCHEME}", *map(_asked, _SCHEMES))
    switches = ("%{HTTPS}", "%{reqenv:HTTPS}", *map(_asked, _SWITCHES))
    ports = ("%{SERVER_PORT}", _asked(_PORT))
    return " || ".join(
        f"'{' '.join(values)}' =~ /{pattern}/i"
        for values, pattern in (
            (schemes, _SCHEME),
            (switches, _YES),
            (ports, _ENCRYPTED_PORT),
            ((_asked("Forwarded"),), _FORWARDED),
            (tuple(map(_asked, _DETAILS)), _SOMETHING),
        )
    )


def _asked(name: str) -> str:
    return f"%{{req_novary:{name}}}"
