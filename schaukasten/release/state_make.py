"""Making the folder for the publisher's own things, and trying whether a site can change by it."""

from __future__ import annotations

from contextlib import suppress
from pathlib import PurePosixPath

from schaukasten.release.targets.errors import ConnectionCut, NothingDeleted, PublishError
from schaukasten.release.targets.paths import PLAIN_STATE, STATE, Places
from schaukasten.release.transports.base import Transport, folder_of
from schaukasten.release.transports.refusals import no_deleting, no_dots, refused

# In case the folder lies inside some website after all. Both modules are allowed everywhere.
_NOT_SERVED = b"""<IfModule mod_alias.c>
RedirectMatch 404 ^
</IfModule>
<IfModule mod_rewrite.c>
RewriteEngine On
RewriteRule ^ - [R=404,L]
</IfModule>
"""

#: What keeps visitors out, by the kind of the folder's name. Without .htaccess that is only what
#: FTP can do: the folder is the user's alone, and who may enter it all the same sees no list.
_GUARDS = {STATE: (".htaccess", _NOT_SERVED), PLAIN_STATE: ("index.html", b"")}


def make(transport: Transport, places: Places, token: str) -> bool:
    """Make the folder; False if no file can be renamed from there into the website.

    Under another name first: a folder of the right name has passed all of this. Under one of this
    publisher's own, for what two share the one would take away from the other.
    """
    new = f"{_new(places.state)}{token}"
    has_passed = False
    try:
        has_passed = _passes(transport, places, new, places.name)
        if has_passed:
            transport.move_folder(new, places.state)
            _tidy_others(transport, places)
            return True
    except BaseException as error:
        with suppress(PublishError):
            _tidy(transport, places, new, places.name)
        if (
            not has_passed
            and isinstance(error, PublishError)
            and not isinstance(error, ConnectionCut | NothingDeleted)
            and places.name == STATE
            and _would_do_without_dots(transport, places, token)
        ):
            raise no_dots(error) from error
        raise
    _tidy(transport, places, new, places.name)
    return False


def _new(state: str) -> str:
    """What the names of folders begin with that are being made."""
    return f"{state}-new-"


def _passes(transport: Transport, places: Places, folder: str, name: str) -> bool:
    """Make a folder as the state's one is, and say whether files can be renamed from it."""
    guard, raw = _GUARDS[name]
    transport.make_folder(folder, private=True)
    transport.put(f"{folder}/{guard}", raw)
    # Before anything goes into the website that could not be taken away again.
    try:
        transport.delete([f"{folder}/{guard}"])
    except ConnectionCut:
        raise
    except PublishError as error:
        raise no_deleting(error) from error
    transport.put(f"{folder}/{guard}", raw)
    return _can_rename(transport, folder, _trial(places, name))


def _trial(places: Places, name: str) -> str:
    return places.live(f"{name}-try")


def _can_rename(transport: Transport, folder: str, there: str) -> bool:
    """Try whether a file can be moved from the folder over another one of the website."""
    here = f"{folder}/try"
    try:
        for _time in range(2):
            transport.store({here: bytes})
            if here not in transport.kinds([here]):
                # Who sees nothing of what is there would take everything for missing.
                raise refused(folder, "LIST, SIZE")
            transport.rename({here: there})
    except ConnectionCut:
        raise
    except PublishError:
        return False
    transport.delete([there])
    return True


def _would_do_without_dots(transport: Transport, places: Places, token: str) -> bool:
    """Whether what has just failed succeeds under names that do not begin with a dot."""
    folder = str(PurePosixPath(places.state).with_name(f"{_new(PLAIN_STATE)}{token}"))
    try:
        return _passes(transport, places, folder, PLAIN_STATE)
    except PublishError:
        return False
    finally:
        with suppress(PublishError):
            _tidy(transport, places, folder, PLAIN_STATE)


def _tidy(transport: Transport, places: Places, folder: str, name: str) -> None:
    """Leave nothing of a folder that was made for trying."""
    guard, _raw = _GUARDS[name]
    inside = (guard, f"{guard}.part", "try")
    _delete(transport, [_trial(places, name), *(f"{folder}/{each}" for each in inside)])
    transport.remove_folder(folder)


def _tidy_others(transport: Transport, places: Places) -> None:
    """Take away what killed publishers have left; a living one finds the folder that is ready."""
    folder = folder_of(places.state)
    start = _new(places.state.rpartition("/")[2])
    with suppress(PublishError):
        for name in transport.sizes(folder) or ():
            if name.startswith(start) and "/" not in name:
                _tidy(transport, places, f"{folder.rstrip('/')}/{name}", places.name)


def _delete(transport: Transport, paths: list[str]) -> None:
    for path in transport.kinds(paths):
        # Each for itself: a host may forbid even to delete one of them.
        with suppress(PublishError):
            transport.delete([path])


def unmake(transport: Transport, places: Places) -> None:
    """Take the folder away again, unless something waits in it that need not be sent twice."""
    transport.remove_folder(places.incoming)
    kept = (places.incoming, places.manifest, places.next_manifest, places.lock)
    if not transport.kinds(kept):
        _delete(transport, [f"{places.next_manifest}.part"])
        _tidy(transport, places, places.state, places.name)
