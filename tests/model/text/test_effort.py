import signal
import sys
import threading

import pytest

from schaukasten.model.text import effort
from schaukasten.model.text.effort import TooMuchEffort, limited
from tests.model.text.rendering import rendered

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="nothing can be interrupted there")


@pytest.fixture(autouse=True)
def _impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(effort, "LIMIT", 0.2)


def _work_for_ever() -> None:
    while True:
        pass


def test_work_without_an_end_is_given_up_and_the_next_is_done():
    before = signal.getsignal(signal.SIGVTALRM)
    with pytest.raises(TooMuchEffort), limited(0.2):
        _work_for_ever()
    assert signal.getsignal(signal.SIGVTALRM) == before
    assert signal.getitimer(signal.ITIMER_VIRTUAL) == (0, 0)
    with limited(0.2):
        assert sum(range(10)) == 45


def test_work_beside_the_main_thread_is_done_without_a_limit():
    done: list[int] = []

    def work() -> None:
        with limited(0.2):
            done.append(sum(range(10)))

    thread = threading.Thread(target=work)
    thread.start()
    thread.join()
    assert done == [45]


@pytest.mark.parametrize(
    ("body", "what"),
    [
        ("- [ ]\n- " + "[" * 150_000, "Dieser Text lässt sich nicht in vertretbarer Zeit lesen."),
        (
            "[" * 150_000 + "\n\n<script>x</script>",
            "Dieser Text lässt sich nicht in vertretbarer Zeit lesen.",
        ),
        ("![a](" * 38_000, "Dieser Text lässt sich nicht in vertretbarer Zeit lesen."),
        ("<b>" * 2000, "In diesem Text ist etwas zu tief verschachtelt."),
    ],
    ids=["brackets", "a script below", "pictures", "tags"],
)
def test_a_text_that_is_given_up_has_an_error_and_leaves_nothing_for_the_next(world, body, what):
    html, problems = rendered(world, body)
    assert html == ""
    assert [line for line in problems if line.startswith(f"4: {what}")]
    assert rendered(world, "Text") == ("<p>Text</p>", [])


def test_many_texts_that_are_each_just_bearable_are_given_up_together(world, monkeypatch):
    monkeypatch.setattr(effort, "SITE_LIMIT", 0.1)
    monkeypatch.setattr(effort, "TEXT_SHARE", 0.0)
    monkeypatch.setattr(effort, "LEAST", 0.05)
    for number in range(8):
        world.news("[" * 4_000, slug=f"n{number}")
    given_up = [line for line in world.errors() if "nicht in vertretbarer Zeit" in line]
    assert given_up
