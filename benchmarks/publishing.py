"""Publishing, side by side with rsync, lftp and rclone: broken visits, and speed far away.

1. Visitors load pages and all that these name while a change to every page is published.
2. The publisher is killed at random moments; then every page must be whole.
3. 3,000 files of 8 KB through a line of 20 ms: all of them, five changed, none changed.

Needs root, and Debian's openssh-server, vsftpd, apache2, rsync, lftp and rclone.
"""

from __future__ import annotations

import os
import random
import shutil
import signal
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from schaukasten.record.build_record import BuildRecord  # noqa: E402
from tests.servers.account import PASSWORD  # noqa: E402
from tests.servers.hosts import Host, Way, host  # noqa: E402
from tests.servers.proxy import line  # noqa: E402
from tests.servers.versions import Versions, versions  # noqa: E402
from tests.servers.visitors import Visitors  # noqa: E402

VISITS = 1000
KILLS = 20
FILES, BYTES, CHANGED = 3000, 8 * 1024, 5
#: Seconds for each way; a round trip takes twice that.
DELAY = 0.01
ROUNDS = 3
#: For peers whose default is one or four at a time; the same as our FTPS connections.
PARALLEL = 8
PEERS = ("rsync", "lftp", "rclone")
#: "started" leaves out Python's start and imports, which a run with many files hides.
THEIRS = {
    "sftp": ("rsync", "lftp", "rclone"),
    "sftp started": ("rsync", "lftp", "rclone"),
    "ftps": ("lftp ftps",),
}

#: Publishes from /, through a shell or a file transfer: folder to send → the command.
Command = Callable[[Path], list[str]]


def peers(server: Host, ssh_port: int, ftp_port: int) -> dict[str, Command]:
    """How each peer mirrors a folder: with its own defaults, but several files at once."""
    ssh, user = server.ssh, server.account.name
    shell = (
        f"ssh -p {ssh_port} -i {ssh.key} -o UserKnownHostsFile=/dev/null "
        "-o StrictHostKeyChecking=no -o LogLevel=ERROR"
    )
    there = str(server.documents)
    rclone = f":sftp,host=127.0.0.1,port={ssh_port},user={user},key_file={ssh.key}:{there}"

    def lftp(address: str, before: str) -> Command:
        return lambda site: [
            "lftp",
            "-c",
            f"{before}; open {address}; mirror --reverse --delete --parallel={PARALLEL} {site} "
            f"{'/documents' if 'ftp://' in address and 'sftp' not in address else there}",
        ]

    return {
        "rsync": lambda site: [
            "rsync", "-a", "--delete", "-e", shell, f"{site}/", f"{user}@127.0.0.1:{there}/",
        ],
        "lftp": lftp(
            f"sftp://{user}:x@127.0.0.1:{ssh_port}",
            f'set sftp:connect-program "{shell} -a -x"; set net:timeout 20',
        ),
        "lftp ftps": lftp(
            f"-u {user},'{PASSWORD}' ftp://localhost:{ftp_port}",
            "set ssl:verify-certificate no; set ftp:ssl-force yes; set ftp:ssl-protect-data yes",
        ),
        "rclone": lambda site: [
            *"rclone sync --config /dev/null --transfers".split(), str(PARALLEL), str(site), rclone,
        ],
    }  # fmt: skip


def seconds(command: list[str]) -> float:
    start = time.perf_counter()
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        raise SystemExit(f"{command[0]}: {done.stdout}{done.stderr}")
    return time.perf_counter() - start


# 1 and 2: what visitors meet ----------------------------------------------------------------


def visits(server: Host, built: Versions, folder: Path) -> None:
    guests = lambda: Visitors(server.apache.http_port, built.host, built.files)  # noqa: E731
    for name, way in server.ways.items():
        server.empty()
        published(way, folder, built.old)
        visitors, runs, sites = guests(), 0, (built.new, built.old)
        while visitors.visits < VISITS:
            with visitors.at_work():
                published(way, folder, sites[runs % 2], force=True)
            runs += 1
        print(f"{name}: {visitors.visits} visits in {runs} runs, {len(visitors.broken)} broken")
    for name, command in peers(server, server.ssh.port, server.ftp.port).items():
        if name == "rclone":
            continue
        server.empty()
        seconds(command(built.old))
        visitors, runs, sites = guests(), 0, (built.new, built.old)
        while visitors.visits < VISITS:
            with visitors.at_work():
                seconds(command(sites[runs % 2]))
            runs += 1
        broken = len(set(visitors.broken))
        print(
            f"{name} (baseline): {visitors.visits} visits in {runs} runs, "
            f"{len(visitors.broken)} faults, {broken} kinds"
        )


def kills(server: Host, built: Versions, folder: Path) -> None:
    dice = random.Random(1986)
    for name, way in server.ways.items():
        server.empty()
        published(way, folder, built.old)
        start = time.monotonic()
        published(way, folder, built.new, force=True)
        needed = time.monotonic() - start
        visitors = Visitors(server.apache.http_port, built.host, built.files)
        for number in range(KILLS):
            process = way.start(folder, (built.old, built.new)[number % 2], force=True)
            # A dead publisher's lock is waited for before the next one goes on.
            time.sleep(dice.uniform(0.2, 1.0) * needed + (1.0 if number else 0.0))
            process.send_signal(signal.SIGKILL)
            process.communicate()
            visitors.look_at_all()
        published(way, folder, built.new, force=True)
        visitors.look_at_all()
        print(
            f"{name}: killed {KILLS} times, {visitors.visits} pages looked at, "
            f"{len(visitors.broken)} broken"
        )


def published(way: Way, folder: Path, site: Path, force: bool = False) -> None:
    process = way.start(folder, site, force)
    said, _ = process.communicate()
    if process.returncode:
        raise SystemExit(said)


# 3: speed far away --------------------------------------------------------------------------


def big_site(folder: Path) -> Path:
    """3,000 pages in 60 folders; the same bytes in every run."""
    dice = random.Random(3)
    for number in range(FILES):
        path = folder / f"teil-{number % 60}" / f"seite-{number}.html"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(dice.randbytes(BYTES))
    BuildRecord(
        preview=False, website="https://verein.example", language="en", day="2026-11-22",
        commit=None, open_items=[], redirects={},
    ).write(folder)  # fmt: skip
    return folder


def change(site: Path, number: int) -> None:
    for place in range(CHANGED):
        path = site / f"teil-{place}" / f"seite-{place}.html"
        path.write_bytes(random.Random(number * 10 + place).randbytes(BYTES))


def speed(server: Host, folder: Path) -> None:
    site = big_site(folder / "big")
    with line(server.ssh.port, DELAY) as ssh, line(server.ftp.port, DELAY) as ftp:
        known = peers(server, ssh.port, ftp.port)
        ours = {
            "sftp": server.ways["sftp"].through(ssh.port, server.ssh.port),
            "ftps": server.ways["ftps"].through(ftp.port, server.ftp.port),
        }
        ways: dict[str, Callable[[], float]] = {
            **{name: (lambda way=way: timed(way, folder, site)) for name, way in ours.items()},
            "sftp started": lambda: started(ours["sftp"], folder, site),
            **{
                name: (lambda command=command: seconds(command(site)))
                for name, command in known.items()
            },
        }
        took: dict[str, dict[str, list[float]]] = {}
        for name, send in ways.items():
            server.empty()
            found = took.setdefault(name, {"all": [], "five": [], "none": []})
            found["all"].append(send())
            for number in range(ROUNDS):
                change(site, number + 1)
                found["five"].append(send())
                found["none"].append(send())
            middle = {what: statistics.median(times) for what, times in found.items()}
            print(
                f"{name}:", *(f"{what} {time:.2f} s" for what, time in middle.items()), flush=True
            )
    for ours_name, theirs in THEIRS.items():
        for peer in theirs:
            ratios = (
                f"{what} {statistics.median(times) / statistics.median(took[peer][what]):.2f}"
                for what, times in took[ours_name].items()
            )
            print(f"{ours_name} against {peer}, ratio of seconds:", *ratios)


def timed(way: Way, folder: Path, site: Path) -> float:
    start = time.perf_counter()
    published(way, folder, site)
    return time.perf_counter() - start


def started(way: Way, folder: Path, site: Path) -> float:
    start = time.perf_counter()
    code, said = way.publish(folder, site)
    if code:
        raise SystemExit(said)
    return time.perf_counter() - start


def main() -> None:
    missing = [name for name in PEERS if not shutil.which(name)]
    if missing or os.geteuid():
        print(f"Publishing is not measured: needs root and {', '.join(missing) or 'no more'}.")
        return
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        folder.chmod(0o755)
        (folder / "host").mkdir()
        built = versions(folder / "versions")
        with host(folder / "host") as server:
            visits(server, built, folder)
            kills(server, built, folder)
            speed(server, folder)


if __name__ == "__main__":
    main()
