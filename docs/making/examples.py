"""YAML on the pages. Each piece is filled up to a whole walk, so that it can be rendered."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import takewhile
from pathlib import Path
from typing import Any

import yaml
from markdown_it import MarkdownIt

from datawalk.config.schema import WalkConfig

ROOT = Path(__file__).resolve().parents[2]
DOCS = ROOT / "docs"
BASE: dict[str, Any] = {
    "title": "{place} Data Walk",
    "place": "29019",
    "compare": ["19103", "19169", "17019", "us-median"],
    "data": ["metrics.csv"],
    "outputs": [{"medium": "poster"}],
    "stations": [{"template": "work/jobs"}],
}
STAND_INS = {
    "samples/metrics.csv": "samples/metrics.csv",
    "city.ttf": "datawalk/fonts_files/Lato-Regular.ttf",
    "city-bold.ttf": "datawalk/fonts_files/Lato-Bold.ttf",
    "crest.png": "samples/photos/meeting.png",
    "atlas.png": "samples/pictures/atlas.png",
    "11_mobility-metrics_county_longitudinal.csv": "samples/metrics.csv",
}
"""Files that pages name as if they were the reader's own."""
TEMPLATE = "city.potx"
SHOWN = ("yaml", "{example}")


@dataclass(frozen=True, slots=True)
class Fence:
    """A fenced piece of a page: its language or directive, options and text."""

    page: str
    line: int
    sort: str
    options: dict[str, str]
    text: str


def pages() -> list[Path]:
    """The pages as they are written, and the two that stand outside of them."""
    return [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted(DOCS.rglob("*.md"))]


def fences(path: Path) -> Iterator[Fence]:
    """All fenced pieces of a page."""
    page = str(path.relative_to(ROOT))
    for token in MarkdownIt().parse(path.read_text(encoding="utf-8")):
        if token.type == "fence":
            options, text = _parted(token.content, directive=token.info.startswith("{"))
            line = token.map[0] + 1 if token.map else 0
            yield Fence(page, line, token.info.strip(), options, text)


def _parted(content: str, *, directive: bool) -> tuple[dict[str, str], str]:
    """The options that a directive begins with, and what follows them."""
    lines = content.splitlines()
    head = list(takewhile(lambda line: directive and line.startswith(":"), lines))
    split = (line[1:].partition(":") for line in head)
    options = {name.strip(): value.strip() for name, _, value in split}
    return options, "\n".join(lines[len(head) :]).strip("\n") + "\n"


def shown(path: Path) -> Iterator[Fence]:
    """The YAML of a page."""
    return (fence for fence in fences(path) if fence.sort in SHOWN)


def completed(text: str) -> dict[str, Any]:
    """A whole walk with the written piece in it: settings, stations, blocks or outputs."""
    written = yaml.safe_load(text)
    if isinstance(written, dict) and written.keys() <= WalkConfig.model_fields.keys():
        return BASE | written
    if isinstance(written, dict):
        return BASE | {"stations": [written]}
    if "kind" in written[0]:
        station = {"question": "What do we see here?", "pillar": "work", "blocks": written}
        return BASE | {"stations": [station]}
    return BASE | {"outputs" if "medium" in written[0] else "stations": written}


def laid_down(folder: Path, text: str) -> Path:
    """The completed walk in a folder beside the files that pages name."""
    files_laid_down(folder, text)
    walk = folder / "walk.yaml"
    walk.write_text(yaml.safe_dump(completed(text), allow_unicode=True), encoding="utf-8")
    return walk


def files_laid_down(folder: Path, text: str) -> None:
    """The samples and all files that pages name; a PowerPoint template if the text names it."""
    shutil.copytree(ROOT / "samples", folder, dirs_exist_ok=True)
    shutil.copytree(DOCS / "files", folder, dirs_exist_ok=True)
    (folder / "samples").mkdir()
    for name, source in STAND_INS.items():
        shutil.copyfile(ROOT / source, folder / name)
    if TEMPLATE in text:
        _template(folder / TEMPLATE)


def _template(path: Path) -> None:
    from pptx import Presentation

    Presentation().save(str(path))
