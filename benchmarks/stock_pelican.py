"""Stock Pelican with its own theme, and pages by year and a sitemap, which it has on demand."""

from pathlib import Path

SITENAME = "Kleiner Verein"
SITEURL = "https://kleiner-verein.example"
TIMEZONE = "Europe/Berlin"
DEFAULT_LANG = "de"
YEAR_ARCHIVE_SAVE_AS = "{date:%Y}/index.html"
THEME_TEMPLATES_OVERRIDES = [str(Path(__file__).parent / "pelican")]
DIRECT_TEMPLATES = ["index", "tags", "categories", "authors", "archives", "sitemap"]
SITEMAP_SAVE_AS = "sitemap.xml"
