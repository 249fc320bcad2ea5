"""The facts of a site → its whole `.htaccess`.

It works under `AllowOverride FileInfo Indexes`, the least that hosts of old offer. `<IfModule>`
protects against a missing module and not against AllowOverride: one directive of another class
(Options, Require, php_flag) and every page is a 500.
"""

from __future__ import annotations

from schaukasten.apache import addresses, files, headers, precompression
from schaukasten.apache.facts import Facts

_HEAD = """\
# Written by the build; what is changed here is gone with the next one.
# Needs no more than AllowOverride FileInfo Indexes."""


def htaccess(facts: Facts) -> str:
    parts = [
        _HEAD,
        addresses.error_pages(facts) if facts.error_page else "",
        addresses.folders(),
        files.types(),
        headers.headers(facts),
        files.caching(),
        files.compression(),
        precompression.vary() if facts.precompressed else "",
        addresses.rules(facts),
    ]
    return "\n\n".join(part for part in parts if part) + "\n"
