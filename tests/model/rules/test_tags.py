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


def test_of_two_tags_that_are_used_as_often_one_is_told(world):
    world.news(head="tags: [Familie]\n", slug="a")
    world.news(head="tags: [Familien]\n", slug="b")
    assert len(world.found("similar_tag")) == 1
