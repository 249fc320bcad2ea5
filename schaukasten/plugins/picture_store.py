"""Pictures → their published files, each made once and kept by the digest of its original."""

from __future__ import annotations

import hashlib
import os
import shutil
from collections.abc import Callable, Sequence
from contextlib import suppress
from functools import cache
from pathlib import Path

import PIL

from schaukasten.kept.halves import in_halves
from schaukasten.language.messages import Message, _
from schaukasten.model.files import picture as model
from schaukasten.model.files.picture import Picture
from schaukasten.model.reading.problem import Invalid

#: The file that is written last, with the endings that are offered.
_OFFERED = "offered"
#: The modules that decide about the bytes.
_MAKERS = (
    *("image_file", "colours", "orientation", "svg_file"),
    *("variant_files", "encoders", "press_file", "press_size"),
)
#: Pictures; for fewer a second process is not worth the while.
_FEW = 2
#: As in `Progress`.
Tell = Callable[[Callable[[], int], Callable[[int], Message]], None]


class PictureStore:
    """Keeps files below `folder`; where nothing can be kept there, in memory."""

    def __init__(self, folder: Path):
        self._folder = folder / recipe()
        self._unkept: dict[str, dict[str, bytes]] = {}

    def make(self, pictures: Sequence[Picture], tell: Tell) -> list[tuple[Picture, Invalid]]:
        """Make what is missing, in two processes; return what is wrong with which picture.

        After each of them `tell` is given what counts those that are done, and what says it.
        """
        missing = [one for one in pictures if not self._is_kept(one)]

        def make(one: Picture) -> bytes:
            found = self._made(one)
            tell(lambda: sum(map(self._is_kept, missing)), told_of(len(missing)))
            return b"" if found is None else b"!"

        failed = in_halves(make, missing, worth=_FEW)
        # What is wrong is found again: it may have been another process that met it.
        again = (one for one, mark in zip(missing, failed, strict=True) if mark)
        return [(one, found) for one in again if (found := self._made(one))]

    def offered(self, picture: Picture) -> list[str]:
        """Return the endings in which a picture is published, the lightest first."""
        if not self._is_kept(picture):
            self._make(picture)
        held = self._unkept.get(picture.digest)
        text = (held or {}).get(_OFFERED)
        return (text or self._path(picture, _OFFERED).read_bytes()).decode().split()

    def read(self, picture: Picture, name: str) -> bytes:
        """Return a published file by its name; raises Invalid if the original is gone."""
        if not self._is_kept(picture):
            self._make(picture)
        held = self._unkept.get(picture.digest)
        return held[name] if held else self._path(picture, name).read_bytes()

    def for_press(self, picture: Picture) -> bytes:
        """Return the file for the press; raises Invalid if the original is gone."""
        path = self._folder / "press" / picture.press_name
        held = self._unkept.get(picture.press_name, {})
        if not held and not path.is_file():
            raw = picture.for_press()
            try:
                _write(path, raw)
            except OSError:
                held = self._unkept[picture.press_name] = {path.name: raw}
        return held.get(path.name) or path.read_bytes()

    def _is_kept(self, picture: Picture) -> bool:
        return picture.digest in self._unkept or self._path(picture, _OFFERED).is_file()

    def _path(self, picture: Picture, name: str) -> Path:
        return self._folder / picture.digest[:16] / name

    def _made(self, picture: Picture) -> Invalid | None:
        try:
            self._make(picture)
        except Invalid as invalid:
            return invalid
        return None

    def _make(self, picture: Picture) -> None:
        made = picture.published()
        files = {
            f"{variant.stem}.{ending}": file
            for ending, every in made.items()
            for variant, file in zip(picture.variants, every, strict=True)
        }
        endings = [ending for ending in picture.formats if ending in made]
        files[_OFFERED] = " ".join(endings).encode()
        try:
            self._keep(picture, files)
        except OSError:
            self._unkept[picture.digest] = files

    def _keep(self, picture: Picture, files: dict[str, bytes]) -> None:
        folder = self._path(picture, _OFFERED).parent
        # Under another name first: a build that is stopped leaves no half a picture behind.
        unfinished = folder.with_suffix(f".{os.getpid()}.part")
        unfinished.mkdir(parents=True, exist_ok=True)
        for name, raw in files.items():
            (unfinished / name).write_bytes(raw)
        with suppress(OSError):  # Another process was first.
            unfinished.rename(folder)
        shutil.rmtree(unfinished, ignore_errors=True)
        if not self._is_kept(picture):
            raise OSError


def _write(path: Path, raw: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    unfinished = path.with_suffix(f".{os.getpid()}.part")
    unfinished.write_bytes(raw)
    unfinished.replace(path)


def told_of(total: int) -> Callable[[int], Message]:
    """Return what says how many of the pictures are done."""
    return lambda count: _(
        "Pictures are made smaller: {count} of {total}", count=count, total=total
    )


@cache
def recipe() -> str:
    """Return a name for the way in which pictures are made; another way, another folder."""
    # They are not loaded for that: behind them stands a whole library.
    folder = Path(model.__file__).parent
    code = b"".join((folder / f"{name}.py").read_bytes() for name in _MAKERS)
    return hashlib.sha256(code + f"{model.WIDTHS} {PIL.__version__}".encode()).hexdigest()[:12]
