"""The finished output and the model → `.htaccess`, for cheap hosts with Apache."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import urlsplit

from schaukasten.apache.facts import Facts
from schaukasten.apache.htaccess import htaccess
from schaukasten.apache.quoting import host_of
from schaukasten.kept.last_output import write_anew
from schaukasten.plugins.pelican_library import Pelican, signals


def write_htaccess(pelican: Pelican) -> None:
    output = Path(pelican.output_path)
    text = htaccess(facts_of(pelican, output))
    write_anew(output / ".htaccess", text.encode("ascii"))


def facts_of(pelican: Pelican, output: Path) -> Facts:
    """Collect what Apache has to know; a preview lives on any host, but as safely as the site."""
    settings = pelican.settings
    site = settings["SITE"]
    address = settings["SITEURL"]
    return Facts(
        base=urlsplit(address).path.rstrip("/"),
        host=host_of(address) if settings["PUBLISH"] else None,
        secure=urlsplit(address or site.association.website).scheme == "https",
        hidden=settings["PREVIEW"],
        precompressed=settings["PUBLISH"],
        scripts=any((output / settings["THEME_STATIC_DIR"]).rglob("*.js")),
        error_page="404.html" in settings["PAGES"].made_from,
        to_https=settings["HTTPS_REDIRECT"],
        to_host=settings["HOST_REDIRECT"],
        redirects=tuple((redirect.address, redirect.target) for redirect in site.redirects),
        gone=tuple(site.gone),
    )


def register() -> None:
    # When all is written: only the output tells whether there are scripts.
    signals.finalized.connect(write_htaccess)
