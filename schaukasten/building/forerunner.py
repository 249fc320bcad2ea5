"""A few changed texts → read and rendered by a second process while this one gets ready to build.

What has to be loaded to read a text, and what to write pages, takes as long as all the rest of a
build. The forerunner loads the one and goes through the content, while this process looks whether
anything has changed, loads the other, and follows: what it needs is on the shelf by then, or it
waits for it.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from schaukasten.building.settings import settings_of
from schaukasten.kept.halves import WORTH, Copy
from schaukasten.kept.memory import Memory, kept_in
from schaukasten.kept.stamps import is_younger
from schaukasten.kept.work import TooMuch


class Forerunner:
    """Of use only where a few files of `content` have changed."""

    def __init__(self, conf: Path, content: Path, today: str | None):
        self._asked = conf, content, today
        self._copy: Copy | None = None

    def if_worth(self, changed: int) -> Copy | None:
        """Return what goes ahead, if that is worth while where so many files have changed.

        Where it is much, both processes share it later on.
        """
        if 0 < changed < WORTH:
            self.start()
        else:
            self.stop()
        return self._copy

    def start(self) -> None:
        if self._copy is None:
            # Both have to load it.
            from schaukasten.model import content  # noqa: F401

            self._copy = Copy.at(_go_ahead, [self._asked])

    def stop(self) -> None:
        if self._copy is not None:
            self._copy.stop()
            self._copy = None


@contextmanager
def forerunner(conf: Path, content: Path, output: Path, today: str | None) -> Iterator[Forerunner]:
    """Yield the forerunner of a build; it has to end with this context.

    It sets out at once where the output is older than something in the content.
    """
    ahead = Forerunner(conf, content, today)
    try:
        if is_younger(content, output):
            ahead.start()
        yield ahead
    finally:
        ahead.stop()


def _go_ahead(asked: tuple[Path, Path, str | None]) -> bytes:
    conf, content, today = asked
    # It takes as long as all else that is done here.
    from schaukasten.model.content import keep_texts
    from schaukasten.model.text import markdown_text  # noqa: F401
    from schaukasten.plugins.named_content import named_content

    settings = settings_of(conf, {"PATH": str(content)})
    memory = Memory.of(content, kept_in(settings))
    memory.shelf.is_ahead = True
    # What a copy puts on the shelf is there at once. After a change of the program much is new.
    with suppress(TooMuch):
        keep_texts(*named_content({**settings, "TODAY": today}), memory)
        memory.keep_measured()
    return b""
