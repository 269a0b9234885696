"""Everyday tables: each layout fills a case with what people really bring."""

from __future__ import annotations

from collections.abc import Callable

from tests.privacy.case import Case
from tests.privacy.layouts import counts, marked, over_time, shares, together
from tests.privacy.making import Making

LAYOUTS: tuple[Callable[[Making], None], ...] = (
    counts.by_area,
    counts.with_total,
    counts.totals_off,
    counts.subtotals,
    counts.two_groupings,
    counts.men_women,
    counts.two_way,
    counts.ranks,
    counts.of_whom,
    counts.summary_rows,
    counts.steps,
    shares.yes_no,
    shares.yes_share,
    shares.percents_only,
    shares.per_many,
    shares.of_total,
    shares.running_share,
    shares.weighted_average,
    shares.margins,
    shares.in_one_cell,
    over_time.as_columns,
    over_time.as_rows,
    over_time.change,
    over_time.average,
    over_time.running,
    over_time.long,
    over_time.measures_in_rows,
    marked.odd_cells,
    marked.with_words,
    together.areas_and_ages,
    together.other_columns,
    together.table_and_shares,
    together.last_year,
    together.chosen_columns,
    together.hundred_and_table,
    together.falling,
    together.chart_and_table,
    together.lines,
    together.map_and_table,
    together.programs,
)


def case(number: int, seed: int) -> Case:
    """The case of a number: layouts take turns, described and undescribed ones too."""
    layout = LAYOUTS[number % len(LAYOUTS)]
    making = Making(f"{seed}:{number}")
    layout(making)
    described = number // len(LAYOUTS) % 2 == 0
    return making.case(layout.__name__, described=described)
