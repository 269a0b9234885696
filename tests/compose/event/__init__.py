"""The plan of an event."""
