"""Posters as PowerPoint: one slide each, at their full size."""
