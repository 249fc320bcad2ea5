"""What an association's content means: `content/` → `Site`, or every problem at once.

Pure Python: nothing in here imports Pelican. See `load.load`.
"""
