"""Outlines of an author's own: read from GeoJSON, Shapefiles and GeoPackages.

Nothing here opens a file but the one that was named (and the parts of a Shapefile beside it), and
nothing calls an address: the three formats are read by what is in them, without the many drivers
of a general library.
"""
