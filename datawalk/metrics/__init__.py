"""Mobility Metrics and local data: what is known, where it stands, how it is told."""
