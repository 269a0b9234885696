"""Icons of stations: their outlines, and which one stands for what."""
