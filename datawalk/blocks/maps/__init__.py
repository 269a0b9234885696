"""What the kinds of block that draw maps share."""
