"""From exhibits to pages: which box goes where, and how large its type is."""
