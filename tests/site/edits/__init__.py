"""What somebody may do to a project between two builds."""
