"""The site → what search engines read of it (schema.org)."""
