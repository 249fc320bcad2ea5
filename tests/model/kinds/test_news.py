import datetime as dt

import pytest

from schaukasten.model.kinds.news import NewsItem
from schaukasten.model.reading.schema import read
from schaukasten.model.reading.yaml_text import parse
from tests.worlds import german


def news(head: str = "") -> NewsItem:
    text = f"title: Fest\ndate: 2026-11-22\nsummary: Ein Fest.\n{head}"
    found, problems = read(NewsItem, parse(text), "f")
    assert found is not None, [problem.text(german) for problem in problems]
    return found


@pytest.mark.parametrize(
    ("today", "published"), [("2026-11-21", False), ("2026-11-22", True), ("2036-11-22", True)]
)
def test_news_wait_for_their_day_and_stay_for_good(today, published):
    assert news().is_published(dt.date.fromisoformat(today)) is published


@pytest.mark.parametrize("head", ["status: Entwurf", "publish_from: 2026-12-01"])
def test_news_of_today_may_wait_longer(head):
    assert not news(head).is_published(dt.date(2026, 11, 22))


@pytest.mark.parametrize(
    ("head", "day"), [("", dt.date(2026, 11, 22)), ("updated: 2026-12-01", dt.date(2026, 12, 1))]
)
def test_news_changed_last_when_they_were_updated_or_else_on_their_day(head, day):
    assert news(head).last_changed == day


@pytest.mark.parametrize(
    ("head", "tags"),
    [("", []), ("tags: Garten", ["Garten"]), ("tags: [Garten, no]", ["Garten", "no"])],
)
def test_tags_are_texts(head, tags):
    assert news(head).tags == tags


@pytest.mark.parametrize("key", ["title", "date", "summary"])
def test_news_need_a_title_a_date_and_a_summary(key):
    head = {"title": "Fest", "date": "2026-11-22", "summary": "Ein Fest."}
    text = "\n".join(f"{name}: {value}" for name, value in head.items() if name != key)
    [problem] = read(NewsItem, parse(text, 2), "f")[1]
    expected = f"f:2: Es fehlt „{key}“. Schreiben Sie zum Beispiel: {key}: "
    assert problem.text(german).startswith(expected)
