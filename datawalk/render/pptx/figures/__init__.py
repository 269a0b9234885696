"""Charts and maps as native objects of PowerPoint."""
