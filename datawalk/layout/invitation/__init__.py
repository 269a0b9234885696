"""What invites people: a sheet for the door, a flyer and a picture, set alike."""
