"""What gave way on a sheet, told to its author: a layout that suits better, or an exhibit."""

from __future__ import annotations

from collections.abc import Iterator

from datawalk.layout.poster.hangings import Hanging, has_strip
from datawalk.layout.poster.sheet import Sheet
from datawalk.problems import Problem
from datawalk.prose import one_line
from datawalk.walk import Station

SLIDES = "the slides and the handout show all of it"


def gave_way(
    way: Hanging, first: Hanging, station: Station, sheet: Sheet, *, said: bool
) -> Iterator[Problem]:
    """Advice on a station that hangs in this way, for which the `first` was too large.

    `said` tells whether its takeaway stands over it.
    """
    if has_strip(way.layout, station) and not said:
        yield Problem(
            f"On {sheet.size} the poster has no room for its takeaway; the slides and the handout "
            "say it.",
            "Write a shorter one of your own (takeaway:), move a block to a station of its own, or "
            "use a larger sheet.",
            station.at,
            "advice",
            kind="no-takeaway",
        )
    own = station.takeaway is not None and station.takeaway.own
    # Rows tell as well what cards would, and a number that has no hundred people.
    rowed = first.layout == "number" and getattr(first.exhibits[0], "share", None) is None
    if way.layout != first.layout and not rowed and (own or len(first.exhibits) > 1):
        shorter = "Shorten its takeaway, move" if own else "Move"
        yield Problem(
            f"On {sheet.size} the words and blocks of this poster do not fit in the way that suits "
            f"it best (layout: {first.layout}), so it is laid out more simply.",
            f"{shorter} a block to a station of its own, or use a larger sheet. Write layout: "
            f"{first.layout} to hear what does not fit.",
            station.at,
            "advice",
            kind="other-layout",
        )
    for exhibit in way.said:
        yield Problem(
            f"On {sheet.size} the takeaway says the big number, so the poster gives its room to "
            f"the chart; {SLIDES}.",
            "Leave it so, or write the number among blocks: of this station to keep it there.",
            exhibit.at,
            "advice",
            kind="said-above",
        )
    for exhibit in way.left:
        named = f"“{one_line(exhibit.heading)}”" if exhibit.heading else f"a {exhibit.kind}"
        yield Problem(
            f"On {sheet.size} the poster has no room for {named} and leaves it out; {SLIDES}.",
            "To keep it there, write it among blocks: of this station, allow it sheets: 2, or use "
            "a larger sheet.",
            exhibit.at,
            "advice",
            kind="left-out",
        )
