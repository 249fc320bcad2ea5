"""Lines of JavaScript → what they hand to `tell`; imports start in the sources of the editor."""

from __future__ import annotations

import json
import subprocess
from typing import Any

from tests import parts

SOURCES = parts.EDITOR_PAGE / "src"


def told(script: str, **given: object) -> Any:
    """Run a script of its own, in which `given` is what is given and `tell(value)` ends it."""
    start = (
        f"const given = {json.dumps(given)};\nconst tell = (v) => console.log(JSON.stringify(v));\n"
    )
    done = subprocess.run(
        [str(parts.node_path()), "--input-type=module", "-"],
        cwd=SOURCES,
        input=start + script,
        capture_output=True,
        text=True,
        check=False,
    )
    assert not done.returncode, done.stderr
    return json.loads(done.stdout)
