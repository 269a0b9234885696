"""The cells of the placemat: what a station shows on a sheet that shows all of them.

Lengths are points.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from datawalk.exhibits import Chart, Exhibit, Map, Prose, Stat, Table
from datawalk.layout.exhibits import setting
from datawalk.layout.exhibits.look import Look
from datawalk.layout.paper.leaf import number_disc
from datawalk.page.document import Box
from datawalk.page.ink import Part
from datawalk.page.lines import text_ink
from datawalk.prose import Run
from datawalk.typography.measure import Line, Measurer, text_height
from datawalk.walk import Station


@dataclass(frozen=True, slots=True)
class PlacematCell:
    """A station at a width: the lines of its title, and its main figure, if it has one."""

    station: Station
    title: tuple[Line, ...]
    lead: Exhibit | None
    head: float
    lead_height: float
    look: Look


def main(station: Station) -> Exhibit | None:
    """The big number of a station, else the main point of a chart, else what it shows first.

    Where it shows no figure, this is the text that says so.
    """
    numbers = (e for e in station.exhibits if isinstance(e, Stat))
    said = (e for e in station.exhibits if isinstance(e, (Chart, Map)) and e.takeaway)
    shown = (e for e in station.exhibits if isinstance(e, (Chart, Map, Table)) and not _keyed(e))
    gaps = (e for e in station.exhibits if isinstance(e, Prose) and e.figures)
    return next(numbers, None) or next(said, None) or next(shown, None) or next(gaps, None)


def _keyed(exhibit: Exhibit) -> bool:
    """Whether its numbers are explained in another exhibit, which a cell has no room for."""
    return isinstance(exhibit, Chart) and exhibit.form == "network"


def _told(exhibit: Exhibit | None) -> Exhibit | None:
    """As it stands in a cell: the number without its squares, a chart's main point in words."""
    if isinstance(exhibit, Stat):
        return replace(exhibit, share=None, heading="")
    if isinstance(exhibit, (Chart, Map)) and exhibit.takeaway:
        return Prose(
            paragraphs=((Run(exhibit.takeaway),),),
            note=exhibit.note,
            figures=exhibit.figures,
            at=exhibit.at,
            block=exhibit.block,
            kind=exhibit.kind,
        )
    return exhibit


def cell_of(station: Station, width: float, look: Look, *, drawn: bool) -> PlacematCell | None:
    """The station at this width; None where a word of it is too wide.

    Without `drawn`, charts, maps and tables are left to the posters.
    """
    own = replace(look, color=look.theme.pillar(station.pillar))
    size = look.type.heading
    said, room = (Run(station.question),), width - 2.9 * size
    lead = _told(main(station))
    if not drawn and isinstance(lead, (Chart, Map, Table)):
        lead = None
    if look.measurer.widest_word(said, size, "bold")[1] > room or (
        lead and setting.too_wide(lead, width, own)
    ):
        return None
    title = look.measurer.balanced(said, room, size, "bold")
    head = max(2.2 * size, text_height(len(title), size, 1.14))
    tall = setting.heights(lead, width, own)[0] if lead else 0.0
    return PlacematCell(station, title, lead, head, tall, own)


def cell_boxes(
    measurer: Measurer,
    cell: PlacematCell,
    x: float,
    y: float,
    width: float,
    room: tuple[float, float],
) -> list[Box]:
    """Number and title, and under them the figure in its room: top and height."""
    look, size = cell.look, cell.look.type.heading
    words = text_height(len(cell.title), size, 1.14)
    radius = size * 1.1
    top = y + max(0.0, radius - words / 2)
    disc = number_disc(cell.station.number, x + radius, y + radius, radius, look)
    title = text_ink(measurer, cell.title, x + 2.9 * size, top, size, look.theme.ink, 1.14)
    boxes = [Box("title", x, y, width, cell.head, (Part("H2", (*disc, *title)),))]
    if cell.lead:
        top, most = room
        tall = min(most, setting.heights(cell.lead, width, look)[1])
        shown = setting.ink(cell.lead, x, top, width, tall, look)
        boxes.append(Box("exhibit", x, top, width, tall, shown, cell.lead, look.type))
    return boxes
