"""Small paper: handouts, placemats, large print, glossaries."""
