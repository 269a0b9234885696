"""From a walk as shown to its kit: every output laid out and checked, nothing written."""
