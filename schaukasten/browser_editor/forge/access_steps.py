"""A forge → how one gets a token there that reaches as far as it must, and how it ends."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import quote

from schaukasten.browser_editor.forge.forge import Forge
from schaukasten.language.messages import Message, _

#: What the token is called at the forge, so that one finds it again.
_TOKEN_NAME = "Redaktion"


@dataclass(frozen=True)
class Step:
    """A sentence, and where it sends one, if it does."""

    what: Message
    address: str = ""


def making(forge: Forge) -> list[Step]:
    """Return the steps to a new token."""
    return list({"github": _github, "gitlab": _gitlab, "gitea": _gitea}[forge.kind](forge))


def tokens_page(forge: Forge) -> str:
    """Return where the forge lists one's tokens, to take one back."""
    return {
        "github": f"{forge.server}/settings/personal-access-tokens",
        "gitlab": f"{forge.server}/-/user_settings/personal_access_tokens",
        "gitea": f"{forge.server}/user/settings/applications",
    }[forge.kind]


def _github(forge: Forge) -> Iterator[Step]:
    owner, _slash, name = forge.repository.partition("/")
    page = f"{tokens_page(forge)}/new"
    yield Step(_("Sign in at {forge}, and open this page:", forge=forge.name), page)
    yield Step(_("“Token name”: {name}.", name=_TOKEN_NAME))
    yield Step(
        _(
            "“Resource owner”: {owner}. If that is not among the choices, you are no member there "
            "yet; ask who looks after the website.",
            owner=owner,
        )
    )
    yield Step(_("“Expiration”: one year at most. Then you make a new one, as now."))
    yield Step(
        _(
            "“Repository access”: “Only select repositories”, and there {repository} alone.",
            repository=name,
        )
    )
    yield Step(
        _(
            "“Permissions”, “Repositories”: “Contents” and “Pull requests”, both with “Access: "
            "Read and write”. No others."
        )
    )
    yield Step(_("“Generate token”, and copy the token. It is shown only this once."))


def _gitlab(forge: Forge) -> Iterator[Step]:
    address = f"{tokens_page(forge)}?name={_TOKEN_NAME}&scopes=api"
    yield Step(
        _(
            "Has somebody given you a token for this project? Then you need none of your own. It "
            "reaches no further than the project, which is better."
        ),
        f"{forge.server}/{quote(forge.repository)}/-/settings/access_tokens",
    )
    yield Step(_("Else sign in at {forge}, and open this page:", forge=forge.name), address)
    yield Step(_("“Token name”: {name}.", name=_TOKEN_NAME))
    yield Step(_("“Expiration date”: one year at most. Then you make a new one, as now."))
    yield Step(
        _(
            "“Select scopes”: “api”, and no other. It reaches all of your projects, so your "
            "account should have no others."
        )
    )
    yield Step(_("Create the token, and copy it. It is shown only this once."))


def _gitea(forge: Forge) -> Iterator[Step]:
    yield Step(_("Sign in at {forge}, and open this page:", forge=forge.name), tokens_page(forge))
    yield Step(_("“Token name”: {name}.", name=_TOKEN_NAME))
    yield Step(
        _(
            "“Permissions”: “repository” with “Read and write”, and “user” with “Read”. No "
            "others. It reaches all of your repositories, so your account should have no others."
        )
    )
    yield Step(_("“Generate token”, and copy the token. It is shown only this once."))
