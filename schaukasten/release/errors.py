"""Why publishing stopped, as a sentence for the person at the terminal or in the CI's log."""

from __future__ import annotations

from schaukasten.messages import Gettext, Message


class PublishError(Exception):
    """What happened, and the remedy. The live site is whole whenever one is raised."""

    def __init__(self, what: Message, remedy: Message):
        super().__init__(what.msgid)
        self.what = what
        self.remedy = remedy

    def text(self, gettext: Gettext) -> str:
        return f"{self.what.text(gettext)} {self.remedy.text(gettext)}"


class ConnectionCut(PublishError):
    """The line broke in the middle: another attempt may succeed."""
