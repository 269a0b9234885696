"""Slides: what stands on each, and what the speaker says."""
