"""What figures show in a sentence: level, change, gap or rank, and how strong each of them is."""
