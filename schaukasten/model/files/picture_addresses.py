"""A picture → the addresses of its files on the site, and the `<img>` that every program can show.

`base` precedes each address.
"""

from __future__ import annotations

from schaukasten.model.files.picture import Picture, Variant

#: The folder of the site that holds the published files.
PICTURES = "/bilder/"


def attributes(picture: Picture, base: str = "", most: int | None = None) -> dict[str, str]:
    """Return the attributes of an `<img>` that every program can show.

    `sizes` is missing, since who shows it knows it. On a page `sources` stand before it.
    """
    variants = picture.variants
    offered = within(picture, most)
    middle = offered[len(offered) // 2]
    return {
        "src": f"{base}{PICTURES}{picture.file_of(middle)}",
        "srcset": srcset(picture, picture.formats[-1], base, most),
        "width": str(variants[-1].width),
        "height": str(variants[-1].height),
        "alt": picture.note.alt or "",
    }


def smallest(picture: Picture, base: str = "") -> str:
    """Return the address of a picture's smallest file, for a mark of a few letters' height."""
    return f"{base}{PICTURES}{picture.file_of(picture.variants[0])}"


def largest(picture: Picture, base: str = "") -> str:
    """Return the address of a picture's largest file, for who wants to see it by itself."""
    return f"{base}{PICTURES}{picture.file_of(picture.variants[-1])}"


def srcset(picture: Picture, ending: str, base: str = "", most: int | None = None) -> str:
    """Return the sizes of a picture in a format, for a browser to choose from."""
    return ", ".join(
        f"{base}{PICTURES}{variant.stem}.{ending} {variant.width}w"
        for variant in within(picture, most)
    )


def within(picture: Picture, most: int | None) -> list[Variant]:
    """Return the sizes of up to `most` pixels in width, or the smallest; all without a limit."""
    return [one for one in picture.variants if most is None or one.width <= most] or (
        picture.variants[:1]
    )
