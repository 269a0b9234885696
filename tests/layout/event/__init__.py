"""Sheets of the event."""
