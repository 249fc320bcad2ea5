"""Thin adapters between the model and Pelican, one purpose each; `register()` is their wiring."""
