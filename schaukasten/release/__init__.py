"""What is done with a finished site: this package only reads the output, it never changes it."""
