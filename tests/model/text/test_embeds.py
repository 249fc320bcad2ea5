"""The address of a frame that was pasted → the page to link to."""

import pytest

from schaukasten.model.text.embeds import page_of


@pytest.mark.parametrize(
    ("frame", "page"),
    [
        ("https://www.youtube.com/embed/videoseries?si=x&list=PLabc",
         "https://www.youtube.com/playlist?list=PLabc"),
        ("https://www.youtube.com/embed/live_stream?channel=UCabc",
         "https://www.youtube.com/channel/UCabc/live"),
        ("https://www.youtube.com/embed/abcdefghijk?list=PLabc",
         "https://www.youtube.com/watch?v=abcdefghijk"),
        ("https://player.vimeo.com/video/123?h=ab12&title=0", "https://vimeo.com/123/ab12"),
        ("https://player.vimeo.com/video/123", "https://vimeo.com/123"),
        ("https://www.google.com/maps/d/embed?mid=1aB&ehbc=2E",
         "https://www.google.com/maps/d/viewer?mid=1aB"),
        ("https://www.facebook.com/plugins/video.php?height=314&href=https%3A%2F%2Fwww.facebook.com"
         "%2Fverein%2Fvideos%2F12%2F&show_text=false", "https://www.facebook.com/verein/videos/12/"),
        ("https://www.facebook.com/plugins/page.php?href=javascript:alert(1)", None),
        ("https://w.soundcloud.com/player/?url=https%3A//soundcloud.com/chor/lied&color=%23f",
         "https://soundcloud.com/chor/lied"),
        ("https://player.twitch.tv/?video=77&parent=a", "https://www.twitch.tv/videos/77"),
        ("https://player.twitch.tv/?channel=chor", "https://www.twitch.tv/chor"),
        ("https://www.instagram.com/p/Cabc/embed/captioned/", "https://www.instagram.com/p/Cabc/"),
        ("https://tube.example/videos/embed/0f1e2d3c-4b5a-6978-8796-a5b4c3d2e1f0",
         "https://tube.example/videos/watch/0f1e2d3c-4b5a-6978-8796-a5b4c3d2e1f0"),
        ("https://umap.openstreetmap.fr/de/map/feste_12", "https://umap.openstreetmap.fr/de/map/feste_12"),
    ],
)  # fmt: skip
def test_a_frame_leads_to_its_page(frame: str, page: str | None) -> None:
    assert page_of(frame) == page
