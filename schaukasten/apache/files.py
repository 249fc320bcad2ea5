"""Files by their endings → their types, how long browsers keep them, and whether they shrink."""

from __future__ import annotations

from schaukasten.apache.encryption import PLAIN
from schaukasten.apache.precompression import OR_SMALLER
from schaukasten.attachment_kinds import KINDS

# All of them, since `nosniff` makes browsers refuse a stylesheet of a wrong type.
TYPES = {
    "application/manifest+json": ".webmanifest",
    "application/xml": ".xml",
    "font/woff2": ".woff2",
    "image/avif": ".avif",
    "image/gif": ".gif",
    "image/jpeg": ".jpg .jpeg",
    "image/png": ".png",
    "image/svg+xml": ".svg",
    "image/webp": ".webp",
    "text/calendar": ".ics",
    "text/css": ".css",
    "text/html": ".html",
    "text/javascript": ".js",
    "text/plain": ".txt",
} | {kind.media_type: kind.ending for kind in KINDS}
FEED = "application/atom+xml"
#: Text, as we write it.
_UTF_8 = ".css .html .ics .js .svg .txt .webmanifest .xml"
_COMPRESSED = (
    *("text/html", "text/css", "text/plain", "text/calendar", "image/svg+xml"),
    *("application/xml", FEED, "application/manifest+json"),
    # The second is what hosts called a script before RFC 9239.
    *("text/javascript", "application/javascript"),
)

#: A name that changes with the bytes: site.0123456789ab.css, 0123456789abcdef-960.webp. Only of
#: kinds that the build names: the digits of an attachment (einladung-202606201500.pdf) are none.
DIGEST = (
    r"^(?:.+\.[0-9a-f]{12}|[0-9a-f]{16}-[0-9]+)"
    rf"\.(?:avif|css|gif|jpe?g|js|png|svg|webp|woff2){OR_SMALLER}$"
)
#: Rarely changed, and no harm if it is seen a day late.
_ASSETS = rf"\.(?:avif|gif|jpe?g|png|svg|webp|woff2){OR_SMALLER}$"
_DAY, _YEAR = 86_400, 31_536_000


def types() -> str:
    """Return the types and the charset of all that a site publishes."""
    lines = [f"AddType {name} {endings}" for name, endings in TYPES.items()]
    return "\n".join(
        [
            "AddDefaultCharset utf-8",
            "<IfModule mod_mime.c>",
            "# Debian takes .br for Breton and .gz for a kind of document.",
            "RemoveLanguage .br",
            "RemoveType .br .gz .tgz",
            "AddEncoding br .br",
            "AddEncoding gzip .gz",
            *lines,
            f"AddCharset utf-8 {_UTF_8}",
            "</IfModule>",
            rf'<FilesMatch "\.atom\.xml{OR_SMALLER}$">',
            f'ForceType "{FEED}; charset=utf-8"',
            "</FilesMatch>",
        ]
    )


def caching(digest: str = DIGEST) -> str:
    """Return how long files are kept: by mod_headers, or as well as mod_expires can say it.

    `digest` is a pattern (PCRE) of the names that change with the bytes.
    Kept for good is what changes its name with its bytes (RFC 8246); pages are asked for again
    every time, which costs a 304 (RFC 9111, 5.2.2.4).
    """
    return "\n".join(
        [
            "<IfModule mod_headers.c>",
            "<IfModule mod_expires.c>",
            "# It would add a second opinion.",
            "ExpiresActive Off",
            "</IfModule>",
            "Header unset Expires",
            "Header always unset Cache-Control",
            "Header set Cache-Control no-cache",
            "# Browsers keep a 301 for ever, and a page may move back.",
            f'Header always set Cache-Control max-age={_DAY} "expr=%{{REQUEST_STATUS}} -eq 301"',
            "# A cache in front may take https for http: then the way to https leads to itself.",
            f'Header always set Cache-Control "private, max-age={_DAY}" env={PLAIN}',
            f'<FilesMatch "{_ASSETS}">',
            f'Header set Cache-Control "public, max-age={_DAY}"',
            "</FilesMatch>",
            f'<FilesMatch "{digest}">',
            f'Header set Cache-Control "public, max-age={_YEAR}, immutable"',
            "</FilesMatch>",
            "</IfModule>",
            "<IfModule !mod_headers.c>",
            "<IfModule mod_expires.c>",
            "ExpiresActive On",
            'ExpiresDefault "access plus 0 seconds"',
            f'<FilesMatch "{_ASSETS}">',
            f'ExpiresDefault "access plus {_DAY} seconds"',
            "</FilesMatch>",
            f'<FilesMatch "{digest}">',
            f'ExpiresDefault "access plus {_YEAR} seconds"',
            "</FilesMatch>",
            "</IfModule>",
            "</IfModule>",
        ]
    )


def compression() -> str:
    """Return what makes text smaller on its way, without losing the 304.

    mod_deflate ends the ETag with -gzip and does not know it again (Apache bug 45023).
    """
    return "\n".join(
        [
            "<IfModule mod_deflate.c>",
            "<IfModule mod_filter.c>",
            f"AddOutputFilterByType DEFLATE {' '.join(_COMPRESSED)}",
            "</IfModule>",
            "<IfModule mod_headers.c>",
            """RequestHeader edit* If-None-Match '-(?:br|gzip)"' '"'""",
            "</IfModule>",
            "</IfModule>",
        ]
    )
