"""A station with less in its exhibits, for a sheet that has no room for all."""

from __future__ import annotations

from dataclasses import replace

from datawalk.exhibits import Chart, Exhibit
from datawalk.walk import Station
from datawalk.words import say


def leaner(station: Station) -> Station:
    """Groups of our place alone, and a remark that others are left out; else the same."""
    exhibits = tuple(map(_leaner, station.exhibits))
    unlike = any(a is not b for a, b in zip(exhibits, station.exhibits, strict=True))
    return replace(station, exhibits=exhibits) if unlike else station


def _leaner(exhibit: Exhibit) -> Exhibit:
    if not isinstance(exhibit, Chart) or exhibit.form != "dumbbell" or len(exhibit.series) < 2:
        return exhibit
    told = say("There is no room here for the other places.")
    note = f"{exhibit.note} {told}".strip()
    return replace(exhibit, series=exhibit.series[:1], note=note)
