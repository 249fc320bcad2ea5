"""Programs that ours are held against: each is installed once, into a folder of its own."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
_PEERS = ROOT / ".cache" / "peers"


def python_environment(*packages: str) -> Path:
    """Return the folder of an environment that has these packages of PyPI, with their versions."""

    def install(folder: Path) -> None:
        subprocess.run([sys.executable, "-m", "venv", str(folder)], check=True)
        pip = [str(folder / "bin" / "python"), "-m", "pip", "install", "--quiet"]
        subprocess.run([*pip, "--only-binary", ":all:", *packages], check=True)

    return _installed(packages[0], install)


def node_packages(*packages: str) -> Path:
    """Return the folder in whose `node_modules` these packages of npm are, with their versions."""

    def install(folder: Path) -> None:
        folder.mkdir(parents=True)
        (folder / "package.json").write_text("{}", encoding="ascii")
        npm = ["npm", "install", "--silent", "--no-audit", "--no-fund", "--ignore-scripts"]
        subprocess.run([*npm, *packages], cwd=folder, check=True)

    return _installed(packages[0].rpartition("/")[2], install)


def _installed(name: str, install: Callable[[Path], None]) -> Path:
    folder = _PEERS / name
    if not folder.exists():
        unfinished = folder.with_name(f"{name}.{os.getpid()}")
        install(unfinished)
        unfinished.rename(folder)
    return folder
