"""Two publishers never write at once, and a dead one does not stop the living for ever."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest

from schaukasten.language.messages import Message
from schaukasten.release.lock import Lock
from schaukasten.release.targets.errors import PublishError
from schaukasten.release.transports.local import LocalTransport
from schaukasten.release.transports.refusals import cut, disk_full
from tests.release.turns import Clock, Stepwise, Turns
from tests.worlds import german


class Told(list[str]):
    def __call__(self, message: Message) -> None:
        self.append(message.text(german))


def lock(folder: Path, token: str, renewed: float = 0.05, stale: float = 0.3) -> Lock:
    return Lock(LocalTransport(), str(folder / "lock"), Told(), token, renewed, stale)


def test_the_lock_is_gone_afterwards_even_after_a_failure(tmp_path: Path) -> None:
    with lock(tmp_path, "a") as held:
        held.check()
        assert (tmp_path / "lock").is_dir()
    assert not (tmp_path / "lock").exists()
    with pytest.raises(ZeroDivisionError), lock(tmp_path, "a"):
        1 / 0  # noqa: B018
    assert not (tmp_path / "lock").exists()


def test_a_publisher_at_work_is_not_disturbed(tmp_path: Path) -> None:
    with lock(tmp_path, "a") as first:
        time.sleep(0.1)
        second = lock(tmp_path, "b", stale=30)
        with pytest.raises(PublishError) as caught, second:
            pass
        assert "Es läuft schon eine andere Veröffentlichung (" in caught.value.text(german)
        first.check()


def test_a_lock_that_nobody_renews_is_taken_over(tmp_path: Path) -> None:
    (tmp_path / "lock").mkdir()
    (tmp_path / "lock/owner.json").write_text(
        '{"token": "dead", "who": "a\\u001b[31m@b", "beat": 1}'
    )
    told = Told()
    taken = Lock(LocalTransport(), str(tmp_path / "lock"), told, "b", 0.05, 0.2)
    with taken:
        taken.check()
    assert told == [
        "Eine andere Veröffentlichung läuft oder wurde unterbrochen (a?[31m@b, ?); 0 s Wartezeit."
    ]
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("note", ["", "{", "[]", '"x"', "\xff", '{"token": 1}', "[" * 200_000])
def test_a_damaged_note_is_a_lock_all_the_same(tmp_path: Path, note: str) -> None:
    (tmp_path / "lock").mkdir()
    (tmp_path / "lock/owner.json").write_text(note, encoding="latin-1")
    with lock(tmp_path, "b") as taken:
        taken.check()


def test_a_lock_that_is_given_up_meanwhile_is_taken_at_once(tmp_path: Path) -> None:
    (tmp_path / "lock").mkdir()
    threading.Timer(0.1, (tmp_path / "lock").rmdir).start()
    start = time.monotonic()
    with lock(tmp_path, "b", stale=20):
        assert time.monotonic() - start < 10


def test_of_several_who_wait_for_a_dead_one_just_one_gets_it(tmp_path: Path) -> None:
    (tmp_path / "lock").mkdir()
    (tmp_path / "lock/owner.json").write_text('{"token": "dead"}')
    inside: list[str] = []
    most = []
    guard = threading.Lock()

    def work(token: str) -> None:
        try:
            with lock(tmp_path, token) as held:
                with guard:
                    inside.append(token)
                    most.append(len(inside))
                time.sleep(0.2)
                held.check()
                with guard:
                    inside.remove(token)
        except PublishError:
            pass

    threads = [threading.Thread(target=work, args=(f"t{n}",)) for n in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert most
    assert max(most) == 1


def test_our_own_lock_of_a_broken_line_is_ours(tmp_path: Path) -> None:
    (tmp_path / "lock").mkdir()
    (tmp_path / "lock/owner.json").write_text('{"token": "a"}')
    start = time.monotonic()
    with lock(tmp_path, "a", stale=60):
        assert time.monotonic() - start < 10


class HalfDead(LocalTransport):
    """A line of which some connections have broken."""

    def __init__(self) -> None:
        self.is_broken = False

    def breaks(self) -> None:
        self.is_broken = True
        raise cut("")

    def read(self, path: str) -> bytes | None:
        if self.is_broken:
            raise cut("")
        return super().read(path)

    def remove_folder(self, path: str) -> bool:
        if self.is_broken:
            raise cut("")
        return super().remove_folder(path)


def test_after_a_half_broken_line_nobody_waits_for_itself(tmp_path: Path) -> None:
    host, told = HalfDead(), Told()
    folder = str(tmp_path / "lock")
    with pytest.raises(PublishError), Lock(host, folder, told, "a", 5, 30):
        host.breaks()
    with Lock(LocalTransport(), folder, told, "a", 5, 30) as again:
        again.check()
    assert told == []


def test_who_lost_the_lock_notices_and_leaves_it_alone(tmp_path: Path) -> None:
    taken = threading.Event()

    class Meanwhile(LocalTransport):
        """Where the note is only read once somebody else has written theirs."""

        def read(self, path: str) -> bytes | None:
            assert taken.wait(30)
            return super().read(path)

    # With nothing stale for a minute it is the renewal that notices, not the question.
    with Lock(Meanwhile(), str(tmp_path / "lock"), Told(), "a", 0.05, 60) as held:
        (tmp_path / "lock/owner.json").write_text('{"token": "b"}')
        taken.set()
        with pytest.raises(PublishError) as caught:
            asked_for(30, held.check)
    assert "Eine andere Veröffentlichung hat übernommen" in caught.value.text(german)
    assert (tmp_path / "lock/owner.json").read_text() == '{"token": "b"}'


def asked_for(seconds: float, question: Callable[[], None]) -> None:
    """Ask again and again until it raises."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        question()
        time.sleep(0.01)


def test_who_cannot_renew_the_lock_stops_before_another_takes_it(tmp_path: Path) -> None:
    class Full(LocalTransport):
        notes = 0

        def put(self, path: str, raw: bytes) -> None:
            self.notes += 1
            if self.notes > 1:
                raise disk_full(path, "nein")
            super().put(path, raw)

    told = Told()
    with Lock(Full(), str(tmp_path / "lock"), told, "a", 0.05, 0.3) as held:
        held.check()
        time.sleep(0.2)
        with pytest.raises(PublishError) as caught:
            held.check()
        assert "kein Platz mehr" in caught.value.text(german)


def test_who_slept_and_was_not_missed_goes_on(tmp_path: Path) -> None:
    with lock(tmp_path, "a", renewed=60) as held:
        before = (tmp_path / "lock/owner.json").read_bytes()
        time.sleep(0.2)
        held.check()
        assert (tmp_path / "lock/owner.json").read_bytes() != before


def test_who_cannot_even_begin_leaves_nothing_behind(tmp_path: Path) -> None:
    class Full(LocalTransport):
        def put(self, path: str, raw: bytes) -> None:
            raise disk_full(path, "nein")

    held = Lock(Full(), str(tmp_path / "lock"), Told(), "a", 0.05, 0.3)
    with pytest.raises(PublishError) as caught, held:
        pass
    assert "kein Platz mehr" in caught.value.text(german)
    assert list(tmp_path.iterdir()) == []


def test_who_died_while_taking_over_keeps_nobody_out_for_ever(tmp_path: Path) -> None:
    class Dying(LocalTransport):
        def read(self, path: str) -> bytes | None:
            if list(tmp_path.glob("lock-*-*")):
                raise SystemExit
            return super().read(path)

        def remove_folder(self, path: str) -> bool:
            return False

    (tmp_path / "lock").mkdir()
    (tmp_path / "lock/owner.json").write_text('{"token": "dead"}')
    with (
        pytest.raises(SystemExit),
        Lock(Dying(), str(tmp_path / "lock"), Told(), "a", 0.05, 0.1),
    ):
        pass
    assert len(list(tmp_path.iterdir())) == 2
    with lock(tmp_path, "b") as held:
        held.check()
    assert list(tmp_path.iterdir()) == []


def test_a_dead_publisher_leaves_nothing_behind(tmp_path: Path) -> None:
    (tmp_path / "lock").mkdir()
    (tmp_path / "lock/owner.json.part").write_text("{")
    with lock(tmp_path, "b"):
        pass
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("note", [b'{"token": "dead"}', None], ids=["dead", "dead at birth"])
def test_in_no_order_of_steps_two_have_the_lock(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, note: bytes | None
) -> None:
    """Four wait for a dead one, and two come later."""
    got = 0
    for number in range(100):
        got += len(at_once(tmp_path / str(number), monkeypatch, number, note))
    # Somebody nearly always: the lock of the dead one is not lost in the turmoil.
    assert got >= 100


def at_once(
    folder: Path, monkeypatch: pytest.MonkeyPatch, number: int, note: bytes | None
) -> list[str]:
    """Let six meet at a dead lock, in the order of that number; returns who had the lock."""
    dead = folder / "lock"
    dead.mkdir(parents=True)
    if note is not None:
        (dead / "owner.json").write_bytes(note)
    inside: list[str] = []
    had: list[str] = []

    def work(token: str, stale: float) -> None:
        host = Stepwise(turns)
        try:
            with Lock(host, str(dead), Told(), token, renewed=60, stale=stale) as held:
                inside.append(token)
                had.append(token)
                for _step in range(6):
                    turns.pause()
                    assert inside == [token], number
                    held.check()
                inside.remove(token)
        except PublishError:
            assert token not in inside, number

    waiting = [partial(work, f"w{n}", 2.0) for n in range(4)]
    # For them nobody is ever dead: they come in when it is free, or not at all.
    later = [partial(work, f"l{n}", 10_000.0) for n in range(2)]
    turns = Turns(number, *waiting, *later)
    monkeypatch.setattr("schaukasten.release.lock.time", Clock(turns))
    failures: list[BaseException] = []
    monkeypatch.setattr(threading, "excepthook", lambda args: failures.append(args.exc_value))
    turns.run(first=len(waiting))
    assert failures == []
    assert [path.name for path in folder.iterdir()] == []
    return had
