"""A decoded picture, whatever its kind of pixels and its colour profile → the same in sRGB."""

from __future__ import annotations

from io import BytesIO

from PIL import Image, ImageCms

#: What a profile's colour space (ICC.1:2022, 7.2.6) is called as pixels; others are passed over.
_MODES = {"RGB": "RGB", "GRAY": "L", "CMYK": "CMYK"}
_GREY = frozenset({"1", "L", "LA", "La"})


def in_srgb(image: Image.Image) -> Image.Image:
    """Return the picture as RGB, or as RGBA where something can be seen through it."""
    image = _in_8_bits(image)
    colours, alpha = image, None
    if image.has_transparency_data:
        # The profile says nothing of the transparency, and its converter would drop it.
        colours = image.convert("RGBA")
        alpha = colours.getchannel("A")
        colours = colours.convert("RGB")
    profile = image.info.get("icc_profile")
    known = _by_profile(colours, profile, image.mode in _GREY) if profile else None
    colours = known or colours.convert("RGB")
    if alpha is not None:
        colours.putalpha(alpha)
    return colours


def _in_8_bits(image: Image.Image) -> Image.Image:
    see_through = image.info.get("transparency")
    if image.mode.startswith("I"):  # 16 bits of grey, of which Pillow would keep the lower ones
        image = image.convert("I").point(lambda value: value / 256).convert("L")
    # PNG 11.3.2.1: the colour that is transparent has as many bits as the pixels had in the file.
    if isinstance(see_through, int) and see_through > 255:
        image.info["transparency"] = see_through >> 8
    elif isinstance(see_through, tuple) and max(see_through) > 255:
        image.info["transparency"] = tuple(value >> 8 for value in see_through)
    return image


def _by_profile(image: Image.Image, profile: bytes, is_grey: bool) -> Image.Image | None:
    """None for a profile that is broken or of another kind: that only shifts colours a little."""
    try:
        source = ImageCms.ImageCmsProfile(BytesIO(profile))
        mode = _MODES.get(source.profile.xcolor_space.strip())
        fits = is_grey if mode == "L" else (mode == "CMYK") == (image.mode == "CMYK")
        if mode is None or not fits:
            return None
        target = ImageCms.createProfile("sRGB")
        return ImageCms.profileToProfile(image.convert(mode), source, target, outputMode="RGB")
    except (ImageCms.PyCMSError, OSError):
        return None
