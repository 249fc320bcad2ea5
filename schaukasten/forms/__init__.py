"""The schemas of the model → forms in which staff write without knowing YAML."""
