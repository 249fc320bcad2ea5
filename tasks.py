"""The commands: `python3 tasks.py NAME` on any machine, `inv NAME --option=…` in the environment.

Run by a bare Python, it makes `.venv` from `requirements.txt` first, and goes on in there. What a
command line means is in `schaukasten/commands/`.
"""

from __future__ import annotations

import os
import sys

if __name__ == "__main__":
    # Before the other imports: a bare Python has no invoke.
    from schaukasten import bootstrap

    bootstrap.enter_environment(os.path.dirname(os.path.realpath(__file__)), sys.argv)

from pathlib import Path

from schaukasten.commands import (
    browser_editing,
    building,
    catalogs,
    command_line,
    dependencies,
    publishing,
    testing,
    writing,
)
from schaukasten.commands.tasks_library import Context, task

ROOT = Path(__file__).resolve().parent


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
    sys.exit(building.build(ROOT, content, output, drafts, today))


@task(
    help={
        "content": build.help["content"],
        "release": "also name what the live site waits for",
        "format": "text, json, or github (notes on the lines of a proposal)",
        "today": build.help["today"],
        "all": "each in full, where there are more than fit on a screen",
    }
)
def check(
    context: Context,
    content: str | None = None,
    release: bool = False,
    format: str = "text",
    today: str | None = None,
    all: bool = False,
) -> None:
    """Name every problem of content/, with its line and the remedy."""
    sys.exit(writing.check(ROOT, content, release, format, today, all))


@task(
    help={
        "kind": "news, offer, event, job or page",
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
    """Begin a news item, an offer, an event, a job or a page."""
    sys.exit(writing.new(ROOT, kind, title, content, date, slug, edit))


@task(
    help={
        "content": build.help["content"],
        "port": "where the browser finds it (else 8000, or the next free one)",
        "today": build.help["today"],
        "edit": "with the browser editor at /redaktion/, which writes into content/",
    }
)
def serve(
    context: Context,
    content: str | None = None,
    port: str = "8000",
    today: str | None = None,
    edit: bool = False,
) -> None:
    """Show the site in the browser while it is written; every save is a new page."""
    sys.exit(writing.serve(ROOT, content, port, today, edit))


@task(help={"content": build.help["content"]})
def editor(context: Context, content: str | None = None) -> None:
    """Make the editor in the browser; needs Node, and is needed by serve --edit only."""
    sys.exit(browser_editing.editor(ROOT, content))


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
    sys.exit(publishing.publish(ROOT, target, output, dry_run, force))


@task(help={"target": publish.help["target"], "output": publish.help["output"]})
def verify(context: Context, target: str = "", output: str | None = None) -> None:
    """Look at the published site over HTTP: does every visitor get what was built?"""
    sys.exit(publishing.verify(ROOT, target, output))


@task(help={"keep": "keep the versions that still fit, instead of taking the newest"})
def lock(context: Context, keep: bool = False) -> None:
    """Make requirements.txt anew from pyproject.toml, and list what changed."""
    sys.exit(dependencies.lock(ROOT, keep))


@task
def audit(context: Context) -> None:
    """Hold requirements.txt against the known security holes; exit 1 where there is one."""
    sys.exit(dependencies.audit(ROOT))


@task
def messages(context: Context) -> None:
    """Bring the message catalogs up to date with code and templates; new ones come empty."""
    sys.exit(catalogs.messages(ROOT))


@task
def lint(context: Context) -> None:
    """Hold the code against the linter, the formatter and the type checker."""
    sys.exit(testing.lint(ROOT))


@task(
    name="test",
    help={
        "k": "only the tests whose names match this expression, and no lint",
        "quick": "everything but browsers and servers, in two minutes; installs nothing",
    },
)
def run_tests(context: Context, k: str | None = None, quick: bool = False) -> None:
    """Run everything that CI runs; installs browser, Java, servers and npm packages first."""
    sys.exit(testing.test(ROOT, k, quick))


@task
def bench(context: Context) -> None:
    """Run the benchmarks, with the peers they are held against."""
    sys.exit(testing.bench(ROOT))


command_line.print_anything()

if __name__ == "__main__":
    command_line.run(sys.modules[__name__], sys.argv)
