"""A machine → one with the browser, Java, servers and npm packages that tests need, if it may be.

`python tests/parts.py` installs what is missing and names what stays missing; tests that need
it are skipped with that reason. With CI set in the environment, a missing part is a failure.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from contextlib import suppress
from functools import cache
from hashlib import sha256
from pathlib import Path

HERE = Path(__file__).resolve().parent
# Run as a file, it is in no package.
sys.path.append(str(HERE.parent))
from tests import unpacked  # noqa: E402

MODULES = HERE / "node_modules"
READERS = HERE / "model" / "agenda"
EDITOR_PAGE = HERE.parent / "schaukasten" / "browser_editor" / "page"
#: Where `serve --edit` looks for it; with the words of the language of our own content.
EDITOR, EDITOR_LANGUAGE = HERE.parent / ".cache" / "redaktion", "de"
OLDEST_JAVA = 17

#: Chromium without a window of its own: the same pages for about six tenths of the work.
HEADLESS = "chromium-headless-shell"
# Part → its Debian packages. The browser recommends fonts; a page without any has no widths.
DEBIAN_PACKAGES = {
    "chromium": ["chromium", "fonts-liberation"],
    "firefox": ["firefox-esr", "fonts-liberation"],
    "java": ["default-jre-headless"],
    "node": ["nodejs"],
    "npm": ["nodejs", "npm"],
    "sshd": ["openssh-server", "openssh-client", "openssl"],
    # The server without Debian's service: nothing starts to listen by being installed.
    "apache2": ["apache2-bin", "media-types", "openssl"],
}


class NotInstalled(Exception):
    """Why a part is not there, in one line."""


def main() -> int:
    missing = install()
    for part, reason in missing.items():
        print(f"Missing for the tests: {part} ({reason})", file=sys.stderr)
    if missing and is_in_ci():
        print("In CI every part must be there.", file=sys.stderr)
        return 1
    return 0


def is_in_ci() -> bool:
    """Whether what is missing or skipped elsewhere is a failure here."""
    return os.environ.get("CI", "") not in ("", "0", "false")


def install() -> dict[str, str]:
    """Install what is not there; returns each part that stays missing, with the reason."""
    missing: dict[str, str] = {}
    if not shutil.which(HEADLESS):
        # Other distributions lack it, and any other Chromium does as well.
        with suppress(NotInstalled):
            install_debian([HEADLESS, "fonts-liberation"])
    # npm is a part only as long as its packages are not there.
    wanted: dict[str, Callable[[], Path | None]] = {
        "chromium": chromium_path,
        "firefox": firefox_path,
        "java": java_path,
        "node": node_path,
        "sshd": sshd_path,
        "apache2": apache_path,
    }
    missing |= unpack_packages()
    if not modules_are_current() or not (editor_path() and file_format_command()):
        wanted["npm"] = npm_path
    absent = [part for part, find in wanted.items() if not find()]
    if absent:
        try:
            install_debian([name for part in absent for name in DEBIAN_PACKAGES[part]])
        except NotInstalled as reason:
            missing.update(dict.fromkeys(absent, str(reason)))
        java_path.cache_clear()
        for part in absent:
            if wanted[part]():
                missing.pop(part, None)
            else:
                missing.setdefault(part, "installed, but not found or too old")
    if not modules_are_current():
        try:
            install_modules()
        except NotInstalled as reason:
            missing[", ".join(packages())] = str(reason)
    if not (editor_path() and file_format_command()):
        try:
            make_editor()
        except NotInstalled as reason:
            missing["editor"] = str(reason)
    if not can_be_root():
        missing["root"] = "servers that log users in need root, or sudo without a question"
    return missing


def chromium_path() -> Path | None:
    """The browser for Playwright's `executable_path`; any of the Chromium family."""
    names = (HEADLESS, "chromium", "chromium-browser", "google-chrome", "chrome", "msedge")
    applications = (
        "/Applications/Chromium.app/Contents/MacOS/Chromium",
        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    )
    found = next(filter(None, map(shutil.which, (*names, *applications))), None)
    return Path(found) if found else None


def firefox_path() -> Path | None:
    """Mozilla's browser as it is, driven by its own protocol (`browser/editor/marionette.py`)."""
    found = next(filter(None, map(shutil.which, ("firefox-esr", "firefox"))), None)
    return Path(found) if found else None


def editor_path() -> Path | None:
    """The folder of the browser editor's own files, as its sources make them; None without it."""
    # Not before it is asked for: a bare Python may list the parts.
    from schaukasten.browser_editor.bundle import is_made

    return EDITOR if is_made(EDITOR, EDITOR_LANGUAGE) else None


def vnu_command() -> list[str] | None:
    """The W3C's HTML checker, without its options; None where it or Java 17 is missing."""
    jar = MODULES / "vnu-jar" / "build" / "dist" / "vnu.jar"
    java = java_path()
    # -Xss2m: the checker's parser of CSS overflows the usual stack on long sheets. The others: it
    # runs for seconds, in which Java's second compiler takes longer than it saves.
    options = ["-Xss2m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"]
    return [str(java), *options, "-jar", str(jar)] if java and jar.exists() else None


def axe_source() -> str | None:
    """The script of axe-core, to be evaluated in a page; None where it is missing."""
    script = MODULES / "axe-core" / "axe.min.js"
    return script.read_text(encoding="utf-8") if script.exists() else None


def tsc_command() -> list[str] | None:
    """The TypeScript compiler, without its options; None where it, its types or Node is missing."""
    script = MODULES / "typescript" / "bin" / "tsc"
    node = node_path()
    types = MODULES / "schema-dts"
    return [str(node), str(script)] if node and script.exists() and types.exists() else None


def ical_js_command() -> list[str] | None:
    """A program that reads calendar files by ical.js; None where it or Node is missing."""
    node = node_path()
    is_there = (MODULES / "ical.js").exists()
    return [str(node), str(READERS / "ical_js.mjs")] if node and is_there else None


def file_format_command() -> list[str] | None:
    """A program that does jobs of the browser editor's file format; None without its packages."""
    node = shutil.which("node")
    is_there = (EDITOR_PAGE / "node_modules" / "yaml").exists()
    return [node, str(HERE / "browser_editor" / "format.mjs")] if node and is_there else None


def libical_command() -> list[str] | None:
    """A program that reads calendar files by libical; None where that is missing."""
    library = unpacked.file("libical")
    if library is None:
        return None
    program = (sys.executable, str(READERS / "libical.py"), str(library))
    return unpacked.with_libraries("libical", *program)


@cache
def java_path() -> Path | None:
    java = shutil.which("java")
    if not java:
        return None
    # Asked, because macOS has a java that only says where to buy one.
    answer = subprocess.run([java, "-version"], capture_output=True, text=True, check=False)
    version = re.search(r'version "(\d+)', answer.stderr)
    return Path(java) if version and int(version[1]) >= OLDEST_JAVA else None


def sshd_path() -> Path | None:
    return _program("sshd")


def vsftpd_path() -> Path | None:
    return unpacked.file("vsftpd")


def proftpd_path() -> Path | None:
    return unpacked.file("proftpd")


def pure_ftpd_path() -> Path | None:
    return unpacked.file("pure-ftpd")


def apache_path() -> Path | None:
    return _program("apache2") if shutil.which("openssl") else None


def _program(name: str) -> Path | None:
    """A server's program; users' PATH often leaves its folder out."""
    found = shutil.which(name, path=f"{os.environ.get('PATH', '')}:/usr/sbin")
    return Path(found) if found else None


def node_path() -> Path | None:
    node = shutil.which("node")
    return Path(node) if node else None


def npm_path() -> Path | None:
    npm = shutil.which("npm")
    return Path(npm) if npm else None


def modules_are_current() -> bool:
    stamp = MODULES / ".stamp"
    return stamp.exists() and stamp.read_text(encoding="ascii") == lock_digest()


def packages() -> list[str]:
    """The names of the npm packages that tests use."""
    wanted = json.loads((HERE / "package.json").read_text(encoding="utf-8"))
    return list(wanted["devDependencies"])


def lock_digest() -> str:
    return sha256((HERE / "package-lock.json").read_bytes()).hexdigest()


def can_be_root() -> bool:
    """Whether packages may be installed, and servers started that log users in."""
    if not hasattr(os, "geteuid"):  # Windows
        return False
    if os.geteuid() == 0:
        return True
    return bool(shutil.which("sudo")) and silently("sudo", "-n", "true").returncode == 0


#: What a test may need of a machine, each with what finds it: `pytest.mark.needs("vnu")`.
PARTS: dict[str, Callable[[], object]] = {
    "chromium": chromium_path,
    "node": node_path,
    "vnu": vnu_command,
    "axe": axe_source,
    "tsc": tsc_command,
    "ical.js": ical_js_command,
    "libical": libical_command,
    "file format": file_format_command,
    "editor": editor_path,
    "firefox": firefox_path,
    "sshd": sshd_path,
    "vsftpd": vsftpd_path,
    "proftpd": proftpd_path,
    "pure-ftpd": pure_ftpd_path,
    "apache2": apache_path,
    "root": can_be_root,
}


def install_debian(packages: list[str]) -> None:
    if not shutil.which("apt-get"):
        raise NotInstalled("no apt-get here: install it by hand")
    apt = ["env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "--quiet", "--yes"]
    if not can_be_root():
        raise NotInstalled("may not install: run as root, apt install " + " ".join(packages))
    if os.geteuid() != 0:
        apt = ["sudo", "-n", *apt]
    say(f"Installing {', '.join(packages)} (apt-get) ...")
    # Its lists may be years old, or absent as in a container; what they lack shows in install.
    silently(*apt, "update")
    succeed(*apt, "install", "--no-install-recommends", *packages)


def unpack_packages() -> dict[str, str]:
    """Bring what must not be installed; returns each that stays missing, with the reason."""
    missing: dict[str, str] = {}
    absent = [part for part in unpacked.PACKAGES if not unpacked.file(part)]
    if absent:
        say(f"Fetching {', '.join(absent)} (apt-get download) ...")
        if can_be_root() and shutil.which("apt-get"):
            silently(*([] if os.geteuid() == 0 else ["sudo", "-n"]), "apt-get", "-q", "update")
    for part in absent:
        try:
            unpacked.unpack(part)
        except unpacked.NotUnpacked as reason:
            missing[part] = str(reason)
    return missing


def install_modules() -> None:
    npm = npm_path()
    if not npm:
        raise NotInstalled("no npm")
    say(f"Installing {', '.join(packages())} (npm ci) ...")
    # From tests/, where .npmrc keeps scripts of packages from running.
    succeed(str(npm), "ci")
    (MODULES / ".stamp").write_text(lock_digest(), encoding="ascii")


def make_editor() -> None:
    from schaukasten.browser_editor.bundle import NotMade, bundle, install_packages

    say("Making the browser editor (npm ci, esbuild) ...")
    try:
        install_packages(lambda message: None)
        bundle(EDITOR, EDITOR_LANGUAGE, lambda message: None)
    except NotMade as reason:
        raise NotInstalled(reason.reason.text(str)) from None


def succeed(*command: str) -> None:
    done = silently(*command)
    if done.returncode:
        # Both tell the cause first, and what one might try after it.
        cause = re.search(r"^(E:|npm error) .*", done.stdout, re.MULTILINE)
        raise NotInstalled(cause[0] if cause else f"{command[0]} exits with {done.returncode}")


def silently(*command: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        command,
        cwd=HERE,
        check=False,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )


def say(sentence: str) -> None:
    print(sentence, file=sys.stderr, flush=True)


if __name__ == "__main__":
    sys.exit(main())
