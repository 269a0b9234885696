"""Stations that say nothing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from datawalk.config.reach import nearest_place
from datawalk.config.templates import Written
from datawalk.problems import Problem


def without_content(written: Written, found: Iterable[Problem]) -> Iterator[Problem]:
    """Stations without a title or blocks, of which nothing else is `found`."""
    told = {(problem.at.file, problem.at.line) for problem in found}
    stations = written.data.get("stations")
    for i, station in enumerate(stations if isinstance(stations, list) else []):
        if not isinstance(station, dict):
            continue
        at = nearest_place(written.places, ("stations", i))
        lines = {
            (place.file, place.line)
            for path, place in written.places.items()
            if path[:2] == ("stations", i)
        }
        if not lines.isdisjoint(told):
            continue
        if not (station.get("question") or station.get("title")):
            yield Problem(
                "This station has no title.",
                "Write question: or title:.",
                replace(at, path=("stations", i, "question")),
                kind="no-title",
            )
        blocks = (*(station.get("blocks") or ()), *(station.get("more_blocks") or ()))
        if all(_hidden(block) for block in blocks):
            yield Problem(
                "This station is empty: all its blocks are hidden."
                if blocks
                else "This station is empty.",
                "Show one of them." if blocks else "Write template: or blocks:.",
                replace(at, path=("stations", i, "blocks")),
                kind="no-blocks",
            )


def _hidden(block: object) -> bool:
    said = block.get("hide") if isinstance(block, dict) else None
    return str(said).lower() in ("true", "yes", "on", "1")
