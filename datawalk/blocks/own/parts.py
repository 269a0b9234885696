"""The parts of a whole in a table of the community's own, hidden ones told as one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from datawalk.blocks.own import areas as own_areas
from datawalk.blocks.own import times as own_times
from datawalk.metrics.local.own import HIDDEN_WORDS, OwnFigure, OwnTable
from datawalk.metrics.words.wording import no_data
from datawalk.problems import At, refuse
from datawalk.words import say

MOST_PARTS = 8
"""More would be too small to see, and to tell apart."""


@dataclass(frozen=True, slots=True)
class PartOfWhole:
    """A part with its share of the whole; `hidden` stands for several.

    `figure` is what the file has of it, if it comes from one and is a single number.
    """

    label: str
    share: float
    hidden: bool = False
    figure: OwnFigure | None = None


def rows(
    own: OwnTable, measure: str, year: str | None, area: str | None, tell: own_times.Tell
) -> list[OwnFigure]:
    """The figures of one year and one area with several groups, else of all areas.

    Totals are among them. Raises Problems.
    """
    figures = own_times.timed(own, measure, tell).of(year)
    groups = {f.group for f in figures if not own_areas.counts_all(own, f.group)}
    if len(groups) > 1:
        return own_areas.of_one_area(own, figures, area)
    return own_areas.of_group(own, figures, None)


def label_of(figures: Sequence[OwnFigure], figure: OwnFigure) -> str:
    """What tells a figure from the others: its group, or its area."""
    return figure.group if len({f.group for f in figures}) > 1 else figure.area


def parts(own: OwnTable, measure: str, figures: Sequence[OwnFigure]) -> tuple[PartOfWhole, ...]:
    """What makes up the whole, in the order of the file. Raises Problems if it makes up none."""
    totals = [f for f in figures if own_areas.counts_all(own, label_of(figures, f))]
    shown = [f for f in figures if f not in totals]
    if not 2 <= len(shown) <= MOST_PARTS:
        raise refuse(
            f"{own.name} has {len(shown)} parts of {measure}; 100 squares can show 2 to "
            f"{MOST_PARTS}.",
            "Join small parts in the file, such as Other.",
        )
    for figure in shown:
        if (figure.value is None and not figure.hidden) or (figure.value or 0.0) < 0:
            raise refuse(
                f"{own.name} has no amount for {label_of(figures, figure)}, so its parts make up "
                "no whole.",
                "Fill it in, or leave the row out.",
            )
    said = own.measure(measure)
    if said.suffix.strip() == "%":
        return _percents(own, measure, figures, shown)
    if said.rate:
        raise refuse(
            f'"{measure}" of {own.name} is a rate; rates are no parts of a whole.',
            "Name a column with counts or percents.",
        )
    _refuse_hidden(own, measure, figures, shown, totals)
    return _amounts(own, figures, shown, [f.value for f in totals if f.value is not None])


def _refuse_hidden(
    own: OwnTable,
    measure: str,
    figures: Sequence[OwnFigure],
    shown: Sequence[OwnFigure],
    totals: Sequence[OwnFigure],
) -> None:
    """Raises Problems where parts are hidden, and what is left makes up no whole."""
    hidden = [f for f in shown if f.hidden]
    if not hidden:
        return
    names = ", ".join(label_of(figures, f) for f in hidden)
    if totals and not own.adds_up(measure, shown, totals[0]):
        raise refuse(
            f"The parts in {own.name} do not add up to {label_of(figures, totals[0])} "
            f"(line {totals[0].line}).",
            "100 squares show parts of one whole, and all of them, none twice.",
            At(own.name, totals[0].line),
        )
    if len(hidden) == len(shown):
        raise refuse(
            f"{own.name} hides all parts of {measure}: too few people are behind them.",
            "Join small parts in the file, such as Other, or show no squares.",
        )
    if totals and all(f.hidden for f in totals):
        raise refuse(
            f"{own.name} hides {names} and the total, which would give them away beside the other "
            "tables of the walk.",
            "Show one of these tables only.",
        )
    if len(hidden) < 2 or not totals:
        raise refuse(
            f"{own.name} hides the number of {names}, so the others make up no whole that may be "
            "shown.",
            "Give the table a row Total and at least two more parts: datawalk then tells the "
            "hidden ones together.",
        )


def _percents(
    own: OwnTable, measure: str, figures: Sequence[OwnFigure], shown: Sequence[OwnFigure]
) -> tuple[PartOfWhole, ...]:
    """Percents must add up to 100, so a hidden one could be worked out from the others."""
    if any(f.hidden for f in shown):
        raise refuse(
            f"{own.name} hides percents of {measure}; since all add up to 100, the others would "
            "tell them.",
            "Name a column with counts: datawalk then hides more, so that no one can.",
        )
    form = own.format(measure, {f.line for f in figures})
    percents = [(f.value or 0.0) * form.multiply for f in shown]
    whole = sum(percents)
    off = 0.5 * 10.0**-form.decimals * len(shown)
    if abs(whole - 100) > off + 1e-9:
        raise refuse(
            f"The percents of {measure} in {own.name} add up to {whole:g}, not 100.",
            "100 squares show parts of one whole, and all of them.",
        )
    return tuple(
        PartOfWhole(label_of(figures, f), percent / 100, figure=f)
        for f, percent in zip(shown, percents, strict=True)
    )


def _amounts(
    own: OwnTable, figures: Sequence[OwnFigure], shown: Sequence[OwnFigure], totals: list[float]
) -> tuple[PartOfWhole, ...]:
    known = sum(f.value or 0.0 for f in shown)
    hidden = [f for f in shown if f.hidden]
    whole = max(totals, default=known)
    if whole <= 0 or known > whole + 1e-9 or (not hidden and abs(known - whole) > 1e-9):
        raise refuse(
            f"The parts in {own.name} add up to {known:,g}, and its total is {whole:,g}.",
            "100 squares show parts of one whole, and all of them, none twice.",
        )
    told = [
        PartOfWhole(label_of(figures, f), f.value / whole, figure=f)
        for f in shown
        if f.value is not None
    ]
    if hidden:
        names = ", ".join(label_of(figures, f) for f in hidden)
        rest = (whole - known) / whole
        told.append(PartOfWhole(f"{names} ({say(HIDDEN_WORDS)})", rest, hidden=True))
    return tuple(told)


@dataclass(frozen=True, slots=True)
class Step:
    """A step with its share of the first one; without one, `missing` says why."""

    label: str
    share: float | None
    missing: str = ""
    figure: OwnFigure | None = None


def steps(own: OwnTable, measure: str, figures: Sequence[OwnFigure]) -> tuple[Step, ...]:
    """Rows of which each is a part of the one before. Raises Problems if one is not."""
    if not 2 <= len(figures) <= MOST_PARTS:
        raise refuse(
            f"{own.name} has {len(figures)} steps of {measure}; a chart shows 2 to {MOST_PARTS}."
        )
    first = figures[0].value
    if not first or first < 0:
        raise refuse(f"{own.name} has no number for its first step, which is the whole.")
    last = first
    for before, after in pairwise(figures):
        if after.value is not None and not 0 <= after.value <= last:
            raise refuse(
                f"{own.name}: {label_of(figures, after)} ({after.text}) is no part of "
                f"{label_of(figures, before)}: it is more.",
                "With falling: true each row is a part of the row before.",
                At(own.name, after.line),
            )
        last = last if after.value is None else after.value
    return tuple(_step(figures, f, first) for f in figures)


def _step(figures: Sequence[OwnFigure], figure: OwnFigure, first: float) -> Step:
    label = label_of(figures, figure)
    if figure.hidden:
        return Step(label, None, say(HIDDEN_WORDS))
    if figure.value is None:
        return Step(label, None, no_data())
    return Step(label, figure.value / first, figure=figure)
