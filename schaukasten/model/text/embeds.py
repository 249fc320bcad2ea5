"""What a platform gives to be pasted into a page → the address of the page that it shows.

Nothing of another host is loaded into a page of the site: that would hand it every visitor's
address (Art. 5 GDPR). A link asks first.
"""

from __future__ import annotations

import re
from urllib.parse import parse_qs, urlsplit

_YOUTUBE = re.compile(r"/(?:embed|shorts|v)/([\w-]{6,20})")
_VIMEO = re.compile(r"/video/(\d+)")
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
