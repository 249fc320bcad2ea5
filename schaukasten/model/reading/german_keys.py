"""What people write for a key in the language of their texts → the keys that are meant."""

from __future__ import annotations

import re

#: Each key with the words that are written for it, in small letters. Of several keys with one word
#: that which stands first is meant, if the place knows it.
_WORDS = {
    "begins": "ab, anfang, antritt, arbeitsbeginn, beginn, eintrittsdatum, start",
    "publish_from": "ab, sichtbar ab, veröffentlichen ab, veröffentlichung",
    "cancelled": "abgesagt, absage, ausgefallen, fällt aus",
    "expires": "ablauf, ablaufdatum, gültig bis, läuft ab, sichtbar bis",
    "website": "homepage, internet, internetseite, link, url, web, webseite",
    "addresses": "adressen",
    "updated": "aktualisiert, geändert, geändert am, stand",
    "aliases": "alte adresse, alte adressen, weiterleitung, weiterleitungen",
    "summary": (
        "anreißer, beschreibung, einleitung, kurzbeschreibung, kurztext, teaser, vorspann, "
        "zusammenfassung"
    ),
    "role": "amt, aufgabe, funktion, position, rolle",
    "court": "amtsgericht, gericht, registergericht",
    "feiertage": "an feiertagen",
    "host": "anbieter, hoster, provider",
    "left": "ausgeschieden, austritt, bis, ende, letzter tag, weg",
    "start": "anfang, beginn, los, uhrzeit, uhrzeit beginn",
    "grund": "anlass, begründung",
    "registration": "anmelden, anmeldung",
    "deadline": (
        "anmeldeschluss, bewerben bis, bewerbungsende, bewerbungsfrist, bewerbungsschluss, "
        "einsendeschluss, frist"
    ),
    "note": "anmerkung, bemerkung, hinweis",
    "tags": "schlagworte, schlagwörter, tag, themen",
    "questions": "antworten, faq, fragen, fragen und antworten, häufige fragen",
    "contact": (
        "ansprechpartner, ansprechpartner*innen, ansprechpartner:in, ansprechpartnerin, "
        "ansprechperson, ansprechpersonen, kontakt, kontaktperson, zuständig"
    ),
    "employment": (
        "anstellung, art, art der stelle, beschäftigung, beschäftigungsart, stelle, stellenart"
    ),
    "answer": "antwort",
    "frei": "arbeitsfrei, geschlossen",
    "place": "ort, treffpunkt, veranstaltungsort",
    "weekly_hours": (
        "arbeitszeit, stunden, stunden in der woche, stundenumfang, stundenzahl, umfang, "
        "wochenstunden"
    ),
    "image": "aufmacher, bild, foto, großes bild, hauptbild, titelbild, vorschaubild",
    "supervisory_authority": "aufsicht, aufsichtsbehörde",
    "step_free": "aufzug, barrierefrei, ohne stufen, stufenlos",
    "institute": "bank, geldinstitut, kreditinstitut",
    "bic": "bankleitzahl",
    "bank": "bankverbindung, konto, spendenkonto",
    "limited_until": "befristet, befristet bis, befristung, laufzeit, vertragsende",
    "greeting": "begrüßung, grußwort",
    "cost": "beitrag, eintritt, gebühr, kosten, preis, teilnahmegebühr",
    "title": "betreff, titel, überschrift",
    "special_hours": "besondere zeiten, sonderöffnungszeiten",
    "confirmed": "bestätigt",
    "apply": "bewerben, bewerbung, bewerbung an",
    "send": "bewerbungsunterlagen, einsenden, unterlagen",
    "pay": "bezahlung, entgelt, entlohnung, gehalt, lohn, tarif, verdienst, vergütung",
    "pictures": "bilder, fotos, weitere bilder",
    "gallery": "bilder, bildergalerie, fotogalerie, fotos, galerie",
    "folder": "bilderordner, ordner, verzeichnis",
    "caption": "bildtext, bildunterschrift, unterschrift",
    "bring": "bitte mitbringen, mitbringen",
    "region": "bundesland",
    "schedule": "termine, wann, zeit, zeiten",
    "history": "chronik, geschichte",
    "data_protection_authority": "datenschutzaufsicht, datenschutzbehörde",
    "data_protection_officer": "datenschutzbeauftragte, datenschutzbeauftragter",
    "decorative": "dekorativ, schmuck, zierde",
    "overnight": "durchgehend, über nacht, übernachtung",
    "email": "e-mail, e-mail-adresse, emailadresse, mail, mailadresse",
    "door": "einstieg, tür",
    "consent": "einverständnis, einwilligung, erlaubnis",
    "end": "ende",
    "status": "entwurf, gesperrt, zustand",
    "palette": "farben, farbpalette",
    "fax": "faxnummer, telefax",
    "local": "feiertage, lokal, örtlich",
    "open_on_holidays": "feiertage offen, feiertags offen",
    "question": "frage",
    "footer": "fuß, fußzeile",
    "funders": "förderer, geldgeber",
    "audience": "für, für wen, zielgruppe, zielgruppen",
    "founded": "gegründet, gründung, gründungsjahr",
    "tax_status": "gemeinnützig, gemeinnützigkeit, steuerstatus",
    "phone": "handy, mobil, rufnummer, tel, telefon, telefonnummer",
    "main": "hauptmenü, menü",
    "download": "herunterladen, presse, pressebild",
    "schedule_note": "hinweis zu den zeiten, terminhinweis, zeiten hinweis",
    "rhythmus": "häufigkeit, turnus, wie oft",
    "ferien": "in den ferien",
    "holder": "inhaber, kontoinhaber",
    "responsible_for_content": "inhaltlich verantwortlich, verantwortlich",
    "year": "jahr",
    "id": "kennung, kennzeichen, kürzel",
    "numbers": "kennzahlen, zahlen",
    "iban": "kontonummer",
    "short": "kurz",
    "boilerplate": "kurzporträt, pressetext",
    "country": "land, staat",
    "long": "lang",
    "licence_note": "lizenz, lizenzhinweis, rechte",
    "memberships": "mitgliedschaften",
    "medium": "mittel",
    "auf": "neuer tag, verschoben auf",
    "number": "nummer, registernummer",
    "online": "onlinelink, videokonferenz",
    "partners": "partner",
    "placeholder": "platzhalter",
    "postcode": "plz, postleitzahl",
    "log_days": "protokolltage, speicherdauer",
    "review_by": "prüfen am, prüfen bis, prüfung, wiedervorlage",
    "room": "raum, zimmer",
    "legal_form": "rechtsform",
    "register": "registereintrag, vereinsregister",
    "statutes": "satzung",
    "dispute_resolution": "schlichtung, streitbeilegung",
    "school": "schulferien",
    "logo": "signet, vereinslogo, wappen",
    "lang": "sprache, textsprache",
    "street": "strasse, straße",
    "days": "tage",
    "transparency": "transparenz",
    "vat_id": "umsatzsteuer-id, ust-id, ustid",
    "byline": "untertitel, unterzeile",
    "moved_from": "ursprünglich, verlegt von, verschoben, verschoben von",
    "represented_by": "vertreten durch, vertretung, vertretungsberechtigt, vorstand",
    "value": "wert, zahl",
    "timezone": "zeitzone",
    "extra": "zusatztermine, zusätzlich",
    "von": "ab, anfang, beginn, start, uhrzeit",
    "nicht": "ausfall, ausnahmen, fällt aus, pausen",
    "as_of": "stand",
    "alt": "alternativtext, alttext, beschreibung, bildbeschreibung",
    "directions": "anfahrt, weg, wegbeschreibung",
    "ask_about": "ansprechbar für, aufgaben, fragen, themen, zuständig für",
    "person": "ansprechperson, mensch, person",
    "template": "art, seite, vorlage",
    "location": "arbeitsort, einsatzort, gebäude, haus, ort, standort",
    "picture": "bild, foto, portrait, porträt",
    "label": "beschriftung, bezeichnung, name, titel",
    "hours": "bürozeiten, sprechzeiten, stunden, zeiten, öffnungszeiten",
    "bis": "ende, schluss",
    "hours_note": "hinweis zu den öffnungszeiten, zeiten hinweis",
    "rooms": "räume, zimmer",
    "languages": "sprache, sprachen",
    "wochentag": "tag, tage, wochentage",
    "verlegt": "verlegung, verschoben",
    "ab": "erster tag, seit, start",
    "text": "beschreibung, ereignis",
    "people": "leute, menschen, mitarbeitende, mitglieder, person, personen, team",
    "address": "adresse, anschrift, link, seite, url, ziel",
    "city": "ort, stadt",
    "file": "bild, datei",
    "credit": "foto, fotograf, fotografin, quelle, urheber",
    "name": "bezeichnung, vor- und nachname, vorname",
    "end_date": "enddatum, ende, letzter tag",
    "language": "sprache",
    "date": "datum, tag",
    "groups": "gremien, gremium, gruppe, gruppen, team",
    "slug": "adresse, adressende, kurzname",
    "post": "anschrift, brief, per post, postadresse, postanschrift",
    "form": "bewerbungsformular, formular, link, onlineformular, url, webseite",
    "source": "beleg, quelle",
    "zuletzt": "bis, ende, letzter tag",
    "am": "datum, tag, tage",
    "short_name": "kurzname",
}


def spelled(word: str) -> str:
    """Return a key as it is compared: E-Mail and e_mail are one word."""
    return re.sub(r"[-_\s]+", "", word.casefold())


#: By the word, as it is compared.
GERMAN: dict[str, list[str]] = {}
for _key, _words in _WORDS.items():
    for _word in _words.split(", "):
        GERMAN.setdefault(spelled(_word), []).append(_key)


def keys_for(word: str) -> list[str]:
    """Return the keys that a word may mean, the likeliest first."""
    return GERMAN.get(spelled(word), [])
