"""A telephone number as people write it → the one that a phone dials."""

from __future__ import annotations

from schaukasten.kept.remembered import remembered
from schaukasten.language.messages import _
from schaukasten.model.reading.problem import Invalid


@remembered
def telephone(number: str, country: str) -> str:
    """Return a number as the target of a `tel:` link (RFC 3966): +49231141662.

    `country` is the ISO 3166 code in which national numbers are read. Raises Invalid for a
    number that nobody can dial.
    """
    # They are those of all countries.
    import phonenumbers

    try:
        parsed = phonenumbers.parse(number, country)
    except phonenumbers.NumberParseException:
        what = _("“{value}” is not a telephone number.", value=number)
        raise Invalid(what, _("Write digits and spaces: 0231 123456")) from None
    return phonenumbers.format_number(parsed, phonenumbers.PhoneNumberFormat.E164)
