"""Offers and events → what calendar programs show of them: they know no other page of the site."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from schaukasten.language.messages import _
from schaukasten.model.agenda.calendar_frame import Subject
from schaukasten.model.association.location import Address, Location
from schaukasten.model.documents.document import Document
from schaukasten.model.kinds.event import Event, PlaceAddress
from schaukasten.model.kinds.occasion import Occasion
from schaukasten.model.kinds.offer import Offer
from schaukasten.words.dates_in_words import Dates


@dataclass(frozen=True)
class CalendarWords:
    """The words of a language, for a site at an address without a slash at its end."""

    dates: Dates
    website: str

    def subject(self, document: Document, house: Location) -> Subject:
        """Return what is told of an offer or event; `house` is where it is unless it says so."""
        item = document.item
        assert isinstance(item, Offer | Event)
        url = self.website + document.address
        is_off = isinstance(item, Event) and item.cancelled is not None
        say = self.dates.say
        return Subject(
            key=document.identity,
            title=item.title,
            url=url,
            title_off=say(_("Does not take place: {title}", title=item.title)),
            off=is_off,
            place=self._place(item, house),
            description="\n".join([*self._lines(item), url]),
            changed=item.updated,
            last=item.last_day,
        )

    def house(self, house: Location, room: str | None = None) -> str:
        """Return the name of a house with its address, on one line."""
        address = self._address(house.address.value)
        return ", ".join([*filter(None, [room, house.name]), *address])

    def _place(self, item: Occasion, house: Location) -> str:
        places = [self.house(house, item.room)]
        if isinstance(item, Event) and item.place:
            places = [", ".join([item.place, *self._address(item.address)])]
        if isinstance(item, Event) and item.is_only_online:
            places = []
        if isinstance(item, Event) and item.is_online:
            places.append(item.online or self.dates.say(_("Online")))
        return "; ".join(places)

    def _address(self, address: Address | PlaceAddress | None) -> list[str]:
        """Return its street and its city, in the order of the site's language."""
        if address is None:
            return []
        city = address.city
        if address.postcode:
            city = self.dates.say(_("{city} {postcode}", city=city, postcode=address.postcode))
        return [address.street, city] if address.street else [city]

    def _lines(self, item: Occasion) -> Iterator[str]:
        """Yield what somebody should know, the most urgent first."""
        say = self.dates.say
        if isinstance(item, Event) and item.cancelled:
            yield item.cancelled
        if isinstance(item, Event) and item.moved_from and not item.cancelled:
            yield say(_("Moved from {day}", day=self.dates.long_date(item.moved_from)))
        yield item.summary
        facts = (
            (_("Cost"), item.cost),
            (_("Registration"), item.registration),
            (_("Please bring"), item.bring),
            (_("Online"), item.online if isinstance(item, Event) else None),
        )
        for name, value in facts:
            if value:
                yield f"{say(name)}: {value}"
