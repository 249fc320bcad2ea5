"""The library `pydantic`, without a search for plug-ins: there are none in the environment.

For that it would read what every library there says of itself.
"""

from __future__ import annotations

from collections.abc import Iterator

from schaukasten.stand_in import StandIn, standing_in


def _no_entry_points(group: str) -> Iterator[object]:
    return iter(())


with standing_in({"importlib.metadata": StandIn("metadata", entry_points=_no_entry_points)}):
    import pydantic.plugin._loader  # noqa: F401
