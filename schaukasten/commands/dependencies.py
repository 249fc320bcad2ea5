"""`lock` and `audit`: `pyproject.toml` → `requirements.txt`, and what is known against it."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

from schaukasten.commands.environment import python

LOCK = "requirements.txt"
_UNREACHABLE = re.compile(r"Could not connect|(Connection|Proxy|SSL)Error|Timeout")


def lock(root: Path, keep: bool = False) -> int:
    """Make the lock anew and list what changed; `keep` the versions that still fit."""
    before = locked_versions(root)
    made = python(
        root,
        *"-m uv pip compile pyproject.toml --group test --universal --python-version 3.11".split(),
        # No header: it would hold a command line with this machine's folders.
        *f"--generate-hashes --no-header --quiet --output-file {LOCK}".split(),
        *([] if keep else ["--upgrade"]),
        # Its copy on stdout is not needed.
        stdout=subprocess.DEVNULL,
    )
    if made.returncode:
        print(f"{LOCK} stays as it was.", file=sys.stderr)
        return 1
    after = locked_versions(root)
    changed = [name for name in sorted({*before, *after}) if before.get(name) != after.get(name)]
    for name in changed:
        print(f"{name}: {before.get(name, 'new')} → {after.get(name, 'gone')}")
    print(f"{LOCK}: {len(after)} packages, {len(changed)} changed")
    return 0


def locked_versions(root: Path) -> dict[str, str]:
    """Return the version of each package in the lock; none where there is no lock."""
    lock = root / LOCK
    text = lock.read_text(encoding="utf-8") if lock.exists() else ""
    return dict(re.findall(r"^(\S+)==(\S+)", text, re.M))


def audit(root: Path) -> int:
    """Hold the lock against the known security holes; returns 1 where there is one."""
    answer = python(
        root,
        *f"-m pip_audit --requirement {LOCK} --require-hashes --disable-pip".split(),
        *"--progress-spinner off --format json".split(),
        capture_output=True,
        text=True,
    )
    if answer.stdout:
        return _tell(json.loads(answer.stdout)["dependencies"])
    if _UNREACHABLE.search(answer.stderr):
        print("Nothing was audited: the list of known holes cannot be reached from here.")
        return 0
    print(f"Nothing was audited:\n{answer.stderr}", file=sys.stderr)
    return 1


def _tell(packages: list[dict[str, Any]]) -> int:
    unknown = [package["name"] for package in packages if "skip_reason" in package]
    holes = [(package, hole) for package in packages for hole in package.get("vulns", [])]
    for package, hole in holes:
        remedy = ", ".join(hole["fix_versions"]) or "no version yet"
        print(f"{package['name']} {package['version']}: {hole['id']}, mended in {remedy}")
    known = len(packages) - len(unknown)
    if known:
        print(f"{known} packages audited, {len(holes)} known holes.")
        print(f"Not in the list, so not audited: {', '.join(unknown) or 'none'}.")
    else:
        print(
            f"Nothing was audited: the list of known holes knows none of {len(packages)} packages."
        )
    return 1 if holes else 0
