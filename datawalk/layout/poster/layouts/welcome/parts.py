"""What a welcome is made of: its four parts, and what else its author shows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from datawalk.exhibits import Bullets, Exhibit, Prose, WritingSpace

STEPS, KNOWN, ANSWERS = range(2, 7), range(1, 5), range(1, 5)
"""How many steps, things to know and answers there may be to stand side by side."""


@dataclass(frozen=True, slots=True)
class WelcomeParts:
    """An opening, the steps of the walk, what to know, answers for dots; and all `others`."""

    lead: Prose
    steps: Bullets
    known: Bullets
    asked: WritingSpace
    others: tuple[Exhibit, ...]

    @classmethod
    def of(cls, exhibits: Sequence[Exhibit]) -> WelcomeParts | None:
        """The first of each part, wherever the others stand; None where one is lacking."""
        lead = next((e for e in exhibits if isinstance(e, Prose) and e.form == "lead"), None)
        lists = [e for e in exhibits if isinstance(e, Bullets)]
        steps = next((e for e in lists if e.form == "numbers" and len(e.items) in STEPS), None)
        known = next((e for e in lists if e.form == "bullets" and len(e.items) in KNOWN), None)
        spaces = [e for e in exhibits if isinstance(e, WritingSpace) and e.form == "dots"]
        asked = next((e for e in spaces if len(e.columns) in ANSWERS), None)
        if lead is None or steps is None or known is None or asked is None:
            return None
        core = (lead, steps, known, asked)
        others = tuple(e for e in exhibits if not any(e is part for part in core))
        return cls(lead, steps, known, asked, others)

    @property
    def core(self) -> tuple[Exhibit, ...]:
        """The four parts in their order on the sheet."""
        return self.lead, self.steps, self.known, self.asked
