"""Painting placed boxes, one module for each format."""
