"""What a host says is shown, but steers no terminal and no CI, and tells no secret."""

from __future__ import annotations

from base64 import b64encode
from html import escape
from urllib.parse import quote, quote_plus

import pytest

from schaukasten.release.harmless import harmless
from schaukasten.release.targets.target import Secrets
from schaukasten.release.transports.said import LONGEST, sentence

NONE = Secrets()
#: What may stand before a password in one piece of Base64.
STARTS = (b"", b"\0w0123\0", b"\0w01\0", b"x\0w012\0")


@pytest.mark.parametrize(
    "command",
    [
        "::error::nein",
        "::set-output name=x::y",
        "  ::add-mask::x",
        "530 ::stop-commands::x",
        "##[error]nein",
        "##vso[task.setvariable variable=x]y",
        "##teamcity[buildStop]",
        "\x1b[2J",
        "section_start:0:x\r\x1b[0K",
        "nein\u202eder",
    ],
)
def test_a_command_is_no_command_any_more(command: str) -> None:
    shown = harmless(f"Der Server sagt: {command}", NONE)
    for start in ("::error", "::set", "::add", "::stop", "##", "\x1b", "\r", "\u202e"):
        assert start not in shown


@pytest.mark.parametrize(
    "text",
    ["Ziel „live“: ftps://w0123@host:21/html", "3 von 4, 12:30 Uhr", "Zeile 1\n  Zeile 2\n", "# 1"],
)
def test_other_text_stays_as_it_is(text: str) -> None:
    assert harmless(text, NONE) == text


@pytest.mark.parametrize(
    "shown",
    ["500 PASS Geheim 86%?", "500 PASS GEHEIM 86%?", "Geheim%2086%25%3F", "geheim 86%? im Satz"],
)
def test_a_password_is_masked_however_it_is_repeated(shown: str) -> None:
    said = harmless(shown, Secrets(password="Geheim 86%?"))
    assert "***" in said
    assert "86" not in said


def test_no_line_of_a_key_and_no_passphrase_is_shown() -> None:
    key = "-----BEGIN OPENSSH PRIVATE KEY-----\nb3BlbnNzaC1rZXktdjEA\nzzzzAAAABBBB\n-----END"
    secrets = Secrets(key=key, passphrase="Satz")
    said = harmless("b3BlbnNzaC1rZXktdjEA und zzzzAAAABBBB und Satz", secrets)
    assert said == "*** und *** und ***"


@pytest.mark.parametrize(
    "password", ["Geheim & 1986", "Süß&Geheim+1986", "abcdefghijk", 'a"<b>c d1986']
)
def test_a_password_is_masked_in_every_writing(password: str) -> None:
    raw = password.encode()
    writings = [
        *(password, password.upper(), quote(password), quote(password, safe="")),
        *(quote_plus(password), escape(password), escape(password, quote=False)),
        raw.decode("latin-1"),
        *(b64encode(before + raw + after).decode() for before in STARTS for after in (b"", b"!")),
    ]
    for writing in writings:
        shown = harmless(f"530 w0123 {writing} nein", Secrets(password=password))
        rest = shown.replace("***", "")
        assert shown != rest, writing
        # Of Base64 at most the signs remain that its neighbours change.
        assert len(rest) <= len("530 w0123  nein") + 24, rest


@pytest.mark.parametrize("kept", range(1, 13))
def test_the_beginning_of_a_password_in_a_sentence_that_was_cut_is_masked(kept: int) -> None:
    password = "Geheim&?1986x"
    answer = sentence(f"530 {'x' * (LONGEST - kept - 5)} {password} nein")
    assert password[:kept] in answer
    shown = harmless(answer, Secrets(password=password))
    assert shown.endswith("x *** …")


def test_a_word_in_utf_8_is_known_again_in_a_sentence_in_latin_1() -> None:
    answer = "530 Zugang f\xfcr Süß&Geheim1986 verweigert".encode("latin-1")
    mixed = answer.replace("Süß".encode("latin-1"), "Süß".encode()).decode("latin-1")
    assert sentence(mixed) == "530 Zugang für Süß&Geheim1986 verweigert"
    assert sentence("Grüße – schön") == "Grüße – schön"
