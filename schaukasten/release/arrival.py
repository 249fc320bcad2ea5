"""A visitor's way to the home page → that he arrives; or the one cause for which nobody does."""

from __future__ import annotations

from urllib.parse import SplitResult, urlsplit

from schaukasten.language.messages import Message, _
from schaukasten.record.build_record import BuildRecord
from schaukasten.release.targets.errors import PublishError
from schaukasten.release.visitor import Answer, Visitor, following

#: Browsers give up after twenty; no site needs three.
_MOST = 10
_LEADING = (301, 302, 303, 307, 308)
#: What our own redirects answer.
_OURS = 301
#: Where the settings stand that leave a redirect to the host.
_SETTINGS = "pelicanconf.py"


def arrive(visitor: Visitor, record: BuildRecord) -> None:
    """Raise PublishError where the way to the home page leads in a circle, elsewhere or nowhere."""
    way = [f"{visitor.website}/"]
    answers: list[Answer] = []
    while True:
        answers.append(_answer(visitor, way, record))
        location = answers[-1].headers.get("location", "")
        if answers[-1].status not in _LEADING or not location:
            break
        address = following(way[-1], location)
        if address is None:
            raise PublishError(
                _(
                    "{address} leads to what is no web address: {target}",
                    address=way[-1],
                    target=location,
                ),
                _redirect_of_host(),
            )
        circle = address in way or len(way) >= _MOST
        way.append(address)
        if circle:
            raise PublishError(
                _("Nobody gets to the site, since it leads in a circle: {way}", way=_told(way)),
                _way_out([urlsplit(url) for url in way], answers, record),
            )
    if len(way) > 1 and not _is_same(urlsplit(way[0]), urlsplit(way[-1])):
        raise PublishError(
            _("{address} leads elsewhere: {target}", address=way[0], target=way[-1]),
            _(
                "If that is the site, write its address as “website”. If not, the host’s control "
                "panel holds a redirect, or the domain leads to another site: change it there."
            ),
        )


def _answer(visitor: Visitor, way: list[str], record: BuildRecord) -> Answer:
    try:
        return visitor.at(way[-1])
    except PublishError as error:
        # Where we are asked ourselves, or lead ourselves, the redirect is in order.
        if urlsplit(way[-1]).netloc in (urlsplit(way[0]).netloc, _name(record)):
            raise
        raise PublishError(
            _(
                "{address} leads to {target}, where nobody gets. {why}",
                address=way[-2],
                target=way[-1],
                why=error.what,
            ),
            _redirect_of_host(),
        ) from error


def _name(record: BuildRecord) -> str | None:
    return urlsplit(record.website).netloc if record.to_host and not record.preview else None


def _redirect_of_host() -> Message:
    return _(
        "Look for that redirect in the host’s control panel. Turn it off, or let it lead to an "
        "address that a browser opens."
    )


def _told(way: list[str]) -> str:
    return " → ".join(way[:4] + ["…"] * (len(way) > 5) + way[4:][-1:])


def _is_same(one: SplitResult, other: SplitResult) -> bool:
    """A way within the site is none: what is wrong with a page is told with that page."""
    return (one.scheme, one.netloc.lower()) == (other.scheme, other.netloc.lower())


def _way_out(way: list[SplitResult], answers: list[Answer], record: BuildRecord) -> Message:
    """Return what breaks the circle; the last of the answers has closed it."""
    last = answers[-1]
    way = way[way.index(way[-1]) :]
    if len(way) == 1:
        return _not_ours(answers)
    if len({url.hostname for url in way}) > 1:
        return _between_names(way, record)
    if len({url.scheme for url in way}) > 1:
        return _(
            "Something in the host’s control panel leads from https:// back to http://. Turn that "
            "redirect off, and see that the domain has a certificate."
        )
    if last.status != _OURS:
        return _not_ours(answers)
    # Where Apache knows of the encryption, it is not the way there that leads to itself.
    is_secure = way[-1].scheme == "https"
    if is_secure and record.to_https and "strict-transport-security" not in last.headers:
        return _(
            "A server in front of the host decrypts and does not tell. Write into {file}: "
            "{setting}. Then build and publish, and switch on “force SSL” in the host’s control "
            "panel. At Cloudflare, set SSL/TLS to “Full (strict)” instead.",
            file=_SETTINGS,
            setting="HTTPS_REDIRECT = False",
        )
    if record.to_host and not record.preview:
        return _(
            "A server in front of the host asks by another name than visitors do. Write into "
            "{file}: {setting}. Then build and publish.",
            file=_SETTINGS,
            setting="HOST_REDIRECT = False",
        )
    return _not_ours(answers)


def _between_names(way: list[SplitResult], record: BuildRecord) -> Message:
    """The site leads to its one name, and something else to the other one."""
    if record.preview or not record.to_host:
        return _(
            "The host leads from one name to the other and back. Turn one of these redirects off "
            "in its control panel."
        )
    website = urlsplit(record.website)
    other = next((url for url in way if url.hostname != website.hostname), website)
    return _(
        "The host’s control panel leads to {host}, and the site back to its “website”. Turn the "
        "redirect off there; or, if it is to stay, write into content/data/association.yaml: "
        "website: https://{host}",
        host=other.hostname,
    )


def _not_ours(answers: list[Answer]) -> Message:
    if any("set-cookie" in answer.headers for answer in answers):
        return _(
            "The host lets in only who keeps a cookie, as a guard against robots does; verify and "
            "search engines stay outside. Turn it off in the host’s control panel, or ask it."
        )
    return _("That redirect is not ours. Look for it in the host’s control panel and turn it off.")
