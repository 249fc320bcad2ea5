"""Pages with photographs, from a real Apache: what travels, what moves, and Lighthouse's marks.

Bytes are those of a page that is read to its end on a screen with two pixels to the point; the
first flight is the page and the sheets that it waits for.
"""

from __future__ import annotations

import json
import os
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, Request, sync_playwright

from benchmarks import pictured_site
from benchmarks.pictured_site import PAGES
from benchmarks.processes import run
from benchmarks.programs import ROOT, node_packages
from schaukasten.release.first_flight import MOST, files_of, flight
from tests import parts
from tests.browser.shifts import moved, read_to_the_end, watch
from tests.servers.apache import Apache

LIGHTHOUSE = "lighthouse@12.8.2"
#: Of Lighthouse's table: a mark that is required, by its name.
MARKS = {"performance": 98, "accessibility": 100, "best-practices": 100, "seo": 100}
WINDOWS = ((360, 740), (1280, 900))
#: As Lighthouse in a machine without a screen wants it.
_FLAGS = "--headless=new --no-sandbox --disable-gpu --disable-dev-shm-usage"


def main() -> None:
    with tempfile.TemporaryDirectory() as name, built(Path(name)) as (site, address):
        heads = ["page", "first flight, gzip", "Brotli"]
        heads += [f"at {width} px" for width, _height in WINDOWS]
        heads += ["shift, with and without font", *MARKS]
        print(f"| {' | '.join(heads)} |\n{'| --- ' * len(heads)}|")
        for what, path in PAGES.items():
            print(f"| {what} | {' | '.join(row(site, address, path))} |", flush=True)


@contextmanager
def built(folder: Path) -> Iterator[tuple[Path, str]]:
    """Build the site of today and serve it, precompressed as it is published."""
    content, output = folder / "content", folder / "output"
    pictured_site.write(content)
    command = ["python3", "tasks.py", "build", "--content", str(content), "--output", str(output)]
    ran = run(command, ROOT, {"SCHAUKASTEN_CACHE": str(folder / "kept")})
    if ran.fault:
        raise SystemExit(ran.fault)
    with Apache(output) as apache:
        yield output, f"https://127.0.0.1:{apache.https_port}"


def row(site: Path, address: str, path: str) -> Iterator[str]:
    page = f"{path.strip('/')}/index.html".lstrip("/")
    zipped = flight(site, page)
    yield f"{zipped:,}" + (" MISSED" if zipped > MOST else "")
    small = (path.with_name(f"{path.name}.br") for path in files_of(site, page))
    yield f"{sum(path.stat().st_size for path in small):,}"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=parts.chromium_path())
        shifts = []
        for window in WINDOWS:
            weight, requests, shift = read(browser, address + path, window, True)
            yield f"{weight / 1000:.0f} KB, {requests} requests"
            shifts += [shift, read(browser, address + path, window, False)[2]]
        browser.close()
    yield f"{max(shifts):.3f}"
    yield from marks(address + path)


def read(
    browser: Browser, address: str, window: tuple[int, int], has_font: bool
) -> tuple[int, int, float]:
    """Read a page to its end; return the bytes that travelled, the requests and what moved."""
    context = browser.new_context(
        viewport={"width": window[0], "height": window[1]},
        device_scale_factor=2,
        ignore_https_errors=True,
        bypass_csp=True,
    )
    page = context.new_page()
    watch(page)
    if not has_font:
        page.route("**/*.woff2", lambda route: route.abort())
    asked: list[Request] = []
    page.on("requestfinished", lambda request: asked.append(request))
    page.goto(address)
    read_to_the_end(page)
    weight = sum(one.sizes()["responseBodySize"] for one in asked)
    shift = moved(page)
    context.close()
    return weight, len(asked), shift


def marks(address: str) -> Iterator[str]:
    """Ask Lighthouse, which looks with a slow telephone on a slow line."""
    program = node_packages(LIGHTHOUSE) / "node_modules/lighthouse/cli/index.js"
    command = ["node", str(program), address, "--output=json", "--quiet"]
    command += [f"--chrome-flags={_FLAGS} --ignore-certificate-errors"]
    command += [f"--only-categories={','.join(MARKS)}"]
    environment = {**os.environ, "CHROME_PATH": str(parts.chromium_path())}
    answer = json.loads(subprocess.check_output(command, env=environment))
    for name, least in MARKS.items():
        category = answer["categories"][name]
        mark = round(100 * category["score"])
        lost = [
            one["id"]
            for one in category["auditRefs"]
            if one["weight"] and (answer["audits"][one["id"]]["score"] or 0) < 0.9
        ]
        yield f"{mark}" + (f" MISSED: {', '.join(lost)}" if mark < least else "")


if __name__ == "__main__":
    main()
