"""Texts for Word: headings, tables and page numbers that Word knows as such."""
