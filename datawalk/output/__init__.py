"""Files: what they are called, what is in them, and writing them so that nothing is lost."""
