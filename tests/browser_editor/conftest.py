"""The file format, started once for all tests of a worker."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.browser_editor.file_format import Format


@pytest.fixture(scope="session")
def file_format() -> Iterator[Format]:
    started = Format()
    yield started
    started.close()
