"""What a platform gives to be pasted into a page → the address of the page that it shows.

Nothing of another host is loaded into a page of the site: that would hand it every visitor's
address (Art. 5 GDPR). A link asks first.
"""

from __future__ import annotations

import re
from enum import StrEnum
from urllib.parse import parse_qs, urlsplit

#: Hosts that show films, and hosts of maps; of Google's others only the path says which it is.
_FILMS = (
    *("youtube.com", "youtube-nocookie.com", "youtu.be", "vimeo.com", "dailymotion.com"),
    *("ardmediathek.de", "zdf.de", "arte.tv", "twitch.tv", "media.ccc.de", "peertube.tv"),
)
_MAPS = (
    *("openstreetmap.org", "openstreetmap.de", "maps.app.goo.gl", "maps.apple.com", "osm.org"),
    *("maps.google.com", "maps.google.de", "umap.openstreetmap.de", "komoot.com", "komoot.de"),
)
_YOUTUBE = re.compile(r"/(?:embed|shorts|v)/([\w-]{6,20})")
_VIMEO = re.compile(r"/video/(\d+)")
#: Google's maps carry the place as !2d(longitude) … !3d(latitude).
_GOOGLE = re.compile(r"!2d(-?[\d.]+).*?!3d(-?[\d.]+)")


class Elsewhere(StrEnum):
    """What somebody finds who follows a link away from the site."""

    FILM = "film"
    MAP = "map"
    PAGE = "page"


def elsewhere(address: str) -> tuple[Elsewhere, str] | None:
    """Return what is at a web address, and the name of its host; None for no web address.

    >>> elsewhere("https://youtu.be/abcdefghijk")
    (<Elsewhere.FILM: 'film'>, 'youtu.be')
    """
    parts = urlsplit(address)
    host = (parts.hostname or "").removeprefix("www.").removeprefix("m.")
    if parts.scheme not in {"http", "https"} or not host:
        return None
    if _is_of(host, _MAPS) or (host.startswith("google.") and parts.path.startswith("/maps")):
        return Elsewhere.MAP, host
    # PeerTube is anybody's, and tells by its paths.
    is_film = _is_of(host, _FILMS) or re.match(r"/(?:w|videos/watch)/[\w-]{10,}", parts.path)
    return (Elsewhere.FILM if is_film else Elsewhere.PAGE), host


def _is_of(host: str, hosts: tuple[str, ...]) -> bool:
    return any(host == one or host.endswith(f".{one}") for one in hosts)


def page_of(address: str) -> str | None:
    """Return the page to link to for the `src` of an `<iframe>`; None for no web address.

    >>> page_of("https://www.youtube-nocookie.com/embed/abcdefghijk?start=5")
    'https://www.youtube.com/watch?v=abcdefghijk'
    """
    try:
        parts = urlsplit(address)
        host = (parts.hostname or "").removeprefix("www.")
    except ValueError:
        return None
    if parts.scheme not in {"", "http", "https"} or "." not in host:
        return None
    query = parse_qs(parts.query)
    if host.startswith(("youtube", "youtu.be")) and (found := _YOUTUBE.match(parts.path)):
        return f"https://www.youtube.com/watch?v={found[1]}"
    if host == "player.vimeo.com" and (found := _VIMEO.match(parts.path)):
        return f"https://vimeo.com/{found[1]}"
    if host.startswith(("google.", "maps.google.")) and "/maps" in parts.path + host:
        if found := _GOOGLE.search(parts.query):
            return f"https://www.google.com/maps?q={found[2]},{found[1]}"
        if "q" in query:
            return f"https://www.google.com/maps?q={query['q'][0].replace(' ', '+')}"
    if host == "openstreetmap.org" and parts.path.startswith("/export/embed"):
        if "marker" in query:
            latitude, _comma, longitude = query["marker"][0].partition(",")
            return f"https://www.openstreetmap.org/?mlat={latitude}&mlon={longitude}"
        return "https://www.openstreetmap.org/"
    if host in {"open.spotify.com", "archive.org", "dailymotion.com", "podcasters.spotify.com"}:
        return f"https://{host}{parts.path.replace('/embed/', '/', 1)}"
    return f"https://{parts.netloc}{parts.path}" + (f"?{parts.query}" if parts.query else "")
