"""The library `invoke`, without `unittest.mock`: that is for tests only, and most of its start."""

from __future__ import annotations

import sys
from types import ModuleType

_MOCK = "unittest.mock"

is_away = _MOCK not in sys.modules
if is_away:
    # Behind it stand asyncio and ssl, a twelfth of a second.
    sys.modules[_MOCK] = ModuleType(_MOCK)
    vars(sys.modules[_MOCK])["Mock"] = object
try:
    from invoke import Collection, Context, Program, task
finally:
    if is_away:
        del sys.modules[_MOCK]

__all__ = ["Collection", "Context", "Program", "task"]
