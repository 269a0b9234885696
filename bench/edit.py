"""How long it takes to see one station again after an edit, next to making the whole kit.

    python bench/edit.py [--runs 7]

Of Boone's walk one word, one metric or one line is changed; then the sheet of that station is shown
again, with and without the rest of the kit laid out anew. By turns the edited walk is made and
painted from nothing, in the same process, imports done. Prints medians of processor time in
milliseconds, which others on the same computer lengthen little, and their ratio.
"""

from __future__ import annotations

import argparse
import statistics
import time
from collections.abc import Callable
from pathlib import Path

import datawalk.render.pdf.painter
import datawalk.render.pptx.deck  # noqa: F401
from datawalk import kit
from datawalk.compose.data import data_paths
from datawalk.config.load import load
from datawalk.metrics.knowledge.catalog import catalog
from datawalk.metrics.store import MetricStore, read_store
from datawalk.prepare.sketch import Sketch, Wish
from datawalk.source import Unsaved

WALK = Path(__file__).resolve().parents[1] / "configs" / "boone.yaml"
STATION = 6
EDITS = {
    "a word": ("What surprises you here?", "What is new to you here?"),
    "a metric": (
        "{kind: stat, metric: share_digital_access, icons: false}",
        "{kind: stat, metric: share_employed, icons: false}",
    ),
    "a line": ("- What surprises you here?", "- What surprises you here?\n          - Why?"),
}


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--runs", type=int, default=7)
    runs = options.parse_args().runs
    text = WALK.read_text(encoding="utf-8")
    file = load(WALK)
    store = read_store(data_paths(file), catalog().metrics, file.config.min_count)
    for only in ("poster", None):
        before = sketch(text, store, only)
        for name, (old, new) in EDITS.items():
            assert text.count(old) == 1
            compare(f"{only or 'whole kit'}: {name}", text.replace(old, new), store, before, runs)


def compare(what: str, text: str, store: MetricStore, before: Sketch, runs: int) -> None:
    only = "poster" if len(before.laid) == 1 else None
    shown, whole = [], []
    for _ in range(runs):
        shown.append(took(lambda: show(sketch(text, store, only, before))))
        whole.append(took(lambda: kit.painted(sketch(text, None, None).kit)))
    ours, all_ = statistics.median(shown), statistics.median(whole)
    print(f"{what:<22} shown {ours:6.0f} ms   all {all_:6.0f} ms   ratio {ours / all_:.3f}")


def sketch(
    text: str, store: MetricStore | None, only: str | None, before: Sketch | None = None
) -> Sketch:
    file = load(Unsaved(text.encode(), WALK))
    return kit.sketch(file, Wish(only=only), before, store=store)


def show(made: Sketch) -> bytes:
    return kit.shown(made.kit, made.kit.outputs[0], STATION)


def took(step: Callable[[], object]) -> float:
    before = time.process_time()
    step()
    return (time.process_time() - before) * 1000


if __name__ == "__main__":
    main()
