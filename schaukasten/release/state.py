"""The folder on the host for what the publisher keeps there: out of reach of visitors."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import PurePosixPath

from schaukasten.language.messages import _
from schaukasten.release.targets.errors import ConnectionCut, PublishError
from schaukasten.release.targets.paths import PLAIN_STATE, STATE, Places
from schaukasten.release.targets.target import Target
from schaukasten.release.transports.base import Transport
from schaukasten.release.transports.refusals import no_dots, refused

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


def find_places(target: Target, transport: Transport) -> Places:
    """Return where things lie, without making anything."""
    outside, inside = candidates(target, transport)
    return inside if not _is_used(transport, outside) and _is_used(transport, inside) else outside


@contextmanager
def state_folder(target: Target, transport: Transport) -> Iterator[Places]:
    """Give where things lie, with a folder for the state; one made for nothing goes again."""
    places, is_new = _made_places(target, transport)
    try:
        yield places
    except BaseException:
        if is_new:
            with suppress(PublishError):
                _unmake(transport, places)
        raise


def _made_places(target: Target, transport: Transport) -> tuple[Places, bool]:
    """Return where things lie, and whether the state's folder is new.

    It is made beside the website if that can be. It can not where the account begins at the
    website's root, or may not write beside it, or where that is another disk, to which no file can
    be renamed.
    """
    outside, inside = candidates(target, transport)
    if outside != inside:
        if outside.state in transport.kinds([outside.state]):
            return outside, False
        if transport.sizes(inside.root) is not None and not _is_used(transport, inside):
            try:
                if _make(transport, outside):
                    return outside, True
            except ConnectionCut:
                raise
            except PublishError:
                pass
    if inside.state in transport.kinds([inside.state]):
        return inside, False
    names_in_root(transport, inside)
    if not _make(transport, inside):
        raise PublishError(
            _("The host cannot rename a file over another one, or list a folder."),
            _("Without that no site can change unbroken. Try its other kind of access."),
        )
    return inside, True


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


def _make(transport: Transport, places: Places) -> bool:
    """Make the folder; False if no file can be renamed from there into the website.

    Under another name first: a folder of the right name has passed all of this.
    """
    new = f"{places.state}-new"
    name, raw = _GUARDS[places.name]
    there = places.live(f"{places.name}-try")
    try:
        transport.make_folder(new, private=True)
        transport.put(f"{new}/{name}", raw)
        if _can_rename(transport, new, there):
            transport.move_folder(new, places.state)
            return True
    except BaseException as error:
        with suppress(PublishError):
            _tidy(transport, new, name, there)
        if (
            isinstance(error, PublishError)
            and not isinstance(error, ConnectionCut)
            and places.name == STATE
            and _would_do_without_dots(transport, places)
        ):
            raise no_dots(error) from error
        raise
    _tidy(transport, new, name, there)
    return False


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


def _would_do_without_dots(transport: Transport, places: Places) -> bool:
    """Whether what has just failed succeeds under names that do not begin with a dot."""
    folder = str(PurePosixPath(places.state).with_name(f"{PLAIN_STATE}-new"))
    name, raw = _GUARDS[PLAIN_STATE]
    try:
        transport.make_folder(folder, private=True)
        transport.put(f"{folder}/{name}", raw)
    except PublishError:
        return False
    finally:
        with suppress(PublishError):
            _tidy(transport, folder, name)
    return True


def _tidy(transport: Transport, folder: str, guard: str, *more: str) -> None:
    """Leave nothing of a folder that was made for trying."""
    names = (guard, f"{guard}.part", "try")
    leftovers = [*more, *(f"{folder}/{name}" for name in names)]
    for path in transport.kinds(leftovers):
        # Each for itself: a host may forbid even to delete one of them.
        with suppress(PublishError):
            transport.delete([path])
    transport.remove_folder(folder)


def _unmake(transport: Transport, places: Places) -> None:
    """Take the folder away again, unless something waits in it that need not be sent twice."""
    transport.remove_folder(places.incoming)
    kept = (places.incoming, places.manifest, places.next_manifest)
    if not transport.kinds(kept):
        name, _raw = _GUARDS[places.name]
        _tidy(transport, places.state, name, f"{places.next_manifest}.part")


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
