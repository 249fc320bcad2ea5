"""Two thousand random schedules, other ones in every run: do calendar programs read our times?

What `tests/model/agenda/test_oracle.py` holds for some must hold for all of them, in zones on
both halves of the earth: the times that we show are those that other programs find in our file.
"""

from __future__ import annotations

import sys
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import ExitStack
from zoneinfo import ZoneInfo

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from schaukasten.model.time.slot import Slot
from schaukasten.model.time.stretch import MIDNIGHT, is_overnight
from tests import parts
from tests.model.agenda.readers import OTHERS, OWN, reader
from tests.model.agenda.test_oracle import ours, theirs
from tests.model.time.schedules import slots

EXAMPLES = 2_000
ZONES = ("Europe/Berlin", "America/New_York", "Australia/Sydney", "Asia/Kolkata")
#: So many schedules that differ are shown.
_SHOWN = 5


def forms(slot: Slot) -> Iterator[str]:
    """Yield what occurs in a schedule."""
    rhythm = slot.rhythm
    if not slot.recurs:
        yield "single days"
    elif rhythm.positions:
        yield "so many-th weekday in the month"
    elif rhythm.month_days:
        yield "day of the month"
    else:
        yield "every week" if rhythm.is_every_week else "every so many weeks"
    for name, is_there in {
        "last of the month": min([*rhythm.positions, *rhythm.month_days], default=1) < 0,
        "the 29th to 31st": max(rhythm.month_days, default=0) > 28,
        "every so many months": rhythm.is_monthly and rhythm.interval > 1,
        "in some months": rhythm.months,
        "past midnight": is_overnight(slot.start, slot.end) and slot.end != MIDNIGHT,
        "until 24:00": slot.end == MIDNIGHT,
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
    differing: dict[str, list[str]] = {}
    occurrences = 0

    names = [OWN, *(name for name in OTHERS if parts.PARTS[name]())]
    with ExitStack() as opened:
        readers = [opened.enter_context(reader(name)) for name in names]

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
            shown = ours([slot], zone)
            occurrences += len(shown)
            zones[name] += 1
            counts.update(forms(slot))
            for one, read in zip(names, theirs([slot], zone, *readers), strict=True):
                if shown != read:
                    differing.setdefault(one, []).append(f"{name}: {slot!r}")

        begin = time.perf_counter()
        compare()
        seconds = time.perf_counter() - begin
    print(
        f"schedules: {sum(zones.values())} random ones in {seconds:.0f} s, "
        f"{occurrences} occurrences; schedules that a calendar program reads otherwise: "
        + ", ".join(f"{name} {len(differing.get(name, []))}" for name in names)
    )
    for kind in (counts, zones):
        print("  " + ", ".join(f"{name} {count}" for name, count in kind.most_common()))
    for name, lines in differing.items():
        for line in lines[:_SHOWN]:
            print(f"  {name}: {line}")
    # Of a reader that is not here nobody can say that it reads the same.
    if absent := sorted({*OTHERS} - {*names}):
        print(f"  missing: {', '.join(absent)} (python tests/parts.py)")
    if differing or absent:
        sys.exit(1)


if __name__ == "__main__":
    main()
