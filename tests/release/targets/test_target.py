"""TARGETS in publishconf.py: what can be written there, and what each slip is told."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from schaukasten.release.targets.errors import PublishError
from schaukasten.release.targets.target import read_target
from tests.worlds import german

ROOT = Path("/project")


def read(targets: dict[str, Any], name: str | None = None, **environment: str) -> Any:
    return read_target(targets, name, environment, ROOT)


def refusal(targets: dict[str, Any], name: str | None = None) -> str:
    with pytest.raises(PublishError) as caught:
        read(targets, name)
    return caught.value.text(german)


def test_an_address_says_where_and_as_whom() -> None:
    target = read({"live": {"address": "sftp://w0123%40x@ssh.example.org/html/"}})
    assert (target.name, target.scheme, target.host, target.port) == (
        "live",
        "sftp",
        "ssh.example.org",
        22,
    )
    assert (target.user, target.path, target.preview) == ("w0123@x", "/html", False)
    assert read({"live": {"address": "ftps://u@h:2121/"}}).path == ""
    assert read({"live": {"address": "ftps://u@h:2121/"}}).port == 2121
    assert read({"live": {"address": "sftp://u@h/~/html"}}).path == "~/html"
    assert read({"live": {"address": "file:///srv/www"}}).path == "/srv/www"


def test_files_start_at_the_project_and_a_website_ends_without_slash() -> None:
    target = read(
        {
            "probe": {
                "address": "ftps://u@h/",
                "preview": True,
                "website": "https://vorschau.example/",
                "certificates": "ci/host.pem",
                "known_hosts": "/etc/known",
                "state": "/private/",
            }
        }
    )
    assert target.certificates == ROOT / "ci/host.pem"
    assert target.known_hosts == Path("/etc/known")
    assert target.website == "https://vorschau.example"
    assert target.state == "/private"


def test_secrets_come_from_the_environment_under_the_targets_name() -> None:
    targets = {"Vor-Schau": {"address": "sftp://u@h/"}}
    secrets = read(
        targets,
        VOR_SCHAU_PASSWORD="geheim",
        VOR_SCHAU_KEY="-----BEGIN",
        VOR_SCHAU_KEY_FILE="",
        LIVE_PASSWORD="anderes",
    ).secrets
    assert (secrets.password, secrets.key, secrets.key_file) == ("geheim", "-----BEGIN", None)


def test_the_end_of_a_line_is_no_part_of_a_secret() -> None:
    assert read(
        {"live": {"address": "sftp://u@h/"}}, LIVE_PASSWORD="geheim\n"
    ).secrets.password == ("geheim")


def test_a_secret_is_never_shown() -> None:
    target = read(
        {"live": {"address": "sftp://u@h/"}},
        LIVE_PASSWORD="geheim",
        LIVE_KEY="geheim",
        LIVE_PASSPHRASE="geheim",
        LIVE_KEY_FILE="geheim",
    )
    assert "geheim" not in f"{target!r} {target} {target.place} {target.secrets}"


def test_the_only_target_needs_no_name_and_several_do() -> None:
    one = {"live": {"address": "sftp://u@h/"}}
    assert read(one).name == "live"
    two = {**one, "probe": {"address": "file:///srv/www"}}
    assert read(two, "probe").scheme == "file"
    assert refusal(two) == "Welches Ziel? Es gibt mehrere. Nennen Sie eines von: live, probe."
    assert refusal(two, "life").startswith("Es gibt kein Ziel „life“. Nennen Sie eines von: live")
    assert refusal({}).startswith("publishconf.py nennt kein Ziel. Schreiben Sie die Adresse")


@pytest.mark.parametrize(
    ("options", "what"),
    [
        ("sftp://u@h/", "Die Adresse fehlt."),
        ({}, "Die Adresse fehlt."),
        ({"address": "ftp://u@h/"}, "„ftp“ ist keine Art von Adresse"),
        ({"address": "u@h:/html"}, "„“ ist keine Art von Adresse"),
        ({"address": "sftp://u:geheim@h/"}, "Die Adresse enthält ein Passwort."),
        ({"address": "sftp://h/html"}, "fehlt der Rechnername oder der Benutzername"),
        ({"address": "sftp://u@/html"}, "fehlt der Rechnername oder der Benutzername"),
        ({"address": "sftp://u@h:html/"}, "Der Port ist keine Zahl."),
        ({"address": "sftp://u@h:99999/"}, "Der Port ist keine Zahl."),
        ({"address": "ftps://u@h:990/"}, "Port 990 ist für implizites TLS"),
        ({"address": "sftp://u@h/../html"}, "Der Pfad lässt sich nicht verwenden."),
        ({"address": "sftp://u@h/%2e%2e/html"}, "Der Pfad lässt sich nicht verwenden."),
        ({"address": "sftp://u@h/html?x"}, "Der Pfad lässt sich nicht verwenden."),
        ({"address": "file://srv/www"}, "Eine Adresse mit file:// hat keinen Rechnernamen."),
        ({"address": "sftp://[::1/x"}, "Die Adresse lässt sich nicht lesen."),
        ({"address": "sftp://u@verein..example/"}, "Die Adresse lässt sich nicht lesen."),
        ({"address": "file:///a%00b"}, "Der Pfad lässt sich nicht verwenden."),
        ({"address": "sftp://u@h/~karl/html"}, "Der Pfad lässt sich nicht verwenden."),
        ({"address": "sftp://u@h/", "state": "daneben"}, "„state“ ist kein ganzer Pfad."),
        ({"address": "file:///"}, "Die Adresse nennt keinen Ordner."),
        ({"address": "sftp://u@h/", "pasword": "x"}, "Eine Option „pasword“ gibt es nicht."),
        ({"address": "sftp://u@h/", "preview": "ja"}, "„preview“ ist weder True noch False."),
        ({"address": "sftp://u@h/", "dotfiles": "nein"}, "„dotfiles“ ist weder True noch False."),
        ({"address": "sftp://u@h/", "website": True}, "„website“ ist kein Text."),
        ({"address": "file:///srv/www", "preview": True}, "Eine Vorschau braucht eine eigene"),
        ({"address": "sftp://u@h/", "preview": True}, "Eine Vorschau braucht eine eigene"),
    ],
)
def test_a_slip_is_told_with_its_target_and_a_remedy(options: object, what: str) -> None:
    said = refusal({"live": options})
    assert said.startswith("publishconf.py, Ziel „live“: ")
    assert what in said
    assert "geheim" not in said
    assert said.endswith((".", "~/", "…_PASSWORD.", '"}', '"', "www", "html"))


@pytest.mark.parametrize(
    ("options", "what"),
    [
        ({}, "Die Redaktion braucht ihre eigene „website“, nicht die öffentliche."),
        ({"website": "http://redaktion.example"}, "Die „website“ der Redaktion beginnt nicht mit"),
        (
            {"website": "https://redaktion.example", "preview": True},
            "Ein Ziel ist für die Vorschau oder für die Redaktion da, nicht für beides.",
        ),
    ],
)
def test_the_editor_needs_an_encrypted_address_of_its_own(
    options: dict[str, object], what: str
) -> None:
    told = refusal({"redaktion": {"address": "file:///srv/www", "editor": True, **options}})
    assert told.startswith(f"publishconf.py, Ziel „redaktion“: {what}")


def test_the_editor_has_a_folder_of_its_own_here() -> None:
    options = {"address": "file:///srv/www", "editor": True, "website": "https://localhost:8443"}
    assert read({"redaktion": options}).folder == "redaktion"
    assert read({"live": {"address": "file:///srv/www"}}).folder == "output"
