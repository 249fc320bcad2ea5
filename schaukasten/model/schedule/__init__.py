"""When something takes place: the lines that staff write → days and times, again and again."""
