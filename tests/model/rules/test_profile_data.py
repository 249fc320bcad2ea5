"""Lists of the data that only the page about the association shows."""

from pathlib import Path

from tests.worlds import World

LISTS = "memberships: [Dachverband]\npartners: [{name: Familienbüro}]\n"


def test_what_only_the_page_about_the_association_shows_is_told_where_there_is_none(
    tmp_path: Path,
) -> None:
    world = World(tmp_path)
    data = tmp_path / "content/data/association.yaml"
    data.write_text(data.read_text("utf-8") + LISTS, "utf-8")
    first = len(data.read_text("utf-8").splitlines()) - 1
    found = [one for one in world.lines() if "association.yaml" in one]
    assert [one.split(": ")[0] for one in found] == [
        f"data/association.yaml:{first}",
        f"data/association.yaml:{first + 1}",
    ]
    assert "„memberships“" in found[0]
    assert "„partners“" in found[1]
    world.write("verein/index.md", "---\ntitle: A\ntemplate: Verein\nsummary: B.\n---\nText.\n")
    assert not [one for one in world.lines() if "association.yaml" in one]
