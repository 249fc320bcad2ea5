"""The headers of every answer: what browsers may do with it (OWASP HTTP Headers Cheat Sheet)."""

from __future__ import annotations

from collections.abc import Mapping

from schaukasten.apache.encryption import encrypted
from schaukasten.apache.facts import Facts
from schaukasten.apache.precompression import OR_SMALLER

#: Features of the browser that no page uses; () means nobody, frames included. Only names that
#: browsers know: of every other one they complain on every page.
FEATURES = (
    *("accelerometer", "autoplay", "camera", "display-capture", "encrypted-media"),
    *("gamepad", "geolocation", "gyroscope", "hid", "idle-detection", "local-fonts"),
    *("magnetometer", "microphone", "midi", "payment", "publickey-credentials-get"),
    *("screen-wake-lock", "serial", "usb", "xr-spatial-tracking"),
)
#: Files that other sites and feed readers may show or play.
SHARED = rf"\.(?:avif|gif|ics|jpe?g|mp3|png|svg|webp|xml){OR_SMALLER}$"
#: Opened by itself an SVG is a document, which could run scripts.
DRAWING_POLICY = "default-src 'none'; sandbox"
#: mod_headers knows a table for success and one that errors get too (`always`); a host may have
#: filled either. Emptied first, each header is sent once.
_ONCE = "Header unset {name}\nHeader always set {name} {value}"


def headers(facts: Facts) -> str:
    """Return the directives of mod_headers that are about safety and search engines."""
    return directives(header_values(facts), facts.secure)


def directives(wanted: Mapping[str, str], secure: bool) -> str:
    """Return the directives of mod_headers by which every answer has these headers, and once."""
    values = {name: _quoted(value) for name, value in wanted.items()}
    if secure:
        # Without includeSubDomains: other services of the association may have no certificate.
        # RFC 6797, 7.2: never over plain http.
        values["Strict-Transport-Security"] = f'max-age=31536000 "expr={encrypted()}"'
    lines = [_ONCE.format(name=name, value=value) for name, value in sorted(values.items())]
    return "\n".join(
        [
            "<IfModule mod_headers.c>",
            # Set on a condition only, what the host says otherwise would stay.
            "Header always unset Strict-Transport-Security",
            *lines,
            "# PHP on the host boasts with its version.",
            "Header unset X-Powered-By",
            "Header always unset X-Powered-By",
            f'<FilesMatch "{SHARED}">',
            "Header always set Cross-Origin-Resource-Policy cross-origin",
            "</FilesMatch>",
            "# A PDF is shown by a page of the browser's own, which the policy might cripple.",
            r'<FilesMatch "\.pdf$">',
            "Header always unset Content-Security-Policy",
            "</FilesMatch>",
            "# Opened by itself an SVG is a document, which could run scripts.",
            rf'<FilesMatch "\.svg{OR_SMALLER}$">',
            f"Header always set Content-Security-Policy {_quoted(DRAWING_POLICY)}",
            "</FilesMatch>",
            "</IfModule>",
        ]
    )


def header_values(facts: Facts) -> dict[str, str]:
    """Return the headers of every page, whatever server sends them."""
    values = {
        "Content-Security-Policy": policy(facts),
        "Cross-Origin-Opener-Policy": "same-origin",
        "Cross-Origin-Resource-Policy": "same-origin",
        "Permissions-Policy": ", ".join(f"{feature}=()" for feature in FEATURES),
        # Nobody else learns which page a visitor came from.
        "Referrer-Policy": "same-origin",
        "X-Content-Type-Options": "nosniff",
    }
    if facts.hidden:
        values["X-Robots-Tag"] = "noindex, nofollow"
    return values


def _quoted(value: str) -> str:
    return f'"{value}"' if " " in value else value


def policy(facts: Facts) -> str:
    """Return the Content Security Policy (CSP Level 3): nothing, except what is named here."""
    allowed = {
        "default-src": "'none'",
        # Not covered by default-src: no <base> that turns links, no form, no frame around a page.
        "base-uri": "'none'",
        "form-action": "'none'",
        "frame-ancestors": "'none'",
        # What pages are made of; the theme writes no style into them.
        "font-src": "'self'",
        "img-src": "'self'",
        "media-src": "'self'",
        "style-src": "'self'",
        # No page asks for more by script. Lighthouse asks for /robots.txt from within a page, and
        # counts it as missing where it may not.
        "connect-src": "'self'",
    }
    if facts.scripts:
        allowed["script-src"] = "'self'"
    if facts.secure:
        # A picture that an editor has linked with http: would be blocked or warned of.
        allowed["upgrade-insecure-requests"] = ""
    return "; ".join(f"{name} {value}".rstrip() for name, value in allowed.items())
