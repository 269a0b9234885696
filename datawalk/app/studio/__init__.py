"""The studio: walks made in a browser, on one's own computer."""
