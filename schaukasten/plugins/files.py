"""Pictures and attachments of the shown pages → files of the output; nothing else is copied.

A picture is drawn anew in each of its sizes. That is slow, so results are kept under
CACHE_PATH by the digest of the original; the same picture is scaled once.
"""

from __future__ import annotations

import hashlib
import os
import shutil
from pathlib import Path

import PIL
from pelican import Pelican, signals
from pelican.generators import Generator
from pelican.writers import Writer

from schaukasten.model.files import image_file
from schaukasten.model.files.picture import PICTURES, Picture, Variant


class FilesGenerator(Generator):
    def generate_output(self, writer: Writer) -> None:
        site = self.settings["SITE"]
        output = Path(self.output_path)
        for picture in (*site.pictures, *self.context.get("sample_pictures", ())):
            for variant in picture.variants:
                _copy(self._scaled(picture, variant), output / PICTURES.strip("/") / variant.name)
        for attachment in site.attachments:
            _copy(attachment.path, output / attachment.address.removeprefix("/"))

    def _scaled(self, picture: Picture, variant: Variant) -> Path:
        cached = Path(self.settings["CACHE_PATH"], "pictures", _recipe(), variant.name)
        if not cached.exists():
            raw = picture.path.read_bytes()
            scaled = image_file.scaled(raw, picture.path.name, variant.width, variant.height)
            cached.parent.mkdir(parents=True, exist_ok=True)
            # Under another name first: a build that is stopped leaves no half a picture behind.
            unfinished = cached.with_suffix(f".{os.getpid()}.part")
            unfinished.write_bytes(scaled)
            unfinished.replace(cached)
        return cached


def _recipe() -> str:
    """Return a name for the way in which pictures are scaled; another way, another cache."""
    code = Path(image_file.__file__).read_bytes()
    return hashlib.sha256(code + PIL.__version__.encode()).hexdigest()[:12]


def _copy(source: Path, target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(source, target)


def get_generator(pelican: Pelican) -> type[FilesGenerator]:
    return FilesGenerator


def register() -> None:
    signals.get_generators.connect(get_generator)
