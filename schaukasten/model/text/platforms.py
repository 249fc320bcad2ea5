"""A web address → what somebody finds who follows it: a film, a map, or just a page, and where."""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import urlsplit

from schaukasten.language.messages import Message, _

#: What stands below a picture that leads there; `{host}` is filled in where it is known.
FILM = _("Watch the film at {host}")
MAP = _("Open the map at {host}")
PAGE = _("Look at it at {host}")
_WEB = ("http", "https")


@dataclass(frozen=True)
class Platform:
    """`hosts` and `paths` are patterns: of a whole host without www, of the beginning of a path."""

    line: Message
    hosts: str
    paths: str = ""
    #: Where visitors arrive, if the host only leads there.
    arrives: str = ""


#: The first that fits counts.
PLATFORMS = (
    Platform(FILM, r"youtu\.be|youtube-nocookie\.com", arrives="youtube.com"),
    Platform(FILM, r"(?:.+\.)?youtube\.com"),
    Platform(FILM, r"player\.vimeo\.com", arrives="vimeo.com"),
    Platform(FILM, r"vimeo\.com|dailymotion\.com|twitch\.tv|media\.ccc\.de"),
    Platform(FILM, r"dai\.ly", arrives="dailymotion.com"),
    Platform(FILM, r"(?:.+\.)?(?:ardmediathek\.de|zdf\.de|3sat\.de|arte\.tv)"),
    Platform(FILM, r"tagesschau\.de", r"/multimedia/"),
    Platform(MAP, r"maps\.app\.goo\.gl", arrives="google.com"),
    Platform(MAP, r"goo\.gl", r"/maps\b", arrives="google.com"),
    Platform(MAP, r"maps\.google\.(?:[a-z]{2,3}|com?\.[a-z]{2})"),
    Platform(MAP, r"google\.(?:[a-z]{2,3}|com?\.[a-z]{2})", r"/maps\b"),
    Platform(MAP, r"osm\.org", arrives="openstreetmap.org"),
    Platform(MAP, r"(?:.+\.)?openstreetmap\.(?:org|de|fr)"),
    Platform(MAP, r"maps\.apple\.com|maps\.apple"),
    Platform(MAP, r"bing\.com", r"/maps\b"),
    Platform(MAP, r"(?:.+\.)?(?:komoot\.(?:com|de)|opentopomap\.org)"),
    # PeerTube is anybody's, and tells by its paths: a short or a long UUID.
    Platform(FILM, r".+", r"/w/(?:p/)?[\w-]{20,36}$|/videos/(?:watch|embed)/[\w-]{20,}"),
)
_ANYTHING = Platform(PAGE, r".+")


@dataclass(frozen=True)
class Destination:
    """`line` holds `{host}`."""

    line: Message
    host: str


def destination(address: str) -> Destination | None:
    """Return what is at a web address, and where one arrives; None for no web address.

    >>> destination("https://youtu.be/abcdefghijk").host
    'youtube.com'
    """
    try:
        parts = urlsplit(address)
        host = re.sub(r"^(?:www|m)\.(?=.+\.)", "", parts.hostname or "")
    except ValueError:
        return None
    if parts.scheme.lower() not in _WEB or not host:
        return None
    fits = (one for one in PLATFORMS if _is_of(one, host, parts.path))
    found = next(fits, _ANYTHING)
    return Destination(found.line, found.arrives or host)


def _is_of(platform: Platform, host: str, path: str) -> bool:
    return bool(re.fullmatch(platform.hosts, host) and re.match(platform.paths, path))
