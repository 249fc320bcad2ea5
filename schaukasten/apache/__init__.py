"""What the site's own data say → the text of a `.htaccess` for Apache. Pure functions of text."""
