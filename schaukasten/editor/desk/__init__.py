"""The desk at which staff write in the browser, with the content folder in its drawers."""
