"""A forge → what Sveltia CMS has to know to sign in there and to save.

What is left out is left out on purpose: no way over a server of somebody else (Netlify), and no
links to the public site, which Sveltia would ask from the browser whether it is there.
"""

from __future__ import annotations

from typing import Any
from urllib.parse import quote

from schaukasten.browser_editor.forge.forge import Forge
from schaukasten.language.messages import Gettext, _

#: What git's history says of each kind of change. `{{…}}` is filled in by Sveltia.
_COMMITS = {
    "create": _("{name} begun: {slug}", name="{{collection}}", slug="{{slug}}"),
    "update": _("{name} changed: {slug}", name="{{collection}}", slug="{{slug}}"),
    "delete": _("{name} deleted: {slug}", name="{{collection}}", slug="{{slug}}"),
    "uploadMedia": _("{file} uploaded", file="{{path}}"),
    "deleteMedia": _("{file} deleted", file="{{path}}"),
}


def for_sveltia(forge: Forge, gettext: Gettext) -> dict[str, Any]:
    """Return what is added to Sveltia's configuration."""
    backend: dict[str, Any] = {
        "name": forge.kind,
        "repo": forge.repository,
        "branch": forge.branch,
        "auth_methods": ["token"],
        "commit_messages": {kind: told.text(gettext) for kind, told in _COMMITS.items()},
    }
    if forge.kind != "github" or forge.api != "https://api.github.com":
        backend |= {"base_url": forge.server, "api_root": forge.api}
        if forge.kind == "github":
            # Made of the root above, it would be an address that no server has.
            backend["graphql_api_root"] = f"{forge.server}/api/graphql"
    if forge.app_id:
        backend |= {"app_id": forge.app_id, "auth_methods": ["oauth", "token"]}
        if forge.kind == "gitlab":
            backend["auth_type"] = "pkce"
    mode = "editorial_workflow" if forge.has_proposals else "simple"
    return {"backend": backend, "publish_mode": mode, "show_preview_links": False}


def after_saving(forge: Forge) -> dict[str, str]:
    """Return where one sees what became of a save: `{branch}` in it is that of the entry."""
    if forge.kind == "github":
        search = f"{quote('is:open head:', safe='')}{{branch}}"
        return {"manner": "proposed", "address": f"{forge.address}/pulls?q={search}"}
    if forge.kind == "gitlab":
        search = "state=opened&source_branch={branch}"
        return {"manner": "proposed", "address": f"{forge.address}/-/merge_requests?{search}"}
    branch = quote(forge.branch)
    return {"manner": "saved", "address": f"{forge.address}/commits/branch/{branch}"}
