"""Addresses and mail boxes in running text."""

import pytest

from tests.model.text.rendering import rendered


@pytest.mark.parametrize(
    ("typed", "href"),
    [
        ("Er nannte „https://example.org/a“.", "https://example.org/a"),
        ("Siehe »https://example.org/a«", "https://example.org/a"),
        ("Web:https://example.org/a", "https://example.org/a"),
        ("Https://example.org/", "Https://example.org/"),
        ("WWW.example.org", "http://WWW.example.org"),
        ("(www.example.org)", "http://www.example.org"),
        ("www.example.org/a_(b)", "http://www.example.org/a_(b)"),
        ("https://example.org/a…", "https://example.org/a"),
        ("https://example.org/\u200b", "https://example.org/"),
        ("https://example.org/a__b__c", "https://example.org/a__b__c"),
        ("E-Mail:post@example.org", "mailto:post@example.org"),
        ("„post@example.org“", "mailto:post@example.org"),
        ("erika_beispiel@example.org", "mailto:erika_beispiel@example.org"),
        ("mailto:post@example.org", "mailto:post@example.org"),
        ("post+garten@example.org.", "mailto:post+garten@example.org"),
    ],
)
def test_an_address_is_a_link_whatever_stands_around_it(world, typed, href):
    html, problems = rendered(world, typed)
    assert f'<a href="{href}">' in html
    assert html.count("<a ") == 1
    assert problems == []


@pytest.mark.parametrize(
    "typed",
    [
        "foo@bar.example.org-",
        "5@3.4",
        "@verein",
        "www.",
        "www.x",
        "https://",
        "example.org",
        "awww.example.org.de",
        "`https://example.org/`",
        "post(at)example.org",
    ],
)
def test_what_is_no_address_stays_text(world, typed):
    html, problems = rendered(world, f"Hier: {typed}")
    assert "<a " not in html
    assert problems == []


def test_an_address_in_a_link_makes_no_second_one(world):
    html, _ = rendered(world, "[Mehr auf www.example.org](https://example.org/) und **www.x.org**")
    assert html.count("<a ") == 2
