"""Posters: their sheets, columns, band and foot, and how they are printed."""
