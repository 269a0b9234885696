"""Kits for many places at once, and the site on which they are found."""
