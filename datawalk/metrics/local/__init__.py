"""A community's own tables: read, described, and shown so that nobody can be picked out."""
