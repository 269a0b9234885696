"""How each of the eight exhibits is set."""
