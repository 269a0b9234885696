"""What the studio shows of a walk: pictures, what can be clicked on them, what is to fix."""
