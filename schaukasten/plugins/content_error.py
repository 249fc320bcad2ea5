"""What ends a build for its content, told already."""

from __future__ import annotations

from typing import TYPE_CHECKING

from schaukasten.language.messages import Gettext

if TYPE_CHECKING:
    # Whoever only catches it need not wait for the model.
    from schaukasten.model.site import Outcome


class ContentError(Exception):
    """The content has errors, which were reported; what was written is not to be used."""

    def __init__(self, outcome: Outcome, gettext: Gettext):
        super().__init__(gettext("Nothing was built: the errors above come first."))
        self.outcome = outcome
        self.gettext = gettext
