"""What recurs: a line of a schedule → its days, with no document in sight."""
