"""`content/data/` → who the association is: its houses, bank, colours, audiences."""
