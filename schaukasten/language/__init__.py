"""A language → its words, its days, and sentences that wait for it."""
