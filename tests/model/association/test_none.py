"""An association without register, account or telephone, and what no association is without."""

import pytest

from tests.sites.bare import ASSOCIATION, HOUSE, bare
from tests.worlds import World


@pytest.fixture
def bare_world(world: World) -> World:
    return bare(world)


def test_an_association_that_has_next_to_nothing_can_be_published(bare_world):
    assert bare_world.lines() == [
        "angebote/ohne-zeiten.md:5: Die Zeiten dieses Angebots sind nicht bekannt. Tragen Sie die "
        "Zeiten unter „schedule“ ein; bis dahin steht auf der Seite, dass man sie erfragen kann."
    ]
    site = bare_world.load().site
    # The model calls the entry otherwise than the file.
    names = {"register": "register_entry"}
    assert all(getattr(site.association, names.get(one, one)).is_none for one in ASSOCIATION)
    assert all(getattr(site.locations[0], one).is_none for one in HOUSE)
    assert site.association.memberships == site.association.funders == []


def test_what_nobody_confirmed_is_open(bare_world):
    path = bare_world.content / "data/association.yaml"
    path.write_text(path.read_text("utf-8").replace("2026-11-01", "nein"), "utf-8")
    found = [line.split(": ")[1] for line in bare_world.lines() if "bestätigt" in line]
    assert [one.split("“")[0].strip("„") for one in found] == list(ASSOCIATION)


@pytest.mark.parametrize("word", ["keine", "gibt es nicht", "[keine]"])
@pytest.mark.parametrize(
    ("key", "says"),
    [
        ("founded", "Jeder Verein wurde irgendwann gegründet. Schreiben Sie das Jahr"),
        ("legal_form", "Schreiben Sie: legal_form: nicht eingetragener Verein"),
        ("represented_by", "Schreiben Sie darunter: - name: Erika Beispiel"),
        ("responsible_for_content", "Schreiben Sie darunter: name: Erika Beispiel"),
        ("data_protection_authority", "Es ist die Ihres Bundeslands"),
        ("host", "name: … und log_days: 7"),
    ],
)
def test_what_every_association_has_is_asked_for_with_the_reason(bare_world, key, says, word):
    path = bare_world.content / "data/association.yaml"
    lines = path.read_text("utf-8").split("\n")
    at = next(number for number, line in enumerate(lines) if line.startswith(f"{key}:"))
    while lines[at + 1].startswith("  "):
        del lines[at + 1]
    lines[at] = f"{key}: {word}"
    path.write_text("\n".join(lines), "utf-8")
    (error,) = bare_world.errors()
    assert error.startswith(f"data/association.yaml:{at + 1}: {key}: ")
    assert says in error


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ("email: post@kleiner-verein.example", "email: keine", "muss eine E-Mail-Adresse nennen."),
        (
            'address:\n    street: Am Eck 1\n    postcode: "01067"\n    city: Beispielstadt',
            "address: keine",
            "Das Impressum muss eine Straße nennen; ein Postfach genügt nicht.",
        ),
    ],
)
def test_the_main_house_has_what_the_imprint_names(bare_world, old, new, says):
    path = bare_world.content / "data/locations.yaml"
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8")
    (error,) = bare_world.errors()
    assert says in error


def test_a_registered_name_and_no_register_do_not_go_together(bare_world):
    path = bare_world.content / "data/association.yaml"
    text = path.read_text("utf-8").replace(
        "name: Kleiner Verein\n", "name: Kleiner Verein e.V.\n", 1
    )
    path.write_text(text, "utf-8")
    (warning,) = [line for line in bare_world.lines() if "association" in line]
    assert "Nur ein eingetragener Verein darf so heißen (§ 65 BGB)" in warning


def test_an_account_without_its_number_is_no_account(bare_world):
    path = bare_world.content / "data/association.yaml"
    text = path.read_text("utf-8").replace(
        "bank:\n  value: keine", "bank:\n  value:\n    holder: A\n    iban: keine"
    )
    path.write_text(text, "utf-8")
    (error,) = bare_world.errors()
    assert error.endswith("Gibt es kein Konto, schreiben Sie eine einzige Zeile: bank: keine")
