"""What is known of the metrics: names, sources, gaps, breaks, doubts, as tables."""
