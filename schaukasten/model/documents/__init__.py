"""The files of `content/` → documents, each with its kind and its address."""
