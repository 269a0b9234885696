"""The walk on the desk: its text, its history on the disk, and files that are brought to it."""
