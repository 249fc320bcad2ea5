"""The library `invoke`, without what is for tests, for its settings and for its version."""

from __future__ import annotations

from schaukasten.stand_in import Nothing, StandIn, standing_in


def _safe_load(text: object) -> object:
    """Read YAML by the real one, where somebody has settings of invoke in it."""
    from invoke.vendor import yaml

    return yaml.safe_load(text)


_INSTEAD = {
    # Behind it stand asyncio and ssl, a twelfth of a second.
    "unittest.mock": StandIn("unittest.mock", Mock=object),
    # Behind it stands all of `email`.
    "importlib.metadata": StandIn("importlib.metadata", version=Nothing),
    "invoke.vendor.yaml": StandIn("invoke.vendor.yaml", safe_load=_safe_load),
}
with standing_in(_INSTEAD):
    from invoke import Collection, Context, Program, task

__all__ = ["Collection", "Context", "Program", "task"]
