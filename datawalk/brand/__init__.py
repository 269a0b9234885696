"""Organisers' own PowerPoint templates: what is in them, and how slides are made to match."""
