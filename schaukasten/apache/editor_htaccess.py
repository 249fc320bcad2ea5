"""The headers of the browser editor → the whole `.htaccess` of the folder that holds it.

The same rules as for a site, under the same `AllowOverride` (see `htaccess.py`).
"""

from __future__ import annotations

from collections.abc import Mapping

from schaukasten.apache import addresses, files, headers
from schaukasten.apache.facts import Facts

#: As esbuild and Vite name what they have bundled: chunk-6HYSBVTA.js, webp_enc-BpZvKflB.wasm. The
#: font of icons has such a name, too, but we leave icons out of it afterwards.
DIGEST = r"^(?!material-symbols).*-[A-Za-z0-9_-]{8}\.(?:js|png|wasm|woff2)$"
_HEAD = """\
# Written by `tasks.py editor`; what is changed here is gone with the next one.
# Needs no more than AllowOverride FileInfo Indexes."""
_TYPES = """\
<IfModule mod_mime.c>
AddType application/json .json
AddType application/wasm .wasm
AddCharset utf-8 .json
</IfModule>"""


def editor_htaccess(values: Mapping[str, str], to_https: bool) -> str:
    """Return the rules; `values` are the headers, `to_https` is whether it leads to https."""
    facts = Facts(
        base="",
        # Any name that leads here is right: the editor names itself nowhere.
        host=None,
        secure=True,
        hidden=True,
        scripts=True,
        error_page=False,
        to_https=to_https,
    )
    parts = [
        _HEAD,
        addresses.folders(),
        files.types(),
        _TYPES,
        headers.directives(values, facts.secure),
        files.caching(DIGEST),
        files.compression(),
        addresses.rules(facts),
    ]
    return "\n\n".join(parts) + "\n"
