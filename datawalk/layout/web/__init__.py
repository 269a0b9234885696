"""The web page of a walk: what it tells, and its figures drawn for wide and for narrow windows."""
