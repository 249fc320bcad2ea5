"""Documents and houses → what is on and what is open, day by day, and calendars of it."""
