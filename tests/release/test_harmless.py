"""What a host says is shown, but steers no terminal and no CI, and tells no secret."""

from __future__ import annotations

import pytest

from schaukasten.release.harmless import harmless
from schaukasten.release.targets.target import Secrets

NONE = Secrets()


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
