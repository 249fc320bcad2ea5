import pytest

FILE = "aktuelles/2026-03-08-a/index.md"


@pytest.mark.parametrize(
    ("tag", "usual"),
    [
        ("Familie", "Familien"),
        ("familien", "Familien"),
        ("Familen", "Familien"),
        ("Stadtteilfesst", "Stadtteilfest"),
        ("Garten", None),
        ("Familien", None),
        ("Sommerfest 2025", None),
    ],
)
def test_a_tag_that_is_almost_a_usual_one_is_told(world, tag, usual):
    usual_tags = "tags: [Familien, Stadtteilfest, Sommerfest 2026]\n"
    world.news(head=usual_tags, slug="b")
    world.news(head=usual_tags, slug="c")
    world.news(head=f"tags:\n  - Kultur\n  - {tag}\n", slug="a")
    assert world.found("similar_tag") == (
        [f"{FILE}:7: Das Schlagwort „{tag}“ heißt fast wie „{usual}“. Ist dasselbe gemeint, "
         f"dann schreiben Sie „{usual}“ (2-mal verwendet)."] if usual else []
    )  # fmt: skip


def test_of_two_tags_that_are_used_as_often_nobody_knows_which_is_meant(world):
    world.news(head="tags: [Familie]\n", slug="a")
    world.news(head="tags: [Familien]\n", slug="b")
    assert world.found("similar_tag") == []


def test_thousands_of_tags_are_looked_through(world):
    for number in range(60):
        tags = ", ".join(
            f"Stadtteil {number} {letter}{letter}" for letter in "abcdefghijklmnopqrst"
        )
        world.news(head=f"tags: [{tags}]\n", slug=f"n{number}")
    assert world.errors() == []


def test_more_tags_than_help_anybody_are_refused(world):
    world.news(head=f"tags: [{', '.join(f't{number}' for number in range(41))}]\n")
    [line] = world.errors()
    assert "„tags“ hat mehr als 40 Einträge. Behalten Sie die wichtigsten." in line


def test_several_words_in_a_row_are_told_with_the_list(world):
    world.news(head="tags: Fest, Garten\n")
    world.offer(head="languages: Deutsch; Türkisch\n")
    assert [one.rpartition(": ")[2] for one in world.found("words_in_a_row")] == [
        "[Fest, Garten]",
        "[Deutsch, Türkisch]",
    ]
