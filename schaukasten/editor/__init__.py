"""What helps an editor: `check`, `new`, and the server that shows the site while it is written."""
