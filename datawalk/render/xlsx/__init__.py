"""Workbooks: the printed numbers, and the list of what to print."""
