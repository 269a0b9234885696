"""How a poster shows what its station holds: one file for each layout."""
