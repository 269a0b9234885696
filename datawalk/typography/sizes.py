"""The sizes of type."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Type:
    """The sizes of type that an exhibit is set in, in points."""

    number: float
    lead: float
    heading: float
    body: float
    label: float
    note: float
