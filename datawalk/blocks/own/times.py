"""The rows of a community's own table in time: the newest, those of one year, all in order."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from datawalk.metrics.local.columns.amounts import amount
from datawalk.metrics.local.own import OwnFigure, OwnTable
from datawalk.metrics.local.times import periods, spread
from datawalk.metrics.local.times.periods import Calendar, Period
from datawalk.problems import At, Problem, refuse

Tell = Callable[[Problem], None]
MOST_TOLD = 3


@dataclass(frozen=True, slots=True)
class Timed:
    """Figures whose year is as it is printed; `calendar` is None for a table without times."""

    file: str
    figures: tuple[OwnFigure, ...]
    calendar: Calendar | None

    def of(self, year: str | None) -> list[OwnFigure]:
        """Those of one time: the one asked for, or the last. Raises Problems for one not there."""
        if self.calendar is None:
            if year is not None:
                raise refuse(
                    f"{self.file} has no rows for {year}: it has no column of years.",
                    "Leave year: out, or name the column of years under local_data: with year:.",
                )
            return list(self.figures)
        chosen = self.calendar.named(year) if year is not None else (self.ordered or (None,))[-1]
        return [figure for figure in self.figures if chosen and figure.year == chosen.text]

    @property
    def ordered(self) -> tuple[Period, ...]:
        """The times that have a row, oldest first."""
        held = {figure.year for figure in self.figures}
        return tuple(p for p in self.calendar.ordered if p.text in held) if self.calendar else ()


def timed(own: OwnTable, measure: str, tell: Tell) -> Timed:
    """The figures of a measure. Raises Problems for times without an order, or twice the same."""
    figures = own.figures(measure)
    _tell_marks(own, measure, figures, tell)
    calendar = own.shape.calendar
    if calendar is None:
        return Timed(own.name, figures, None)
    for warning in calendar.warnings:
        tell(warning)
    gone = dict.fromkeys(f.year for f in figures if f.year not in calendar.periods)
    if gone:
        tell(left_out(own, tuple(gone)))
    kept = tuple(
        replace(f, year=calendar.periods[f.year].text)
        for f in figures
        if f.year in calendar.periods
    )
    _refuse_twice(own, kept)
    return Timed(own.name, kept, calendar)


def spread_out(own: OwnTable, measure: str, tell: Tell) -> Timed:
    """The figures over all years, also of a table whose columns are years."""
    columns = spread.siblings(own.shape, measure)
    if not columns:
        return timed(own, measure, tell)
    whens = tuple(columns.values())
    calendar = periods.calendar(own.name, "names of columns", whens, [1] * len(whens))
    figures = tuple(
        replace(figure, year=calendar.periods[when].text)
        for name, when in columns.items()
        for figure in own.figures(name)
    )
    return Timed(own.name, figures, calendar)


def places(ordered: Sequence[Period]) -> tuple[float, ...]:
    """Where times stand on the axis of a chart: by their ends, or evenly where two end at once."""
    ends = tuple(period.at for period in ordered)
    return ends if len(set(ends)) == len(ends) else tuple(map(float, range(len(ends))))


def left_out(own: OwnTable, names: Sequence[str]) -> Problem:
    """Tells which rows are taken for totals, and are not shown beside their parts."""
    said = ", ".join(f'"{name}"' for name in names)
    several = "are totals of the others, and are" if len(names) > 1 else "is a total, and is"
    return Problem(
        f"{own.name}: {said} {several} left out beside the others.",
        f"Write totals: [{', '.join(names)}] at this file under local_data: if that is right; "
        "else rename it.",
        At(own.name),
        severity="warning",
    )


def _refuse_twice(own: OwnTable, figures: Sequence[OwnFigure]) -> None:
    """The same time written in two ways, such as 2023 and 2023.0, in rows of one area."""
    seen: dict[tuple[str, str, str], int] = {}
    for figure in figures:
        key = (figure.area, figure.group, figure.year)
        if key in seen:
            where = ", ".join(part for part in key if part)
            raise refuse(
                f"{own.name} has two rows for {where}: lines {seen[key]} and {figure.line}.",
                "Keep one of them, or say in columns group and year how they differ.",
                At(own.name, figure.line),
            )
        seen[key] = figure.line


def _tell_marks(own: OwnTable, measure: str, figures: Sequence[OwnFigure], tell: Tell) -> None:
    """A mark of a note, such as in 12*, is not printed on charts and maps."""
    known = [f for f in figures if f.value is not None]
    marked = [f for f in known if (found := amount(f.text)) and not found.plain]
    if not marked:
        return
    texts = ", ".join(f'"{f.text}" (line {f.line})' for f in marked[:MOST_TOLD])
    more = f" and {len(marked) - MOST_TOLD} more" if len(marked) > MOST_TOLD else ""
    tell(
        Problem(
            f'{own.name}, column "{measure}": {texts}{more} stand without their marks.',
            "If a mark matters to readers, explain it in note:.",
            At(own.name, marked[0].line),
            severity="warning",
        )
    )
