"""Large print: every station in type of 18 points, one column, as many pages as needed."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from datawalk.exhibits import Exhibit, Stat
from datawalk.layout.exhibits.leaner import leaner
from datawalk.layout.exhibits.look import Look
from datawalk.layout.paper.asking import exhibits_of, pages_of, questions
from datawalk.layout.paper.invited import Laying, pages_on_leaves
from datawalk.layout.paper.leaf import Leaf, header, leaf_of, paper_of
from datawalk.layout.paper.paging import check_widths, items_of, sources
from datawalk.layout.poster.opening import opening
from datawalk.page.document import Box, Document
from datawalk.page.ink import Part
from datawalk.page.lines import text_ink
from datawalk.page.marks import Rect
from datawalk.problems import Problems
from datawalk.theme import Theme, contrast, mix
from datawalk.typography.measure import Measurer, text_height
from datawalk.typography.sizes import Type
from datawalk.walk import Station, Walk

TYPE = Type(number=60, lead=22, heading=24, body=18, label=19, note=18)
TITLES = (32.0, 28.0, 25.0)
MARGIN = 54.0
LINES = (3, 2)
"""Ruled lines under each question; fewer where they save a page."""
STRONG = 7.0
"""Contrast of all words with the paper (WCAG 2.1, level AAA)."""
LIGHT = 0.85
"""How much paper is in the ground of what to take home."""
MARKS = 3.0
"""Contrast of marks and lines to write on."""


def arrange_large_print(measurer: Measurer, walk: Walk, theme: Theme, size: str) -> Document:
    """The pages of all stations. Raises Problems for all that do not fit."""
    strong = strong_theme(theme)
    look = Look(TYPE, strong, strong.ink, TYPE.body / 50, measurer=measurer)
    leaf = leaf_of(size, MARGIN, look, TITLES)
    pages = pages_on_leaves(walk, leaf, _laying)
    return Document("large-print", walk.title, walk.language, pages, strong)


def strong_theme(theme: Theme) -> Theme:
    """The theme in high contrast: words black, or dark enough for level AAA."""
    ink, paper = "#000000", "#ffffff"
    return replace(
        paper_of(replace(theme, paper=paper)),
        ink=ink,
        muted=ink,
        rule=_darker(theme.rule, MARKS),
        field=_darker(theme.field, MARKS),
        accent=_darker(theme.accent, STRONG),
        pillars={name: _darker(color, STRONG) for name, color in theme.pillars.items()},
    )


def _darker(color: str, least: float) -> str:
    """The color with as much black in it as brings it to this contrast with white."""
    return next(
        darker
        for share in range(0, 101, 5)
        if contrast(darker := mix(color, "#000000", share / 100), "#ffffff") >= least
    )


def _laying(walk: Walk, station: Station, _leaf: Leaf) -> Laying:
    """With other places beside groups of ours, where a page has room for them."""
    less = leaner(station)
    if less is station:
        return partial(_leaves, walk, station)

    def lay(leaf: Leaf) -> list[list[Box]]:
        try:
            return _leaves(walk, station, leaf)
        except Problems:
            return _leaves(walk, less, leaf)

    return lay


def _leaves(walk: Walk, station: Station, leaf: Leaf) -> list[list[Box]]:
    top = [header(station, leaf), *_takeaway(station, leaf)]
    if station.about.definition or station.about.why:
        y = top[-1].y + top[-1].h + leaf.look.gap(0.9)
        top.append(opening(station.about, leaf.margin, y, leaf.inner, leaf.look, reason=True))
    items = items_of([_without_squares(exhibit) for exhibit in exhibits_of(station)], leaf)
    foot = sources(walk, station, leaf.look)
    check_widths(
        [*items, *questions(station, leaf.look, 1), *foot], leaf.inner, station, "large print"
    )
    return pages_of(items, foot, station, leaf, top, LINES)


def _takeaway(station: Station, leaf: Leaf) -> list[Box]:
    """What to take home on a light strip, unless a big number says so."""
    told, look = station.takeaway, leaf.look
    if told is None or told.repeats:
        return []
    y, pad = header(station, leaf).h, look.gap(0.7)
    lines = look.measurer.balanced(told.words, leaf.inner, look.type.lead, "bold")
    tall = text_height(len(lines), look.type.lead) + 2 * pad
    ground = Rect(0, y, leaf.width, tall, fill=mix(look.color, look.theme.paper, LIGHT))
    hue = look.theme.ink
    said = text_ink(look.measurer, lines, leaf.margin, y + pad, look.type.lead, hue)
    return [Box("takeaway", 0, y, leaf.width, tall, (ground, Part("P", said)))]


def _without_squares(exhibit: Exhibit) -> Exhibit:
    """A share's hundred squares say what its sentence says, and would narrow the column."""
    return replace(exhibit, share=None) if isinstance(exhibit, Stat) else exhibit
