"""Where the browser editor may ask besides its own host → the headers of all that it is made of."""

from __future__ import annotations

from schaukasten.apache.headers import FEATURES


def editor_header_values(*forges: str, opens_forge: bool = False) -> dict[str, str]:
    """Return the headers of the editor's files; `forges` are origins such as https://codeberg.org.

    With `opens_forge` one signs in at a page of the forge, in a window of its own (PKCE).
    The policy (CSP Level 3) is the tightest under which open, edit, upload, convert and save work.
    """
    own = "'self' blob: data:"
    allowed = {
        "default-src": "'none'",
        "base-uri": "'none'",
        "form-action": "'none'",
        # A page around it could lead an editor's clicks.
        "frame-ancestors": "'none'",
        "connect-src": " ".join([own, *forges]),
        "font-src": "'self'",
        # Pictures that wait to be saved, and small ones made of large ones.
        "img-src": own,
        # WebAssembly decodes what iPhones take, and encodes WebP where the browser cannot;
        # JavaScript that stands in a string still never runs.
        "script-src": "'self' 'wasm-unsafe-eval'",
        # Sveltia places what it shows by style attributes.
        "style-src": "'self' 'unsafe-inline'",
    }
    return {
        "Content-Security-Policy": "; ".join(f"{name} {value}" for name, value in allowed.items()),
        # Back from the forge, that window would not be known any more (HTML, 7.1.3).
        "Cross-Origin-Opener-Policy": "unsafe-none" if opens_forge else "same-origin",
        "Cross-Origin-Resource-Policy": "same-origin",
        "Permissions-Policy": ", ".join(f"{feature}=()" for feature in FEATURES),
        "Referrer-Policy": "same-origin",
        "X-Content-Type-Options": "nosniff",
        "X-Robots-Tag": "noindex, nofollow",
    }
