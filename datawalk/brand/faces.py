"""How wide the faces of templates run, so that words are given the room that they take.

The widths in faces.csv are of common English text in bold next to bold Arial. They were judged, not
measured: most of these faces may not be copied into a program. They err to the wide side.
"""

from __future__ import annotations

from functools import cache

from datawalk.shipped import table

UNKNOWN = 1.12
"""A face that is not in the list is taken for a wide one."""


@cache
def _widths() -> dict[str, float]:
    return {row["face"].lower(): float(row["wider"]) for row in table("brand/faces.csv")}


def wider(face: str) -> float:
    """The width of a face as a multiple of Arial's, never under 1."""
    return _widths().get(face.lower(), UNKNOWN) if face else 1.0
