"""Counties and cities: found by name, drawn on maps, compared with their like."""
