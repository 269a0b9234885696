"""A table of the community's own, a figure for each area: which of its rows are meant."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from datawalk.metrics.local.columns.totals import is_total
from datawalk.metrics.local.own import OwnFigure, OwnTable
from datawalk.metrics.words.wording import no_data
from datawalk.problems import nearest, refuse
from datawalk.words import say

MOST_NAMES = 12
"""Names that a map, or the line under it, has room for."""


def totals(own: OwnTable) -> Collection[str]:
    """The names that the author calls totals."""
    return own.shape.source.totals if own.shape.source else ()


def counts_all(own: OwnTable, label: str) -> bool:
    """Whether a label of an area or group is a word for a total, also behind a kind: Sex: All."""
    last = label.rpartition(": ")[2] if own.shape.subgroup is not None else label
    return is_total(label, totals(own)) or is_total(last, totals(own))


def of_group(own: OwnTable, figures: Sequence[OwnFigure], group: str | None) -> list[OwnFigure]:
    """Those of one group: the one asked for, or everyone. Raises Problems if it is not there."""
    groups = list(dict.fromkeys(figure.group for figure in figures))
    ends = [name for name in groups if group and name.endswith(f": {group}")]
    if group not in groups and len(ends) == 1:
        group = ends[0]
    if group is None and len(groups) > 1:
        group = next((g for g in groups if counts_all(own, g)), None)
        if group is None:
            raise refuse(
                f"{own.name} has several groups: {', '.join(groups[:6])}.",
                "Say which one to show with group:, or use show: groups.",
            )
    if group is not None and group not in groups:
        raise refuse(f'{own.name} has no group "{group}".', nearest(group, groups))
    return [figure for figure in figures if group is None or figure.group == group]


def of_one_area(own: OwnTable, figures: Sequence[OwnFigure], area: str | None) -> list[OwnFigure]:
    """Those of one area: the one asked for, the only one, or all together. Raises Problems."""
    names = list(dict.fromkeys(figure.area for figure in figures))
    if area is not None and area not in names:
        raise refuse(f'{own.name} has no area "{area}".', nearest(area, names))
    if area is None and len(names) > 1:
        area = next((name for name in names if counts_all(own, name)), None)
        if area is None:
            raise refuse(
                f"{own.name} has several areas: {', '.join(names[:6])}.",
                "Say which one to show with areas: [NAME].",
            )
    return [figure for figure in figures if area is None or figure.area == area]


def unknown_label(hidden: Collection[str], unknown: int) -> str:
    """The words of the legend for areas without a number."""
    if not hidden:
        return no_data()
    if len(hidden) == unknown:
        return say("hidden to protect privacy")
    return say("hidden, or no data")


def which(hidden: Collection[str], unknown: int) -> str:
    """The hidden areas by name, where the map has areas without data too."""
    if not hidden or len(hidden) == unknown or len(hidden) > MOST_NAMES:
        return ""
    return say("Hidden: {names}.", names=", ".join(sorted(hidden)))


def named(keys: Collection[str]) -> tuple[str, ...]:
    """The areas whose names stand on the map: not too many, and names, not codes."""
    if len(keys) > MOST_NAMES or any(key.isdigit() for key in keys):
        return ()
    return tuple(sorted(keys))
