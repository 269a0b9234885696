"""Pages as PowerPoint."""
