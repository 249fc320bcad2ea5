"""Markdown → the safe HTML of a page, or the lines that cannot stay as they are."""
