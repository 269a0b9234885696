"""The site of a batch: found by name, by state and on a map, with what is there to download."""
