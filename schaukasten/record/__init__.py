"""What a finished site says of itself, and what git knows of its content."""
