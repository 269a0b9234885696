"""Who may ask the studio for what, and how much may be sent to it."""
