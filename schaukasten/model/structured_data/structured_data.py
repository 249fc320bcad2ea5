"""A site's facts → what search engines read of them (schema.org, as JSON-LD).

Each function returns one thing as a mapping. Moments carry their offset, days are ISO 8601.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass

from schaukasten.model.association.location import Location
from schaukasten.model.documents.document import Document
from schaukasten.model.files.picture_addresses import PICTURES
from schaukasten.model.kinds.news import NewsItem
from schaukasten.model.site import Site
from schaukasten.model.structured_data.schema_org import (
    Thing,
    closed_on_holidays,
    known,
    opening_hours,
    special_opening_hours,
)


@dataclass(frozen=True)
class StructuredData:
    """`website` is the public address of the site, without a slash at its end."""

    site: Site
    website: str

    def organization(self, whole: bool = False, houses: bool = False) -> Thing:
        """Return the association; with `whole` all that is known of it, else who it is.

        With `houses` it refers to them.
        """
        association = self.site.association
        thing: Thing = {
            "@type": "NGO",
            "@id": f"{self.website}/#association",
            "name": association.name,
            "url": f"{self.website}/",
        }
        if not whole:
            return thing
        main = self.site.locations[0]
        return known(
            thing
            | {
                "alternateName": association.short_name,
                "description": association.greeting,
                "foundingDate": association.founded.value,
                "address": self._address(main),
                "telephone": main.phone.value,
                "email": main.email.value,
                "location": [self.reference(one) for one in self.site.locations if houses],
                "memberOf": [named("Organization", name) for name in association.memberships],
                "funder": [named("Organization", one.name) for one in association.funders],
            }
        )

    def place(self, location: Location) -> Thing:
        hours = (location.hours.value if location.hours else None) or []
        usual = [opening_hours(one) for one in hours]
        if hours and location.open_on_holidays is False:
            usual.append(closed_on_holidays())
        coming = [one for one in location.special_hours if one.last >= self.site.today]
        return known(
            {
                "@type": "Place",
                "@id": self.reference(location)["@id"],
                "name": location.name,
                "address": self._address(location),
                "telephone": location.phone.value,
                "openingHoursSpecification": usual,
                "specialOpeningHoursSpecification": [
                    special_opening_hours(one, hours) for one in coming
                ],
            }
        )

    def news_article(self, document: Document) -> Thing:
        item = document.item
        assert isinstance(item, NewsItem)
        return known(
            {
                "@type": "NewsArticle",
                "headline": item.title,
                "description": item.summary,
                "datePublished": item.date.isoformat(),
                "dateModified": item.last_changed and item.last_changed.isoformat(),
                "inLanguage": self._language(document),
                "image": self.image(document),
                "url": self.website + document.address,
                "author": self.organization(),
                "publisher": self.organization(),
            }
        )

    def breadcrumbs(self, steps: Iterable[tuple[str, str]]) -> Thing:
        """Return the way to a page: names and addresses, from the home page down."""
        return {
            "@type": "BreadcrumbList",
            "itemListElement": [
                {
                    "@type": "ListItem",
                    "position": position,
                    "name": name,
                    "item": self.website + address,
                }
                for position, (name, address) in enumerate(steps, 1)
            ],
        }

    def donate_action(self, title: str, address: str) -> Thing:
        return {
            "@type": "DonateAction",
            "name": title,
            "recipient": self.organization(),
            "target": {"@type": "EntryPoint", "urlTemplate": self.website + address},
        }

    def where(self, location: Location) -> Thing:
        """Return a house as the place of an event, which has to have its address with it."""
        return known(self.reference(location) | {"address": self._address(location)})

    def contact_point(self, document: Document) -> Thing | None:
        """Return who answers for what a document is about, where that is not the house."""
        contact = self.site.staff.answerer(document.item)
        if contact is None or not (contact.phone or contact.email):
            return None
        return known(
            {
                "@type": "ContactPoint",
                "name": contact.name,
                "telephone": contact.phone,
                "email": contact.email,
            }
        )

    def postal_address(self, street: str | None, postcode: str | None, city: str) -> Thing:
        return known(
            {
                "@type": "PostalAddress",
                "streetAddress": street,
                "postalCode": postcode,
                "addressLocality": city,
                "addressCountry": self.site.association.country,
            }
        )

    def _address(self, location: Location) -> Thing | None:
        address = location.address.value
        if address is None:
            return None
        return self.postal_address(address.street, address.postcode, address.city)

    def reference(self, location: Location) -> Thing:
        return {"@type": "Place", "@id": f"{self.website}/#{location.id}", "name": location.name}

    def _language(self, document: Document) -> str:
        return document.item.lang or self.site.association.language

    def image(self, document: Document) -> str | None:
        image = self.site.rendering(document).image
        return f"{self.website}{PICTURES}{image.file_of(image.variants[-1])}" if image else None


def script(things: Iterable[Thing]) -> str:
    """Return things as the text of a `<script type="application/ld+json">`.

    No sign in it can end the element, whatever an editor wrote (HTML, 4.12.1.3).
    """
    graph = {"@context": "https://schema.org", "@graph": list(things)}
    text = json.dumps(graph, ensure_ascii=False)
    for sign in "<>&":
        text = text.replace(sign, f"\\u{ord(sign):04x}")
    return text


def named(kind: str, name: str) -> Thing:
    return {"@type": kind, "name": name}
