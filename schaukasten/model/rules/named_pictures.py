"""What a document, or the data, name of pictures → what the rules for pictures look at."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterator, Sequence
from dataclasses import dataclass
from functools import wraps

from schaukasten.language.messages import Message
from schaukasten.model.documents.document import Document
from schaukasten.model.files.picture import Picture
from schaukasten.model.files.picture_note import People, PictureNote
from schaukasten.model.reading.problem import Severity
from schaukasten.model.reading.yaml_places import Loc
from schaukasten.model.rules.rule import Context, Finding, Rule

#: Pixels of the longer side: what a telephone with a sharp screen shows across its width.
MIN_LENGTH = 800


@dataclass(frozen=True)
class Named:
    """Notes with their places; of the pictures those of which more is to be known."""

    notes: Sequence[tuple[Loc, PictureNote]]
    pictures: Sequence[Picture]
    #: So many pixels the longer side of a picture has to have.
    least: int = MIN_LENGTH
    #: What is to be said of the people on it, more often than not.
    usual: People = People.NONE
    #: The places at which something stands.
    said: Container[Loc] = ()

    @classmethod
    def in_document(cls, document: Document, context: Context) -> Named:
        """Return those of a document; nothing is asked of one that another will replace."""
        pictures = context.rendering(document).shown_pictures
        # Of a file that is shown several times, all is said once.
        by_path = {picture.path: picture for picture in reversed(pictures)}
        shown = [picture for picture in by_path.values() if not picture.note.placeholder]
        return cls(document.item.picture_notes, shown, said=document.yaml.places)


Look = Callable[[Named], Iterator[Finding]]


@dataclass(frozen=True)
class PictureRule(Rule):
    """A rule that looks at pictures, wherever they are named; `of_logos`: at logos as well."""

    look: Look = lambda named: iter(())
    of_logos: bool = False


def picture_rule(
    severity: Severity, title: Message, for_release: bool = False, of_logos: bool = False
) -> Callable[[Look], PictureRule]:
    """Make a rule of the function below, under the function's name."""

    def made(look: Look) -> PictureRule:
        @wraps(look)
        def find(document: Document, context: Context) -> Iterator[Finding]:
            return look(Named.in_document(document, context))

        return PictureRule(look.__name__, severity, title, find, for_release, look, of_logos)

    return made
