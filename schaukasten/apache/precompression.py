"""Texts that lie on the host compressed as well → rules by which a browser gets them so.

They come last of all rules. mod_mime tells the encoding by the second ending (AddEncoding in
`files.py`); without mod_headers no cache would know that there are several answers (RFC 9110,
12.5.5), so then there is one.
"""

from __future__ import annotations

from pathlib import PurePosixPath

#: In the order in which they are preferred, with what a browser calls each (RFC 9110, 8.4.1).
_CODINGS = {"br": "br", "gz": "gzip"}
ENDINGS = tuple(_CODINGS)
_TEXTS = ("css", "html", "ics", "js", "svg", "txt", "webmanifest", "xml")
#: What may stand behind the ending of a text.
OR_SMALLER = r"(?:\.(?:br|gz))?"


def is_text(name: str) -> bool:
    """Whether a published file is compressed beside itself."""
    return PurePosixPath(name).suffix.removeprefix(".") in _TEXTS


def rules() -> list[str]:
    """Return the lines for mod_rewrite."""
    lines = ["# Compressed beforehand: a folder's page, and any text.", "<IfModule mod_headers.c>"]
    lines.append("<IfModule mod_mime.c>")
    for ending, coding in _CODINGS.items():
        # Named without a weight: "br;q=0" would be none.
        asked = rf'RewriteCond %{{HTTP:Accept-Encoding}} "(?:^|[\s,]){coding}(?:[\s,]|$)"'
        lines += [
            asked,
            f"RewriteCond %{{REQUEST_FILENAME}}index.html.{ending} -f",
            f"RewriteRule ^(?:.*/)?$ %{{REQUEST_URI}}index.html.{ending} [L]",
            asked,
            f"RewriteCond %{{REQUEST_FILENAME}}.{ending} -f",
            rf"RewriteRule \.(?:{'|'.join(_TEXTS)})$ %{{REQUEST_URI}}.{ending} [L]",
        ]
    return [*lines, "</IfModule>", "</IfModule>"]


def vary() -> str:
    """Return what tells caches that the answer hangs on what a browser can read."""
    return "\n".join(
        [
            "<IfModule mod_headers.c>",
            rf'<FilesMatch "\.(?:{"|".join(_TEXTS)}){OR_SMALLER}$">',
            "Header merge Vary Accept-Encoding",
            "</FilesMatch>",
            "</IfModule>",
        ]
    )
