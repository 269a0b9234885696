"""From a walk as written to a walk as shown: every number in words."""
