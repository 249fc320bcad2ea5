"""Front matter → Job."""

from __future__ import annotations

import datetime as dt
import re
from typing import Annotated

from pydantic import Field

from schaukasten.language.messages import _
from schaukasten.model.kinds.item import ContactField, Item
from schaukasten.model.kinds.job_terms import DayOrWords, EmploymentField, HoursField, Limit
from schaukasten.model.reading.address_fields import Email, Phone, Slug, WebAddress
from schaukasten.model.reading.fields import AsList, Date, Words, shown
from schaukasten.model.reading.last_day import ends_on
from schaukasten.model.reading.problem import Invalid
from schaukasten.model.reading.reach import reach_in
from schaukasten.model.reading.schema import Schema
from schaukasten.model.reading.short import Short
from schaukasten.model.reading.written_out import as_mapping


class Application(Schema):
    """How to apply; what is left out is not offered, and without any of it the contact is asked."""

    email: Email | None = Field(default=None, examples=["bewerbung@example.org"])
    phone: Phone | None = Field(default=None, examples=["0231 123456"])
    form: WebAddress | None = Field(default=None, examples=["https://example.org/bewerben"])
    post: Words | None = Field(default=None, examples=["Musterweg 1, 12345 Musterstadt"])
    #: What belongs to it.
    send: Words | None = Field(default=None, examples=["Ein Lebenslauf genügt."])


def _way(value: object) -> object:
    """Put an e-mail address behind its key; of anything else the key has to be written."""
    if isinstance(value, dict):
        return value
    text = ", ".join(map(str, value)) if isinstance(value, list) else value
    if isinstance(text, str) and re.fullmatch(r"\s*[^\s,]+@[^\s,]+\s*", text):
        return {"email": text}
    if not isinstance(text, str) or not text.strip():
        raise Invalid(_("The value is empty."), _("Fill it in, or delete the whole line."))
    found = reach_in(text)
    words = found.pop("name", "")
    if re.search(r"\b\d{5}\b", words):
        found["post"] = words
    found = found or {"send": words}
    what = _("“{value}” does not say by which way one applies.", value=shown(text))
    example = f"apply: {as_mapping(found)}"
    remedy = _(
        "Write it like this: {example}. Possible keys there: {keys}.",
        example=example,
        keys=", ".join(Application.model_fields),
    )
    raise Invalid(what, remedy)


class Job(Item):
    """A vacancy. It ends by itself: after `deadline` its page says so, and no list has it."""

    #: The day on which it was advertised.
    date: Date = Field(examples=["2026-03-08"])
    summary: Words = Field(examples=["Was zu tun ist, und was man davon hat."])
    employment: Annotated[list[EmploymentField], AsList] = Field(
        examples=["[Teilzeit, befristet]"], min_length=1, max_length=5
    )
    #: The last day on which one may apply.
    deadline: Annotated[Date | None, ends_on("deadline: laufend")] = Field(
        default=None, examples=["2026-12-31"]
    )
    weekly_hours: HoursField | None = Field(default=None, examples=["20-25"])
    begins: DayOrWords | None = Field(default=None, examples=["sofort"])
    #: None where it is for good.
    limited_until: Annotated[DayOrWords | None, Limit] = Field(
        default=None, examples=["2028-12-31"]
    )
    #: An amount, or the collective agreement.
    pay: Words | None = Field(default=None, examples=["TV-L S 8a"])
    location: Slug | None = Field(default=None, examples=["haus"])
    contact: ContactField | None = None
    apply: Annotated[Application, Short(_way, key="email")] | None = Field(
        default=None, examples=["bewerbung@example.org"]
    )

    @property
    def first_day(self) -> dt.date:
        """What is advertised on a later day waits for that day."""
        return max(super().first_day, self.date)

    @property
    def last_day(self) -> dt.date:
        """The last day on which one may apply; `date.max` where none is named."""
        return self.deadline or dt.date.max

    @property
    def last_changed(self) -> dt.date | None:
        return self.updated or self.date
