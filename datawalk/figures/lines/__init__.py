"""Lines over years: their field, their words, their ends."""
