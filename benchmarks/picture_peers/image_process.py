"""A photograph, a folder and widths → its files as Pelican's image-process makes them by default.

Run with the Python of an environment of its own.
"""

from __future__ import annotations

import json
import sys
import time
from pathlib import Path

from pelican.plugins.image_process.image_process import process_image
from pelican.settings import DEFAULT_CONFIG

SETTINGS = DEFAULT_CONFIG | {
    "IMAGE_PROCESS_FORCE": True,
    "IMAGE_PROCESS_COPY_EXIF_TAGS": False,
    "IMAGE_PROCESS_ENCODING": "utf-8",
}


def main() -> None:
    photograph, folder, *widths = sys.argv[1:]
    start = time.process_time()
    files = []
    for width in map(int, widths):
        made = Path(folder) / f"{width}.jpg"
        # As its handbook scales a picture for a page.
        process_image((photograph, str(made), [f"scale_in {width} {9 * width} False"]), SETTINGS)
        files.append(["jpeg", width, str(made)])
    print(json.dumps({"seconds": time.process_time() - start, "files": files}))


if __name__ == "__main__":
    main()
