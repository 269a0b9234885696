"""Waiting for changes: of what a walk reads, and of nothing else."""

from __future__ import annotations

import threading
import time
from pathlib import Path

from watchfiles import Change

from datawalk.app.watch import _Read, changes


def test_only_files_that_a_walk_reads_count() -> None:
    matters = _Read()
    for name in ("walk.yaml", "data/figures.csv", "photo.JPG", "areas.geojson"):
        assert matters(Change.modified, f"/walks/{name}")
    for name in ("deck.pptx", "numbers.csv", "numbers.xlsx", "numbers-before.csv"):
        assert not matters(Change.modified, f"/walks/out/walk-{name}")
    for name in ("walk-print-list.xlsx", "walk-print-list-before.xlsx", ".datawalk-files.json"):
        assert not matters(Change.modified, f"/walks/out/{name}")
    for name in ("out/.walk.part", "log.txt", ".git/x.yaml", ".venv/a.csv"):
        assert not matters(Change.modified, f"/walks/{name}")


def test_yields_at_the_start_and_after_a_change(tmp_path: Path) -> None:
    walk = tmp_path / "walk.yaml"
    walk.write_text("title: a", encoding="utf-8")
    seen = changes(walk, ())
    next(seen)

    def edit() -> None:
        time.sleep(0.6)
        walk.write_text("title: b", encoding="utf-8")

    threading.Thread(target=edit, daemon=True).start()
    next(seen)


def test_a_change_while_the_kit_is_made_is_not_missed(tmp_path: Path) -> None:
    walk = tmp_path / "walk.yaml"
    walk.write_text("title: a", encoding="utf-8")
    seen = changes(walk, ())
    next(seen)
    walk.write_text("title: b", encoding="utf-8")
    time.sleep(0.6)
    next(seen)
