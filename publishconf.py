"""What changes for the public site. See pelicanconf.py for everything else."""

import logging
import sys
from pathlib import Path

sys.path.append(str(Path(__file__).parent))
from pelicanconf import *  # noqa: F403
from pelicanconf import DIRECT_TEMPLATES, LOG_FILTER

# Left empty: the address is `website` in content/data/association.yaml. Set it for another one.
SITEURL = ""
PREVIEW = False
PUBLISH = True
BUNDLE_ASSETS = True
# A preview may have left drafts in the folder.
DELETE_OUTPUT_DIRECTORY = True

# All CSS goes into one file.
IGNORE_FILES = ["**/.*", "*.css"]

# The address that the feed needs comes with the content, after Pelican has asked for it.
LOG_FILTER = [
    *LOG_FILTER,
    (
        logging.WARNING,
        "Feeds generated without SITEURL or FEED_DOMAIN set properly may not be valid",
    ),
]
FEED_ATOM = "feeds/aktuelles.atom.xml"
DIRECT_TEMPLATES = [*DIRECT_TEMPLATES, "sitemap"]
SITEMAP_SAVE_AS = "sitemap.xml"
