"""Why publishing stopped, as a sentence for the person at the terminal or in the CI's log."""

from __future__ import annotations

from schaukasten.language.messages import Gettext, Message


class PublishError(Exception):
    """What happened, and the remedy. The live site is whole whenever one is raised."""

    def __init__(self, what: Message, remedy: Message):
        super().__init__(what.msgid)
        self.what = what
        self.remedy = remedy

    def text(self, gettext: Gettext) -> str:
        """Return both as sentences; what a host answered may or may not end like one."""
        what = self.what.text(gettext)
        if not what.endswith((".", "!", "?", "\n")):
            what += "."
        return f"{what}{'' if what.endswith(chr(10)) else ' '}{self.remedy.text(gettext)}"


class ConnectionCut(PublishError):
    """The line broke in the middle: another attempt may succeed."""


class LoginRefused(PublishError):
    """A wrong password, or too many connections: hosts have one number for both."""


class NothingDeleted(PublishError):
    """The user may not delete what it has made: it can be published nowhere."""
