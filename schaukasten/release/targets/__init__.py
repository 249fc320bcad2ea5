"""Where to publish: the target of the settings, and what publisher and transports both name."""
