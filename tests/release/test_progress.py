"""What is seen of a run: a bar on a terminal, plain lines in a log."""

from __future__ import annotations

import contextlib
import io
import os
import threading

import pytest

from schaukasten.language.messages import _
from schaukasten.release.progress import Progress
from tests.worlds import german


def plain(pause: float) -> tuple[Progress, io.StringIO]:
    stream = io.StringIO()
    return Progress(stream, german, "de", bars=False, pause=pause), stream


def test_a_log_gets_one_line_for_a_quick_step() -> None:
    progress, stream = plain(pause=60)
    with progress.step(_("Sending"), 3000, 24_576_000) as step:
        for _number in range(3000):
            step(8192)
    assert stream.getvalue() == "Senden: 3.000, 24,6 MB\n"


def test_a_log_of_a_slow_step_says_how_far_it_is() -> None:
    progress, stream = plain(pause=0)
    with progress.step(_("Sending"), 2, 2_000_000) as step:
        step(500_000)
        step(1_500_000)
    first, second, *rest = stream.getvalue().splitlines()
    assert first == "Senden: 2, 2 MB"
    assert second.startswith("  1 von 2, 500 KB von 2 MB, ")
    assert second.endswith(" s")
    assert "/s, noch " in second
    assert rest == []


def test_steps_without_bytes_count_files() -> None:
    progress, stream = plain(pause=0)
    with progress.step(_("Deleting"), 3) as step:
        step(0)
        step(0)
        step(0)
    assert stream.getvalue() == "Löschen: 3\n  1 von 3\n  2 von 3\n"


def test_several_threads_count_right() -> None:
    progress, stream = plain(pause=0)
    with progress.step(_("Deleting"), 401) as step:
        threads = [
            threading.Thread(target=lambda: [step(0) for _number in range(50)]) for _n in range(8)
        ]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
    assert "400 von 401" in stream.getvalue()


def test_a_terminal_gets_a_bar_with_files_bytes_rate_and_time(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    pty = pytest.importorskip("pty", reason="Windows has no pseudo-terminals")
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.setenv("COLUMNS", "120")
    master, slave = pty.openpty()
    with os.fdopen(slave, "w", encoding="utf-8") as stream:
        progress = Progress(stream, german, "de", bars=True)
        with progress.step(_("Sending"), 2, 2_000_000) as step:
            step(500_000)
            step(1_500_000)
    shown = _all_of(master)
    assert "Senden" in shown
    assert "2/2" in shown
    assert "2.0/2.0 MB" in shown
    assert "━" in shown
    assert "0:00:0" in shown
    assert "MB/s" in shown or "?" in shown


def _all_of(master: int) -> str:
    """What a closed pseudo-terminal holds: a single read returns one write's part of it."""
    shown = b""
    # Linux ends a terminal without a writer with EIO, other systems with an empty read.
    with os.fdopen(master, "rb", buffering=0) as terminal, contextlib.suppress(OSError):
        while part := terminal.read(65_536):
            shown += part
    return shown.decode()


def test_amounts_are_said_as_people_say_them() -> None:
    german_one, _stream = plain(0)
    assert [german_one.amount(size) for size in (0, 999, 1000, 1234, 999_999, 12_345_678)] == [
        "0 B",
        "999 B",
        "1 KB",
        "1,2 KB",
        "1.000 KB",
        "12,3 MB",
    ]
    assert Progress(io.StringIO(), german, "en", bars=False).amount(1234) == "1.2 KB"
