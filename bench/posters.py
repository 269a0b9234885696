"""How long eight posters take, next to the same sheets by Typst and by WeasyPrint, in one run.

    pip install typst weasyprint
    python bench/posters.py [--runs 5]

All three start from the same composed walk and end with a PDF in memory; each has run once
before it is timed. The rivals' charts and map are Matplotlib's, as SVG.
"""

from __future__ import annotations

import argparse
import shutil
import statistics
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from rival_posters import by_typst, by_weasyprint

from datawalk import kit
from datawalk.check.page import check
from datawalk.layout.poster.poster import arrange_posters
from datawalk.render.pdf.painter import pdf_bytes
from datawalk.theme import base_theme
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
"""A list, bars with whiskers, lines, a map of 115 counties, tables, and rooms to write."""


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--runs", type=int, default=5)
    runs = options.parse_args().runs
    walk = composed()
    makers: dict[str, Callable[[Walk], bytes]] = {
        "datawalk": ours,
        "typst": by_typst,
        "weasyprint": by_weasyprint,
    }
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
            f"{name:<11} {middle:6.3f} s  ({min(taken):.3f} to {max(taken):.3f})   "
            f"{sizes[name] / 1e3:6.0f} KB   ours / this {own / middle:.2f}"
        )
    print("goal: under 1.00 of both, and under 1,000 KB")


def composed() -> Walk:
    """Boone County's walk through the eight templates, on the samples."""
    stations = "".join(f"  - template: {name}\n" for name in TEMPLATES)
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
    document = arrange_posters(walk, base_theme(), "24x36")
    assert not check(document)
    return pdf_bytes(document)


if __name__ == "__main__":
    main()
