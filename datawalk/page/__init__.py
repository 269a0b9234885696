"""Pages of placed boxes and their marks."""
