"""The eight things that can hang on the wall. Renderers know these and nothing else.

Everything in an exhibit is final: words are filled in, figures are formatted, colours and
sizes are not yet chosen. `figures` traces each printed number to its observation, `own` each
number of a community's own file to its cell.
"""

from __future__ import annotations

from datawalk.exhibits.base import Exhibit, Titles
from datawalk.exhibits.chart import (
    Bracket,
    Chart,
    ChartForm,
    LineChange,
    Link,
    Point,
    Reference,
    Series,
    in_columns,
)
from datawalk.exhibits.map import Area, Called, Locator, Map, NearRow, Shade, Spot
from datawalk.exhibits.picture import Focus, Picture, WritingColumn, WritingSpace
from datawalk.exhibits.words import Bullets, Prose, Row, Stat, Table, is_gap

__all__ = [
    "Area",
    "Bracket",
    "Bullets",
    "Called",
    "Chart",
    "ChartForm",
    "Exhibit",
    "Focus",
    "LineChange",
    "Link",
    "Locator",
    "Map",
    "NearRow",
    "Picture",
    "Point",
    "Prose",
    "Reference",
    "Row",
    "Series",
    "Shade",
    "Spot",
    "Stat",
    "Table",
    "Titles",
    "WritingColumn",
    "WritingSpace",
    "in_columns",
    "is_gap",
]
