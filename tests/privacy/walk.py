"""The walk that shows a case: a station for each of its blocks."""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import yaml

from tests.conftest import ROOT
from tests.privacy.case import Case


def written(case: Case, folder: Path, blocks: list[Mapping[str, Any]] | None = None) -> Path:
    """Writes the files and the walk of a case; `blocks` instead of those of the case."""
    folder.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(ROOT / "samples" / "metrics.csv", folder / "metrics.csv")
    for name, text in case.files.items():
        (folder / name).write_text(text, encoding="utf-8")
    walk = {
        "title": "Walk",
        "place": "29019",
        "data": ["metrics.csv"],
        "outputs": [{"medium": "poster"}, {"medium": "deck"}],
        "local_data": [dict(source) for source in case.sources],
        "stations": [
            {"title": "A station", "pillar": "work", "blocks": [dict(block)]}
            for block in blocks or case.blocks
        ],
    }
    path = folder / "walk.yaml"
    path.write_text(yaml.safe_dump(walk, sort_keys=False, allow_unicode=True), encoding="utf-8")
    return path
