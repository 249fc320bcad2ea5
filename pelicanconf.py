"""How this generator works: sections, addresses, plugins. No fact of any association is here.

Plain `pelican` with this file builds the preview: drafts and open items are shown and marked.
"""

import logging
import os
import sys

# Pelican logs an error and goes on without the page. Here an error ends the build.
# `check` reads this file without Pelican.
if _log := sys.modules.get("pelican.log"):
    _log.FatalLogger.fatal_lvl = min(_log.FatalLogger.fatal_lvl, logging.ERROR)

PATH = "content"
OUTPUT_PATH = "output"
THEME = "theme"
# What is kept from one build to the next; it may be deleted at any time.
CACHE_PATH = os.environ.get("SCHAUKASTEN_CACHE", ".cache")
TIMEZONE = "UTC"  # until the content is read: schaukasten.plugins.content

# In the order of the pipeline; receivers of one signal run in this order.
PLUGINS = [
    "schaukasten.plugins.content",
    "schaukasten.plugins.interface",
    "schaukasten.plugins.assets",
    "schaukasten.plugins.structured_data",
    "schaukasten.plugins.page_generator",
    "schaukasten.plugins.news",
    "schaukasten.plugins.offers",
    "schaukasten.plugins.events",
    "schaukasten.plugins.jobs",
    "schaukasten.plugins.standing_pages",
    "schaukasten.plugins.agenda",
    "schaukasten.plugins.calendars",
    "schaukasten.plugins.not_found",
    "schaukasten.plugins.style_guide",
    "schaukasten.plugins.redirects",
    "schaukasten.plugins.files",
    "schaukasten.plugins.record",
    "schaukasten.plugins.sitemap",
    "schaukasten.plugins.feed",
    "schaukasten.plugins.htaccess",
    "schaukasten.plugins.summary",
]

# This project's own settings.
PREVIEW = True  # drafts and open items are shown and marked; search engines are kept out
PUBLISH = False  # the site is meant for its public address
BUNDLE_ASSETS = False
# False where something in front of the host does it, or hides what visitors asked for, so that
# the site would redirect to itself: docs/hosting.md.
HTTPS_REDIRECT = True  # from http:// to https://
HOST_REDIRECT = True  # from www. to the name of the site, or the other way round
TODAY = None  # YYYY-MM-DD: the day to build for

# Sections: the folders of each kind of content.
SECTIONS = {
    "ARTICLE": ["aktuelles"],
    "OFFER": ["angebote"],
    "EVENT": ["termine"],
    "JOB": ["stellen"],
    "PAGE": ["seiten", "verein"],  # the first is the root of the site
}
# Pelican's own generators find nothing: what there is comes from the model.
ARTICLE_PATHS = PAGE_PATHS = STATIC_PATHS = []
RESERVED_SLUGS = ["fuer", "am", "kosten", "sprache", "anmeldung", "zugang"]
RESERVED_ROOTS = [
    *("theme", "bilder", "feeds", "stilbuch", "robots.txt", "sitemap.xml", "404.html"),
    *("termine.ics", "oeffnungszeiten.ics"),
    "redaktion",  # where `serve --edit` has the editor
]

# Addresses. They never change once published.
ARTICLE_URL = "aktuelles/{date:%Y}/{slug}/"
YEAR_ARCHIVE_URL = "aktuelles/{date:%Y}/"
TAG_URL = "aktuelles/thema/{slug}/"
OFFER_URL = "angebote/{slug}/"
OFFER_FILTER_URL = "angebote/{facet}/{value}/"
EVENT_URL = "termine/{date:%Y}/{slug}/"
EVENT_YEAR_URL = "termine/{date:%Y}/"
JOB_URL = "stellen/{slug}/"
# Pages of a list behind the first, numbered from the oldest, and how many each of them holds.
LIST_PAGE_URL = "{list}seite/{number}/"
LIST_PAGE = 50
PAGE_URL = "{slug}/"
DIRECT_TEMPLATES = []
NEWS_URL = "aktuelles/"
OFFERS_URL = "angebote/"
EVENTS_URL = "termine/"
JOBS_URL = "stellen/"
WEEK_URL = "wochenplan/"
EVENTS_CALENDAR = "termine.ics"
HOURS_CALENDAR = "oeffnungszeiten.ics"
ROBOTS_SAVE_AS = "robots.txt"
SITEMAP_SAVE_AS = "sitemap.xml"
STYLE_GUIDE_URL = "stilbuch/"
NEWS_FEED = "feeds/aktuelles.atom.xml"

# What Pelican would add by itself.
CATEGORY_SAVE_AS = ""
AUTHOR_SAVE_AS = ""
DRAFT_SAVE_AS = DRAFT_LANG_SAVE_AS = ""
DRAFT_PAGE_SAVE_AS = DRAFT_PAGE_LANG_SAVE_AS = ""
FEED_ALL_ATOM = None
CATEGORY_FEED_ATOM = None
TRANSLATION_FEED_ATOM = None
AUTHOR_FEED_ATOM = None
AUTHOR_FEED_RSS = None
# The model reads content; a stray .html or .rst file must not become a page past it.
READERS = {"html": None, "htm": None, "rst": None, "markdown": None, "mkd": None, "mdown": None}
FILENAME_METADATA = ""
USE_FOLDER_AS_CATEGORY = False
FORMATTED_FIELDS = []
# Two years may each have their "sommerfest"; that does not make one a translation.
ARTICLE_TRANSLATION_ID = PAGE_TRANSLATION_ID = None
# The model insists on alternative texts, and knows which pictures are decoration.
LOG_FILTER = [(logging.WARNING, "Empty alt attribute for image %s in %s")]

TEMPLATE_EXTENSIONS = [".html", ".xml", ".txt"]
JINJA_ENVIRONMENT = {
    "autoescape": True,
    "auto_reload": False,  # a new environment is made for every build
    "trim_blocks": True,
    "lstrip_blocks": True,
    "extensions": ["jinja2.ext.i18n"],
}
