"""What an FTP server's number means depends on the command, never on words or language."""

from __future__ import annotations

import ftplib
from types import SimpleNamespace
from typing import Any

import pytest

from schaukasten.release.targets.errors import ConnectionCut, PublishError
from schaukasten.release.transports.ftp_answers import in_plain_words
from tests.worlds import german

FULL, FORBIDDEN = "ist kein Platz mehr für", "erlaubt nicht,"
CUT, BUSY, REFUSED = "Verbindung ist abgebrochen", "gerade nicht tun", "lehnt „"
NO_DATA, NO_COMMAND = "öffnet keinen Weg für Dateien", "lehnt RETR für"


def told(verb: str, error: Exception, path: str = "/html/a.html") -> PublishError:
    connection: Any = SimpleNamespace(verb=verb)

    def question() -> None:
        raise error

    with pytest.raises(PublishError) as caught:
        in_plain_words(connection, path, question)
    return caught.value


@pytest.mark.parametrize(
    ("verb", "answer", "meaning"),
    [
        ("STOR", "452 Kein Platz", FULL),
        ("STOR", "552 Limite de disque atteinte", FULL),
        ("STOR", "451 Failure writing to local file.", FULL),
        ("STOR", "550 Permission denied", FORBIDDEN),
        ("STOR", "553 Verbotener Name", FORBIDDEN),
        ("RNTO", "550 Zugriff verweigert", FORBIDDEN),
        ("MKD", "550 Erstellen nicht möglich", FORBIDDEN),
        ("MKD", "552 Quota", FULL),
        ("STOR", "450 Datei ist in Benutzung", BUSY),
        ("DELE", "450 Datei ist in Benutzung", BUSY),
        ("RNTO", "451 Lokaler Fehler", BUSY),
        ("RETR", "550 Nein", NO_COMMAND),
        ("PASV", "550 Permission denied", NO_DATA),
        ("PASV", "502 Unbekannt", NO_DATA),
        ("EPSV", "425 Kein Weg", NO_DATA),
        ("PASV", "421 Ende", CUT),
        ("STOR", "501 Was?", REFUSED),
        ("STOR", "421 Zu viele Verbindungen", CUT),
        ("LIST", "425 Keine Datenverbindung", CUT),
        ("STOR", "426 Abgebrochen", CUT),
        ("CWD", "530 Bitte anmelden", CUT),
    ],
)
def test_a_number_means_what_its_command_asked(verb: str, answer: str, meaning: str) -> None:
    kind = ftplib.error_temp if answer[0] == "4" else ftplib.error_perm
    error = told(verb, kind(answer))
    assert meaning in error.text(german)
    assert answer in error.text(german)
    # What may succeed later is tried again.
    assert isinstance(error, ConnectionCut) == (meaning in (CUT, BUSY, NO_DATA))


def test_a_passive_port_behind_a_firewall_is_no_broken_line() -> None:
    for error in (TimeoutError("timed out"), ConnectionRefusedError(111, "Connection refused")):
        assert NO_DATA in told("PASV", error).text(german)
        assert CUT in told("STOR", error).text(german)
    assert CUT in told("PASV", EOFError("")).text(german)


def test_a_question_that_is_refused_is_not_blamed_on_a_full_disk() -> None:
    said = told("PWD", ftplib.error_perm("550 Nein"), "~").text(german)
    assert "lehnt PWD für „~“ ab: 550 Nein. " in said
    assert "Platz" not in said


@pytest.mark.parametrize("name", ["quota", "permission-denied", "no-space", "maximum"])
def test_words_in_our_own_path_say_nothing(name: str) -> None:
    path = f"/html/{name}.html"
    said = told("RETR", ftplib.error_perm(f"550 {path}: Nein"), path).text(german)
    assert NO_COMMAND in said
    assert FULL not in said


def test_a_long_sentence_of_several_lines_becomes_one_that_can_be_read() -> None:
    greeting = "550-Willkommen\n" + "550-bla\n" * 200 + "550 Nein"
    said = told("RETR", ftplib.error_perm(greeting)).text(german)
    assert "\n" not in said
    assert "550-Willkommen 550-bla" in said
    assert len(said) < 600
