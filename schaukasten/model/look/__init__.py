"""A theme → what the model has to know of it, and whether its colours can be read."""
