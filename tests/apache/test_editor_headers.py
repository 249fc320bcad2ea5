"""What a browser may do with the editor."""

from __future__ import annotations

from schaukasten.apache.editor_headers import editor_header_values

POLICY = (
    "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; "
    "connect-src 'self' blob: data:{forge}; font-src 'self'; img-src 'self' blob: data:; "
    "script-src 'self' 'wasm-unsafe-eval'; style-src 'self' 'unsafe-inline'"
)


def test_it_asks_nobody_but_its_own_server_and_the_forges_that_are_named() -> None:
    own = editor_header_values()["Content-Security-Policy"]
    assert own == POLICY.format(forge="")
    forge = editor_header_values("https://codeberg.org")["Content-Security-Policy"]
    assert forge == POLICY.format(forge=" https://codeberg.org")


def test_no_search_engine_lists_it_and_no_other_page_embeds_it() -> None:
    values = editor_header_values()
    assert values["X-Robots-Tag"] == "noindex, nofollow"
    assert values["Cross-Origin-Resource-Policy"] == "same-origin"
    assert values["X-Content-Type-Options"] == "nosniff"
