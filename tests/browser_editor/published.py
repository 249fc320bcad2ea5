"""A small association's content → what the folder of its published editor is made of."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any

from schaukasten.browser_editor.forge.folder import Published
from schaukasten.browser_editor.forge.forge import Forge
from schaukasten.building.settings import settings_of
from schaukasten.forms.of_content import configuration_of
from schaukasten.record.build_record import Commit
from tests.worlds import ROOT, TODAY

COMMIT = Commit(id="1" * 40, time=dt.datetime(2026, 11, 20, 12, tzinfo=dt.UTC))


def forms_of(content: Path) -> dict[str, Any]:
    return configuration_of(content, settings_of(ROOT / "pelicanconf.py", {"PATH": str(content)}))


def published_for(forge: Forge) -> Published:
    return Published(
        forge,
        website="https://kleiner-verein.example",
        title="Kleiner Verein",
        language="de",
        day=TODAY,
        commit=COMMIT,
        to_https=True,
    )


def small_bundle(folder: Path) -> Path:
    """What Node makes, in small."""
    (folder / "assets").mkdir(parents=True)
    (folder / "index.html").write_text("<!doctype html><title>Redaktion</title>")
    (folder / "editor.js").write_text("'use strict';")
    (folder / "chunk-6HYSBVTA.js").write_text("'use strict';")
    (folder / "assets" / "webp_enc-BpZvKflB.wasm").write_bytes(b"\0asm")
    (folder / "assets" / "material-symbols-outlined-latin-wght-normal-_Z1IJPLg.woff2").write_bytes(
        b"wOF2"
    )
    (folder / "LICENCES.txt").write_text("MIT")
    (folder / ".made-of").write_text("0123")
    return folder
