"""The event itself: who invites, who is where when, and what it takes."""
