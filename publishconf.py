"""What changes for the public site. See pelicanconf.py for everything else."""

import sys
from pathlib import Path

sys.path.append(str(Path(__file__).parent))
from pelicanconf import *  # noqa: F403

# Left empty: the address is `website` in content/data/association.yaml. Set it for another one.
SITEURL = ""
# Where `publish` carries the site, by name: docs/hosting.md. For example:
#   "live": {"address": "sftp://name@ssh.example.org/html"},
#   "preview": {
#       "address": "ftps://name@ftp.example.org/preview",
#       "website": "https://preview.example.org",
#       "preview": True,
#   },
# Passwords and keys never stand here, but in the environment: LIVE_PASSWORD, LIVE_KEY.
TARGETS: dict[str, dict[str, object]] = {}
# The editor in the browser, on a subdomain of its own: docs/hosting.md. Left empty, there is none.
# Where the content lies, for example:
#   {"forge": "github", "repository": "verein/website"}
#   {"forge": "gitea", "server": "https://codeberg.org", "repository": "verein/website"}
# and a target for it:
#   "redaktion": {
#       "address": "sftp://name@ssh.example.org/redaktion",
#       "website": "https://redaktion.example.org",
#       "editor": True,
#   },
EDITOR: dict[str, str] = {}

PREVIEW = False
PUBLISH = True
BUNDLE_ASSETS = True
# A preview may have left drafts in the folder.
DELETE_OUTPUT_DIRECTORY = True

# All CSS goes into one file, and scripts get names with a digest.
IGNORE_FILES = ["**/.*", "*.css", "*.js"]
