"""Which digits of a running text a phone may dial: none that only look like a number to ring."""

import pytest

from schaukasten.model.text.telephones import telephones
from tests.model.text.rendering import rendered

#: What is typed, and what is dialled.
NUMBERS = {
    "Erika Kaya (0231 141662)": "+49231141662",
    "Tel. 0231\u00a014\u202f16\u00a062": "+49231141662",
    "Rufen Sie an: 0231 141662.": "+49231141662",
    "Tel. 0231/14 16 62": "+49231141662",
    "Telefon (0231) 14 16 62, montags": "+49231141662",
    "0231-141662": "+49231141662",
    "+49 231 141662": "+49231141662",
    "+49 (0)231 141662": "+49231141662",
    "+49 (0) 231 / 14 16 62": "+49231141662",
    "+49-231-141662": "+49231141662",
    "+49231141662": "+49231141662",
    "0049 231 141662": "+49231141662",
    "Mobil 0171 1234567": "+491711234567",
    "0171/1234567 geht auch": "+491711234567",
    "0171 - 123 45 67": "+491711234567",
    "Handy: 0160-12345678": "+4916012345678",
    "01512 3456789": "+4915123456789",
    "Tel.:0231 141662": "+49231141662",
    "Tel.:0231/141662": "+49231141662",
    "Tel:0231141662": "+49231141662",
    "T: 0231 141662": "+49231141662",
    "WhatsApp: 0151 23456789": "+4915123456789",
    "030 12345678": "+493012345678",
    "030/12 34 56 78": "+493012345678",
    "☎ 0800 1110111": "+498001110111",
    "📞 0231 141662": "+49231141662",
    "(Tel. 0231 141662)": "+49231141662",
    "Unter 02 31 / 14 16 62 erreichen Sie uns": "+49231141662",
    "0231 / 141662": "+49231141662",
    "unter 0231 141662 bis 18 Uhr": "+49231141662",
    "Elterntelefon 0800 111 0 550": "+498001110550",
    "Notruf: 0231 50 22 10": "+49231502210",
    "0231 14 16 62-10 (Erika)": "+4923114166210",
    "0231/141662-0": "+492311416620",
    "„0231 141662“": "+49231141662",
    "0231 141662, auch abends": "+49231141662",
    "0231 141662; 9 bis 12 Uhr": "+49231141662",
    "Anmeldung: Erika Beispiel, 0231 141662": "+49231141662",
    "+90 212 555 12 34": "+902125551234",
    "Türkei: +90 532 123 45 67": "+905321234567",
    "+43 1 58858 0": "+431588580",
    "+43 (0)1 / 588 58-0": "+431588580",
    "+41 44 668 18 00": "+41446681800",
    "+41 (0)44 668 18 00": "+41446681800",
    "+33 1 42 68 53 00": "+33142685300",
    "+380 44 205 3000": "+380442053000",
    "0221 221-0": "+492212210",
    "Fon 0231 141662": "+49231141662",
    "Tel. 089 / 233 96 500": "+498923396500",
    "(040) 428 28-0": "+4940428280",
    "Bürgertelefon 0231 50-0": "+49231500",
}
COUNTRIES = {
    ("AT", "01 58858 0"): "+431588580",
    ("AT", "0676 1234567"): "+436761234567",
    ("AT", "0316/872-0"): "+433168720",
    ("CH", "044 668 18 00"): "+41446681800",
    ("CH", "079 123 45 67"): "+41791234567",
    ("CH", "0800 80 80 80"): "+41800808080",
}
OTHERWISE = """Kurs 0930-1130 in Raum 2
0815-1130
Bus 0445 1234567
Vertrag 0511 223344
IBAN DE02 1203 0000 0000 2020 51
DE89 3704 0044 0532 0130 00
IBAN: DE02 0500 0000 0123 4567 89
IBAN AT61 1904 3002 3457 3201
Konto 0123456789, BLZ 04010000
Konto: 0231 141662
Kto.-Nr. 0231 141662
Kontonummer 0231 141662
Az. 0231 4567/26
Az.: 12 C 0231/26
Aktenzeichen 0231/141662
Geschäftszeichen: 0231-141662
Unser Zeichen 0231 141662
Steuernummer 0317/5912/3456
Steuernummer: 031 591 23456
St.-Nr. 031 591 23456
StNr. 0317 5912 3456
USt-IdNr. DE 012345678
Steuer-ID 02 345 678 901
am 01.02.2026
am 01/02/2026
01-02-2026
01 02 2026
02/03/26
01.02.2026 - 03.04.2026
09:00-12:00 Uhr
09-12 Uhr
0900 - 1200 Uhr
09.00 - 12.00 Uhr
08 00 - 12 00 Uhr
von 0830 bis 1230
01067 Dresden
04109 Leipzig, 04103 Leipzig
D-01067 Dresden
PLZ 01067-01099
ISBN 0-306-40615-2
ISBN 978-3-16-148410-0
ISSN 0231-4567
VR 0231141
VR-Nr. 0231 1416
Drucksache 0123/2026
Beschluss 0231-2026
Vorlage 02345-26
Rechnung 0231 1416620
Rechnungsnummer 0231 141662
Kundennummer 02311 41662
Kunden-Nr.: 0231 141662
Mitgliedsnummer 0231-4567
Postfach 01 23 45
Code 0231 4567
PIN 0231 141662
Kenncode: 0231 141662
Zugangscode 0231 141662
Meeting-ID 0231 141 6620
Meeting-ID: 841 0231 141662
Meeting-Kennnummer 0231 141 6620
Zoom-ID: 0231 141 6620
Passwort: 0231 141662
Lotto 01 05 12 33 41 49
Gläubiger-ID DE98ZZZ09999999999
Mandatsreferenz 0231-141662
Verwendungszweck 0231 141662
Spendenkonto 0231 141662
0,50 Euro
0231 Euro
Maße 0231 x 0141
Fax 0231 141663
Telefax: 0231/141663
Fax: +49 231 141663
Faxnummer 0231 141663
Inventar 0231/4567890
seit 01 01 2026
Startnummer 0231 45678
Losnummer 0231 141662
Flurstück 0231/4567
Gemarkung 0231, Flur 04, Flurstück 0231/12
UR-Nr. 0231/2026
Version 0.2.31
02.03.04
Bestellnummer 0231 456 789
Zähler 0231456789
Zählernummer 0231 456789
Sendungsnummer 00340434161094042557
GTIN 04012345678901
EAN 0231 4567 8901
BIC 0231DEFF
Seiten 0231-0245
Jahre 1986/2026
0176 Personen
Paket 00 340 434 161
Koordinaten 07.4597, 51.5276
07 45 97 51 52 76
Note 0231456
HRB 02314567
Nr. 0231 141662
Artikel-Nr. 0231-141662
Ticketnummer 0231 141662
Ticket 0231 141662
Aktenplan 02 31 14 16 62
Haushaltsstelle 0231.141662
Buchungszeichen 0231 1416 620
Kassenzeichen 0231 1416620
Versicherungsnummer 0231 141662
Personalnummer 0231 141662
Geräte-ID 0231 141662
Seriennummer 0231-141662
Signatur 0231/141662
Registernummer 0231 141662
Vereinsregister 0231 141662
Bankleitzahl 0440 1234
Prüfziffer 0231 141662
Vorgangsnummer 0231 141662
Referenz: 0231 141662
Matrikel 0231 141662
Förderkennzeichen 01 234 56 789
Projektnummer 01 23 45 67 89
Fahrgestellnummer 0231 141662
Chargennummer 0231 141662
Kennung 0231 141662
Barcode 0231 141662
Hausnummern 01-0231
Buslinie 0440, 0441
Linie 0231-141662
N 51 30 50, O 007 27 50
GPS 0051 30 507
https://example.org/0231-141662
0231-141662@example.org
0231_141662
#0231141662
0231141662a
00 00 00 00
0000000000
01234567890123456
1/0231/141662
0231 141662 kg
0231 141662 €
3 0231 141662""".split("\n")


@pytest.mark.parametrize(("typed", "dialled"), NUMBERS.items())
def test_a_number_can_be_rung_however_it_is_divided(typed, dialled):
    assert [number for _start, _end, number in telephones(typed, "DE")] == [dialled]


@pytest.mark.parametrize(("country", "typed"), COUNTRIES)
def test_a_number_without_its_country_is_one_of_the_house(country, typed):
    found = [number for _start, _end, number in telephones(f"Tel. {typed}", country)]
    assert found == [COUNTRIES[country, typed]]


def test_enough_is_tried():
    assert len(NUMBERS) + len(COUNTRIES) >= 50
    assert len(OTHERWISE) == len(set(OTHERWISE)) >= 120


@pytest.mark.parametrize("typed", OTHERWISE)
def test_digits_that_are_something_else_stay_text(typed):
    for text in (typed, f"Es steht dort: {typed}", f"{typed}, sagte sie.", f"({typed})"):
        assert list(telephones(text, "DE")) == []


@pytest.mark.parametrize(
    ("typed", "links"),
    [
        ("0231 141662 oder 0171 1234567", 2),
        ("Büro: 0231 141662\nNotfall: 0171 1234567", 2),
        ("- Erika: 0231 141662\n- Max: 0171/1234567", 2),
        ("| Wer | Telefon |\n| --- | --- |\n| Erika | 0231 141662 |\n| Max | 0171 1234567 |", 2),
        ("> Rufen Sie an: 0231 141662", 1),
        ("**Telefon:** 0231 141662", 1),
        ("*0231 141662*", 1),
        ("0231 141662\\\n0231 141663", 2),
        ("Text[^1]\n\n[^1]: Unter 0231 141662", 1),
        ("## Telefon 0231 141662", 1),
        ("`0231 141662`", 0),
        ("```\n0231 141662\n```", 0),
        ("[0231 141662](tel:+49231141662)", 1),
        ("[Rufen Sie an: 0231 141662](https://example.org/)", 0),
        ("Az. **0231 141662**", 0),
        ("Fax: **0231 141663**", 0),
        ("| Fax | 0231 141663 |\n| --- | --- |\n| Telefax | 0231 141663 |", 0),
        ("| Wer | Fax |\n| --- | --- |\n| Erika | 0231 141663 |", 0),
        ("| Telefon | Fax |\n| --- | --- |\n| 0231 141662 | 0231 141663 |", 1),
        ("| Telefon | 0231 141662 |\n| --- | --- |\n| Konto | 0231 141663 |", 1),
        ("Fax\n: 0231 141663", 0),
        ("Telefon\n: 0231 141662", 1),
        ("*Kontonummer:* 0231 141662", 0),
        ("Fax:\\\n0231 141663", 0),
        ("Musterweg 1\\\n0231 141662", 1),
        ("Musterweg 1\n0231 141662", 1),
        ("IBAN: DE02 1203\n0000 0000 2020 51", 0),
        ("**Fax:** 0231 141663, **Telefon:** 0231 141662", 1),
        ("0231 141662, [Karte](https://example.org/), 0171 1234567, *oder* 030 12345678.", 3),
        ("IBAN `DE02 1203 0000 0000 2020 51`", 0),
    ],
)
def test_a_number_is_a_link_wherever_it_stands_but_in_links_and_code(world, typed, links):
    html, problems = rendered(world, typed)
    assert html.count('href="tel:') == links
    assert [line for line in problems if "Link" in line] == []
