"""The sizes of type."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Type:
    """The sizes of type that an exhibit is set in, in points.

    `value` is that of the one figure of a chart that is read from afar; 0 is that of headings.
    """

    number: float
    lead: float
    heading: float
    body: float
    label: float
    note: float
    value: float = 0.0

    @property
    def strong(self) -> float:
        """The size of the figure of a chart that is read from afar."""
        return self.value or self.heading
