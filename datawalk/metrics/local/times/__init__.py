"""Times in a community's own table, however they are written."""
