"""Maps: where their areas, points, names and legends go."""
