"""How long 18 slides take, next to the same slides with charts as pictures, in one run.

    apt install pandoc chromium; npm install @marp-team/marp-cli
    python bench/deck.py [--runs 3] [--marp node_modules/.bin/marp]

All start from the same composed walk and end with the bytes of a .pptx file; each has run once
before it is timed. What is not installed is left out. `native` is the share of charts, tables and
maps that can be edited: that are no pictures.
"""

from __future__ import annotations

import argparse
import io
import shutil
import statistics
import tempfile
import time
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

import plain_script
from plain_pages import page_told
from pptx import Presentation
from pptx.enum.shapes import MSO_SHAPE_TYPE
from rival_decks import by_marp, by_pandoc

from datawalk import kit
from datawalk.exhibits import Chart, Map, Table
from datawalk.layout.deck.deck import arrange_deck
from datawalk.page.document import Page
from datawalk.render.pptx.deck import pptx_bytes
from datawalk.theme import base_theme
from datawalk.typography.measure import LATO
from datawalk.walk import Walk

ROOT = Path(__file__).resolve().parents[1]
WALK = """title: Eighteen slides
place: "29019"
compare: ["19103", "19169", "17019", us-median]
data: [metrics.csv]
session: {parts: [title, walk, stations, thanks]}
outputs: [{medium: deck}]
stations:
  - title: Jobs
    blocks: [{kind: chart, metric: share_employed}, {kind: map, metric: share_employed}]
  - title: Income
    blocks:
      - {kind: chart, metric: pctl_income_50, show: years}
      - {kind: table, of: [pctl_income_20, pctl_income_50, pctl_income_80], across: years}
  - title: Internet
    blocks: [{kind: chart, metric: share_digital_access, show: race},
      {kind: chart, metric: share_digital_access, show: distribution}]
  - title: Getting around
    blocks: [{kind: map, metric: share_transportation_cost},
      {kind: stat, metric: share_transportation_cost}]
  - title: Health
    blocks: [{kind: table, of: [share_employed, pctl_income_50, share_digital_access]},
      {kind: questions, questions: ["What is new?", "Who is missing?"]}]
"""


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--runs", type=int, default=3)
    options.add_argument("--marp", default=shutil.which("marp") or "")
    given = options.parse_args()
    walk = composed()
    pages = arrange_deck(LATO, walk, base_theme()).pages
    print(f"{len(pages)} slides")
    makers: dict[str, Callable[[], bytes]] = {
        "datawalk": partial(ours, walk),
        "python-pptx": partial(theirs, pages),
    }
    if shutil.which("pandoc"):
        makers["pandoc"] = partial(by_pandoc, pages)
    if given.marp:
        makers["marp"] = partial(by_marp, pages, str(Path(given.marp).resolve()))
    for name in {"pandoc", "marp"} - makers.keys():
        print(f"{name} is not installed and left out")
    made = {name: make() for name, make in makers.items()}
    times: dict[str, list[float]] = {name: [] for name in makers}
    for _ in range(given.runs):
        for name, make in makers.items():
            before = time.perf_counter()
            make()
            times[name].append(time.perf_counter() - before)
    own = statistics.median(times["datawalk"])
    for name, taken in times.items():
        middle = statistics.median(taken)
        print(
            f"{name:<12} {middle:6.2f} s  ({min(taken):.2f} to {max(taken):.2f})   "
            f"{len(made[name]) / 1e3:6.0f} KB   native {native(made[name], pages):4.0%}   "
            f"ours / this {own / middle:.2f}"
        )
    print("goal: under 0.50 of python-pptx, under 0.10 of marp, all native")


def composed() -> Walk:
    """The walk on the samples."""
    with tempfile.TemporaryDirectory() as folder:
        shutil.copy(ROOT / "samples" / "metrics.csv", folder)
        file = Path(folder, "walk.yaml")
        file.write_text(WALK, encoding="utf-8")
        return kit.prepared(file).walk


def ours(walk: Walk) -> bytes:
    return pptx_bytes(arrange_deck(LATO, walk, base_theme()))


def theirs(pages: Sequence[Page]) -> bytes:
    return plain_script.deck([page_told(page) for page in pages], {})


def native(blob: bytes, pages: Sequence[Page]) -> float:
    """The share of exhibits of data that a deck holds as charts, tables or groups of shapes."""
    wanted = sum(isinstance(e, Chart | Map | Table) for page in pages for e in page.shows)
    kinds = (MSO_SHAPE_TYPE.CHART, MSO_SHAPE_TYPE.TABLE, MSO_SHAPE_TYPE.GROUP)
    found = 0
    for slide in Presentation(io.BytesIO(blob)).slides:
        types = {shape.shape_type for shape in slide.shapes}
        # The squares of a number are a group too, and no chart, map or table.
        squares = any(shape.name.startswith("Icon array") for shape in slide.shapes)
        found += bool(types & set(kinds)) and not squares
    return found / wanted


if __name__ == "__main__":
    main()
