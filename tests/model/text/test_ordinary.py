"""Ordinary German texts full of signs: they stay what they are, and nobody is told anything."""

import re

import pytest

from tests.model.text.rendering import rendered

#: One paragraph each, which is read as it was typed.
SENTENCES = """Wir treffen uns am 1. Mai und im Juni noch einmal.
2. Vorsitzende ist Erika Beispiel.
3. OG, Raum 5, zweite Tür links
2. und 3. Klasse basteln zusammen.
100. Geburtstag von Oma Erna
16. Jahrhundert: Die Mühle wird gebaut.
24. Dezember: geschlossen
1./2. Mai: Tag der offenen Tür
7. bis 9. Mai: Zeltlager am See
24.12. - 26.12. geschlossen
1986 gegründet, 2026 erneuert.
2026. Das war ein gutes Jahr.
Von 10 - 12 Uhr ist offen, danach 14 - 16 Uhr.
Rechnung: 5 * 3 = 15, und 2 * 2 * 2 = 8
Lehrer* und Schüler* sind eingeladen.
Alle Nachbar*innen und Freund*innen, eine*n Helfer*in
Jede*r Bürger*in und alle Kund*innen, Ärzt*innen
Die Formel a*b*c steht an der Tafel.
Es kamen ~50 Personen, davon ~20 Kinder.
Alter (6~12), Größe (80~100)
Wir <3 unsere Nachbarn.
Frage & Antwort, F&E, Tom & Jerry
Die Datei foto_garten_2026 und der Name_mit_Strich
Freund_innen und Schüler_innen kommen.
Nachbar:innen, Kolleg:innen und Leser:innen:
Unser Team ist die #1 im Viertel.
#nachbarschaft #dortmund
#wirsindmehr und wir bleiben es
Siehe § 5 #2 der Satzung.
Er schrieb: Das war schöhn [sic] und gut.
So steht es dort (siehe [1]) und [2].
Sie [die Vorsitzende] sagte: [Anm. d. Red.: gestern] ja.
[Name der Red.]
Bis bald :-) ;-) :) :D
Start war 12:30:45 im Ziel.
Uhrzeit: 10:00, Ort: Saal
12:00:Mittag; 13:00:Pause
Preis: 3,- Euro; ab 10,-; 5,50
Öffnungszeiten: Mo-Fr 9-12, Sa/So zu
Fest am 1.+2. Mai, 3./4. Juni
Nr. 5) und Nr. 6) sind belegt
a) Begrüßung, b) Bericht, c) Wahl
Wer? Was? Wo? -> Im Saal!
– Erika Beispiel
-5 Grad waren es.
+++ Eilmeldung +++ Der Saal ist zu +++
*** Danke ***
Mo.: 9 Uhr | Di.: 10 Uhr
Kosten: 5 € / 3 € (ermäßigt)
1 + 1 = 2 und 7 - 4 = 3
Ein @-Zeichen und @verein im Netz
E-Mail: post(at)example.org
Die Hausnummer 12a/b, Eingang B
Bitte *31# wählen, dann #21#
Es war einmal [wird fortgesetzt]
Der Film (1981) läuft [OmU].
Eintritt frei [Spende erbeten] (Anmeldung nötig)
(siehe Seite 3) [Anm.]
____ Unterschrift
Name: __________ Datum: ________
~ Pause ~
20 % + 5 % = 25 %
Ist/war; und/oder; m/w/d
Foto: © Erika Beispiel / Verein
:sparkles ist kein Bild
Dr. med. E. Beispiel, Dipl.-Ing. (FH)
Kinder (6 - 12 J.) | Jugend (13 - 17 J.)
Kl. 5-7 <-> Kl. 8-10
Betrag: -,50 EUR
x² + y² = z²; 10^6; H2O; CO₂
Liegt unter C:\\Ordner\\Bilder.
Bitte als antrag.pdf speichern und schicken.
Die Dateien foto.jpg und plan.pdf sind zu groß.
Mit C++ und C# programmieren, 3D-Druck ab 10 J.
Punkt 1) Begrüßung; Punkt 2) Wahl""".split("\n")

#: Several rows, each a sentence that was wrapped, or an end that was meant; all said as typed.
PARAGRAPHS = """Wir treffen uns am
1. Mai und im Juni noch einmal.

Es gibt Kaffee, Kuchen
- und viel Musik!

Sie finden uns im
3. OG, gleich rechts.

Der Verein hat seit dem Jahr
2019. Das weiß hier jeder.

Wir bitten um
+ gute Laune und Geduld.

Die Rechnung war 5
* 3 und also nicht leicht.

Wir sind für Sie da!
Ihr Team

Max Muster, Vorsitzender\\
Erika Beispiel, 2. Vorsitzende\\
Jan Probe, Kassenwart

24. Dezember
26. Dezember
31. Dezember

Geschlossen:
24.12. - 26.12. und am 31.12.""".split("\n\n")

VOLUNTEERS = """Am Samstag, dem 6. Juni, feiern wir von 15 bis 18 Uhr unser Sommerfest. Bis dann!

## Was Sie erwartet

- Kaffee und Kuchen (ab 1,50 €)
- Hüpfburg für Kinder von 3 - 10 Jahren
- Musik von den „Gartenzwergen“

Fragen? Rufen Sie an: 0231 141662 oder schreiben Sie an post@example.org.
%%
Die Krabbelgruppe (0-3 J.) trifft sich mo. und mi. von 9:30-11 Uhr. Kosten: 2,- € pro Treffen.
Bitte Hausschuhe mitbringen!
%%
**Wichtig:** In den Ferien (13.7.-25.8.) fällt der Kurs aus.

Wer? Alle ab 60+.
Wo? Im großen Saal.
%%
> „Ohne Euch wäre das nichts geworden.“
>
> — Erika Beispiel, 1. Vorsitzende
%%
1. Anmelden: bis 1. Mai
2. Bezahlen: 10 € auf unser Konto, IBAN DE02 1203 0000 0000 2020 51
3. Kommen: am 5. Juni um 10 Uhr
%%
| Tag | Zeit | Was |
| --- | --- | --- |
| Mo | 9-12 Uhr | Beratung* |
| Di | 14 - 16 Uhr | Café |
| Mi | – | geschlossen |

\\* nur nach Anmeldung
%%
Liebe Nachbar*innen,

wir suchen Helfer*innen für den Umzug am 24.10.! Wer hat Zeit, ein Auto oder einfach Lust?

Viele Grüße\\
Ihr Vorstand
%%
Das Wetter war mit 31° C so heiß, dass ca. 50 % der Kinder lieber im Wasser blieben ...
Trotzdem: Es war 1 tolles Fest!
%%
Spenden an: Verein Beispiel e.V., DE89 3704 0044 0532 0130 00, BIC COBADEFFXXX, Betreff „Garten“.
%%
Vorstand: 1. Vorsitzende Erika Beispiel, 2. Vorsitzender Max Muster, Kassenwart Jan Probe.
%%
Mit dem Bus: Linie 440 (Richtung Hbf), Haltestelle „Markt“. Mit dem Rad: Es gibt 12 Stellplätze.
%%
Neu im Team: Jan P. (27), Sozialarbeiter/-in im Anerkennungsjahr.
%%
Was kostet das? Nichts! (Aber: Spenden sind willkommen.)
%%
Das Café öffnet Di + Do, 14-17 Uhr; Kuchen ab 1 €, Kaffee 80 ct.
%%
Kursnummer: 2026-04/17. Anmeldung bis 01.04.2026 per Mail: kurs@example.org
%%
Rezept: 250 g Mehl, 2 Eier, 1/2 l Milch, 1 Prise Salz. Bei 180 °C ca. 30 Min. backen.
%%
Unser Verein [gegründet 1986] hat heute 120 Mitglieder, davon 2/3 Frauen.
%%
Zimmer 3.14 (3. OG), Aufzug vorhanden. WC: EG links.
%%
„Spiel & Spaß“ für Groß + Klein: Sa., 16.5., 14:00-18:00 Uhr, Eintritt frei!
%%
Bitte melden Sie sich bei Frau Muster, Tel. 0231/14 16 62 (Mo-Fr 9-12 Uhr), Fax 0231/14 16 63.
%%
Ergebnis: SV Beispiel - FC Muster 3:1 (1:0). Tore: 12., 45.+2, 78. Min.
%%
Mehr unter www.example.org/angebote, auf https://example.org/ und im Schaukasten.
%%
Hygiene-Regeln: Hände waschen, 1,5 m Abstand, Lüften alle 20 min.
%%
- Mo: Yoga
- Di: –
- Mi: Chor (19:30 h)
- Do: Skat

Änderungen vorbehalten.
%%
Kinder bis 6 J.: frei; 7-14 J.: 2 €; Erw.: 4 €; Fam.: 8 €.
%%
Gesucht: Sofa, Tisch (max. 120 x 80 cm), 4 Stühle. Selbstabholung!
%%
Der Raum ist 8,50 m x 6 m groß, fasst 40 Pers. und kostet 15 €/h.
%%
### Tagesordnung

1. Begrüßung
2. Bericht des Vorstands
   1. Finanzen
   2. Mitglieder
3. Verschiedenes
%%
Frühstück für alle. Jeden 1. und 3. Mittwoch im Monat. Nächstes Mal: 3. Juni.
%%
Sprechstunde auf Türkisch: Di. 10-12. Kein Termin nötig. Hoş geldiniz!
%%
Gez. M. Muster, i. A. E. Beispiel
%%
Wir haben 2025 über 1.000 (!) Bücher verschenkt. Danke, danke, danke!!!
%%
Am 8. März – Internationaler Frauentag – gibt's Rosen. Um 18.00 Uhr geht's los.
%%
Die Gruppe „60+“ fährt am 12./13. Sept. nach Köln (Kosten: ca. 45,-).
%%
Frage: Darf mein Hund mit? Antwort: Ja, an der Leine (max. 2 m).
%%
Unser Dank gilt: der Stadt, der Stiftung XY gGmbH, Fa. Muster & Söhne OHG sowie allen Helfer/innen.
%%
Bildungs- und Teilhabepaket (BuT): Wir helfen beim Antrag, s. u.
%%
Nachtrag: Der Termin am 31.4. war ein Druckfehler. Richtig ist der 30.4.
%%
*Der Kurs ist leider ausgebucht.* Es gibt eine Warteliste.
%%
Eintritt: 3 €*, Kinder frei

\\* ermäßigt 2 €
%%
Mit freundlicher Unterstützung der Bezirksvertretung Innenstadt-Nord (BV In-N).
%%
Erst zuhören, dann reden – so heißt unser Abend zum Thema »Streit«. Beginn: 19 Uhr c. t.""".split(
    "\n%%\n"
)


def said(html):
    """The words of some HTML, without the marks and the spaces that typography sets."""
    text = re.sub(r"<[^>]+>", " ", html).replace("&lt;", "<").replace("&gt;", ">")
    return re.sub(r"[^\w*#~@§<>+=/|:;.,!?%&()\[\]^°-]", "", text.replace("&amp;", "&"))


@pytest.mark.parametrize("typed", SENTENCES)
def test_a_sentence_is_read_as_it_was_typed_and_nothing_is_said(world, typed):
    html, problems = rendered(world, f"Vorher.\n\n{typed}\n\nNachher.")
    assert problems == []
    assert html.count("<p>") == 3
    assert not re.search(r"<(?:[uo]l|h\d|em|strong|del|blockquote|sup|table|code|a)\b", html)
    shown = html.split("</p>")[1]
    assert said(shown) == said(typed.replace("<", "&lt;").replace(">", "&gt;"))


@pytest.mark.parametrize("typed", PARAGRAPHS)
def test_a_wrapped_sentence_stays_one_paragraph(world, typed):
    html, problems = rendered(world, typed)
    assert [line for line in problems if "Fortsetzung der vorigen" not in line] == []
    assert html.count("<p>") == 1
    assert "<li>" not in html


@pytest.mark.parametrize("typed", VOLUNTEERS)
def test_nobody_is_alarmed_by_what_volunteers_write(world, typed):
    assert rendered(world, typed)[1] == []


def test_enough_is_tried():
    assert len(SENTENCES) >= 70
    assert len(VOLUNTEERS) >= 40
