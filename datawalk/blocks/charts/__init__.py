"""What the kinds of block that draw charts share."""
