"""What a finished site says of itself: `output/.schaukasten`, written by the build.

The publisher reads it, which may run on another machine and knows no content. It is never
published.
"""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Annotated

from pydantic import AwareDatetime, BaseModel, ConfigDict, Field, StringConstraints

from schaukasten.kept.last_output import write_anew
from schaukasten.record.items import Inventory

#: The file that says that a folder was built, and may be replaced by the next build.
MARK = ".schaukasten"


class Strict(BaseModel):
    """Data that is as we write it, or refused."""

    model_config = ConfigDict(extra="forbid", frozen=True, defer_build=True)


class Commit(Strict):
    """A commit of the content's repository; `modified` if files differed from it."""

    id: Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{40,64}$")]
    time: AwareDatetime
    modified: bool = False


class BuildRecord(Strict):
    """How a site was built; `website` is its public address without a slash at the end."""

    preview: bool
    website: str
    language: str
    #: The day it was built for, YYYY-MM-DD.
    day: str
    #: None where git does not know it, for the reason `commit_unknown`, a sentence.
    commit: Commit | None
    commit_unknown: str = ""
    #: What the live site waits for, a sentence each.
    open_items: list[str]
    #: Old address → new address, both from the root of the site.
    redirects: dict[str, str]
    #: Files that went by themselves (`fingerprint`), with the last day on which they were there.
    ended: dict[str, dt.date] = {}
    #: Whether `.htaccess` leads to https, and to the one name of the host.
    to_https: bool = True
    to_host: bool = True
    inventory: Inventory = Field(default_factory=Inventory)
    #: Whether this is the editor in the browser, and no site. `website` is that of the site then.
    editor: bool = False
    #: What `.htaccess` sets, where that is not what a site has: small names, whole values.
    headers: dict[str, str] = {}

    def write(self, output: Path) -> None:
        write_anew(output / MARK, f"{self.model_dump_json(indent=1)}\n".encode())

    @classmethod
    def read(cls, output: Path) -> BuildRecord | None:
        """Return the record of a built folder; None where none was built, or by older code."""
        try:
            return cls.model_validate_json((output / MARK).read_bytes())
        except (OSError, ValueError):
            return None


def is_same_record(one: Path, other: Path) -> bool:
    """Whether two built folders say the same of themselves, letter by letter."""
    try:
        return (one / MARK).read_bytes() == (other / MARK).read_bytes()
    except OSError:
        return False
