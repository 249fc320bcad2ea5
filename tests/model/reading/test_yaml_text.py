import subprocess
import sys
from unittest import mock

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from ruamel.yaml.error import YAMLError

from schaukasten.model.reading import yaml_nodes
from schaukasten.model.reading.problem import Place
from schaukasten.model.reading.yaml_text import parse
from tests.worlds import ROOT, german


def errors(text: str, first_line: int = 1) -> list[tuple[int, str]]:
    return [(at.line, error.what.text(german)) for at, error in parse(text, first_line).errors]


def whole(text: str) -> tuple[object, ...]:
    read = parse(text)
    told = [(at, error.what.text(german), error.remedy.text(german)) for at, error in read.errors]
    return read.data, read.places, read.keys, told


@pytest.mark.parametrize(
    "written",
    "18:00 01067 no nein false ja on 1e3 0x10 1_000 .5 2026-06-10 10.06.2026 <<".split(),
)
def test_a_value_stays_the_text_that_was_written(written):
    assert parse(f"key: {written}").data == {"key": written}


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("", None),
        ("~", None),
        ("null", None),
        ('""', ""),
        ('"null"', "null"),
        ("'~'", "~"),
        ("Text # Kommentar", "Text"),
        ("[a, b]", ["a", "b"]),
        ("{a: b}", {"a": "b"}),
        ("{von: 9:30}", {"von": "9:30"}),
        ("|\n  eins\n  zwei", "eins\nzwei"),
    ],
)
def test_only_an_unquoted_empty_value_is_none(written, value):
    result = parse(f"key: {written}")
    assert (result.data, result.errors) == ({"key": value}, [])


#: What stands within brackets, and what is around it.
PIECES = [
    *"{}[],:#|?~'\" \nü\ue000",
    *(", ", ": ", "- ", "&a ", "*a", "!!str "),
    *("von", "9:30", "https://a.de/b", "mailto:x@a.de"),
]


@given(st.lists(st.sampled_from(PIECES), max_size=12).map("".join), st.sampled_from("{}[]"))
@example("von: 9:30, bis: 10:00", "}")
@example("von:9:30", "}")
@example("9:30, https://a.de:80/b, \u00fc:1", "]")
@example("!<tag:yaml.org,2002:str> 1:2", "]")
@example("a: &b:c 1:2, d: *b:c", "}")
@example('a: \'1:2\', "b":1, "c": "1:2"', "}")
@example("\ue0001:2", "]")
@example('9:30, "\\ue000"', "]")
@example("a: #c\n, b: 9:30", "}")
@example("9:30, a: #c\n", "]")
@example("9:30\t", "]")
@example("9:30, \n\u2028b", "]")
def test_a_colon_within_brackets_is_what_the_slow_parser_takes_it_for(between, closed):
    text = f"a: {'{' if closed in '{}' else '['}{between}{closed}\nb: 1:2\n"
    read = whole(text)
    with mock.patch.object(yaml_nodes, "_composed_with_colons", side_effect=YAMLError):
        assert whole(text) == read


@pytest.mark.parametrize(
    "written",
    [
        "{wochentag: Mittwoch, von: 9:30, bis: 11:00}",
        "[https://a.de/b, mailto:x@a.de]",
        "{von:9:30}",
    ],
)
def test_for_an_ordinary_time_or_address_within_brackets_nobody_waits(written):
    with mock.patch.object(yaml_nodes, "YAML") as slow:
        assert parse(f"- {written}\n").errors == []
    assert not slow.mock_calls


def test_an_empty_text_has_no_data_and_no_error():
    assert (parse("").data, parse("# Kommentar\n").errors) == (None, [])


def test_every_value_and_every_key_knows_its_place_in_the_file():
    read = parse("title: a\nimage:\n  file: b c # d\n\ntags:\n  - c\n  - d\n", first_line=2)
    assert read.places == {
        (): Place(2),
        ("title",): Place(2, (7, 8)),
        ("image",): Place(3, (0, 5)),
        ("image", "file"): Place(4, (8, 11)),
        ("tags",): Place(6, (0, 4)),
        ("tags", 0): Place(7, (4, 5)),
        ("tags", 1): Place(8, (4, 5)),
    }
    assert read.keys == {
        ("title",): Place(2, (0, 5)),
        ("image",): Place(3, (0, 5)),
        ("image", "file"): Place(4, (2, 6)),
        ("tags",): Place(6, (0, 4)),
    }


def test_of_a_key_that_is_not_there_no_other_word_of_the_line_is_the_place():
    read = parse("image: {file: a.jpg}\nregister: VR 1\n")
    assert read.place_of(("image", "alt")) == Place(1)
    assert read.place_of(("register", "value")) == Place(2, (10, 14))


def test_what_is_not_there_has_the_line_of_the_nearest_key_around_it():
    result = parse("a: b\nimage:\n  file: c\n", first_line=5)
    assert result.line_of(("image", "alt")) == 6
    assert result.line_of(("missing", 3)) == 5


@pytest.mark.parametrize(
    ("text", "line", "what"),
    [
        ("a: x\nb: y: z\n", 2, "Mitten in diesem Wert steht ein Doppelpunkt."),
        ("a:\n\tb: x\n", 2, "In dieser Zeile steht ein Tabulator."),
        ("a: x\n\tb: y\n", 2, "In dieser Zeile steht ein Tabulator."),
        ("a: x\nb:\ty: z\n", 2, "In dieser Zeile steht ein Tabulator."),
        ("a:x\nb: y\n", 1, "Hinter dem Doppelpunkt fehlt ein Leerzeichen."),
        ("a: x\nb:y\nc: z\n", 2, "Hinter dem Doppelpunkt fehlt ein Leerzeichen."),
        ("a: „Neu: b“\n", 1, "YAML kennt nur gerade Anführungszeichen."),
        ("a: x\nb: @y\n", 2, "Mit diesem Zeichen darf kein Wert anfangen"),
        ('a: x\nb: "y\nc: z\n', 2, "Hier beginnt ein Anführungszeichen, das nirgends endet."),
        ("a: x\nb: 'y\nc: z\n", 2, "Hier beginnt ein Anführungszeichen, das nirgends endet."),
        ("a: x\nnurtext\nb: y\n", 2, "In dieser Zeile fehlt der Doppelpunkt"),
        ("a: x\nb:\n   c: y\n  d: z\n", 4, "Diese Zeile ist anders eingerückt"),
        ("a: x\nb: y\na: z\n", 3, "„a“ steht zweimal an derselben Stelle."),
        ("a:\n  b: x\n  b: y\n", 3, "„b“ steht zweimal an derselben Stelle."),
        ("a: &x y\nb: *x\n", 2, "YAML-Verweise (*)"),
        ("a: {von: 9:30, bis: 10:00}\nb: @y\n", 2, "Mit diesem Zeichen darf kein Wert anfangen"),
        ("a: x\nb: *nirgends\n", 2, "Mit diesem Zeichen darf kein Wert anfangen"),
        ("a: x\nb: !python/object y\n", 2, "YAML-Verweise (*), -Tags (!)"),
        ("a: x\nb: !!binary eA==\n", 2, "YAML-Verweise (*), -Tags (!)"),
        ("a: x\n---\nb: y\n", 2, "Das ist kein gültiges YAML."),
        ('a: x\nb: "\\UFFFFFFFF"\n', 2, "Ein umgekehrter Schrägstrich verschluckt"),
        ("a: x\nb: " + "[a: " * 30_000, 2, "Das ist kein gültiges YAML."),
        ("a: x\nb: " + "{a: " * 30_000, 2, "Das ist kein gültiges YAML."),
        ("a: x\nb: y\x08\n", 2, "Das ist kein gültiges YAML."),
        ("a: x\n? [b, c]\n: y\n", 2, "Das ist kein gültiges YAML."),
        ("a: " + "[" * 25 + "]" * 25, 1, "YAML-Verweise (*), -Tags (!) und tiefe Verschachtelung"),
    ],
)
def test_a_slip_is_named_on_the_line_where_it_was_made(text, line, what):
    found = errors(text)
    assert [at for at, _ in found] == [line]
    assert found[0][1].startswith(what)


def test_the_line_of_a_slip_counts_from_the_beginning_of_the_file():
    assert errors("a: x\nb: y: z\n", first_line=2)[0][0] == 3


def test_all_double_keys_and_aliases_of_a_text_are_found_at_once():
    assert [line for line, _ in errors("a: &x y\na: z\nb: *x\nc: !t u\n")] == [2, 3, 4]


def test_an_anchor_that_stands_twice_prints_nothing(recwarn):
    assert parse("a: &x y\nb: &x z\nc: *x\n").errors
    assert list(recwarn) == []


def test_an_alias_bomb_stays_small():
    bomb = "a0: &a0 [x, x]\n" + "".join(
        f"a{i}: &a{i} [{', '.join([f'*a{i - 1}'] * 9)}]\n" for i in range(1, 20)
    )
    result = parse(bomb)
    assert result.errors
    assert len(str(result.data)) < 10_000


def test_a_text_of_nothing_but_brackets_does_not_keep_the_build_waiting():
    # In a process of its own: deep nesting can exhaust the stack of a parser written in C.
    code = (
        "from schaukasten.model.reading.yaml_text import parse; "
        "print(len(parse('[' * 60_000).errors))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, timeout=4
    )
    assert (done.returncode, done.stdout) == (0, "1\n")
