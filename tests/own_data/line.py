"""A walk over a community's own files put through the line, and what came of it in words."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

from datawalk.compose.composer import compose
from datawalk.compose.data import read_data
from datawalk.config.load import load
from datawalk.exhibits import Chart, Exhibit, Map, Table
from datawalk.problems import Problem, Problems
from datawalk.words import speaking
from tests.conftest import ROOT

Block = dict[str, Any]
Described = dict[str, Any]


def written(folder: Path, blocks: list[Block], described: list[Described]) -> Path:
    """A walk with one station, beside the sample figures."""
    (folder / "metrics.csv").write_bytes((ROOT / "samples" / "metrics.csv").read_bytes())
    about = {"name": "Street survey", "who": "our neighbors", "when": "May 2026"}
    walk = {
        **{"title": "T", "place": "29019", "data": ["metrics.csv"]},
        **{"outputs": [{"medium": "poster"}, {"medium": "deck"}]},
        "local_data": [{**about, **one} for one in described],
        "stations": [{"title": "S", "blocks": blocks}],
    }
    path = folder / "walk.yaml"
    path.write_text(yaml.safe_dump(walk, allow_unicode=True), encoding="utf-8")
    return path


def outcome(walk: Path) -> str:
    """What is shown and told of a walk, a line each; or the problems that refuse it.

    A row of a table reads "North | 30 | hidden", a bar or area "North: 45%", a line "2023: 12", a
    warning "told: …", a problem "refused: …" with its line.
    """
    try:
        file = load(walk)
        with speaking("en"):
            found = compose(file, read_data(file))
    except Problems as refused:
        return "\n".join(f"refused: {_said(problem)}" for problem in refused.problems)
    shown = [line for s in found.walk.stations for e in s.exhibits for line in _lines(e)]
    return "\n".join([*shown, *(f"told: {_said(problem)}" for problem in found.warnings)])


def _said(problem: Problem) -> str:
    where = f" [{problem.at.line}]" if problem.at.line else ""
    return f"{problem.what}{where} -> {problem.try_this}"


def _lines(exhibit: Exhibit) -> Iterator[str]:
    if exhibit.heading:
        yield f"heading: {exhibit.heading}"
    match exhibit:
        case Table():
            yield f"columns: {' | '.join((exhibit.stub_head, *exhibit.columns))}"
            for row in exhibit.rows:
                yield " | ".join((row.stub, *row.cells))
        case Chart():
            yield f"form: {exhibit.form}"
            for series in exhibit.series:
                yield from (f"{point.label}: {point.printed}" for point in series.points)
            if exhibit.reference:
                yield f"beside {exhibit.reference.label}: {exhibit.reference.printed}"
        case Map():
            yield from (f"{area.label}: {area.printed}" for area in exhibit.areas)
    yield f"note: {exhibit.note}"


def missed(found: str, expected: tuple[str, ...]) -> list[str]:
    """Which words of an outcome are not met: those not there, and those after "no: " that are.

    A line in angle brackets must stand there whole.
    """
    lines = found.splitlines()
    wrong = []
    for words in expected:
        if words.startswith("no: "):
            met = words.removeprefix("no: ") not in found
        elif words.startswith("<"):
            met = words[1:-1] in lines
        else:
            met = words in found
        if not met:
            wrong.append(words)
    return wrong
