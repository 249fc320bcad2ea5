"""Two thousand random schedules, other ones in every run: do calendar programs read our times?

What `tests/model/agenda/test_oracle.py` holds for eighty must hold for all of them, in zones on
both halves of the earth: the times that we show are those that another program finds in our file.
"""

from __future__ import annotations

import sys
import time
from collections import Counter
from collections.abc import Iterator
from zoneinfo import ZoneInfo

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from schaukasten.model.time.slot import Slot
from tests.model.agenda.test_oracle import ours, theirs
from tests.model.time.schedules import slots

EXAMPLES = 2_000
ZONES = ("Europe/Berlin", "America/New_York", "Australia/Sydney", "Asia/Kolkata")
#: So many schedules that differ are shown.
_SHOWN = 5


def forms(slot: Slot) -> Iterator[str]:
    """Yield what occurs in a schedule."""
    if not slot.weekdays:
        yield "single days"
    elif slot.rhythm.positions:
        yield "so many-th in the month"
    else:
        yield "every week" if slot.rhythm.is_every_week else "every so many weeks"
    for name, is_there in {
        "season": slot.last,
        "exceptions": slot.pauses,
        "moves": slot.moves,
        "extras": slot.extras,
        "holidays said": slot.on_holidays is not None,
        "school holidays off": not slot.in_school_holidays,
    }.items():
        if is_there:
            yield name


def main() -> None:
    counts: Counter[str] = Counter()
    zones: Counter[str] = Counter()
    differing: list[str] = []
    occurrences = 0

    @settings(
        max_examples=EXAMPLES,
        deadline=None,
        database=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(slot=slots(), name=st.sampled_from(ZONES))
    def compare(slot: Slot, name: str) -> None:
        nonlocal occurrences
        zone = ZoneInfo(name)
        shown, read = ours([slot], zone), theirs([slot], zone)
        occurrences += len(shown)
        zones[name] += 1
        counts.update(forms(slot))
        if shown != read:
            differing.append(f"{name}: {slot!r}")

    begin = time.perf_counter()
    compare()
    seconds = time.perf_counter() - begin
    print(
        f"schedules: {sum(zones.values())} random ones in {seconds:.0f} s, {occurrences} "
        f"occurrences, {len(differing)} schedules that a calendar program reads otherwise"
    )
    for kind in (counts, zones):
        print("  " + ", ".join(f"{name} {count}" for name, count in kind.most_common()))
    for line in differing[:_SHOWN]:
        print(f"  {line}")
    if differing:
        sys.exit(1)


if __name__ == "__main__":
    main()
