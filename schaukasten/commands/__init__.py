"""What somebody types → folders, days and names that the rest of the house can rely on.

A module for each group of commands. Each command loads what it runs when it is called: Pelican
alone takes its time, and neither `--list` nor `check` should wait for it.
"""
