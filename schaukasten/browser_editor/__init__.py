"""The editor in the browser: what is made by Node, once, and what belongs to a site."""
