"""`content/data/*.yaml` → who the association is, where it is, and for whom it works."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field, model_validator

from schaukasten.language.messages import _
from schaukasten.model.association.bank import Bank
from schaukasten.model.association.palette import Palette
from schaukasten.model.association.parts import (
    Boilerplate,
    Host,
    Number,
    Office,
    PastEvent,
    Register,
    RepresentativeField,
    Supporter,
)
from schaukasten.model.files.picture_note import PictureNote
from schaukasten.model.reading.address_fields import LocalAddress, SiteAddress, Slug
from schaukasten.model.reading.answers import OrEmpty, OrNone
from schaukasten.model.reading.fact import AsFact, Detail, Fact, never_none
from schaukasten.model.reading.fields import AsList, Country, Language, Name, Text, TimeZone, Words
from schaukasten.model.reading.hyphenated import Hyphenated
from schaukasten.model.reading.problem import Invalid
from schaukasten.model.reading.schema import Schema
from schaukasten.model.reading.slug import slugify

#: So many letters fit beside the button of the menu, 320 pixels wide.
_FITTING = 14


class Association(Schema):
    """The facts of the association: `content/data/association.yaml`."""

    name: Hyphenated = Field(examples=["Nachbarschaftshaus Beispiel e. V."])
    short_name: Hyphenated = Field(examples=["Nachbarschaftshaus"])
    byline: Hyphenated = Field(examples=["Treffpunkt in Musterstadt"])
    greeting: Words = Field(examples=["Ein Haus für alle im Viertel."])
    website: SiteAddress = Field(examples=["https://www.example.org"])
    language: Language = Field(examples=["de"])
    timezone: TimeZone = Field(examples=["Europe/Berlin"])
    country: Country = Field(examples=["DE"])
    #: The part of the country, ISO 3166-2 without the country: public holidays differ.
    region: Annotated[Text | None, OrNone] = Field(default=None, examples=["NW"])
    founded: Annotated[
        Fact[Words],
        never_none(
            _("Every association was founded at some time."),
            _("Write the year, or “um 1990” if nobody knows it better."),
        ),
    ] = Field(examples=["1986"])
    legal_form: Annotated[
        Fact[Words],
        never_none(
            _("A group without an entry in a register has a legal form, too."),
            _("Write: legal_form: nicht eingetragener Verein"),
        ),
    ] = Field(examples=["eingetragener Verein"])
    # § 5 DDG and § 18 (2) MStV
    represented_by: Annotated[
        Fact[list[RepresentativeField]],
        never_none(
            _("Somebody always speaks for an association, and the imprint has to name them."),
            _("Write under it: - name: Erika Beispiel"),
        ),
    ]
    register_entry: Fact[Register] = Field(alias="register")
    vat_id: Annotated[Fact[Words] | None, AsFact] = Field(default=None, examples=["DE123456789"])
    supervisory_authority: Annotated[Fact[Words] | None, AsFact] = None
    responsible_for_content: Annotated[
        Fact[Office],
        never_none(
            _("Somebody answers for the news, and the imprint has to name them."),
            _("Write under it: name: Erika Beispiel"),
        ),
    ]
    dispute_resolution: Annotated[Fact[Words] | None, AsFact] = None
    # Art. 13 GDPR
    data_protection_officer: Annotated[Fact[Words] | None, AsFact] = None
    data_protection_authority: Annotated[
        Fact[Office],
        never_none(
            _("There is one for every place, and the privacy notice has to name it."),
            _("It is that of your federal state or country. Write under it: name: …"),
        ),
    ]
    host: Annotated[
        Fact[Host],
        never_none(
            _("Some computer serves every site, and the privacy notice has to name whose it is."),
            _("Write under it, also if it is your own: name: … and log_days: 7"),
        ),
    ]
    bank: Fact[Bank]
    tax_status: Fact[Words] = Field(examples=["als gemeinnützig anerkannt"])
    statutes: Annotated[Detail[Words] | None, AsFact] = None
    transparency: Annotated[Detail[Words] | None, AsFact] = None
    logo: Annotated[Detail[PictureNote] | None, AsFact] = None
    numbers: Annotated[list[Number], AsList, OrEmpty] = Field(default=[])
    history: Annotated[list[PastEvent], AsList, OrEmpty] = Field(default=[])
    memberships: Annotated[list[Words], AsList, OrEmpty] = Field(default=[])
    funders: Annotated[list[Supporter], AsList, OrEmpty] = Field(default=[])
    partners: Annotated[list[Supporter], AsList, OrEmpty] = Field(default=[])
    boilerplate: Boilerplate
    licence_note: Words = Field(examples=["Texte und Bilder: alle Rechte vorbehalten."])
    palette: Palette = Field(default=Palette())

    @property
    def is_long_of_name(self) -> bool:
        """Whether the header needs a line of its own for the name on a telephone."""
        return self.short_name.longest > _FITTING

    @property
    def numbers_as_of(self) -> str:
        """The date that all numbers share; empty where each has its own."""
        dates = {number.as_of for number in self.numbers}
        return (dates.pop() or "") if len(dates) == 1 else ""


class Audience(Schema):
    """For whom an offer is; `door` is what such a person would say."""

    name: Name = Field(examples=["Familien"])
    door: Words = Field(examples=["Mit Kind und Kegel"])
    slug: Slug | None = Field(default=None, examples=["familien"])

    @classmethod
    def meant_by(cls, text: str) -> dict[str, str]:
        return {"name": text, "door": "…"}

    @model_validator(mode="after")
    def _has_an_anchor(self) -> Audience:
        if not self.anchor:
            what = _("“{value}” cannot be part of an address.", value=self.name)
            raise Invalid(what, _("Use letters a to z in the name, or add a line “slug: …”."))
        return self

    @property
    def anchor(self) -> str:
        return self.slug or slugify(self.name)


class NavigationEntry(Schema):
    label: Words = Field(examples=["Aktuelles"])
    address: LocalAddress = Field(examples=["/aktuelles/"])

    @classmethod
    def meant_by(cls, text: str) -> dict[str, str]:
        return {"label": "…", "address": text} if "/" in text else {"label": text, "address": "…"}


class Navigation(Schema):
    main: Annotated[list[NavigationEntry], AsList] = Field(examples=["[]"])
    footer: Annotated[list[NavigationEntry], AsList] = Field(examples=["[]"])


class Audiences(Schema):
    """The list in `content/data/audiences.yaml`."""

    entries: Annotated[list[Audience], AsList] = Field(min_length=1)
