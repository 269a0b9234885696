"""Published data files of every edition, from CSV to figures."""
