"""A photograph of twelve megapixels: what its files weigh beside those of peers, and the seconds.

Compared is what a browser of today takes: our AVIF, eleventy-img's WebP and image-process' JPEG,
each with its defaults and at the widths that we publish. A peer's file looks as it looks; ours is
weighed at the quality at which it looks the same (structural similarity).
"""

from __future__ import annotations

import argparse
import itertools
import json
import math
import subprocess
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from statistics import median
from typing import NamedTuple

from PIL import Image, ImageOps

from benchmarks.photographs import from_telephone
from benchmarks.programs import node_packages, python_environment
from schaukasten.model.files.encoders import encoded
from schaukasten.model.files.image_file import scaled
from schaukasten.model.files.picture import WIDTHS
from schaukasten.model.files.variant_files import variant_files

HERE = Path(__file__).resolve().parent / "picture_peers"
ELEVENTY = "@11ty/eleventy-img@6.0.4"
IMAGE_PROCESS = ("pelican-image-process==3.4.0", "pelican==4.12.0", "scikit-image==0.26.0")
#: Parts of our quality, among which the one is looked for that looks like a peer's file.
STEPS = (0.5, 0.65, 0.8, 0.9, 1, 1.1, 1.2, 1.35, 1.5, 1.7)
COUNT = 3
_FORMATS = ("avif", "webp", "jpg")


class Made(NamedTuple):
    """A published file of somebody's, and how much it looks like the photograph."""

    format: str
    width: int
    size: int
    likeness: float


@dataclass(frozen=True)
class Figures:
    """What one photograph became, by whose; `ladder` has ours at other qualities."""

    seconds: dict[str, float]
    files: dict[str, list[Made]]
    ladder: list[Made]

    def file(self, whose: str, format: str, width: int) -> Made | None:
        """Return it; ours has no file that would be heavier than the next format's."""
        found = (one for one in self.files[whose] if (one.format, one.width) == (format, width))
        return next(found, None)

    def against(self, whose: str, format: str, width: int) -> float:
        """Return the weight of our AVIF that looks like a peer's file, as a part of it."""
        theirs = self.file(whose, format, width)
        assert theirs is not None
        rungs = sorted((one.likeness, one.size) for one in self.ladder if one.width == width)
        return _size_at(rungs, theirs.likeness) / theirs.size


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("photographs", type=Path, nargs="*", help="instead of drawn ones")
    given = [path.read_bytes() for path in parser.parse_args().photographs]
    figures = []
    for raw in given or map(from_telephone, range(COUNT)):
        with tempfile.TemporaryDirectory() as name:
            figures.append(measured(raw, Path(name)))
    print(f"{len(figures)} photographs; medians, bytes, and in brackets how alike (1 is equal)")
    print(table(figures))
    for whose in figures[0].seconds:
        took = median(one.seconds[whose] for one in figures)
        print(f"{whose}: {took:.2f} s CPU for the files of one photograph")


def measured(raw: bytes, folder: Path) -> Figures:
    photograph = folder / "photograph.jpg"
    photograph.write_bytes(raw)
    made = {
        "ours": _ours(raw, folder),
        "eleventy-img": _theirs(
            ["node", str(HERE / "eleventy.mjs"), str(node_packages(ELEVENTY))], photograph
        ),
        "image-process": _theirs(
            [_python(), str(HERE / "image_process.py")],
            photograph,
        ),
    }
    files = {whose: paths for whose, (_seconds, paths) in made.items()}
    ladder = _ladder(raw, folder)
    found = iter(_looked_at(photograph, [*itertools.chain(*files.values()), *ladder]))
    return Figures(
        {whose: seconds for whose, (seconds, _paths) in made.items()},
        {whose: list(itertools.islice(found, len(paths))) for whose, paths in files.items()},
        list(found),
    )


#: Format, width and path of a file.
_File = tuple[str, int, str]


def _ours(raw: bytes, folder: Path) -> tuple[float, list[_File]]:
    start = time.process_time()
    made = variant_files(raw, "photograph.jpg", _sizes(raw), _FORMATS)
    seconds = time.process_time() - start
    files = []
    for ending, variants in made.items():
        for width, data in zip(WIDTHS, variants, strict=True):
            path = folder / f"ours-{width}.{ending}"
            path.write_bytes(data)
            files.append((ending, width, str(path)))
    return seconds, files


def _ladder(raw: bytes, folder: Path) -> list[_File]:
    files = []
    for width, picture in zip(WIDTHS, scaled(raw, "photograph.jpg", _sizes(raw)), strict=True):
        for step in STEPS:
            path = folder / f"step-{width}-{step}.avif"
            path.write_bytes(encoded(picture.copy(), "avif", step=step))
            files.append(("avif", width, str(path)))
    return files


def _theirs(command: Sequence[str], photograph: Path) -> tuple[float, list[_File]]:
    folder = photograph.with_name(Path(command[1]).stem)
    widths = map(str, WIDTHS)
    said = subprocess.check_output([*command, str(photograph), str(folder), *widths], text=True)
    answer = json.loads(said.splitlines()[-1])
    return answer["seconds"], [tuple(file) for file in answer["files"]]


def _looked_at(photograph: Path, files: Sequence[_File]) -> list[Made]:
    """Hold each file against the photograph at its size, scaled once and losslessly."""
    whole = ImageOps.exif_transpose(Image.open(photograph)).convert("RGB")
    pairs, known = [], set()
    for _format, _width, path in files:
        size = Image.open(path).size
        reference = photograph.with_name(f"reference-{size[0]}-{size[1]}.png")
        if size not in known:
            whole.resize(size, Image.Resampling.LANCZOS).save(reference)
            known.add(size)
        pairs.append((str(reference), path))
    said = subprocess.run(
        [_python(), str(HERE / "similarity.py")],
        input=json.dumps(pairs),
        stdout=subprocess.PIPE,
        text=True,
        check=True,
    )
    return [
        Made(format, width, Path(path).stat().st_size, likeness)
        for (format, width, path), likeness in zip(files, json.loads(said.stdout), strict=True)
    ]


def _size_at(rungs: Sequence[tuple[float, int]], likeness: float) -> float:
    """Return the weight at a likeness, between the two rungs around it or along the last two."""
    pairs = list(itertools.pairwise(rungs))
    (low, light), (high, heavy) = next((two for two in pairs if two[1][0] >= likeness), pairs[-1])
    part = (likeness - low) / (high - low)
    return math.exp(math.log(light) + part * (math.log(heavy) - math.log(light)))


def table(figures: Sequence[Figures]) -> str:
    shown = [("ours", one) for one in _FORMATS]
    shown += [("eleventy-img", "webp"), ("eleventy-img", "jpeg"), ("image-process", "jpeg")]
    peers = (("eleventy-img", "webp"), ("image-process", "jpeg"))
    heads = [f"{whose}, {format}" for whose, format in shown]
    heads += [f"ours as alike / {whose}'s" for whose, _format in peers]
    lines = [f"| width | {' | '.join(heads)} |", "| --- " * (len(heads) + 1) + "|"]
    for width in WIDTHS:
        cells = [_cell(figures, whose, format, width) for whose, format in shown]
        cells += [f"{median(one.against(*peer, width) for one in figures):.2f}" for peer in peers]
        lines.append(f"| {width} | {' | '.join(cells)} |")
    return "\n".join(lines)


def _cell(figures: Sequence[Figures], whose: str, format: str, width: int) -> str:
    made = [file for one in figures if (file := one.file(whose, format, width))]
    if not made:
        return "–"
    size, likeness = (median(part) for part in ([f.size for f in made], [f.likeness for f in made]))
    return f"{size:,.0f} ({likeness:.4f})"


def _sizes(raw: bytes) -> list[tuple[int, int]]:
    wide, high = ImageOps.exif_transpose(Image.open(BytesIO(raw))).size
    return [(width, round(high * width / wide)) for width in WIDTHS]


def _python() -> str:
    return str(python_environment(*IMAGE_PROCESS) / "bin" / "python")


if __name__ == "__main__":
    main()
