"""The folder on the host for what the publisher keeps there: out of reach of visitors."""

from __future__ import annotations

from pathlib import PurePosixPath

from schaukasten.messages import _
from schaukasten.release.errors import ConnectionCut, PublishError
from schaukasten.release.paths import STATE, Places
from schaukasten.release.target import Target
from schaukasten.release.transports.base import Transport

# In case the folder lies inside some website after all. Both modules are allowed everywhere.
_NOT_SERVED = b"""<IfModule mod_alias.c>
RedirectMatch 404 ^
</IfModule>
<IfModule mod_rewrite.c>
RewriteEngine On
RewriteRule ^ - [R=404,L]
</IfModule>
"""


def find_places(target: Target, transport: Transport) -> Places:
    """Return where things lie, without making anything."""
    outside, inside = candidates(target, transport)
    if transport.read(outside.manifest) is None and transport.read(inside.manifest) is not None:
        return inside
    return outside


def make_places(target: Target, transport: Transport) -> Places:
    """Return where things lie; make the state's folder, beside the website if that can be.

    It can not where the account begins at the website's root, or may not write beside it, or
    where that is another disk, to which no file can be renamed.
    """
    outside, inside = candidates(target, transport)
    if outside != inside:
        try:
            if not transport.make_folder(outside.state, private=True):
                return outside
        except ConnectionCut:
            raise
        except PublishError:
            pass
        else:
            if (
                transport.sizes(inside.root) is not None
                and transport.read(inside.manifest) is None
                and _can_rename(transport, outside)
            ):
                return _hidden(transport, outside)
            transport.remove_folder(outside.state)
    names_in_root(transport, inside)
    if transport.make_folder(inside.state, private=True):
        _hidden(transport, inside)
    return inside


def candidates(target: Target, transport: Transport) -> tuple[Places, Places]:
    """Return the place beside the website and the one inside it; the same where one is given."""
    root = _at_home(target.path, transport)
    if target.state is not None:
        given = Places(root, _at_home(target.state, transport))
        return given, given
    inside = Places(root, f"{root}/{STATE}")
    if not root:
        return inside, inside
    path = PurePosixPath(root)
    return Places(root, str(path.with_name(f"{STATE}-{path.name}"))), inside


def _at_home(path: str, transport: Transport) -> str:
    return transport.home().rstrip("/") + path[1:] if path.startswith("~") else path


def _hidden(transport: Transport, places: Places) -> Places:
    transport.put(f"{places.state}/.htaccess", _NOT_SERVED)
    return places


def _can_rename(transport: Transport, places: Places) -> bool:
    """Try whether a file can be moved from the state's folder into the website in one step."""
    here, there = f"{places.state}/try", places.live(f"{STATE}-try")
    transport.store({here: b""})
    try:
        transport.rename({here: there})
    except ConnectionCut:
        raise
    except PublishError:
        transport.delete([here])
        return False
    transport.delete([there])
    return True


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
