"""What was computed before → the same again without computing it; deletable at any time."""
