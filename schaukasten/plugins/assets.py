"""The theme's CSS and scripts, the association's palette → `sheets` and `scripts`.

While developing, they are served as written. For publishing each sheet becomes one file. It and
each script have a digest of their bytes in their names, so that browsers may keep them for good.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from schaukasten.kept.last_output import write_anew
from schaukasten.model.association.palette import DARK, Palette
from schaukasten.model.look.stylesheet import bundle, shortened
from schaukasten.plugins.own_generator import OwnGenerator
from schaukasten.plugins.pelican_library import Pelican, Writer, signals

#: The sheets that a page may begin with: the usual one, and that of the home page.
MAIN_SHEETS = ("site", "home")
#: Sheets beside it, each for some pages only: what a page waits for is what it shows.
SHEETS = (
    *("times", "week", "lists", "doors", "house", "gallery", "people", "questions"),
    *("print", "preview"),
)
#: A line of a script that is nothing else, so that no text can be mistaken for one.
_LINE_COMMENT = re.compile(r"^[ \t]*//.*\n", re.MULTILINE)


class AssetsGenerator(OwnGenerator):
    """Decides the stylesheets' names before any page is written, and writes what is generated."""

    def generate_context(self) -> None:
        self.written: dict[str, str] = {}
        folder = self.settings["THEME_STATIC_DIR"]
        palette = palette_css(self.settings["SITE"].palette)
        static = Path(self.theme, "static")
        scripts = {path.stem: path for path in sorted((static / "js").glob("*.js"))}
        if self.settings["BUNDLE_ASSETS"]:
            self.context["sheets"] = {
                stem: [self._sheet(folder, stem, bundle(static / "css" / f"{stem}.css") + more)]
                for stem, more in _sheets(shortened(palette))
            }
            self.context["scripts"] = {
                stem: self._script(folder, stem, path) for stem, path in scripts.items()
            }
        else:
            own = f"{folder}/css/palette.css"
            self.written[own] = palette
            self.context["sheets"] = {
                stem: [f"{folder}/css/{stem}.css", *([own] if more else [])]
                for stem, more in _sheets(own)
            }
            self.context["scripts"] = {stem: f"{folder}/js/{stem}.js" for stem in scripts}

    def _sheet(self, folder: str, stem: str, css: str) -> str:
        name = _named(f"{folder}/css/{stem}", ".css", css)
        self.written[name] = css
        return name

    def _script(self, folder: str, stem: str, path: Path) -> str:
        code = _LINE_COMMENT.sub("", path.read_text(encoding="utf-8"))
        name = _named(f"{folder}/js/{stem}", ".js", code)
        self.written[name] = code
        return name

    def generate_output(self, writer: Writer) -> None:
        for name, text in self.written.items():
            write_anew(Path(self.output_path, name), text.encode())


def _sheets(palette: str) -> Iterator[tuple[str, str]]:
    """Yield each sheet, with the palette for those that others come after."""
    yield from ((stem, palette) for stem in MAIN_SHEETS)
    yield from ((stem, "") for stem in SHEETS)


def _named(stem: str, ending: str, text: str) -> str:
    return f"{stem}.{hashlib.sha256(text.encode()).hexdigest()[:12]}{ending}"


def palette_css(palette: Palette) -> str:
    """Return a complete palette as custom properties, each with its light and its dark value."""
    names = [name for name in Palette.model_fields if not name.endswith(DARK)]
    both = (
        f"--{_token(name)}: "
        f"light-dark(oklch({getattr(palette, name)}), oklch({getattr(palette, name + DARK)}));"
        for name in names
    )
    # light-dark() is from 2024, oklch() from 2023; older browsers get the light scheme.
    light = (f"--{_token(name)}: {palette.color(name).hex};" for name in names)
    return (
        "@layer tokens {\n"
        f":root {{\n{_lines(both)}}}\n"
        f"@supports not (color: light-dark(white, black)) {{\n:root {{\n{_lines(light)}}}\n}}\n"
        "}\n"
    )


def _token(name: str) -> str:
    return name.replace("_", "-")


def _lines(declarations: Iterable[str]) -> str:
    return "".join(f"{declaration}\n" for declaration in declarations)


def get_generator(pelican: Pelican) -> type[AssetsGenerator]:
    return AssetsGenerator


def register() -> None:
    signals.get_generators.connect(get_generator)
