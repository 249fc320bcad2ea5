"""A picture that may be passed on → a JPEG for the press, which says whose it is.

It holds pixels, the credit and the caption (XMP), and nothing else of what was in the original.
"""

from __future__ import annotations

from io import BytesIO
from xml.sax.saxutils import escape

from PIL import Image

from schaukasten.model.files.image_file import scaled

_QUALITY = 90


def press_file(raw: bytes, name: str, size: tuple[int, int], caption: str, credit: str) -> bytes:
    """Return the JPEG, in sRGB and the same each time; raises Invalid."""
    (image,) = scaled(raw, name, [size])
    if image.mode == "RGBA":
        # What can be seen through is printed on white.
        paper = Image.new("RGB", image.size, "white")
        paper.paste(image, mask=image.getchannel("A"))
        image = paper
    image.info.clear()
    out = BytesIO()
    xmp = _xmp(caption, credit).encode()
    image.save(out, "JPEG", quality=_QUALITY, optimize=True, progressive=True, xmp=xmp)
    return out.getvalue()


def _xmp(caption: str, credit: str) -> str:
    """Return the packet (ISO 16684-1, 7); caption and credit as IPTC places them (Core 1.3)."""
    about = ""
    if caption:
        words = f'<rdf:li xml:lang="x-default">{escape(caption)}</rdf:li>'
        about += f"<dc:description><rdf:Alt>{words}</rdf:Alt></dc:description>"
    if credit:
        about += f"<photoshop:Credit>{escape(credit)}</photoshop:Credit>"
    return (
        '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>'
        '<x:xmpmeta xmlns:x="adobe:ns:meta/">'
        '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">'
        '<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"'
        ' xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/">'
        f"{about}</rdf:Description></rdf:RDF></x:xmpmeta>"
        '<?xpacket end="r"?>'
    )
