"""Settings and a folder of content → a finished site, or what stops it."""
