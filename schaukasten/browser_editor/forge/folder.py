"""The editor's files, a forge and the content → the folder for a host, whole or not at all."""

from __future__ import annotations

import json
import shutil
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from schaukasten.apache.editor_headers import editor_header_values
from schaukasten.apache.editor_htaccess import editor_htaccess
from schaukasten.browser_editor.forge import access_page
from schaukasten.browser_editor.forge.backend import after_saving, for_sveltia
from schaukasten.browser_editor.forge.forge import Forge
from schaukasten.language.messages import Gettext, Message
from schaukasten.record.build_record import MARK, BuildRecord, Commit
from schaukasten.record.history import Unknown
from schaukasten.release.budgets import EDITOR_BUDGETS, over_budget

_ROBOTS = "User-agent: *\nDisallow: /\n"


class TooHeavy(Exception):
    """Files that exceed their budgets, a sentence for each."""

    def __init__(self, excesses: list[Message]):
        super().__init__(excesses[0].msgid)
        self.excesses = excesses


@dataclass(frozen=True)
class Published:
    """What is said of the editor in its folder, besides what the forms are made of."""

    forge: Forge
    #: The public address of the site, without a slash at its end.
    website: str
    #: What the editor calls itself: the association's name.
    title: str
    language: str
    day: str
    commit: Commit | Unknown
    to_https: bool


def make_folder(
    target: Path,
    bundle: Path,
    forms: Mapping[str, Any],
    published: Published,
    gettext: Gettext,
) -> None:
    """Write the folder `target`; what was there stays until the new one is whole.

    `forms` is what `configuration_of` returns. The same inputs make the same bytes. Raises
    TooHeavy.
    """
    new = target.with_name(f"{target.name}.new")
    shutil.rmtree(new, ignore_errors=True)
    # What begins with a dot says how the bundle was made.
    shutil.copytree(bundle, new, ignore=shutil.ignore_patterns(".*"))
    for name, text in _files(forms, published, gettext).items():
        (new / name).write_text(text, encoding="utf-8", newline="\n")
    sizes = {
        path.relative_to(new).as_posix(): path.stat().st_size
        for path in new.rglob("*")
        if path.is_file()
    }
    if excesses := over_budget(sizes, EDITOR_BUDGETS):
        shutil.rmtree(new)
        raise TooHeavy(excesses)
    _record(published, gettext).write(new)
    _swap(new, target)


def _files(forms: Mapping[str, Any], published: Published, gettext: Gettext) -> dict[str, str]:
    forge = published.forge
    cms = {
        **forms["cms"],
        **for_sveltia(forge, gettext),
        "app_title": published.title,
        "site_url": published.website,
        "display_url": published.website,
    }
    # Whoever knows the address can read it: of texts that nobody sees yet there is nothing in it.
    shown = {key: value for key, value in forms.items() if key not in ("cms", "addresses")}
    configuration = {"cms": cms, **shown, "forge": _for_the_page(forge)}
    return {
        "konfiguration.json": json.dumps(configuration, ensure_ascii=False, indent=1) + "\n",
        access_page.NAME: access_page.access_page(forge, published.language, gettext),
        "robots.txt": _ROBOTS,
        ".htaccess": editor_htaccess(_headers(forge), published.to_https),
    }


def _for_the_page(forge: Forge) -> dict[str, Any]:
    """What our own scripts say about the forge."""
    return {"name": forge.name, "access": access_page.NAME, "saved": after_saving(forge)}


def _headers(forge: Forge) -> dict[str, str]:
    return editor_header_values(forge.origin, opens_forge=bool(forge.app_id))


def _record(published: Published, gettext: Gettext) -> BuildRecord:
    commit = published.commit
    return BuildRecord(
        preview=False,
        website=published.website,
        language=published.language,
        day=published.day,
        commit=commit if isinstance(commit, Commit) else None,
        commit_unknown=commit.why.text(gettext) if isinstance(commit, Unknown) else "",
        open_items=[],
        redirects={},
        to_https=published.to_https,
        to_host=False,
        editor=True,
        headers={name.lower(): value for name, value in _headers(published.forge).items()},
    )


def _swap(new: Path, target: Path) -> None:
    """Two renames; a folder that is not ours is never deleted."""
    old = target.with_name(f"{target.name}.old")
    shutil.rmtree(old, ignore_errors=True)
    if target.exists():
        if not (target / MARK).is_file() and any(target.iterdir()):
            shutil.rmtree(new)
            raise FileExistsError(target)
        target.rename(old)
    new.rename(target)
    shutil.rmtree(old, ignore_errors=True)
