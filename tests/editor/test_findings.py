from schaukasten.editor.findings import Finding, findings
from tests.worlds import german


def test_a_finding_says_all_of_a_problem_in_the_readers_language(world):
    world.news("Eins\n\nMehr steht [hier](https://example.org/).")
    [finding] = findings(world.problems(), world.content, "content", german)
    assert finding == Finding(
        file="content/aktuelles/2026-03-08-fest/index.md",
        line=8,
        column=12,
        severity="warning",
        label="Warnung",
        rule="vague_link",
        title="Linktext ohne Aussage",
        what="Der Linktext „hier“ sagt nicht, wohin der Link führt.",
        remedy="Nennen Sie, was dort ist: [Anmeldung zum Sommerfest](…)",
        text="Mehr steht [hier](https://example.org/).",
        start=11,
        end=39,
    )


def test_without_a_line_to_quote_a_finding_is_whole(world):
    (world.content / "seiten" / "link.md").symlink_to("index.md")
    [finding] = findings(world.problems(), world.content, "content", german)
    assert (finding.text, finding.column, finding.rule, finding.title) == ("", 1, "", "")
    assert finding.label == "Fehler"
