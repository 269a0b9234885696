"""Letters beyond the bundled face: scripts, fonts, joined letters, and which way they run."""
