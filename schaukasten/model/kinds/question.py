"""Front matter → a question that visitors have, and the answer."""

from __future__ import annotations

from pydantic import Field, model_validator

from schaukasten.language.messages import _
from schaukasten.model.reading.fields import MarkdownText, Words
from schaukasten.model.reading.problem import Invalid
from schaukasten.model.reading.schema import Schema

#: More of them nobody reads; they belong on several pages.
MAX_QUESTIONS = 60


class Question(Schema):
    """A question, as it is printed, and its answer in Markdown."""

    question: Words = Field(examples=["Muss ich mich anmelden?"])
    answer: MarkdownText = Field(examples=["Nein, kommen Sie einfach vorbei."])

    @classmethod
    def meant_by(cls, text: str) -> dict[str, str]:
        return {"question": text, "answer": "…"}

    @model_validator(mode="before")
    @classmethod
    def _is_said_which_is_which(cls, value: object) -> object:
        """Refuse `Muss ich mich anmelden?: Nein.`, whose question would be an unknown key."""
        for key, answer in value.items() if isinstance(value, dict) else ():
            if str(key).rstrip().endswith("?"):
                what = _("It is not said what is the question and what the answer.")
                example = f'question: "{key}", answer: "{answer or "…"}"'
                raise Invalid(what, _("Write it like this: {example}", example=f"{{{example}}}"))
        return value
