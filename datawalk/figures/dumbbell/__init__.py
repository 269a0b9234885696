"""Groups of people on one scale: ours large, those of other places small under them."""
