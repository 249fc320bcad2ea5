"""Random files: the model makes a harmless page of each, or says what is wrong with it."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings

from tests.hostile.examination import Examination, not_allowed
from tests.hostile.strategies import files


@pytest.fixture(scope="module")
def examination(tmp_path_factory: pytest.TempPathFactory) -> Examination:
    return Examination(tmp_path_factory.mktemp("random"))


@settings(
    max_examples=300,
    deadline=None,
    # The same files in every run: a new one that breaks something is looked for by the benchmark.
    derandomize=True,
    database=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
@given(raw=files)
def test_whatever_a_file_holds_it_is_a_harmless_page_or_has_problems_on_its_lines(
    examination: Examination, raw: bytes
) -> None:
    examination.is_page(raw)


@pytest.mark.parametrize(
    "html",
    [
        "<p onclick='x'>a</p>",
        "<script>x</script>",
        "<p style='x'>a</p>",
        "<p class='fremd'>a</p>",
        "<a href='javascript:x'>a</a>",
        "<a href='ftp://x'>a</a>",
        "<img src='https://evil.example/x.png'>",
        "<blink>a</blink>",
    ],
)
def test_the_examination_sees_what_may_not_be_there(html: str) -> None:
    assert not_allowed(html)
