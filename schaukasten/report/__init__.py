"""Problems → what a person at a terminal reads."""
