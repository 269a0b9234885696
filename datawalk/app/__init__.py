"""What a person meets: the command line, new walks, downloads."""
