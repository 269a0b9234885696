"""Pages as pictures (PNG and SVG), by Matplotlib."""
