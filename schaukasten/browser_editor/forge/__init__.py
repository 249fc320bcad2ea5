"""Where the published editor signs in and saves, and the folder that a host gets of it."""
