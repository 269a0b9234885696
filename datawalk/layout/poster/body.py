"""The exhibits of a poster in rows, in the room between its band and its panel."""

from __future__ import annotations

from collections.abc import Sequence

from datawalk.exhibits import Exhibit
from datawalk.layout.exhibits import setting
from datawalk.layout.poster import flow
from datawalk.layout.poster.opening import opening
from datawalk.layout.poster.pairing import ColumnGrid
from datawalk.layout.poster.scores import Ranks, strongest
from datawalk.layout.poster.sheet import Sheet, SheetArea
from datawalk.page.document import Box
from datawalk.page.marks import INCH
from datawalk.problems import Problem, Problems
from datawalk.walk import Station

MOST_BESIDE_A_CARD = 2
"""Exhibits; with more of them a card would be one thing too many."""


def hung(exhibits: Sequence[Exhibit], area: SheetArea, station: Station, sheet: Sheet) -> list[Box]:
    """The exhibits under the opening.

    Where there is too little room, why it matters is left to the speaker of the slides; where
    that is too little too, what has a row of its own shares it. The card of the station stands
    behind them where nothing has to give way to it. Raises Problems.
    """
    told = bool(station.about.definition or station.about.why)
    tries = [
        (crowded, reason)
        for crowded in ((False,) if sheet.wide else (False, True))
        for reason in ((True, False) if told else (False,))
    ]
    for crowded, reason in tries:
        room, above = area, []
        if told:
            look = sheet.look
            above = [opening(station.about, area.x, area.y, area.width, look, reason=reason)]
            room = area.below(above[0].h + look.gap(1.1))
        try:
            return [*above, *_flowed(exhibits, room, station, sheet, crowded=crowded)]
        except Problems:
            if (crowded, reason) == tries[-1]:
                raise
    raise AssertionError(tries)


def _flowed(
    exhibits: Sequence[Exhibit], area: SheetArea, station: Station, sheet: Sheet, *, crowded: bool
) -> list[Box]:
    if not exhibits:
        return []
    strangers = [
        Problem(
            f"On a {sheet.size} poster this does not fit: {found}.",
            "Shorten it, or use a larger sheet.",
            exhibit.at,
            kind="too-wide",
        )
        for exhibit in exhibits
        if (found := setting.too_wide(exhibit, area.width, sheet.look))
    ]
    if strangers:
        raise Problems(strangers)
    grid = ColumnGrid(
        sheet.wide,
        station.columns,
        crowded,
        strongest(exhibits, station),
        Ranks(exhibits, station).out_of_order,
    )
    look = sheet.look
    fit = flow.best_fit(exhibits, area.width, area.height, lambda _: look, grid)
    if isinstance(fit, float):
        raise Problems([_too_tall(exhibits, fit, area.width, station, sheet)])
    if station.card and len(exhibits) <= MOST_BESIDE_A_CARD and not crowded:
        held = (*exhibits, station.card)
        carded = flow.best_fit(held, area.width, area.height, lambda _: look, grid)
        room = (area.width, area.height, look)
        if (
            isinstance(carded, flow.Arrangement)
            and not flow.gives_way(carded, fit, area.height, look)
            and flow.amiss(carded, *room) <= flow.amiss(fit, *room)
        ):
            fit = carded
    return flow.boxes(fit, area.x, area.y, area.width, area.height, look)


def _too_tall(
    exhibits: Sequence[Exhibit], over: float, width: float, station: Station, sheet: Sheet
) -> Problem:
    """Names the tallest exhibit, which is the first to shorten."""
    look = sheet.look
    tallest = max(exhibits, key=lambda exhibit: setting.heights(exhibit, width, look)[0])
    points, inches = look.type.body, max(over / INCH, 0.1)
    more = station.sheets + 1
    larger = "or use a larger sheet"
    if len(exhibits) >= more:
        larger = f"use a larger sheet, or let it take more sheets (sheets: {more})"
    return Problem(
        f"The {sheet.size} poster of this station is {inches:.1f} in too tall even at the "
        f"smallest size ({points:.0f} pt). This is its tallest part.",
        f"Shorten it, move a block to a station of its own, {larger}.",
        tallest.at if tallest.at.file else station.at,
        kind="too-tall",
    )
