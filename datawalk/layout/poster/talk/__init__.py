"""What stands in the panel of a poster where people talk: its words, its fields, their notes."""
