"""A forge → the page that guides one through signing in, and out again, as HTML.

It is a file beside the editor. Its script (`page/src/access.js`) knows who is signed in in this
browser, and forgets them.
"""

from __future__ import annotations

from collections.abc import Callable
from html import escape

from schaukasten.browser_editor.forge.access_steps import Step, making, tokens_page
from schaukasten.browser_editor.forge.forge import Forge
from schaukasten.language.messages import Gettext, Message, _

#: Its name beside the editor's index.html; the address does not change.
NAME = "anmelden.html"

_HEAD = """\
<!doctype html>
<html lang="{language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>{title}</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="access.css">
<script type="module" src="access.js"></script>
</head>
<body>
<main>
<h1>{title}</h1>
"""
_END = """\
</main>
</body>
</html>
"""
#: What the script shows, and fills in.
_SIGNED_IN = """\
<section id="signed-in" hidden>
<p>{as_whom} <strong id="name"></strong></p>
<p><button type="button" id="sign-out">{sign_out}</button></p>
</section>
<p id="signed-out" role="status" hidden>{signed_out}</p>
"""


def access_page(forge: Forge, language: str, gettext: Gettext) -> str:
    def told(message: Message) -> str:
        return escape(message.text(gettext))

    def paragraph(*sentences: Message) -> str:
        return f"<p>{' '.join(map(told, sentences))}</p>\n"

    def heading(message: Message) -> str:
        return f"<h2>{told(message)}</h2>\n"

    return "".join(
        [
            _HEAD.format(
                language=escape(language), title=told(_("Signing in to the editor, and out"))
            ),
            f'<p><a href="./">{told(_OPEN)}</a></p>\n',
            _SIGNED_IN.format(
                as_whom=told(_("Signed in in this browser:")),
                sign_out=told(_("Sign out, and delete all that the editor keeps here")),
                signed_out=told(_("Signed out. Nothing of the editor is left in this browser.")),
            ),
            paragraph(
                _("The texts of this website lie at {forge}.", forge=forge.name),
                _("So you sign in with your account there, which may change these texts:"),
            ),
            _links([Step(Message("{name}", (("name", forge.repository),)), forge.address)], told),
            heading(_("Signing in")),
            *([paragraph(*_APP), heading(_WITHOUT_APP)] if forge.app_id else ()),
            paragraph(*_TOKEN),
            f"<ol>\n{''.join(_item(step, told) for step in [*making(forge), _ENTERING])}</ol>\n",
            heading(_("Where the token lies, and how long")),
            paragraph(*_PLACE),
            heading(_("At a computer that is not yours")),
            paragraph(*_FOREIGN),
            heading(_("Signing out, and withdrawing a token")),
            paragraph(*_OUT),
            _links([Step(_("Your tokens at {forge}", forge=forge.name), tokens_page(forge))], told),
            paragraph(*_LOST),
            _END,
        ]
    )


_OPEN = _("Open the editor")
_APP = (
    _("Press the upper button of the editor. A window of the forge opens; agree there."),
    _("If it closes and nothing happens, allow windows of this page in your browser."),
)
_WITHOUT_APP = _("Without a window of the forge")
_TOKEN = (
    _("A token is a long password that the forge makes for one purpose."),
    _("This one lets the editor in, and nowhere else; your own password stays with you."),
    _("You make it once:"),
)
_ENTERING = Step(_("Back in the editor: “Sign in with a token”, paste the token, and confirm."))
_PLACE = (
    _("It lies in this browser, on this device only, in plain text, until you sign out."),
    _("Whoever may use this device under your name can write in the editor under your name."),
    _("Where the forge has set a day for its end, you make a new one then."),
)
_FOREIGN = (
    _("Better not at all. If you must: use a private window, and sign out before you close it."),
    _("Make a token for this day alone, and withdraw it in the evening."),
)
_OUT = (
    _("Sign out in the menu of the editor at the top right, or with the button on this page."),
    _("That deletes the token from this browser; at the forge it stays valid."),
    _("Withdraw it there as soon as you do not need it any more:"),
)
_LOST = (
    _("A device is lost, or somebody may have seen the token? Withdraw it at once."),
    _("What was saved with it stands in the history of the texts, and can be taken back."),
)


def _item(step: Step, told: Callable[[Message], str]) -> str:
    link = f"<br>{_link(step.address, step.address)}" if step.address else ""
    return f"<li>{told(step.what)}{link}</li>\n"


def _links(steps: list[Step], told: Callable[[Message], str]) -> str:
    return "".join(f"<p>{_link(step.address, told(step.what))}</p>\n" for step in steps)


def _link(address: str, text: str) -> str:
    shown = escape(text) if text == address else text
    return f'<a href="{escape(address)}" target="_blank" rel="noopener noreferrer">{shown}</a>'
