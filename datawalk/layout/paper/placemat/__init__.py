"""The placemat: a card for each station with a small picture of its strongest figure."""
