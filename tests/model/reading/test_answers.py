"""What is taken for "there is none", for "nobody knows", and for neither."""

import pytest

from schaukasten.model.reading.answers import says_none, says_unknown


@pytest.mark.parametrize(
    "text",
    [
        *(
            "keine",
            "Kein",
            "keinen",
            "keins.",
            "keiner",
            "none",
            "gibt es nicht",
            "Nicht vorhanden",
        ),
        *("noch keine", "leider kein", "kein Telefon", "keine eigene Telefonnummer", "kein Fax"),
        *("kein Konto", "kein  Bankkonto", "keine E-Mail", "keine E-Mail-Adresse", "kein Eintrag"),
        *("haben wir nicht", "entfällt", "nicht eingetragen", "keine vorhanden", "Keine!"),
        ["keine"],
        {"court": "keins", "number": "keine"},
    ],
)
def test_there_is_none(text):
    assert says_none(text)
    assert not says_unknown(text)


@pytest.mark.parametrize(
    "text", ["unbekannt", "noch offen", "folgt", "Wird nachgereicht", "k. A.", "k.A.", "?", "??"]
)
def test_nobody_knows(text):
    assert says_unknown(text)
    assert not says_none(text)


@pytest.mark.parametrize(
    "text",
    [
        # A house with steps says so; a text that begins so says more than that.
        *("nein", "no", "keine Stufen", "Keine Pflicht nach § 38 BDSG", "kein Aufzug, aber Rampe"),
        *("Keiner bleibt allein e. V.", "Offener Treff", "offen für alle", "0231 000000", ""),
        ["keine", "Erika"],
        {"name": "Erika", "role": "keine"},
        {},
        None,
    ],
)
def test_what_says_more_stays_as_it_is(text):
    assert not says_none(text)
    assert not says_unknown(text)
