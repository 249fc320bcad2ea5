"""A text → its QR code, as an SVG in the page."""

from __future__ import annotations

import io


def svg(text: str) -> str:
    """Return a QR code with error correction M, dark on light with its margin."""
    # On no page but two.
    import segno

    code = segno.make_qr(text, error="m", boost_error=False, encoding="utf-8")
    out = io.BytesIO()
    # Black on white in the dark scheme too: that is what scanners read best.
    code.save(out, kind="svg", xmldecl=False, svgns=False, light="white", omitsize=True, nl=False)
    return out.getvalue().decode("utf-8")
