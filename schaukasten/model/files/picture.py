"""A picture that a page names → its notes, its size and the files that will be published of it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from schaukasten.attachment_kinds import kind_of
from schaukasten.language.messages import _
from schaukasten.model.files.file_marks import HEAD, picture_format
from schaukasten.model.files.measured import Measured
from schaukasten.model.files.original import digest_of, read_again, read_head, read_small
from schaukasten.model.files.picture_formats import FORMATS, is_svg
from schaukasten.model.files.picture_note import PictureNote
from schaukasten.model.files.press_size import press_size
from schaukasten.model.files.unfit_file import (
    kind_by_name,
    link_to,
    refusal,
    refuse_misnamed,
)
from schaukasten.model.reading.problem import Invalid, Place
from schaukasten.model.reading.slug import slugify
from schaukasten.model.reading.yaml_places import Loc

#: Bytes.
MAX_BYTES = 30_000_000
#: Published widths in pixels: small and large tiles of a gallery, the column of a telephone with
#: two and with three pixels to the point, a wide screen.
WIDTHS = (360, 540, 720, 1080, 1600)


@dataclass(frozen=True)
class Variant:
    """A published size of a picture: pixels, and the file's name without ending."""

    width: int
    height: int
    stem: str


@dataclass(frozen=True)
class Picture:
    """A picture that was decoded: `width` and `height` in pixels, upright."""

    path: Path
    width: int
    height: int
    digest: str
    note: PictureNote
    #: Where its document says what it shows, in the text or in the front matter.
    place: Place | Loc = ()
    #: Whether it has more frames, which are not shown.
    moves: bool = False
    #: Whether something can be seen through it.
    is_clear: bool = False
    #: Whether it cannot be seen on light ground.
    is_pale: bool = False

    @property
    def measured(self) -> Measured:
        return Measured(self.width, self.height, self.moves, self.is_clear, self.is_pale)

    @property
    def is_drawing(self) -> bool:
        """Whether it is no photograph."""
        return is_svg(self.path.name)

    @property
    def shape(self) -> str:
        """What it looks like beside others: wide, usual, square or tall."""
        ratio = self.width / self.height
        shapes = ((1.7, "wide"), (1.18, "usual"), (0.85, "square"))
        return next((shape for least, shape in shapes if ratio >= least), "tall")

    @property
    def variants(self) -> list[Variant]:
        """The published sizes, small to large; a picture is never blown up."""
        largest = min(self.width, WIDTHS[-1])
        widths = [width for width in WIDTHS if width < largest] + [largest]
        return [
            Variant(width, max(1, round(self.height * width / self.width)), self._stem(width))
            for width in widths
        ]

    @property
    def formats(self) -> tuple[str, ...]:
        """The endings in which it may be published, the lightest first.

        The last is for every program there is: a JPEG, unless something is seen through it.
        """
        return ("avif", "webp") if self.is_clear else ("avif", "webp", "jpg")

    def file_of(self, variant: Variant) -> str:
        """Return the name of the file that there is of a size whatever the others weigh."""
        return f"{variant.stem}.{self.formats[-1]}"

    @property
    def possible_files(self) -> list[str]:
        """The names of all files that there may be of it."""
        names = [f"{one.stem}.{ending}" for one in self.variants for ending in self.formats]
        return [*names, self.press_name] if self.press_name else names

    @property
    def press_name(self) -> str:
        """The name of the file for the press; empty where it is not offered.

        It changes with what the file says.
        """
        if not self.note.download:
            return ""
        said = "\0".join([self.digest, self.said, self.note.credit or ""])
        return f"{slugify(self.path.stem) or 'bild'}-{digest_of(said.encode())[:12]}.jpg"

    @property
    def said(self) -> str:
        """What is to be seen on it, in the words that go with the file."""
        return self.note.caption or self.note.alt or ""

    def for_press(self) -> bytes:
        """Return the file for the press; raise Invalid if the picture is not what it was."""
        from schaukasten.model.files import press_file

        raw = read_again(self.path, self.digest)
        size = press_size(self.width, self.height, self.is_drawing)
        return press_file.press_file(raw, self.path.name, size, self.said, self.note.credit or "")

    def published(self) -> dict[str, list[bytes]]:
        """Return the files of all sizes by ending; raise Invalid if it is not what it was."""
        # Here, since a decoder is loaded for those only who have a picture to open.
        from schaukasten.model.files.variant_files import variant_files

        raw = read_again(self.path, self.digest)
        sizes = [(variant.width, variant.height) for variant in self.variants]
        return variant_files(raw, self.path.name, sizes, self.formats)

    def _stem(self, width: int) -> str:
        return f"{self.digest[:16]}-{width}"


def open_picture(
    path: Path, note: PictureNote, known: dict[tuple[str, str], Measured] | None = None
) -> Picture:
    """Decode the file at `path`; raise Invalid if it is no picture, broken, or too large.

    `known` remembers pictures by their digest and kind: many pages may have copies of one.
    """
    known = {} if known is None else known
    name = path.name
    if path.suffix.lower() not in FORMATS:
        raise _of_another_kind(path)
    too_large = _("Export it smaller; 2,000 pixels wide is plenty.")
    raw = read_small(path, MAX_BYTES, too_large)
    digest = digest_of(raw)
    key = digest, path.suffix.lower()
    if key not in known:
        # Here, since a decoder is loaded only for pictures that were never seen before.
        from schaukasten.model.files import image_file

        known[key] = image_file.inspect(raw, name)
    return Picture(path, digest=digest, note=note, **known[key]._asdict())


def _of_another_kind(path: Path) -> Invalid:
    head = read_head(path, HEAD)
    # A telephone may have made a JPEG of it, and left its name.
    if picture_format(head):
        refuse_misnamed(head, path.name)
    if kind := kind_by_name(path.name):
        return refusal(kind, path.name)
    if attachment := kind_of(path.name):
        what = _("“{file}” is no picture.", file=path.name)
        if not attachment.has_pages:
            return Invalid(what, _("Link to it: {link}", link=link_to(path.name)))
        remedy = _("Link to it: {link} Or save a page of it as JPEG or PNG, and show that.",
                   link=link_to(path.name))  # fmt: skip
        return Invalid(what, remedy)
    what = _("“{file}” is not a kind of picture that can be shown.", file=path.name)
    return Invalid(what, _("Use JPEG, PNG, WebP or SVG."))
