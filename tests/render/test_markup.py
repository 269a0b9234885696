"""Text that looks like markup, through the whole line."""

from __future__ import annotations

import io
import tempfile
from pathlib import Path

import pdfplumber
from pptx import Presentation

from datawalk import kit
from datawalk.output.formats import paint
from tests.conftest import ROOT

WALK = """\
title: T
place: "29019"
data: [metrics.csv]
stations:
  - title: Words
    blocks:
      - kind: text
        text: "{words}"
"""


def made(words: str) -> kit.Kit:
    with tempfile.TemporaryDirectory() as folder:
        walk = Path(folder, "walk.yaml")
        walk.write_text(WALK.replace("{words}", words), encoding="utf-8")
        data = (ROOT / "samples" / "metrics.csv").read_bytes()
        Path(folder, "metrics.csv").write_bytes(data)
        return kit.prepared(walk)


def rendered_text(words: str) -> str:
    with pdfplumber.open(io.BytesIO(paint(made(words).documents[0]))) as read:
        return str(read.pages[0].extract_text())


def test_formulas_and_tags_stay_words_on_slides() -> None:
    deck = Presentation(io.BytesIO(paint(made("=1+1 <a:t> & </p:sp>").documents[1])))
    said = [s.text_frame.text for slide in deck.slides for s in slide.shapes if s.has_text_frame]
    assert any("=1+1 <a:t> & </p:sp>" in text for text in said)
