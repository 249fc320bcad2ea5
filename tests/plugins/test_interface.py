"""What templates get with the site's language."""

from __future__ import annotations

from schaukasten.plugins import interface


def test_text_in_the_sites_language_needs_no_attribute() -> None:
    assert interface.lang_attribute("de", "de") == ""
    assert interface.lang_attribute("ar", "de") == ' lang="ar" dir="rtl"'


def test_an_empty_language_is_the_sites_own() -> None:
    assert interface.lang_attribute("", "de") == ""


def test_an_address_breaks_behind_its_at_sign_and_stays_escaped() -> None:
    assert interface.breakable("post@verein.example") == "post@<wbr>verein.example"
    assert interface.breakable("<b>@x") == "&lt;b&gt;@<wbr>x"
