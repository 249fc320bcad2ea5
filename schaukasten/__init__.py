"""Content in Markdown and YAML → the website of an association."""
