"""The commands: `python3 tasks.py NAME` on any machine, `inv NAME` inside the environment.

Run by a bare Python, it makes `.venv` from `requirements.txt` first, and goes on in there.
"""

from __future__ import annotations

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent

if __name__ == "__main__":
    # Before the other imports: a bare Python has no invoke.
    from schaukasten import bootstrap

    bootstrap.enter_environment(ROOT, sys.argv)

import json
import os
import re
import subprocess
import tempfile
from typing import Any

from invoke import Collection, Context, Exit, Program, task

LOCK = "requirements.txt"
BABEL = ["-m", "babel.messages.frontend", "--quiet"]
CODE_CHECKS = (["-m", "ruff", "check"], ["-m", "ruff", "format", "--check"], ["-m", "mypy"])


@task(
    help={
        "content": "folder of the content (else content/)",
        "output": "folder of the finished site (else output/)",
        "drafts": "the preview build: drafts and open items visible and marked",
        "today": "the day to build for, YYYY-MM-DD",
    }
)
def build(
    context: Context,
    content: str | None = None,
    output: str | None = None,
    drafts: bool = False,
    today: str | None = None,
) -> None:
    """Turn content/ into the finished site in output/."""
    from schaukasten.building.build import build as build_site

    # Absolute: a build may change the current folder.
    source, target = (Path.cwd() / folder if folder else None for folder in (content, output))
    sys.exit(build_site(ROOT, content=source, output=target, drafts=drafts, today=today))


@task(
    help={
        "content": build.help["content"],
        "release": "also name what the live site waits for",
        "format": "text, json, or github (notes on the lines of a proposal)",
        "today": build.help["today"],
    }
)
def check(
    context: Context,
    content: str | None = None,
    release: bool = False,
    format: str = "text",
    today: str | None = None,
) -> None:
    """Name every problem of content/, with its line and the remedy."""
    from schaukasten.editor.check import check as check_content

    source = Path.cwd() / content if content else None
    sys.exit(check_content(ROOT, source, release=release, form=format, today=today))


@task(
    help={
        "kind": "news, offer, event or page",
        "title": "in quotation marks: 'Sommerfest im Garten'",
        "content": build.help["content"],
        "date": "the day that it is about, YYYY-MM-DD (else today)",
        "slug": "the end of its address (else made from the title)",
        "edit": "open it in the program that $EDITOR names",
    },
)
def new(
    context: Context,
    kind: str = "",
    title: str = "",
    content: str | None = None,
    date: str = "",
    slug: str = "",
    edit: bool = False,
) -> None:
    """Begin a news item, an offer, an event or a page."""
    from schaukasten.editor.new import NewFile
    from schaukasten.editor.new import new as make

    source = Path.cwd() / content if content else None
    sys.exit(make(ROOT, NewFile(kind, title, date, slug), source, edit=edit))


@task(
    help={
        "content": build.help["content"],
        "port": "where the browser finds it (else 8000, or the next free one)",
        "today": build.help["today"],
    }
)
def serve(
    context: Context, content: str | None = None, port: str = "8000", today: str | None = None
) -> None:
    """Show the site in the browser while it is written; every save is a new page."""
    from schaukasten.editor.serve import serve as serve_site

    source = Path.cwd() / content if content else None
    sys.exit(serve_site(ROOT, source, port=port, today=today))


@task(
    help={
        "target": "a name of TARGETS in publishconf.py; may be left out where there is only one",
        "output": "folder of the finished site (else output/)",
        "dry-run": "only list what would change",
        "force": "publish what looks like a mistake: many deletions, an older commit",
    },
)
def publish(
    context: Context,
    target: str = "",
    output: str | None = None,
    dry_run: bool = False,
    force: bool = False,
) -> None:
    """Carry output/ to the host."""
    from schaukasten.release import commands

    site = Path.cwd() / output if output else None
    sys.exit(commands.publish(ROOT, target or None, site, dry_run=dry_run, force=force))


@task(help={"target": publish.help["target"], "output": publish.help["output"]})
def verify(context: Context, target: str = "", output: str | None = None) -> None:
    """Look at the published site over HTTP: does every visitor get what was built?"""
    from schaukasten.release import commands

    site = Path.cwd() / output if output else None
    sys.exit(commands.verify(ROOT, target or None, site))


@task(help={"keep": "keep the versions that still fit, instead of taking the newest"})
def lock(context: Context, keep: bool = False) -> None:
    """Make requirements.txt anew from pyproject.toml, and list what changed."""
    before = locked_versions()
    made = python(
        *"-m uv pip compile pyproject.toml --group test --universal --python-version 3.11".split(),
        # No header: it would hold a command line with this machine's folders.
        *f"--generate-hashes --no-header --quiet --output-file {LOCK}".split(),
        *([] if keep else ["--upgrade"]),
        # Its copy on stdout is not needed.
        stdout=subprocess.DEVNULL,
    )
    if made.returncode:
        raise Exit(f"{LOCK} stays as it was.", code=1)
    after = locked_versions()
    changed = [name for name in sorted({*before, *after}) if before.get(name) != after.get(name)]
    for name in changed:
        print(f"{name}: {before.get(name, 'new')} → {after.get(name, 'gone')}")
    print(f"{LOCK}: {len(after)} packages, {len(changed)} changed")


@task
def audit(context: Context) -> None:
    """Hold requirements.txt against the known security holes; exit 1 where there is one."""
    answer = python(
        *f"-m pip_audit --requirement {LOCK} --require-hashes --disable-pip".split(),
        *"--progress-spinner off --format json".split(),
        capture_output=True,
        text=True,
    )
    if not answer.stdout:
        if re.search(r"Could not connect|(Connection|Proxy|SSL)Error|Timeout", answer.stderr):
            print("Nothing was audited: the list of known holes cannot be reached from here.")
            return
        raise Exit(f"Nothing was audited:\n{answer.stderr}", code=1)
    packages = json.loads(answer.stdout)["dependencies"]
    unknown = [package["name"] for package in packages if "skip_reason" in package]
    holes = [(package, hole) for package in packages for hole in package.get("vulns", [])]
    for package, hole in holes:
        remedy = ", ".join(hole["fix_versions"]) or "no version yet"
        print(f"{package['name']} {package['version']}: {hole['id']}, mended in {remedy}")
    if len(unknown) == len(packages):
        print(
            f"Nothing was audited: the list of known holes knows none of {len(packages)} packages."
        )
    else:
        print(f"{len(packages) - len(unknown)} packages audited, {len(holes)} known holes.")
        print(f"Not in the list, so not audited: {', '.join(unknown) or 'none'}.")
    if holes:
        raise Exit(code=1)


@task
def messages(context: Context) -> None:
    """Bring the message catalogs up to date with code and templates; new ones come empty."""
    with tempfile.TemporaryDirectory() as folder:
        template = f"{folder}/messages.pot"
        catalogs = "--input-file", template, "--output-dir", "theme/translations"
        run_all(
            [
                *BABEL,
                *"extract -F pyproject.toml -k _ --no-location --sort-output".split(),
                "--project",
                "Schaukasten",
                "-o",
                template,
                ".",
            ],
            [
                *BABEL,
                "update",
                *catalogs,
                *"--no-fuzzy-matching --ignore-obsolete".split(),
                *"--width 100 --ignore-pot-creation-date".split(),
            ],
        )


@task
def lint(context: Context) -> None:
    """Hold the code against the linter, the formatter and the type checker."""
    run_all(*CODE_CHECKS)


@task(name="test", help={"k": "only the tests whose names match this expression, and no lint"})
def run_tests(context: Context, k: str | None = None) -> None:
    """Run everything that CI runs; installs browser, Java, servers and npm packages first."""
    run_all(["tests/parts.py"])
    # In the order of their names, so that the browser's long files come first, and the short ones
    # at the end keep both workers busy; else files of few tests come last, however long they are.
    pytest = "-m pytest --numprocesses 2 --dist loadfile --no-loadscope-reorder".split()
    # Compiled once, and not anew by each program that a test starts.
    os.environ["PYTHONPYCACHEPREFIX"] = str(ROOT / ".cache" / "python")
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    run_all(*([[*pytest, "-k", k]] if k else [*CODE_CHECKS, pytest]))


@task
def bench(context: Context) -> None:
    """Run the benchmarks, with the peers they are held against."""
    run_all(
        ["benchmarks/bench.py"],
        ["benchmarks/serve.py"],
        ["-m", "benchmarks.hostile"],
        ["-m", "benchmarks.schedules"],
        ["benchmarks/publishing.py"],
    )


def run_all(*commands: list[str]) -> None:
    """Run each, even where one before it has failed: one run tells everything."""
    codes = [python(*command).returncode for command in commands]
    if any(codes):
        raise Exit(code=1)


def python(*arguments: str, **options: Any) -> subprocess.CompletedProcess:
    """The environment's Python with these arguments, in the repository's folder."""
    sys.stdout.flush()
    return subprocess.run([sys.executable, *arguments], cwd=ROOT, **options)


def with_target(argv: list[str]) -> list[str]:
    """`publish live` → `publish --target=live`: in invoke a bare argument may not be left out."""
    if argv[1:2] not in (["publish"], ["verify"]):
        return argv
    takes_a_value = ("--target", "-t", "--output", "-o")
    return argv[:2] + [
        word if word.startswith("-") or before in takes_a_value else f"--target={word}"
        for before, word in zip(argv[1:], argv[2:])
    ]


def locked_versions() -> dict[str, str]:
    lock = ROOT / LOCK
    text = lock.read_text(encoding="utf-8") if lock.exists() else ""
    return dict(re.findall(r"^(\S+)==(\S+)", text, re.M))


def with_title(argv: list[str]) -> list[str]:
    """`new news Big party` → `new --kind=news "--title=Big party"`: quotes are often forgotten."""
    if argv[1:2] != ["new"]:
        return argv
    takes_a_value = ("--content", "--date", "--slug", "--kind", "--title", "-c", "-d", "-s")
    loose: list[str] = []
    options: list[str] = []
    for before, word in zip(argv[1:], argv[2:]):
        is_loose = not word.startswith("-") and before not in takes_a_value
        (loose if is_loose else options).append(word)
    kind, *title = loose or [""]
    named = [f"--kind={kind}"] * bool(kind) + [f"--title={' '.join(title)}"] * bool(title)
    return [*argv[:2], *named, *options]


# A pipe on Windows has no sign for every letter; better a question mark than no answer.
for stream in (sys.stdout, sys.stderr):
    if hasattr(stream, "reconfigure"):
        stream.reconfigure(errors="replace")

if __name__ == "__main__":
    commands = Collection.from_module(sys.modules[__name__])
    program = Program(name="python3 tasks.py", binary="python3 tasks.py", namespace=commands)
    try:
        program.run(with_title(with_target(sys.argv)))
    except BrokenPipeError:
        # Whoever read the answer has seen enough; nothing is left to be flushed either.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(1)
