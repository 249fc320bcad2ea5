"""The folder on the host for what the publisher keeps there: out of reach of visitors."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import PurePosixPath

from schaukasten.language.messages import _
from schaukasten.release.lock_note import busy
from schaukasten.release.state_make import make, unmake
from schaukasten.release.targets.errors import ConnectionCut, NothingDeleted, PublishError
from schaukasten.release.targets.paths import PLAIN_STATE, STATE, Places
from schaukasten.release.targets.target import Target
from schaukasten.release.transports.base import Transport


def find_places(target: Target, transport: Transport) -> Places:
    """Return where things lie, without making anything."""
    outside, inside = candidates(target, transport)
    return inside if not _is_used(transport, outside) and _is_used(transport, inside) else outside


@contextmanager
def state_folder(
    target: Target, transport: Transport, token: str, made: set[str]
) -> Iterator[Places]:
    """Give where things lie, with a folder for the state; one made for nothing goes again.

    `made` is kept over attempts: folders that an earlier one has made before the line broke.
    """
    places = _made_places(target, transport, token, made)
    try:
        yield places
    except BaseException:
        if places.state in made:
            with suppress(PublishError):
                unmake(transport, places)
        raise


def _made_places(target: Target, transport: Transport, token: str, made: set[str]) -> Places:
    """Return where things lie, with a folder for the state.

    It is made beside the website if that can be. It can not where the account begins at the
    website's root, or may not write beside it, or where that is another disk, to which no file can
    be renamed.

    Of two publishers who make one at the same time each looks for the other's folder when its own
    is there: never do two work in two places.
    """
    outside, inside = candidates(target, transport)
    if outside != inside:
        if _is_there(transport, outside):
            return outside
        if transport.sizes(inside.root) is not None and not _is_there(transport, inside):
            try:
                is_made = _make(transport, outside, token, made)
            except (ConnectionCut, NothingDeleted):
                raise
            except PublishError:
                is_made = False
            if is_made:
                _refuse_two(transport, outside, inside)
                return outside
            if _is_there(transport, outside):
                return outside
    if _is_there(transport, inside):
        return inside
    names_in_root(transport, inside)
    try:
        is_made = _make(transport, inside, token, made)
    except PublishError:
        if not _is_there(transport, inside):
            raise
        return inside
    if not is_made:
        raise PublishError(
            _("The host cannot rename a file over another one, or list a folder."),
            _("Without that no site can change unbroken. Try its other kind of access."),
        )
    if outside != inside:
        _refuse_two(transport, inside, outside)
    return inside


def _make(transport: Transport, places: Places, token: str, made: set[str]) -> bool:
    try:
        is_made = make(transport, places, token)
    except ConnectionCut:
        # Perhaps only the answer was lost.
        made.add(places.state)
        raise
    if is_made:
        made.add(places.state)
    return is_made


def _is_there(transport: Transport, places: Places) -> bool:
    return places.state in transport.kinds([places.state])


def _refuse_two(transport: Transport, ours: Places, other: Places) -> None:
    """Raise PublishError if another publisher has made its folder at the other place meanwhile."""
    if _is_there(transport, other):
        unmake(transport, ours)
        raise busy(None)


def candidates(target: Target, transport: Transport) -> tuple[Places, Places]:
    """Return the place beside the website and the one inside it; the same where one is given."""
    root = _at_home(target.path, transport)
    name = STATE if target.dotfiles else PLAIN_STATE
    if target.state is not None:
        given = Places(root, _at_home(target.state, transport), name)
        return given, given
    inside = Places(root, f"{root}/{name}", name)
    if not root:
        return inside, inside
    path = PurePosixPath(root)
    return Places(root, str(path.with_name(f"{name}-{path.name}")), name), inside


def _at_home(path: str, transport: Transport) -> str:
    return transport.home().rstrip("/") + path[1:] if path.startswith("~") else path


def _is_used(transport: Transport, places: Places) -> bool:
    manifests = (places.manifest, places.next_manifest)
    return any(transport.read(manifest) is not None for manifest in manifests)


def names_in_root(transport: Transport, places: Places) -> dict[str, int]:
    """Return what lies in the website's root; raise PublishError if there is no such folder."""
    names = transport.sizes(places.root or "/")
    if names is None:
        raise PublishError(
            _("There is no folder “{path}” on the host.", path=places.root),
            _(
                "Check the path in the target’s address; in the host’s control panel it is the "
                "folder that your domain leads to. If it is missing, make it there."
            ),
        )
    return names
