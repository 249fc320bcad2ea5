"""`content/data/*.yaml` → who the association is, where it is, and for whom it works."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field, model_validator

from schaukasten.language.messages import _
from schaukasten.model.association.bank import Bank
from schaukasten.model.association.palette import Palette
from schaukasten.model.files.picture import PictureNote
from schaukasten.model.reading.address_fields import LocalAddress, SiteAddress, Slug, WebAddress
from schaukasten.model.reading.fact import AsFact, Detail, Fact
from schaukasten.model.reading.fields import AsList, Country, Language, Name, Text, TimeZone, Words
from schaukasten.model.reading.problem import Invalid
from schaukasten.model.reading.schema import Schema
from schaukasten.model.reading.slug import slugify


class Person(Schema):
    name: Words = Field(examples=["Erika Beispiel"])
    role: Words | None = Field(default=None, examples=["Vorsitzende"])


class Office(Schema):
    """A person or authority with a postal address."""

    name: Words = Field(examples=["Amtsgericht Musterstadt"])
    address: Words | None = Field(default=None, examples=["Musterweg 1, 12345 Musterstadt"])
    website: WebAddress | None = Field(default=None, examples=["https://www.example.org"])


class Host(Office):
    #: How long the host keeps its server logs, in days.
    log_days: int = Field(examples=["7"], ge=0)


class Register(Schema):
    """The register of associations (§ 5 (1) 4 DDG)."""

    court: Text = Field(examples=["Amtsgericht Musterstadt"])
    number: Text = Field(examples=["VR 1234"])


class Number(Schema):
    """A figure of which the association is proud, always with its date."""

    value: Words = Field(examples=["über 50"])
    label: Words = Field(examples=["Ehrenamtliche"])
    as_of: Words | None = Field(default=None, examples=["August 2022"])


class Milestone(Schema):
    year: Text = Field(examples=["1986"])
    text: Words = Field(examples=["Gründung des Vereins"])


class Funder(Schema):
    name: Words = Field(examples=["Stadt Musterstadt"])
    note: Words | None = Field(default=None, examples=["Zuschuss zur Jugendhilfe"])
    website: WebAddress | None = Field(default=None, examples=["https://www.example.org"])


class Boilerplate(Schema):
    """The standard paragraph about the association, for the press, in three lengths."""

    short: Words = Field(examples=["…"])
    medium: Words = Field(examples=["…"])
    long: Words = Field(examples=["…"])

    @property
    def long_paragraphs(self) -> list[str]:
        return [part.strip() for part in self.long.split("\n\n") if part.strip()]


class Association(Schema):
    """The facts of the association: `content/data/association.yaml`."""

    name: Words = Field(examples=["Nachbarschaftshaus Beispiel e. V."])
    short_name: Words = Field(examples=["Nachbarschaftshaus"])
    byline: Words = Field(examples=["Treffpunkt in Musterstadt"])
    greeting: Words = Field(examples=["Ein Haus für alle im Viertel."])
    website: SiteAddress = Field(examples=["https://www.example.org"])
    language: Language = Field(examples=["de"])
    timezone: TimeZone = Field(examples=["Europe/Berlin"])
    country: Country = Field(examples=["DE"])
    #: The part of the country, ISO 3166-2 without the country: public holidays differ.
    region: Text | None = Field(default=None, examples=["NW"])
    founded: Fact[Words] = Field(examples=["1986"])
    legal_form: Fact[Words] = Field(examples=["eingetragener Verein"])
    # § 5 DDG and § 18 (2) MStV
    represented_by: Fact[list[Person]]
    register_entry: Fact[Register] = Field(alias="register")
    vat_id: Annotated[Fact[Words] | None, AsFact] = Field(default=None, examples=["DE123456789"])
    supervisory_authority: Annotated[Fact[Words] | None, AsFact] = None
    responsible_for_content: Fact[Office]
    dispute_resolution: Annotated[Fact[Words] | None, AsFact] = None
    # Art. 13 GDPR
    data_protection_officer: Annotated[Fact[Words] | None, AsFact] = None
    data_protection_authority: Fact[Office]
    host: Fact[Host]
    bank: Fact[Bank]
    tax_status: Fact[Words] = Field(examples=["als gemeinnützig anerkannt"])
    statutes: Annotated[Detail[Words] | None, AsFact] = None
    transparency: Annotated[Detail[Words] | None, AsFact] = None
    logo: Annotated[Detail[PictureNote] | None, AsFact] = None
    numbers: Annotated[list[Number], AsList] = Field(default=[])
    history: Annotated[list[Fact[Milestone]], AsList] = Field(default=[])
    memberships: Annotated[list[Words], AsList] = Field(default=[])
    funders: Annotated[list[Funder], AsList] = Field(default=[])
    boilerplate: Boilerplate
    licence_note: Words = Field(examples=["Texte und Bilder: alle Rechte vorbehalten."])
    palette: Palette = Field(default=Palette())

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


class Navigation(Schema):
    main: Annotated[list[NavigationEntry], AsList] = Field(examples=["[]"])
    footer: Annotated[list[NavigationEntry], AsList] = Field(examples=["[]"])


class Audiences(Schema):
    """The list in `content/data/audiences.yaml`."""

    entries: Annotated[list[Audience], AsList] = Field(min_length=1)
