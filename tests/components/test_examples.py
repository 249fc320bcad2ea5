"""Every component: it has examples, and no argument may be forgotten; HTML: site/test_html.py."""

from __future__ import annotations

import pytest
from jinja2 import Environment, nodes
from jinja2.exceptions import UndefinedError
from lxml import html

from tests.components.examples import COMPONENTS, calls, environment, examples, words
from tests.worlds import ROOT, THEME

ENV = environment()
EXAMPLES = [example for component in COMPONENTS for example in examples(ENV, component)]
TEMPLATES = sorted(
    path.relative_to(THEME / "templates").as_posix()
    for path in (THEME / "templates").rglob("*.html")
)


def macros(component: str) -> dict[str, list[str]]:
    """Each macro of a component that others may call, with the arguments that it insists on."""
    source = (THEME / "templates" / "components" / f"{component}.html").read_text("utf-8")
    return {
        macro.name: [
            argument.name for argument in macro.args[: len(macro.args) - len(macro.defaults)]
        ]
        for macro in ENV.parse(source).find_all(nodes.Macro)
    }


def test_every_component_has_examples() -> None:
    names = {path.stem for path in (THEME / "templates" / "components").glob("*.html")}
    assert names == set(COMPONENTS)


def test_every_approved_picture_belongs_to_a_component() -> None:
    approved = ROOT / "tests" / "browser" / "approved"
    assert {path.stem for path in approved.glob("*.png")} == set(COMPONENTS)


@pytest.mark.parametrize("component", COMPONENTS)
def test_every_macro_of_a_component_is_shown(component: str) -> None:
    shown = {call.node.name for call in calls(ENV, f"examples/{component}.html")}
    assert set(macros(component)) <= shown


@pytest.mark.parametrize("component", COMPONENTS)
def test_the_examples_of_a_component_have_names_of_their_own(component: str) -> None:
    names = [example.name for example in examples(ENV, component)]
    assert names
    assert len(names) == len(set(names))


@pytest.mark.parametrize("file", TEMPLATES)
def test_components_are_called_with_named_arguments(file: str) -> None:
    for call in calls(ENV, file):
        assert not call.args, f"{file}:{call.lineno}: {call.node.name}"


@pytest.mark.parametrize("language", ["de", "ar"])
@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example.id)
def test_an_example_shows_something_and_leaves_no_gap(example, language: str) -> None:
    text = example.html(language)
    element = html.fragment_fromstring(text, create_parent=True)
    assert element.text_content().strip() or element.xpath(".//img")
    assert "None" not in text
    assert "Undefined" not in text
    assert not element.xpath(".//*[@class='' or @href='' or @id='']")


def without(component: str, name: str, argument: str) -> list[str]:
    """Render the examples with one argument of one macro left out; returns the errors."""
    env = Environment.overlay(ENV)
    source = (THEME / "templates" / "examples" / f"{component}.html").read_text("utf-8")
    tree = env.parse(source)
    for call in tree.find_all(nodes.Call):
        if isinstance(call.node, nodes.Name) and call.node.name == name:
            call.kwargs = [pair for pair in call.kwargs if pair.key != argument]
    found: list[str] = []

    def example(name: str, caller) -> str:
        try:
            caller(words("de"))
        except UndefinedError as error:
            found.append(str(error))
        return ""

    env.from_string(tree).render(example=example, base="")
    return found


@pytest.mark.parametrize(
    ("component", "name", "argument"),
    [
        pytest.param(component, name, argument, id=f"{name}({argument})")
        for component in COMPONENTS
        for name, arguments in macros(component).items()
        for argument in arguments
    ],
)
def test_a_missing_argument_is_an_error_not_an_empty_place(
    component: str, name: str, argument: str
) -> None:
    assert without(component, name, argument), f"{name} is silent without {argument}"
