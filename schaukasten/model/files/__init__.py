"""Pictures and attachments of the content, opened and measured."""
