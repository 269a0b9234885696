"""A finding: a sentence that figures bear out, and how strong it is."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal

from datawalk.metrics.model import Printed

Kind = Literal["gap", "change", "beside", "rank", "unsure", "level"]
"""Two groups of people; two years; our place beside a middle or another place; its place among all;
two figures that the data cannot tell apart; the figure alone."""

LARGE = 1.0
"""The effect of 10 points in 100, or of one and a half times (`weighing.effect`)."""

MOST = 2.0
"""No effect counts for more than two large ones, or rates of small places would always win."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that can be said of a metric, with the figures that it rests on.

    `effect` is how large it is, `sureness` from 0 to 1 how far the data bear it out. It is `sure`
    only where ranges say so, or everyone was counted. `figures` are those that the sentence
    prints, `sources` who counted what is no figure of the data. `block` is the block of the
    station where the figures stand, counted from 1. `weight` tells how much it counts there, next
    to what the station asks about. It is `tiny` where it is large by its ratio alone, of so few
    that both are hardly any.
    """

    kind: Kind
    metric: str
    years: tuple[int, ...]
    effect: float
    sureness: float
    sure: bool
    sentence: str = ""
    figures: tuple[Printed, ...] = ()
    sources: tuple[str, ...] = ()
    block: int = 0
    weight: float = 1.0
    tiny: bool = False

    @property
    def score(self) -> float:
        """How strong it is: the size of its effect times its sureness, as far as it counts."""
        return min(self.effect, MOST) * self.sureness * self.weight

    @property
    def leads(self) -> bool:
        """Whether it is a gap between groups that is large and sure: to be shown before all."""
        large = self.effect >= LARGE and not self.tiny
        return self.kind == "gap" and self.sure and large

    def telling(
        self, sentence: str, years: tuple[int, ...], figures: tuple[Printed, ...]
    ) -> Finding:
        """The same in words."""
        return replace(self, sentence=sentence, years=years, figures=figures)

    def adding(self, sentence: str, *figures: Printed) -> Finding:
        """The same with another sentence after it, and the figures of that."""
        said = f"{self.sentence} {sentence}"
        return replace(self, sentence=said, figures=(*self.figures, *figures))

    def weighed(self, kind: Kind, effect: float, sureness: float, *, sure: bool) -> Finding:
        """The same as another kind of finding."""
        return replace(self, kind=kind, effect=effect, sureness=sureness, sure=sure)
