"""Pictures and attachments of the shown pages → files of the output; nothing else is copied."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import NamedTuple

from schaukasten.model.files.attachment import Attachment
from schaukasten.model.files.picture import Picture
from schaukasten.model.files.picture_addresses import PICTURES
from schaukasten.model.reading.problem import Invalid, Problem
from schaukasten.plugins.content import refuse
from schaukasten.plugins.own_generator import OwnGenerator
from schaukasten.plugins.page_writer import PageWriter
from schaukasten.plugins.pelican_library import Pelican, Writer, signals
from schaukasten.plugins.picture_store import PictureStore, recipe
from schaukasten.plugins.progress import Progress


@dataclass(frozen=True)
class _Names:
    """The files that pages show, by their names in the output, each with what it is made from."""

    made_from: dict[str, str]


class _File(NamedTuple):
    """A file of the output: its name there, what it is made from, what makes it, and of what."""

    name: str
    made_from: str
    make: Callable[[], bytes]
    original: Picture | Attachment


class FilesGenerator(OwnGenerator):
    def generate_output(self, writer: Writer) -> None:
        self.pages: PageWriter = self.settings["PAGES"]
        self.store: PictureStore = self.settings["PICTURES"]
        problems = self._made()
        made_from = {} if problems else self._names().made_from
        missing = {name for name, one in made_from.items() if not self.pages.is_given(name, one)}
        for file in self._files() if missing else ():
            if file.name in missing:
                try:
                    self.pages.file(file.name, file.made_from, file.make)
                except Invalid as invalid:
                    problems += self._told(file.original, invalid)
        if problems:
            refuse(self.settings, problems)

    def _made(self) -> list[Problem]:
        """Make the files of all pictures; return what is wrong with some."""
        with Progress(self.settings["GETTEXT"]) as progress:
            found = self.store.make(self._pictures(), progress.tell)
        return [problem for file, invalid in found for problem in self._told(file, invalid)]

    def _told(self, file: Picture | Attachment, invalid: Invalid) -> list[Problem]:
        problem = self.site.error_of(file, invalid)
        if problem is None:  # It is one of the theme's.
            raise invalid
        return [problem]

    def _pictures(self) -> list[Picture]:
        return [*self.site.pictures, *self.context.get("sample_pictures", ())]

    def _names(self) -> _Names:
        """Return all names; they change only with what pages show of each other."""
        # Samples are the theme's.
        if self.context.get("sample_pictures"):
            return self._named()
        return self.recalled("files", _Names, self._named)

    def _named(self) -> _Names:
        return _Names({file.name: file.made_from for file in self._files()})

    def _files(self) -> Iterator[_File]:
        for one in self.site.attachments:
            yield _File(one.address.removeprefix("/"), one.digest, one.published, one)
        for picture in self._pictures():
            for ending in self.store.offered(picture):
                for variant in picture.variants:
                    make = partial(self.store.read, picture, name := f"{variant.stem}.{ending}")
                    yield _File(_in_folder(name), _made_from(picture), make, picture)
        for picture in self.site.press_pictures:
            make = partial(self.store.for_press, picture)
            yield _File(_in_folder(picture.press_name), _made_from(picture), make, picture)


def _in_folder(name: str) -> str:
    return PICTURES.removeprefix("/") + name


def _made_from(picture: Picture) -> str:
    return f"{recipe()} {picture.digest}"


def get_generator(pelican: Pelican) -> type[FilesGenerator]:
    settings = pelican.settings
    settings["PICTURES"] = PictureStore(Path(settings["CACHE_PATH"], "pictures"))
    return FilesGenerator


def register() -> None:
    signals.get_generators.connect(get_generator)
