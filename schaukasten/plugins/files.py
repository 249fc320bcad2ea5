"""Pictures and attachments of the shown pages → files of the output; nothing else is copied.

A picture is drawn anew in each of its sizes. That is slow, so results are kept under
CACHE_PATH by the digest of the original; the same picture is scaled once.
"""

from __future__ import annotations

import hashlib
import os
from contextlib import suppress
from functools import cache, partial
from pathlib import Path

import PIL

from schaukasten.model.files import picture
from schaukasten.model.files.attachment import Attachment
from schaukasten.model.files.picture import PICTURES, Picture, Variant
from schaukasten.model.reading.problem import Invalid, Problem
from schaukasten.plugins.content import refuse
from schaukasten.plugins.own_generator import OwnGenerator
from schaukasten.plugins.pelican_library import Pelican, Writer, signals


class FilesGenerator(OwnGenerator):
    def generate_output(self, writer: Writer) -> None:
        site = self.settings["SITE"]
        problems: list[Problem] = []
        for file in (*site.pictures, *self.context.get("sample_pictures", ()), *site.attachments):
            try:
                self._publish(file)
            except Invalid as invalid:
                problem = site.error_of(file, invalid)
                if problem is None:  # It is one of the theme's.
                    raise
                problems.append(problem)
        if problems:
            refuse(self.settings, problems)

    def _publish(self, file: Picture | Attachment) -> None:
        write = self.settings["PAGES"].file
        if isinstance(file, Attachment):
            write(file.address.removeprefix("/"), file.digest, file.published)
            return
        for variant in file.variants:
            name = f"{PICTURES.strip('/')}/{variant.name}"
            write(name, f"{_recipe()} {file.digest}", partial(self._scaled, file, variant))

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
