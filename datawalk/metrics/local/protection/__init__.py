"""Keeps counts of few people from being printed, or worked out."""
