"""Questions that come one by one: on a click each, in slides that are shown."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path

from pptx import Presentation

from datawalk import kit
from datawalk.render.pptx.deck import pptx_bytes

WRITE = Callable[[str], Path]
WALK = """title: T
place: "29019"
data: [metrics.csv]
outputs: [{medium: deck, build: true}, {medium: deck, size: "4:3"}]
session: {parts: [title, stations]}
stations:
  - title: Jobs
    blocks:
      - {kind: stat, metric: share_employed}
      - {kind: chart, metric: share_employed, show: years}
      - {kind: questions, questions: ["Why?", "Who?", "When?"]}
"""


def test_each_question_has_its_click(write_walk: WRITE) -> None:
    built, plain = kit.prepared(write_walk(WALK)).documents
    slides = Presentation(io.BytesIO(pptx_bytes(built))).slides
    timed = [slide for slide in slides if slide._element.xpath("./p:timing")]
    assert len(timed) == 1
    (slide,) = timed
    (asked,) = [shape for shape in slide.shapes if shape.name.startswith("Asked")]
    aimed = slide._element.xpath(".//p:spTgt/@spid")
    assert aimed == [str(asked.shape_id)] * 2
    assert slide._element.xpath(".//p:pRg/@st") == ["0", "1"]
    clicks = slide._element.xpath(".//p:cTn[@nodeType='clickEffect']")
    assert len(clicks) == 2
    # Numbers of time nodes are each their own.
    numbers = slide._element.xpath(".//p:cTn/@id")
    assert len(set(numbers)) == len(numbers)
    others = Presentation(io.BytesIO(pptx_bytes(plain))).slides
    assert not any(slide._element.xpath("./p:timing") for slide in others)
