"""Forms: every setting of a walk as a field in plain words, with what is written there now."""
