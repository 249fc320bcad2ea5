"""After any series of edits each build is as a clean one.

`benchmarks/second_build.py` does the same with hundreds of other series.
"""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.site.edits.every import EDITS, SITES, Step, differing, project_of

steps = st.lists(
    st.tuples(st.sampled_from(sorted(EDITS)), st.integers(0, 999)), min_size=2, max_size=4
)


@pytest.mark.whole
@pytest.mark.parametrize("site", SITES)
def test_any_series_of_edits(
    tmp_path_factory: pytest.TempPathFactory, kept: Path, site: str
) -> None:
    folder = tmp_path_factory.mktemp(site) / "project"

    @settings(
        max_examples=3 if site in ("minimal", "bare") else 1,
        deadline=None,
        # The same series in every run: new ones are looked for by the benchmark.
        derandomize=True,
        database=None,
        suppress_health_check=list(HealthCheck),
    )
    @given(series=steps)
    def hold(series: list[Step]) -> None:
        shutil.rmtree(folder, ignore_errors=True)
        assert list(differing(project_of(site, folder, kept), series)) == []

    hold()
