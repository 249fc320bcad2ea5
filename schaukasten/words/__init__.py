"""Times and days → sentences in the language of the site."""
