"""Which numbers of tables hang together: what a reader could add up, take away or divide."""
