"""How long eight posters take, next to the same sheets made in other ways, in one run.

    pip install typst weasyprint
    python bench/posters.py [--runs 5]

The others are a plain script (Matplotlib pictures of 200 dpi and reportlab), Typst with charts
and maps of Matplotlib as SVG, Typst that draws them itself, and WeasyPrint with SVG. All start
from the same composed walk and end with a PDF in memory; each has run once before it is timed.
What is not installed is left out.
"""

from __future__ import annotations

import argparse
import shutil
import statistics
import tempfile
import time
from collections.abc import Callable
from functools import partial
from importlib.util import find_spec
from pathlib import Path

import plain_script
from plain_pages import page_told
from rival_posters import by_typst, by_weasyprint

from datawalk import kit
from datawalk.check.page import check
from datawalk.layout.poster.poster import arrange_posters
from datawalk.render.pdf.painter import pdf_bytes
from datawalk.theme import base_theme
from datawalk.typography.measure import LATO
from datawalk.walk import Walk

ROOT = Path(__file__).resolve().parents[1]
TEMPLATES = (
    "welcome",
    "work/jobs",
    "work/income",
    "education/preschool",
    "health/injuries",
    "neighborhoods/transport",
    "pillars/health",
    "visioning",
)
MORE = {"work/jobs": "    more_blocks: [{kind: map, metric: share_employed}]\n"}
"""A list, bars with whiskers, lines, a map of 115 counties, tables, and rooms to write."""


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--runs", type=int, default=5)
    runs = options.parse_args().runs
    walk = composed()
    makers: dict[str, Callable[[Walk], bytes]] = {"datawalk": ours, "plain script": by_script}
    if find_spec("typst"):
        makers["typst, SVG"] = by_typst
        makers["typst alone"] = partial(by_typst, by_hand=True)
    if find_spec("weasyprint"):
        makers["weasyprint"] = by_weasyprint
    for name in ("typst", "weasyprint"):
        if not find_spec(name):
            print(f"{name} is not installed and left out")
    sizes = {name: len(make(walk)) for name, make in makers.items()}
    times: dict[str, list[float]] = {name: [] for name in makers}
    for _ in range(runs):
        for name, make in makers.items():
            before = time.perf_counter()
            make(walk)
            times[name].append(time.perf_counter() - before)
    own = statistics.median(times["datawalk"])
    for name, taken in times.items():
        middle = statistics.median(taken)
        print(
            f"{name:<12} {middle:6.3f} s  ({min(taken):.3f} to {max(taken):.3f})   "
            f"{sizes[name] / 1e3:6.0f} KB   ours / this {own / middle:.2f}"
        )
    print("goal: under 1.00 of each, and under 1,000 KB")


def composed() -> Walk:
    """Boone County's walk through the eight templates, on the samples."""
    stations = "".join(f"  - template: {name}\n{MORE.get(name, '')}" for name in TEMPLATES)
    with tempfile.TemporaryDirectory() as folder:
        shutil.copy(ROOT / "samples" / "metrics.csv", folder)
        file = Path(folder, "walk.yaml")
        file.write_text(
            'title: Eight posters\nplace: "29019"\ncompare: ["19103", us-median]\n'
            f"data: [metrics.csv]\noutputs: [{{medium: poster}}]\nstations:\n{stations}",
            encoding="utf-8",
        )
        return kit.prepared(file).walk


def ours(walk: Walk) -> bytes:
    document = arrange_posters(LATO, walk, base_theme(), "24x36")
    assert not check(document)
    return pdf_bytes(document)


def by_script(walk: Walk) -> bytes:
    document = arrange_posters(LATO, walk, base_theme(), "24x36")
    return plain_script.sheets([page_told(page) for page in document.pages], {})


if __name__ == "__main__":
    main()
