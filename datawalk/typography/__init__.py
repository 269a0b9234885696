"""Faces, their widths, and the breaking of words into lines."""
