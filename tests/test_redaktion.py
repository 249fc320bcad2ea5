"""docs/redaktion.md against the program: its examples work, its words are those that staff meet."""

from __future__ import annotations

import ast
import json
import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from babel.messages.extract import extract_from_file
from PIL import Image

from schaukasten.attachment_kinds import KINDS as ATTACHMENTS
from schaukasten.forms.choices import Choices
from schaukasten.forms.configuration import configuration
from schaukasten.forms.fields import Form
from schaukasten.forms.parts import parts_of
from schaukasten.model.association.association import Association, Navigation
from schaukasten.model.association.gone import Gone
from schaukasten.model.association.location import Location
from schaukasten.model.association.person import Person
from schaukasten.model.files.file_kinds import KINDS
from schaukasten.model.files.gallery import GalleryEntry
from schaukasten.model.files.picture_note import PictureNote
from schaukasten.model.kinds.job import Job
from schaukasten.model.kinds.news import NewsItem
from schaukasten.model.kinds.offer import Offer
from schaukasten.model.kinds.question import Question
from schaukasten.model.reading.fact import Fact
from schaukasten.model.reading.problem import Severity
from schaukasten.model.reading.yaml_text import parse
from schaukasten.model.rules import RULES
from schaukasten.model.time.days_off import Holidays
from schaukasten.model.time.exceptions import Pause
from schaukasten.model.time.slot import Slot
from tests.command_lines import commands_in, wrong_commands
from tests.model.files.pictures import encoded
from tests.test_hosting import as_written
from tests.worlds import ROOT, World, german, layout

TEXT = (ROOT / "docs" / "redaktion.md").read_text("utf-8")
#: A block and the file, named above it, that it is the text of.
_EXAMPLE = re.compile(r"^`(content/\S+)`\n\n```(\w+)\n(.*?)^```$", re.M | re.S)
_SCHEMAS = {
    "association.yaml": Association,
    "gone.yaml": Gone,
    "holidays.yaml": Holidays,
    "locations.yaml": Location,
    "navigation.yaml": Navigation,
    "people.yaml": Person,
}
_WEIGHTS = {
    Severity.ERROR: "Fehler",
    Severity.OPEN: "offen",
    Severity.WARNING: "Warnung",
    Severity.HINT: "Hinweis",
}


def examples(language: str) -> list[tuple[str, str]]:
    return [(name, text) for name, kind, text in _EXAMPLE.findall(TEXT) if kind == language]


#: Messages that are no finding of their own: a remedy, a part of a message, what `new` says.
_OTHERS = {
    "Link to it: {example} – or delete it.",
    "Link to each: {example} – or delete them.",
    "Name it in a file of “data/”, as “picture” or “logo”, or delete it.",
    "Show each in the text, {example}, or move them into a folder of their own, "
    "which a text shows by the line “{line}”.",
    "Partners stand in {file}, under “partners”; funders there, under “funders”.",
    "Take over into {file} what is right here, and delete this one.",
    "These are read, in “{folder}/”: {files}.",
    "Name it {file}.",
    "Name a file in it; all its pictures are shown by the line “{line}” at the top.",
    "Put these lines in its place, and fill them in: behind “alt:” what is to be seen, behind "
    "“credit:” who took it, behind “people:” keine or erkennbar:",
    "Show it: {example} – or delete it.",
    "As a gallery they stand below a text, with the line “{line}” at its top; or delete them.",
    "{key}: {what}",
    "Rename it: .md",
    "Ask, then fill in “value” and “confirmed”.",
    "Add the picture to “pictures:” at the top of the file, with file, alt and {line}",
    "Add a line to it: {line}",
    "Add a line under “gallery”: {line}",
    "Write lines of the form key: value.",
    "Write it like this: {key}: {example}",
    "Possible keys there: {keys}.",
    "Add a line “{key}: …”.",
    "Did you mean “{key}”?",
    "First mend the errors in the other files: this page may be one of them.",
    "Keep those that matter.",
    "Delete the line, or use one of these keys: {keys}.",
    "[Please replace:",
    "Made: {file}",
    "To see it while you write: {command}",
    "Check the spelling, capital letters too, and the folder.",
    "Export it smaller; 2,000 pixels wide is plenty.",
    "Correct it, make that page first, or take the link out.",
    "Put them before and behind the words, or delete them.",
    "Delete it: this site knows no such marks.",
    # The label of the menu.
    "Events",
    "Jobs",
    "Write “rhythmus: jede zweite Woche”, at “ab” the first day and at “zuletzt” the end of the "
    "year; for the next year another entry, since weeks are counted anew.",
    "Name the days one by one, in the place of “wochentag”: am: [2026-12-01, 2027-01-04]",
    "Name the months: jeden letzten von Januar bis November. Single days belong to “nicht”.",
    "Every so many weeks: “jede zweite Woche”, with “ab”. Once a month: add “im Monat”.",
    "Write year, month and day: {example}",
    "Write the first day here, {first}, and the last in a line of its own (“end_date”, in "
    "schedules “zuletzt”): {last}",
    "Write several days as a list: [{days}]",
    "Several are called so; write one of: {choices}.",
    "Write the last day as year, month and day, for instance {example}; if there is none, write: "
    "{line}",
    "Write hours and minutes with a colon: {example}",
    "Write each in a line of its own: the start {start}, the end {end}",
    "Say which day as well: “jeden ersten im Monat”, “jeden 15. alle zwei Monate”.",
    "Write the days at “wochentag”: wochentag: Montag bis Freitag",
    "Delete the line, and say it in words: schedule_note: …",
}


# What visitors read, and parts of a remedy.
_OTHERS |= {"Watch the film at {host}", "Open the map at {host}", "Look at it at {host}"}
_OTHERS |= {"[Watch the video]({address})", "[See it on the map]({address})"}
_OTHERS |= {"[Go to the page]({address})"}

#: Functions whose second argument is a remedy.
_REFUSALS = {"Invalid", "refuse", "never_none"}


def told() -> set[str]:
    """Every English message that says what is wrong with the content, or why a command refuses."""
    commands = [ROOT / "schaukasten/editor/new.py", ROOT / "schaukasten/commands/arguments.py"]
    modules = [*(ROOT / "schaukasten/model").rglob("*.py"), *commands]
    found: set[str] = set()
    for path in modules:
        found |= {
            str(message[1])
            for message in extract_from_file("python", str(path), keywords={"_": None})
        }
    trees = [ast.parse(path.read_text("utf-8")) for path in modules]
    remedies = {text for tree in trees for node in ast.walk(tree) for text in _remedies(node)}
    titles = {rule.title.msgid for rule in RULES.values()}
    assert found >= _OTHERS
    # The name of a kind is a part of a message, and its remedy stands beside it.
    parts = {part.msgid for kind in KINDS for part in (kind.name, kind.remedy)}
    return found - remedies - titles - parts - _OTHERS


def _remedies(node: ast.AST) -> Iterator[str]:
    """The second of a pair of what is wrong and what to do."""
    remedy: ast.AST | None = None
    if isinstance(node, ast.Assign) and getattr(node.targets[0], "id", "") == "remedy":
        remedy = node.value
    elif isinstance(node, ast.Call) and getattr(node.func, "id", "") in {
        "Invalid",
        "refuse",
        "never_none",
        "printed",
    }:
        remedy = node.args[-1] if len(node.args) == 2 else None
    elif isinstance(node, ast.Call) and getattr(node.func, "attr", "") == "error":
        remedy = node.args[-1]
    elif isinstance(node, ast.Tuple) and len(node.elts) == 2:
        first, remedy = node.elts
        remedy = remedy if isinstance(first, ast.Call | ast.Attribute) else None
    for call in ast.walk(remedy) if remedy else ():
        if isinstance(call, ast.Call) and getattr(call.func, "id", "") == "_":
            assert isinstance(call.args[0], ast.Constant)
            yield str(call.args[0].value)


def test_messages_and_remedies_are_told_apart() -> None:
    assert len(told()) > 90
    assert "“{value}” is not a date." in told()
    assert "Write year, month and day: {example}" not in told()


def test_no_example_stands_without_its_file() -> None:
    assert len(examples("markdown")) >= 6
    assert len(examples("yaml")) >= 3
    assert len(examples("markdown")) == TEXT.count("```markdown")
    assert len(examples("yaml")) == TEXT.count("```yaml")


def test_the_examples_are_pages_of_the_real_site_without_a_word_against_them(
    tmp_path: Path,
) -> None:
    world = World(tmp_path)
    shutil.rmtree(world.content)
    shutil.copytree(ROOT / "content", world.content)
    names = []
    for name, text in examples("markdown"):
        names.append(name.removeprefix("content/"))
        path = world.write(names[-1], text)
        for picture in re.findall(r"file: (\S+)", text):
            path.with_name(picture).write_bytes(encoded(Image.new("RGB", (900, 600)), "JPEG"))
    problems = world.problems(drafts=True, today="2026-06-20")
    told = [problem for problem in problems if problem.file in names]
    assert [problem.text(german) for problem in told] == []
    outcome = world.load(drafts=True)
    assert outcome.site is not None
    assert set(names) <= set(outcome.site.documents)


@pytest.mark.parametrize(("name", "text"), examples("yaml"))
def test_an_example_of_data_has_keys_that_there_are(name: str, text: str) -> None:
    yaml = parse(text)
    assert yaml.errors == []
    known = set(_SCHEMAS[Path(name).name].model_fields)
    assert all(
        set(one) <= known for one in (yaml.data if isinstance(yaml.data, list) else [yaml.data])
    )


def test_every_kind_of_file_to_download_is_listed_with_its_limit() -> None:
    rows = re.findall(r"^\| ([A-Z0-9, ]+) \| \S[^|]{20,} \| (\d+) MB \|$", TEXT, re.M)
    listed = {name: int(limit) for names, limit in rows for name in names.split(", ")}
    assert listed == {kind.name: kind.limit // 10**6 for kind in ATTACHMENTS}


def test_every_command_exists() -> None:
    assert {"new", "serve", "check"} <= {line.split()[0] for line in commands_in(TEXT)}
    assert list(wrong_commands(TEXT)) == []


def test_every_rule_is_listed_with_its_weight_and_a_reason() -> None:
    listed = dict(re.findall(r"^\| ([^|]+) \| (Fehler|offen|Warnung|Hinweis) \| \S", TEXT, re.M))
    expected = {rule.title.text(german): _WEIGHTS[rule.severity] for rule in RULES.values()}
    assert listed == expected


def test_every_link_leads_somewhere() -> None:
    headings = re.findall(r"^#+ (.+)$", TEXT, re.M)
    # As GitHub makes them.
    places = {re.sub(r"[^\w -]", "", text.lower()).replace(" ", "-") for text in headings}
    assert set(re.findall(r"(?<!`)\[[^\]]+\]\(#([^)]+)\)", TEXT)) <= places
    pictures = re.findall(r"!\[([^\]]+)\]\((bilder/[^)]+)\)", TEXT)
    assert len(pictures) >= 5
    for alt, path in pictures:
        assert len(alt) > 20
        assert (ROOT / "docs" / path).stat().st_size < 150_000


def test_every_message_is_explained() -> None:
    """A row of the last chapter for each; in its first column the words that staff see."""
    chapter = TEXT.split("\n## Was die Meldungen bedeuten\n")[1]
    explained = set(re.findall(r"^\| ([^|]+?) \| \S.{15,} \|$", chapter, re.M))
    assert {as_written(message) for message in told()} - explained == set()


def test_the_messages_that_are_explained_are_those_there_are() -> None:
    chapter = TEXT.split("\n## Was die Meldungen bedeuten\n")[1]
    rows = set(re.findall(r"^\| (?!Meldung|---)([^|]+?) \|", chapter, re.M))
    assert rows - {as_written(message) for message in told()} == set()


def test_the_handbook_calls_keys_what_the_editor_calls_them() -> None:
    form = Form(Choices(), german)
    rows = re.search(r"\| in der Datei \| in der Redaktion \|\n.*?\n\n", TEXT, re.S)
    assert rows is not None
    found = re.findall(r"^\| (`.*?) \| (.*?) \|$", rows[0], re.M)
    assert len(found) > 3
    labels = {
        name: form.label(mapping.schema, name)
        for schema in (
            GalleryEntry,
            Person,
            Question,
            NewsItem,
            Job,
            Offer,
            PictureNote,
            Fact,
            Location,
            Pause,
            Slot,
        )
        for mapping in [parts_of(schema)]
        for name in mapping.keys
    }
    for keys, words in found:
        assert [labels[key] for key in re.findall(r"`(\w+)`", keys)] == words.split(", ")


@pytest.mark.needs("file format")
def test_what_the_handbook_tells_to_press_is_called_so_in_the_editor() -> None:
    start = TEXT.index("## Die erste Nachricht")
    chapter = TEXT[start : TEXT.index("## Ohne die Redaktion")]
    hints = re.findall(r"^\*\*In der Redaktion:\*\*.*?\n\n", TEXT, re.M | re.S)
    assert len(hints) > 10
    chapter += "".join(hints)
    told = {" ".join(words.split()) for words in re.findall(r"(?<!\*)\*([^*]+?)\*(?!\*)", chapter)}
    page = ROOT / "schaukasten/browser_editor/page"
    theirs = page / "node_modules/@sveltia/cms/locales/de.json"
    files = (page / "words/de.json", page / "locales/de.json", theirs)
    known = "\n".join(path.read_text("utf-8") for path in files)
    made = configuration(layout(), Choices(folders={"verein": "Der Verein"}), german, "content")
    known += json.dumps(made, ensure_ascii=False)
    # Put together of a name and a verb.
    singulars = ("Großes Bild", "Bild", "Thema", "Zeit", "Ausfall", "Verlegung", "Zusatztag")
    known += " ".join(f"{one} hinzufügen" for one in singulars if one in known)
    assert len(told) > 15
    assert {words for words in told if words not in known} == set()
