"""Where the parts of each exhibit stand in the frame of a slide."""

from __future__ import annotations

from dataclasses import dataclass, replace

from datawalk import figures
from datawalk.exhibits import Chart, Map, Picture, Series
from datawalk.figures.crowd import Crowd
from datawalk.figures.map import placing
from datawalk.figures.native import with_native
from datawalk.layout.deck.fit import fit, overflow
from datawalk.layout.deck.text import BODY, SMALLEST, height, one, text_box
from datawalk.page.document import Box
from datawalk.page.marks import Photo
from datawalk.page.stage import PLAIN, ROOM, Aim, Frame, SectionStage, Stage, Variant
from datawalk.theme import Theme
from datawalk.typography.measure import Measurer
from datawalk.typography.sizes import Type

CHART_TYPE = Type(number=28, lead=24, heading=20, body=20, label=20, note=18)
"""Sizes on charts and maps, in points: values, names, legends."""
DENSE_TYPE = Type(number=24, lead=20, heading=18, body=18, label=18, note=18)
ROW = 1.3
"""Least height of a row of bars or dots, in ems of its label."""
TALLEST_ROW = 92.0
"""Points; a bar that is thicker looks like a block."""
REFERENCE_ROWS = 30.0
"""Points kept under bars and dots for the name of the benchmark."""
ENDS_ROWS = 60.0
"""Points kept under dots for what the ends of their axis mean."""
KEY_ROWS = 44.0
"""Points kept over bars in groups for the chart's legend."""
GAP = 14.0
BESIDE = 0.25
"""Least share of the width for a caption beside its picture; else it stands below."""


@dataclass(frozen=True, slots=True)
class DeckLook:
    """Theme, the colour of the station, where things stand, and what the deck is for.

    Where groups `rotate`, they are at different stations at once. `here` is the place of the walk
    inside a sentence. `section` is where stations open on a layout of their own.
    """

    theme: Theme
    color: str
    measurer: Measurer
    stage: Stage = PLAIN
    aim: Aim = ROOM
    rotates: bool = False
    icons: bool = True
    here: str = ""
    section: SectionStage | None = None

    @property
    def variant(self) -> Variant:
        """Where the deck is shown."""
        return self.aim.variant


def chart(exhibit: Chart, frame: Frame, look: DeckLook) -> tuple[Box, ...]:
    """A chart as large as the frame; few bars do not fill its height. Raises Problems."""
    type_ = DENSE_TYPE if exhibit.form in ("panels", "lines") else CHART_TYPE
    tall = frame.h
    if exhibit.form in ("network", "parts", "dumbbell", "lineup"):
        type_ = _largest_type(look.measurer, exhibit, frame)
    if exhibit.form in ("bars", "dots", "diverging", "grouped", "pairs", "steps"):
        # A pair is two bars.
        rows = len(exhibit.series[0].points) * len(exhibit.series)
        # The benchmark's line beside a lone bar has an empty row.
        rows = max(2, rows) if exhibit.reference and exhibit.form != "dots" else rows
        spare = REFERENCE_ROWS if exhibit.reference else 0.0
        spare += ENDS_ROWS if exhibit.ends else 0.0
        spare += KEY_ROWS if exhibit.form == "grouped" else 0.0
        type_ = CHART_TYPE if (frame.h - spare) / rows >= 20 * ROW else DENSE_TYPE
        if (frame.h - spare) / rows < type_.label * ROW:
            most = int((frame.h - spare) / (type_.label * ROW))
            raise overflow(
                f"The chart with {rows} rows", f"A slide has room for {most}: compare fewer."
            )
        tall = min(frame.h, rows * TALLEST_ROW + spare)
    y = frame.y + (frame.h - tall) / 2
    place = (frame.x, y, frame.w, tall)
    # What a dot is stands over the chart.
    drawing = figures.drawn(
        look.measurer, replace(exhibit, field_label=""), place, type_, look.theme, look.color
    )
    if isinstance(drawing.plan.field, Crowd) and not drawing.plan.field.fits:
        raise overflow("The chart of all places", "Compare fewer: their names take its room.")
    drawing = with_native(drawing, look.measurer, look.theme)
    return (Box("chart", frame.x, y, frame.w, tall, (drawing,), exhibit, type_),)


def parts_of(
    exhibit: Chart, frame: Frame, look: DeckLook, first: Frame | None = None
) -> tuple[Chart, ...]:
    """A dumbbell in charts of so many slides: places go on where a slide has no room, of which the
    `first` may have less than others.

    Ours stand on each of them; others that have no room beside ours at all hang on the wall only.
    Where even ours have no room in large marks, they are dots in rows.
    """
    ours, *others = exhibit.series
    first = first or frame
    alone = replace(exhibit, series=(ours,))
    if not _fits(alone, first, look):
        return (replace(alone, form="dots", bracket=None, ends=None),)
    parts: list[tuple[Series, ...]] = [(ours,)]
    for row in others:
        room = frame if len(parts) > 1 else first
        begun = len(parts[-1]) > 1 or room != frame
        if _fits(replace(exhibit, series=(*parts[-1], row)), room, look):
            parts[-1] = (*parts[-1], row)
        elif begun and _fits(replace(exhibit, series=(ours, row)), frame, look):
            parts.append((ours, row))
    return tuple(replace(exhibit, series=part) for part in parts)


def _fits(exhibit: Chart, frame: Frame, look: DeckLook) -> bool:
    return figures.heights(look.measurer, exhibit, frame.w, DENSE_TYPE)[0] <= frame.h


def _largest_type(measurer: Measurer, exhibit: Chart, frame: Frame) -> Type:
    """The largest type with which all of a drawing made of shapes fits. Raises Problems."""
    for type_ in (CHART_TYPE, DENSE_TYPE):
        wide = figures.widest_problem(measurer, exhibit, frame.w, type_)
        if not wide and figures.heights(measurer, exhibit, frame.w, type_)[0] <= frame.h:
            return type_
    named = {"network": "organizations", "parts": "parts", "lineup": "places in line"}
    what = named.get(exhibit.form, "places")
    raise overflow(f"This chart of {what}", wide or f"Show fewer {what}, or shorter names.")


def map_(exhibit: Map, frame: Frame, look: DeckLook) -> tuple[Box, ...]:
    """A map as large as the frame. Raises Problems."""
    wide = figures.widest_problem(look.measurer, exhibit, frame.w, DENSE_TYPE)
    if wide:
        raise overflow(f"The map: {wide}; it", "Use shorter class labels or a shorter legend.")
    place = (frame.x, frame.y, frame.w, frame.h)
    drawing = figures.drawn(look.measurer, exhibit, place, DENSE_TYPE, look.theme, look.color)
    drawing = with_native(drawing, look.measurer, look.theme)
    return (Box("map", *place, (drawing,), exhibit, DENSE_TYPE),)


def map_is_large(box: Box, look: DeckLook) -> bool:
    """Whether the areas of a placed map reach over half of the slide, across or down."""
    assert isinstance(box.exhibit, Map)
    placed = placing.place(look.measurer, box.exhibit, box.w, box.h, DENSE_TYPE)
    xs = [x for ring in placed.edge for x, _ in ring]
    ys = [y for ring in placed.edge for _, y in ring]
    wide, tall = max(xs) - min(xs), max(ys) - min(ys)
    return wide >= look.stage.width / 2 or tall >= look.stage.height / 2


def picture(exhibit: Picture, frame: Frame, look: DeckLook) -> tuple[Box, ...]:
    """The picture as large as it goes; words under a wide one, beside a tall one."""
    said = [part for part in (exhibit.caption, exhibit.credit) if part]
    words = tuple(paragraph for part in said for paragraph in one(part))
    text = frame.text
    if not words:
        return (_photo(exhibit, text),)
    size = fit(
        look.measurer, words, text.w, frame.h / 3, (20.0, SMALLEST), "caption", "the caption"
    )
    tall = height(look.measurer, words, text.w, size, "caption")
    under = _photo(exhibit, Frame(text.x, text.y, text.w, text.h - tall - 10))
    held = _photo(exhibit, Frame(text.x, text.y, text.w * (1 - BESIDE) - 24, text.h))
    if held.w > under.w:
        room = text.w - held.w - 24
        size = fit(
            look.measurer, words, room, frame.h, (BODY, 20.0, SMALLEST), "caption", "the caption"
        )
        place = (held.x + held.w + 24, frame.y, room, frame.h)
        return (held, text_box(look.measurer, "caption", place, words, size, look.theme.muted))
    place = (text.x, under.y + under.h + 10, text.w, tall)
    return (under, text_box(look.measurer, "caption", place, words, size, look.theme.muted))


def _photo(exhibit: Picture, frame: Frame) -> Box:
    scale = min(frame.w / exhibit.width, frame.h / exhibit.height)
    w, h = exhibit.width * scale, exhibit.height * scale
    return Box(
        "picture", frame.x, frame.y, w, h, (Photo(frame.x, frame.y, w, h, exhibit.data),), exhibit
    )
