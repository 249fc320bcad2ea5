import datetime as dt
import os
import subprocess
import sys
from typing import Annotated

import pytest
from pydantic import TypeAdapter, ValidationError

from schaukasten.model.association import palette
from schaukasten.model.reading import address_fields as kinds
from schaukasten.model.reading import fields
from tests.worlds import ROOT, german


def value(kind: object, written: object) -> object:
    return TypeAdapter(kind).validate_python(written)


def refusal(kind: object, written: object) -> str:
    """What an editor reads: what is wrong, and the remedy."""
    with pytest.raises(ValidationError) as refused:
        value(kind, written)
    error = refused.value.errors()[0].get("ctx", {}).get("error")
    assert error is not None, "refused, but without words of ours"
    return f"{error.what.text(german)} {error.remedy.text(german)}"


@pytest.mark.parametrize(
    ("kind", "written", "meant"),
    [
        (fields.Date, "2026-06-10", dt.date(2026, 6, 10)),
        (fields.Date, "2028-02-29", dt.date(2028, 2, 29)),
        (fields.Date, "1800-01-01", dt.date(1800, 1, 1)),
        (fields.Date, "2199-12-31", dt.date(2199, 12, 31)),
        (fields.Time, "18:00", dt.time(18)),
        (fields.Time, "9:05", dt.time(9, 5)),
        (fields.Time, "00:00", dt.time(0)),
        (fields.Text, "  01067 ", "01067"),
        (fields.Text, "nein", "nein"),
        (kinds.Slug, "sommerfest-2026", "sommerfest-2026"),
        (kinds.LocalAddress, "/", "/"),
        (kinds.LocalAddress, "/angebote/fuer/ältere/", "/angebote/fuer/ältere/"),
        (kinds.LocalAddress, "/alt/seite.html", "/alt/seite.html"),
        (
            kinds.WebAddress,
            "https://www.example.org/a?b=c#d",
            "https://www.example.org/a?b=c#d",
        ),
        (kinds.Email, "vor.name+x@sub.example.org", "vor.name+x@sub.example.org"),
        (kinds.Phone, "+49 (231) 14 16-62", "+49 (231) 14 16-62"),
        (fields.Language, "de", "de"),
        (fields.Language, "en-GB", "en-GB"),
        (fields.TimeZone, "Europe/Berlin", "Europe/Berlin"),
        (fields.Country, "DE", "DE"),
        (palette.Oklch, "43% 0.135 35", "43% 0.135 35"),
    ],
)
def test_a_value_means_what_staff_wrote(kind, written, meant):
    assert value(kind, written) == meant


@pytest.mark.parametrize("written", ["ja", "Ja", "yes", "TRUE"])
def test_yes_in_german_and_english(written):
    assert value(fields.YesNo, written) is True


@pytest.mark.parametrize("written", ["nein", "Nein", "no", "False"])
def test_no_is_no_and_not_a_text_that_counts_as_yes(written):
    assert value(fields.YesNo, written) is False


@pytest.mark.parametrize(
    ("kind", "written", "sentence"),
    [
        (fields.Date, "10.06.2026", "„10.06.2026“ ist kein Datum. Schreiben Sie Jahr, Monat und "
                                    "Tag: 2026-06-10"),
        (fields.Date, "8. 3. 2026", "„8. 3. 2026“ ist kein Datum. Schreiben Sie Jahr, Monat und "
                                    "Tag: 2026-03-08"),
        (fields.Date, "06/10/2026", "„06/10/2026“ ist kein Datum."),
        (fields.Date, "2026-6-1", "„2026-6-1“ ist kein Datum."),
        (fields.Date, "20260610", "„20260610“ ist kein Datum."),
        (fields.Date, "2026-06-10T12:00", "„2026-06-10T12:00“ ist kein Datum."),
        (fields.Date, "2026-02-31", "„2026-02-31“ gibt es im Kalender nicht. Prüfen Sie Tag"),
        (fields.Date, "2027-02-29", "„2027-02-29“ gibt es im Kalender nicht."),
        (fields.Date, "1799-12-31", "„1799-12-31“ ist kein Tag unserer Zeit. Prüfen Sie das Jahr."),
        (fields.Date, "2200-01-01", "„2200-01-01“ ist kein Tag unserer Zeit."),
        (fields.Date, "0001-01-01", "„0001-01-01“ ist kein Tag unserer Zeit."),
        (fields.Date, "9999-12-31", "„9999-12-31“ ist kein Tag unserer Zeit."),
        (fields.Date, "heute", "„heute“ ist kein Datum."),
        (fields.Date, None, "„“ ist kein Datum."),
        (fields.Time, "18.00", "„18.00“ ist keine Uhrzeit. Schreiben Sie Stunden und Minuten mit "
                               "Doppelpunkt: 18:00"),
        (fields.Time, "15 Uhr", "„15 Uhr“ ist keine Uhrzeit. Schreiben Sie Stunden und Minuten mit "
         "Doppelpunkt: 15:00"),
        (fields.Time, "24:00", "„24:00“ ist keine Uhrzeit."),
        (fields.Time, "18 Uhr", "„18 Uhr“ ist keine Uhrzeit."),
        (fields.Time, "18:60", "„18:60“ ist keine Uhrzeit."),
        (fields.Text, "", "Der Wert ist leer. Füllen Sie ihn aus"),
        (fields.Text, "  ", "Der Wert ist leer."),
        (fields.Text, None, "Hier muss Text stehen."),
        (fields.Text, [["a"]], "Hier muss Text stehen."),
        (fields.Text, ["a", "b"], "Hier ist nur ein Wert möglich. Schreiben Sie einen davon, ohne "
                                  "Klammern: a"),
        (fields.YesNo, "vielleicht", "„vielleicht“ ist keiner der möglichen Werte. Möglich sind:"),
        (fields.YesNo, None, "„“ ist keiner der möglichen Werte."),
        (kinds.Slug, "Grüße!", "„Grüße!“ kann kein Teil einer Adresse sein. Erlaubt sind kleine "
                                "Buchstaben von a bis z, Ziffern und Bindestriche: gruesse"),
        (kinds.Slug, "../x", "„../x“ kann kein Teil einer Adresse sein."),
        (kinds.Slug, "a b", "„a b“ kann kein Teil einer Adresse sein."),
        (kinds.LocalAddress, "alt", "„alt“ ist keine Adresse dieser Website. Sie beginnt und"),
        (kinds.LocalAddress, "/alt", "„/alt“ ist keine Adresse dieser Website."),
        (kinds.LocalAddress, "//evil.example/", "„//evil.example/“ ist keine Adresse"),
        (kinds.LocalAddress, "https://a.example/", "„https://a.example/“ ist keine Adresse"),
        (kinds.LocalAddress, "/../x/", "„/../x/“ ist keine Adresse dieser Website."),
        (kinds.LocalAddress, "/%2e%2e/x/", "„/%2e%2e/x/“ ist keine Adresse dieser Website."),
        (kinds.LocalAddress, "/./", "„/./“ ist keine Adresse dieser Website."),
        (kinds.LocalAddress, "/a/./b/", "„/a/./b/“ ist keine Adresse dieser Website."),
        (kinds.LocalAddress, '/"onload=x/', '„/"onload=x/“ ist keine Adresse dieser Website.'),
        (kinds.LocalAddress, "/alt/x.php", "„/alt/x.php“ ist keine Adresse dieser Website."),
        (kinds.WebAddress, "www.example.org", "„www.example.org“ ist keine Webadresse."),
        (kinds.WebAddress, "javascript:alert(1)", "„javascript:alert(1)“ ist keine Webadresse."),
        (kinds.WebAddress, 'https://a"onclick=b', '„https://a"onclick=b“ ist keine Webadresse.'),
        (kinds.WebAddress, "https://", "„https://“ ist keine Webadresse."),
        (kinds.WebAddress, "https://[kaputt", "„https://[kaputt“ ist keine Webadresse."),
        (kinds.Email, "name@", "„name@“ ist keine E-Mail-Adresse."),
        (kinds.Email, "a@b.de?cc=x.de", "„a@b.de?cc=x.de“ ist keine E-Mail-Adresse."),
        (kinds.Email, "Name <a@b.de>", "„Name <a@b.de>“ ist keine E-Mail-Adresse."),
        (kinds.Phone, "bitte erfragen", "„bitte erfragen“ ist keine Telefonnummer."),
        (fields.Language, "deutsch", "„deutsch“ ist kein Sprachkürzel. Schreiben Sie das Kürzel"),
        (fields.Language, "xx", "„xx“ ist kein Sprachkürzel."),
        (fields.Language, "deutsch!", "„deutsch!“ ist kein Sprachkürzel."),
        (fields.Language, "en./../../../x", "„en./../../../x“ ist kein Sprachkürzel."),
        (fields.Language, "de@euro", "„de@euro“ ist kein Sprachkürzel."),
        (fields.TimeZone, "Berlin", "„Berlin“ ist keine Zeitzone."),
        (fields.TimeZone, "../../etc/passwd", "„../../etc/passwd“ ist keine Zeitzone."),
        (fields.Country, "de", "„de“ ist kein Länderkürzel. Schreiben Sie zwei große Buchstaben"),
        (fields.Country, "Deutschland", "„Deutschland“ ist kein Länderkürzel."),
        (fields.Country, "XX", "„XX“ ist kein Länderkürzel."),
        (palette.Oklch, "#ff0000", "„#ff0000“ ist keine Farbe in OKLCH."),
        (palette.Oklch, "43% 0.1 35); background: url(//evil", "„43% 0.1 35); background: url"),
    ],
)  # fmt: skip
def test_a_wrong_value_is_refused_with_the_remedy(kind, written, sentence):
    assert refusal(kind, written).startswith(sentence)


def test_a_german_date_that_no_calendar_has_is_not_offered_as_the_remedy():
    sentence = refusal(fields.Date, "31.02.2026")
    assert sentence.startswith("„31.02.2026“")
    assert "2026-02-31" not in sentence


def test_a_long_value_is_shortened_in_the_message():
    assert refusal(fields.Date, "x" * 61).startswith(f"„{'x' * 59}…“ ist kein Datum.")


def test_a_list_of_one_may_be_written_without_hyphen():
    assert value(Annotated[list[str], fields.AsList], "Familien") == ["Familien"]
    assert value(Annotated[list[str], fields.AsList], None) == []


def test_the_possible_words_stand_in_the_same_order_in_every_run():
    code = """if True:
        from pydantic import TypeAdapter, ValidationError
        from schaukasten.model.reading.fields import YesNo
        try:
            TypeAdapter(YesNo).validate_python("x")
        except ValidationError as refused:
            print(refused.errors()[0]["ctx"]["error"].remedy)
        """
    outputs = {
        subprocess.run(
            [sys.executable, "-c", code],
            env=os.environ | {"PYTHONHASHSEED": seed},
            cwd=ROOT,
            check=True,
            capture_output=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert len(outputs) == 1
