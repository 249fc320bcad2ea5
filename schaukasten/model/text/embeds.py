"""What a platform gives to be pasted into a page → the address of the page that it shows.

Nothing of another host is loaded into a page of the site: that would hand it every visitor's
address (Art. 5 GDPR). A link asks first.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from urllib.parse import parse_qs, urlsplit

_YOUTUBE = re.compile(r"/(?:embed|shorts|v)/([\w-]{6,20})")
_VIMEO = re.compile(r"/video/(\d+)")
_PEERTUBE = re.compile(r"/videos/embed/[\w-]{20,}")
#: Hosts of frames, and where in their query the page is named.
_NAMED = {"facebook.com": "href", "w.soundcloud.com": "url"}
#: Google's maps carry the place as !2d(longitude) … !3d(latitude).
_GOOGLE = re.compile(r"!2d(-?[\d.]+).*?!3d(-?[\d.]+)")


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
    query = {name: values[0] for name, values in parse_qs(parts.query).items()}
    if host.startswith(("youtube", "youtu.be")) and (found := _YOUTUBE.match(parts.path)):
        return _youtube(found[1], query)
    if host == "player.vimeo.com" and (found := _VIMEO.match(parts.path)):
        # A film that is not listed is found by its key only.
        return "/".join(filter(None, ["https://vimeo.com", found[1], query.get("h")]))
    if (key := _NAMED.get(host)) and key in query:
        # The address of the page is a part of that of the frame.
        return query[key] if query[key].startswith("http") else None
    if host == "player.twitch.tv" and (one := query.get("video") or query.get("channel")):
        return f"https://www.twitch.tv/{'videos/' if 'video' in query else ''}{one}"
    if host.startswith(("google.", "maps.google.")) and "/maps" in parts.path + host:
        if parts.path.endswith("/embed") and "mid" in query:
            return f"https://www.google.com/maps/d/viewer?mid={query['mid']}"
        if found := _GOOGLE.search(parts.query):
            return f"https://www.google.com/maps?q={found[2]},{found[1]}"
        if "q" in query:
            return f"https://www.google.com/maps?q={query['q'].replace(' ', '+')}"
    if host == "openstreetmap.org" and parts.path.startswith("/export/embed"):
        if "marker" in query:
            latitude, _comma, longitude = query["marker"].partition(",")
            return f"https://www.openstreetmap.org/?mlat={latitude}&mlon={longitude}"
        return "https://www.openstreetmap.org/"
    if host in {"open.spotify.com", "archive.org", "dailymotion.com", "podcasters.spotify.com"}:
        return f"https://{host}{parts.path.replace('/embed/', '/', 1)}"
    if host == "instagram.com" or _PEERTUBE.match(parts.path):
        path = parts.path.replace("/videos/embed/", "/videos/watch/")
        return f"https://{parts.netloc}{re.sub('/embed(?:/captioned)?/?$', '/', path)}"
    return f"https://{parts.netloc}{parts.path}" + (f"?{parts.query}" if parts.query else "")


def _youtube(name: str, query: Mapping[str, str]) -> str:
    """Return the page of a film, a list of films, or what a channel sends just now."""
    if name == "videoseries" and "list" in query:
        return f"https://www.youtube.com/playlist?list={query['list']}"
    if name == "live_stream" and "channel" in query:
        return f"https://www.youtube.com/channel/{query['channel']}/live"
    return f"https://www.youtube.com/watch?v={name}"
