"""Two processes share the work: the same results, whatever becomes of the second."""

from __future__ import annotations

import contextlib
import os
import signal
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from schaukasten.kept import halves
from schaukasten.kept import shelf as shelf_module
from schaukasten.kept.halves import WORTH, Copy, in_halves
from schaukasten.kept.shelf import Shelf
from schaukasten.kept.work import KEEP, made

THINGS = list(range(WORTH + 5))
MINE = os.getpid()

needs_fork = pytest.mark.skipif(not hasattr(os, "fork"), reason="no copies of a process here")


@pytest.fixture
def two(monkeypatch: pytest.MonkeyPatch) -> None:
    """As on a machine with a second processor; a worker of the tests has threads of its own."""
    monkeypatch.setattr(halves, "_may_fork", lambda: True)


def work(number: int) -> bytes:
    return b"%d" % number * (number + 1)


def is_copy(parent: int = MINE) -> bool:
    return os.getpid() != parent


@needs_fork
@pytest.mark.parametrize("count", [0, 1, WORTH - 1, WORTH, WORTH + 1, 5 * WORTH])
def test_there_is_a_result_for_each_thing_in_its_order(two: None, count: int) -> None:
    things = list(range(count))
    assert in_halves(work, things) == [work(one) for one in things]


@needs_fork
def test_a_second_process_really_does_every_second_thing(two: None) -> None:
    found = in_halves(lambda one: b"%d" % os.getpid(), THINGS)
    assert set(found[::2]) == {b"%d" % os.getpid()}
    assert len(set(found[1::2])) == 1
    assert set(found[::2]).isdisjoint(found[1::2])


@needs_fork
@pytest.mark.parametrize("how", ["killed", "raises", "ends"])
@pytest.mark.parametrize("when", [1, 21, THINGS[-2]])
def test_what_the_second_process_cannot_do_is_done_here(two: None, how: str, when: int) -> None:
    def dies(number: int) -> bytes:
        if is_copy() and number >= when:
            if how == "killed":
                os.kill(os.getpid(), signal.SIGKILL)
            if how == "ends":
                os._exit(3)
            raise ValueError(number)
        return work(number)

    assert in_halves(dies, THINGS) == [work(one) for one in THINGS]


@needs_fork
def test_a_copy_makes_no_copies(two: None) -> None:
    """They would go on when it is stopped."""

    def who(_one: object) -> bytes:
        return b"%d" % os.getpid()

    inside = in_halves(lambda _one: b" ".join(in_halves(who, THINGS)), THINGS)
    by_process = {frozenset(one.split()) for one in inside}
    here = {one for one in by_process if b"%d" % os.getpid() in one}
    assert [len(one) for one in by_process - here] == [1]
    assert {len(one) for one in here} == {2}


def test_what_goes_wrong_in_both_is_told_by_the_first(two: None) -> None:
    def fails(number: int) -> bytes:
        raise ValueError(number)

    with pytest.raises(ValueError, match="0"):
        in_halves(fails, THINGS)


@needs_fork
@pytest.mark.parametrize("mistake", [ValueError, KeyboardInterrupt])
def test_a_mistake_here_does_not_wait_for_what_the_second_wants_to_send(
    two: None, mistake: type[BaseException]
) -> None:
    """A pipe holds 64 KB; then who writes waits for who reads."""

    def fails_here(number: int) -> bytes:
        if not is_copy() and number == THINGS[-1]:
            raise mistake
        return b"x" * 100_000

    assert THINGS[-1] in THINGS[::2]
    with _no_longer_than(30), pytest.raises(mistake):
        in_halves(fails_here, THINGS)


@contextlib.contextmanager
def _no_longer_than(seconds: int) -> Iterator[None]:
    def late(_signal: int, _frame: object) -> None:
        raise TimeoutError

    before = signal.signal(signal.SIGALRM, late)
    signal.alarm(seconds)
    try:
        yield
    finally:
        signal.alarm(0)
        signal.signal(signal.SIGALRM, before)


@needs_fork
def test_much_comes_back_whole(two: None) -> None:
    found = in_halves(lambda number: b"%d" % number * 50_000, THINGS)
    assert found == [b"%d" % number * 50_000 for number in THINGS]


@needs_fork
def test_where_no_process_may_be_added_one_does_it_all(
    two: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused() -> int:
        raise BlockingIOError

    before = len(os.listdir("/proc/self/fd")) if os.path.isdir("/proc/self/fd") else 0  # noqa: PTH112, PTH208
    monkeypatch.setattr(os, "fork", refused)
    assert in_halves(work, THINGS) == [work(one) for one in THINGS]
    after = len(os.listdir("/proc/self/fd")) if before else 0  # noqa: PTH208
    assert after == before


@needs_fork
def test_where_nobody_waits_for_processes_the_results_are_the_same(two: None) -> None:
    """As below a program that has ended interest in its children, whose children inherit that."""
    before = signal.signal(signal.SIGCHLD, signal.SIG_IGN)
    try:
        assert in_halves(work, THINGS) == [work(one) for one in THINGS]
    finally:
        signal.signal(signal.SIGCHLD, before)


@pytest.mark.parametrize("lack", ["processor", "fork"])
def test_without_a_second_processor_or_without_copies_one_does_it_all(
    monkeypatch: pytest.MonkeyPatch, lack: str
) -> None:
    monkeypatch.setattr(threading, "active_count", lambda: 1)
    monkeypatch.setattr(os, "sched_getaffinity", lambda _process: {0, 1}, raising=False)
    if lack == "processor":
        monkeypatch.setattr(os, "sched_getaffinity", lambda _process: {0})
    else:
        monkeypatch.delattr(os, "fork", raising=False)
    here = b"%d" % os.getpid()
    assert set(in_halves(lambda _one: b"%d" % os.getpid(), THINGS)) == {here}


def test_beside_another_thread_there_is_no_copy(monkeypatch: pytest.MonkeyPatch) -> None:
    """A lock that it holds would never be free in the copy."""
    monkeypatch.setattr(os, "sched_getaffinity", lambda _process: {0, 1}, raising=False)
    end = threading.Event()
    thread = threading.Thread(target=end.wait)
    thread.start()
    try:
        here = b"%d" % os.getpid()
        assert set(in_halves(lambda _one: b"%d" % os.getpid(), THINGS)) == {here}
    finally:
        end.set()
        thread.join()


@needs_fork
@pytest.mark.parametrize("sends", [1, 100_000])
def test_a_copy_that_is_stopped_is_gone_at_once(two: None, sends: int) -> None:
    def slow(seconds: int) -> bytes:
        time.sleep(seconds)
        return b"x" * sends

    copy = Copy.at(slow, [0, 60])
    assert copy
    assert not copy.ends_within(0.01)
    with _no_longer_than(30):
        copy.stop()
    with pytest.raises(ProcessLookupError):
        os.kill(copy._process, 0)


@needs_fork
def test_a_copy_that_has_ended_is_not_killed(two: None, monkeypatch: pytest.MonkeyPatch) -> None:
    """Its number may be another one's by then."""
    copy = Copy.at(work, [1])
    assert copy
    assert copy.ends_within(30)
    monkeypatch.setattr(os, "kill", lambda *_arguments: pytest.fail("somebody was killed"))
    copy.stop()


@needs_fork
def test_what_a_copy_keeps_is_there_for_others_at_once(two: None, tmp_path: Path) -> None:
    shelf = Shelf(tmp_path)
    shelf.put("a", b"1")
    assert shelf.get("b") is None

    def keep(number: int) -> bytes:
        shelf.put("b", b"%d" % number)
        return shelf.get("a") or b""

    copy = Copy.at(keep, [2])
    assert copy
    with copy:
        # What was not written yet a copy knows all the same.
        assert copy.results() == [b"1"]
        assert shelf.get("b") == b"2"
        other = Shelf(tmp_path)
        assert other.get("b") == b"2"
        other.close()
    shelf.close()
    last = Shelf(tmp_path)
    assert last.get_all(["a", "b"]) == {"a": b"1", "b": b"2"}
    last.close()


@needs_fork
@pytest.mark.parametrize("makes", ["all", "half", "nothing"])
def test_what_another_process_is_making_is_not_made_twice(
    two: None, tmp_path: Path, makes: str
) -> None:
    shelf = Shelf(tmp_path)
    keys = {number: f"k{number}" for number in range(4)}
    wanted = {"all": 4, "half": 2, "nothing": 0}[makes]

    def ahead(number: int) -> bytes:
        time.sleep(0.05)
        if number < wanted:
            shelf.put(keys[number], b"theirs")
        return b""

    shelf.filled_by = Copy.at(ahead, list(keys))
    assert shelf.filled_by
    with shelf.filled_by:
        found = made(shelf, keys, lambda _one: KEEP + b"mine", lambda _one, raw: raw)
    assert found == {one: b"theirs" if one < wanted else b"mine" for one in keys}
    shelf.close()


@needs_fork
def test_a_copy_that_hangs_holds_up_nobody(
    two: None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(shelf_module, "_PATIENCE", 0.1)
    shelf = Shelf(tmp_path)
    copy = Copy.at(lambda _one: time.sleep(60) or b"", [1])
    assert copy
    shelf.filled_by = copy
    with _no_longer_than(30):
        found = made(shelf, {1: "k"}, lambda _one: KEEP + b"mine", lambda _one, raw: raw)
        copy.stop()
    assert found == {1: b"mine"}
    shelf.close()
