"""What the headings and the cells of a community's own table mean."""
