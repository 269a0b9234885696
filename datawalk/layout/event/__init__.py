"""Sheets of the event: one module for each, drawn in inches on one kind of sheet."""
