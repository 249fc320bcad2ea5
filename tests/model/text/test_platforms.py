"""An address → a film, a map or a page, and the name of the host where one arrives."""

from __future__ import annotations

import pytest

from schaukasten.language.messages import Message
from schaukasten.model.text.platforms import FILM, MAP, PAGE, destination


@pytest.mark.parametrize(
    ("address", "line", "host"),
    [
        ("https://www.youtube.com/watch?v=abcdefghijk", FILM, "youtube.com"),
        ("https://youtu.be/abcdefghijk?si=x", FILM, "youtube.com"),
        ("HTTPS://M.YouTube.com/watch?v=x", FILM, "youtube.com"),
        ("https://music.youtube.com/watch?v=x", FILM, "music.youtube.com"),
        ("https://vimeo.com/123456", FILM, "vimeo.com"),
        ("https://player.vimeo.com/video/123456", FILM, "vimeo.com"),
        ("https://www.ardmediathek.de/video/x", FILM, "ardmediathek.de"),
        ("https://www.zdf.de/video/magazine/x", FILM, "zdf.de"),
        ("https://www1.wdr.de/nachrichten/", PAGE, "www1.wdr.de"),
        ("https://tube.example/w/pQ3vS9WgZ4n8abcdefghij", FILM, "tube.example"),
        ("https://tube.example/videos/watch/9c9de5e8-0a1e-484a-b099-e80766180a6d", FILM,
         "tube.example"),
        ("https://tube.example/w/kurz", PAGE, "tube.example"),
        ("https://www.openstreetmap.org/#map=17/51.5/7.4", MAP, "openstreetmap.org"),
        ("https://umap.openstreetmap.de/de/map/x", MAP, "umap.openstreetmap.de"),
        ("https://osm.org/go/0", MAP, "openstreetmap.org"),
        ("https://www.google.de/maps/place/x", MAP, "google.de"),
        ("https://www.google.co.uk/maps?q=x", MAP, "google.co.uk"),
        ("https://maps.google.com/?q=x", MAP, "maps.google.com"),
        ("https://maps.app.goo.gl/abc", MAP, "google.com"),
        ("https://goo.gl/maps/abc", MAP, "google.com"),
        ("https://maps.apple.com/?q=x", MAP, "maps.apple.com"),
        ("https://www.google.de/search?q=x", PAGE, "google.de"),
        ("https://google.evil.example/maps", PAGE, "google.evil.example"),
        ("https://youtube.com@evil.example/watch", PAGE, "evil.example"),
        ("https://youtube.com.evil.example/watch", PAGE, "youtube.com.evil.example"),
        ("https://notyoutube.com/", PAGE, "notyoutube.com"),
        ("http://zeitung.example:8080/bericht", PAGE, "zeitung.example"),
        ("https://www.de/", PAGE, "www.de"),
    ],
)  # fmt: skip
def test_what_is_at_an_address_is_known_by_its_host_and_path(
    address: str, line: Message, host: str
) -> None:
    found = destination(address)
    assert found is not None
    assert (found.line, found.host) == (line, host)


@pytest.mark.parametrize(
    "address", ["/angebote/", "mailto:a@b.example", "tel:+49231", "#a", "https://", "https://[::1"]
)
def test_what_is_no_web_address_leads_nowhere_else(address: str) -> None:
    assert destination(address) is None
