"""An exception on the way to a web server → which of the usual reasons it is, and what helps."""

from __future__ import annotations

import socket
import ssl

from schaukasten.language.messages import Message, _
from schaukasten.release.targets.errors import PublishError

#: Reasons of OpenSSL (X509_V_ERR_…).
_NOT_YET, _EXPIRED, _OTHER_NAME, _OTHER_ADDRESS = 9, 10, 62, 64


def no_answer(address: str, error: Exception) -> PublishError:
    what = _(
        "{address} does not answer: {answer}",
        address=address,
        answer=str(error) or type(error).__name__,
    )
    return PublishError(what, _remedy(error))


def _remedy(error: Exception) -> Message:
    if isinstance(error, socket.gaierror):
        return _(
            "Nobody knows that name. Check the spelling of “website”, and at the host whether the "
            "domain is booked and has an entry (DNS); a new one may take a day."
        )
    if isinstance(error, ssl.SSLCertVerificationError):
        return _certificate(error.verify_code)
    if isinstance(error, ssl.SSLError):
        return _(
            "The host does not speak https there. Switch on a certificate for the domain in its "
            "control panel."
        )
    if isinstance(error, TimeoutError | ConnectionError):
        return _(
            "The host stands still, or the domain leads to another one. Look whether a browser "
            "gets there; if it does, try again later, since some hosts keep out who asks a lot."
        )
    return _("Check “website”, and whether the domain leads to this host already.")


def _certificate(code: int) -> Message:
    if code in (_OTHER_NAME, _OTHER_ADDRESS):
        return _(
            "The certificate is for another name. In the host’s control panel, have one made for "
            "this name, with and without www."
        )
    if code == _EXPIRED:
        return _("The certificate is over. Renew it in the host’s control panel.")
    if code == _NOT_YET:
        return _("The certificate is not valid yet. Check the date of this computer.")
    return _(
        "Nobody vouches for the certificate, and browsers will warn of the site. Have one made in "
        "the host’s control panel (Let’s Encrypt); one of your own is named by “certificates”."
    )
