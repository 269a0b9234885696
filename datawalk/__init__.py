"""Turns one YAML file into the posters and slides of a data walk."""

__version__ = "0.1.0"
