import pytest

from schaukasten.model.kinds.page import TEMPLATES, Page
from schaukasten.model.reading.schema import read
from schaukasten.model.reading.yaml_text import parse
from tests.worlds import ROOT, german


@pytest.mark.parametrize(
    ("written", "template"),
    [("", "page"), ("template: Kontakt", "contact"), ("template: impressum", "imprint")],
)
def test_a_page_names_its_template_in_german(written, template):
    page, problems = read(Page, parse(f"title: A\n{written}"), "f")
    assert problems == []
    assert page is not None
    assert page.template == template


def test_an_unknown_template_is_refused_with_all_there_are():
    problems = read(Page, parse("title: A\ntemplate: contact\n"), "f")[1]
    assert [problem.text(german) for problem in problems] == [
        "f:2: template: „contact“ ist keiner der möglichen Werte. Möglich sind: "
        f"{', '.join(TEMPLATES)}."
    ]


@pytest.mark.parametrize("template", TEMPLATES.values())
def test_every_template_that_a_page_may_name_is_in_the_theme(template):
    assert (ROOT / "theme" / "templates" / f"{template}.html").is_file()
