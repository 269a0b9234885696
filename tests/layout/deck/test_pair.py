"""Two blocks of half a slide's width share a slide of an author's own."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from datawalk import kit
from datawalk.output.formats import paint
from tests.render.pptx.access_rules import findings

WRITE = Callable[[str], Path]
WALK = """title: T
place: "29019"
compare: [us-median, "19103"]
data: [metrics.csv]
outputs: [{medium: deck, size: "%s"}]
session:
  parts:
    - title
    - title: Why we are here
      blocks:
        - {kind: text, heading: What people say, width: half, text: Rents rise faster than pay.}
        - {kind: %s, metric: share_employed, width: half}
        - {kind: text, width: half, items: [Alone]}
    - stations
stations:
  - question: What?
    blocks: [{kind: text, text: Hello.}]
"""


@pytest.mark.parametrize("size", ["16:9", "4:3"])
@pytest.mark.parametrize(("kind", "role"), [("chart", "chart"), ("stat", "big")])
def test_halves_stand_side_by_side_under_the_title_of_their_part(
    write_walk: WRITE, kind: str, role: str, size: str
) -> None:
    (document,) = kit.prepared(write_walk(WALK % (size, kind))).documents
    shown = document.pages[1]
    assert shown.title.startswith("Why we are here")
    (words,) = (box for box in shown.boxes if box.role == "body")
    drawn = next(box for box in shown.boxes if box.role == role)
    assert words.x + words.w < drawn.x
    assert drawn.x + drawn.w <= shown.width
    heads = [str(box.exhibit) for box in shown.boxes if box.role == "card"]
    assert "What people say" in heads[0]
    # The third has no neighbour, and its slide for itself.
    assert [box.role for box in document.pages[2].boxes if box.role == "bullets"] == ["bullets"]
    assert findings(paint(document)) == []
