"""Begins a walk for a place: its YAML, and the stations that its data can fill."""
