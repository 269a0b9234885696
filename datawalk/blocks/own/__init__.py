"""A community's own tables in blocks: their times, their parts, their areas."""
