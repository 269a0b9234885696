"""How a file becomes a grid of texts, and the table is found inside it, as a person would."""
