"""The folder on the host for what the publisher keeps there: out of reach of visitors."""

from __future__ import annotations

from pathlib import PurePosixPath

from schaukasten.language.messages import _
from schaukasten.release.targets.errors import ConnectionCut, PublishError
from schaukasten.release.targets.paths import STATE, Places
from schaukasten.release.targets.target import Target
from schaukasten.release.transports.base import Transport, refused

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
    return inside if not _is_used(transport, outside) and _is_used(transport, inside) else outside


def make_places(target: Target, transport: Transport) -> Places:
    """Return where things lie; make the state's folder, beside the website if that can be.

    It can not where the account begins at the website's root, or may not write beside it, or
    where that is another disk, to which no file can be renamed.
    """
    outside, inside = candidates(target, transport)
    if outside != inside:
        if outside.state in transport.kinds([outside.state]):
            return outside
        if transport.sizes(inside.root) is not None and not _is_used(transport, inside):
            try:
                if _make(transport, outside):
                    return outside
            except ConnectionCut:
                raise
            except PublishError:
                pass
    if inside.state not in transport.kinds([inside.state]):
        names_in_root(transport, inside)
        if not _make(transport, inside):
            raise PublishError(
                _("The host cannot rename a file over another one, or list a folder."),
                _("Without that no site can change unbroken. Try its other kind of access."),
            )
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


def _is_used(transport: Transport, places: Places) -> bool:
    manifests = (places.manifest, places.next_manifest)
    return any(transport.read(manifest) is not None for manifest in manifests)


def _make(transport: Transport, places: Places) -> bool:
    """Make the folder; False if no file can be renamed from there into the website.

    Under another name first: a folder of the right name has passed all of this.
    """
    new = f"{places.state}-new"
    transport.make_folder(new, private=True)
    transport.put(f"{new}/.htaccess", _NOT_SERVED)
    if not _can_rename(transport, new, places.live(f"{STATE}-try")):
        transport.delete([f"{new}/.htaccess", f"{new}/try"])
        transport.remove_folder(new)
        return False
    transport.move_folder(new, places.state)
    return True


def _can_rename(transport: Transport, folder: str, there: str) -> bool:
    """Try whether a file can be moved from the folder over another one of the website."""
    here = f"{folder}/try"
    try:
        for _time in range(2):
            transport.store({here: bytes})
            if "try" not in (transport.sizes(folder) or {}):
                # Who cannot list what is there would take everything for missing.
                raise refused(folder, "LIST")
            transport.rename({here: there})
    except ConnectionCut:
        raise
    except PublishError:
        return False
    finally:
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
