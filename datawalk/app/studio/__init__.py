"""The studio: a data walk made in the browser, on one's own computer."""
