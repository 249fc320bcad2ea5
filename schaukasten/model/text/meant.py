"""The target of a link that leads nowhere → the one that was meant, where a person would see it.

Only the shape is looked at: an address, a mail box, a number, typed without what a browser needs.
"""

from __future__ import annotations

import re
from pathlib import PurePosixPath
from urllib.parse import unquote

from schaukasten.language.messages import _
from schaukasten.model.reading.problem import Invalid
from schaukasten.model.reading.telephone import telephone

#: Endings of files, which would also be names of countries or the like (.md is Moldova).
_FILES = frozenset(
    "md html htm php pdf jpg jpeg png webp svg gif heic doc docx odt ods xls xlsx ppt pptx txt zip "
    "mp3 mp4 mov yaml yml ics rtf pages numbers key markdown epub csv tif tiff bmp avif heif "
    "odp vcf gpx kml eml msg m4a wav ogg webm avi eps ai psd pub".split()
)
_MAIL = re.compile(r"(?:e-?mail|mail|mailto)?[:/ ]*([\w.+-]+@[\w-]+(?:\.[\w-]+)+)(\?.*)?", re.I)
_HOST = re.compile(r"((?:[\w-]+\.)+([a-z]{2,24}))((?::\d+)?(?:[/?#].*)?)", re.IGNORECASE)
_SLIPPED = re.compile(r"(?:h?tt?ps?|http?s)?\s?[:;.]?\s?[/\\]{1,3}|https?:(?!//)", re.IGNORECASE)
_NUMBER = re.compile(r"(?:tel(?:efon)?[.:]*)?[ /]*(\+?[\d ()/–-]{5,25})", re.IGNORECASE)


def meant(target: str, country: str) -> str | None:
    """Return the target with `https://`, `mailto:` or `tel:` before it; None for anything else.

    >>> meant("example.org/amt", "DE"), meant("post@example.org", "DE")
    ('https://example.org/amt', 'mailto:post@example.org')
    """
    target = unquote(target).strip().strip("<>")
    if found := _MAIL.fullmatch(target):
        return f"mailto:{found[1]}{found[2] or ''}"
    if found := _NUMBER.fullmatch(target):
        try:
            return f"tel:{telephone(found[1].strip(), country)}"
        except Invalid:
            return None
    slipped = _SLIPPED.match(target)
    bare = target[slipped.end() :] if slipped else target
    found = _HOST.fullmatch(bare.replace("\\", "/"))
    if found is None or " " in bare:
        return None
    is_file = found[2].lower() in _FILES and not slipped
    if is_file or (PurePosixPath(found[1]).stem == "" and not slipped):
        return None
    return f"https://{found[1].lower()}{found[3]}"


def not_yet_a_link(text: str, target: str, country: str) -> Invalid | None:
    """Say what a link lacks whose target could not be found; None where nobody can tell."""
    wanted = meant(target, country)
    if wanted is None:
        return None
    start = wanted.partition(":")[0] + ":"
    if start == "https:" and not target.startswith("//"):
        start = "https://"
    what = _(
        "“{value}” is no link yet: “{start}” is missing before it.",
        value=unquote(target),
        start=start,
    )
    example = f"[{' '.join(text.split())}]({wanted})"
    return Invalid(what, _("Write it like this: {example}", example=example))
