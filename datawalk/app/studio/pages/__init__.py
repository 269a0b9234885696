"""The pages of the studio, one module each: what is asked, what is shown."""
