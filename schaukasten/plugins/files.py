"""Pictures and attachments of the shown pages → files of the output; nothing else is copied.

A picture is drawn anew in each of its sizes. That is slow, so results are kept under
CACHE_PATH by the digest of the original; the same picture is scaled once.
"""

from __future__ import annotations

import hashlib
import os
from contextlib import suppress
from dataclasses import dataclass
from functools import cache, partial
from pathlib import Path

import PIL

from schaukasten.model.files import picture
from schaukasten.model.files.attachment import Attachment
from schaukasten.model.files.picture import PICTURES, Picture, Variant
from schaukasten.model.reading.problem import Invalid, Problem
from schaukasten.plugins.content import refuse
from schaukasten.plugins.own_generator import OwnGenerator
from schaukasten.plugins.page_writer import PageWriter
from schaukasten.plugins.pelican_library import Pelican, Writer, signals


@dataclass(frozen=True)
class _Names:
    """The files that pages show, by their names in the output, each with what it is made from."""

    made_from: dict[str, str]


class FilesGenerator(OwnGenerator):
    def generate_output(self, writer: Writer) -> None:
        self.pages: PageWriter = self.settings["PAGES"]
        made_from = self._names().made_from
        missing = {name for name, one in made_from.items() if not self.pages.is_given(name, one)}
        if not missing:
            return
        problems: list[Problem] = []
        for file in self._files():
            try:
                self._publish(file, missing)
            except Invalid as invalid:
                problem = self.site.error_of(file, invalid)
                if problem is None:  # It is one of the theme's.
                    raise
                problems.append(problem)
        if problems:
            refuse(self.settings, problems)

    def _files(self) -> list[Picture | Attachment]:
        samples = self.context.get("sample_pictures", ())
        return [*self.site.pictures, *samples, *self.site.attachments]

    def _names(self) -> _Names:
        """Return all names; they change only with what pages show of each other."""
        # Samples are the theme's.
        if self.context.get("sample_pictures"):
            return self._named()
        return self.recalled("files", _Names, self._named)

    def _named(self) -> _Names:
        found = {}
        for file in self._files():
            if isinstance(file, Attachment):
                found[file.address.removeprefix("/")] = file.digest
            else:
                found.update((_name(variant), _made_from(file)) for variant in file.variants)
        return _Names(found)

    def _publish(self, file: Picture | Attachment, missing: set[str]) -> None:
        if isinstance(file, Attachment):
            if (name := file.address.removeprefix("/")) in missing:
                self.pages.file(name, file.digest, file.published)
            return
        for variant in file.variants:
            if (name := _name(variant)) in missing:
                self.pages.file(name, _made_from(file), partial(self._scaled, file, variant))

    def _scaled(self, picture: Picture, variant: Variant) -> bytes:
        cached = Path(self.settings["CACHE_PATH"], "pictures", _recipe(), variant.name)
        with suppress(OSError):
            return cached.read_bytes()
        scaled = picture.published(variant)
        # Where nothing can be kept, the next build draws it again.
        with suppress(OSError):
            cached.parent.mkdir(parents=True, exist_ok=True)
            # Under another name first: a build that is stopped leaves no half a picture behind.
            unfinished = cached.with_suffix(f".{os.getpid()}.part")
            unfinished.write_bytes(scaled)
            unfinished.replace(cached)
        return scaled


def _name(variant: Variant) -> str:
    return f"{PICTURES.strip('/')}/{variant.name}"


def _made_from(picture: Picture) -> str:
    return f"{_recipe()} {picture.digest}"


@cache
def _recipe() -> str:
    """Return a name for the way in which pictures are scaled; another way, another cache."""
    # They are not loaded for that: behind them stands a whole library.
    folder = Path(picture.__file__).parent
    code = b"".join((folder / name).read_bytes() for name in ("image_file.py", "colours.py"))
    return hashlib.sha256(code + PIL.__version__.encode()).hexdigest()[:12]


def get_generator(pelican: Pelican) -> type[FilesGenerator]:
    return FilesGenerator


def register() -> None:
    signals.get_generators.connect(get_generator)
