"""What is told of outlines: parts that are not drawn, areas of several parts, places far away."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from datawalk.metrics.local.outlines import near
from datawalk.metrics.local.outlines.features import Feature
from datawalk.metrics.local.outlines.geometry import Parts
from datawalk.metrics.model import Ring
from datawalk.problems import Problem

MOST_NAMED = 5
"""Names in a message."""
_OWN_NUMBERS = re.compile(r"id\d*$|area|length|len$|perimeter|^fid|globalid|acres|date|edit", re.I)
"""Properties that differ between the parts of one area: numbers of rows, sizes, dates."""


@dataclass(frozen=True, slots=True)
class State:
    """The walk's state: its two digits (or '' where nothing is to be compared), and its name."""

    code: str = ""
    name: str = ""


@dataclass(frozen=True, slots=True)
class Named:
    """A feature with its name, or '', and its parts."""

    name: str
    feature: Feature
    parts: Parts


def undrawn(file: str, read: Sequence[Named]) -> list[str]:
    """Lines beside outlines are not drawn, nor what has neither outline nor name."""
    beside = [one.name for one in read if one.parts.polygons and one.parts.lines]
    nameless = sum(not one.parts.polygons and not one.name for one in read)
    return [
        f"{file}: the lines beside {listed(beside)} are not drawn." if beside else "",
        f"{file}: {nameless} of its features have neither an outline nor a name."
        if nameless
        else "",
    ]


def different(file: str, drawn: Sequence[Named]) -> list[str]:
    """Areas of several outlines whose other properties do not agree."""
    first: dict[str, Mapping[str, str]] = {}
    differing: dict[str, str] = {}
    for one in drawn:
        held = first.setdefault(one.name, one.feature.properties)
        unlike = [
            name
            for name, value in one.feature.properties.items()
            if held.get(name, "") != value and not _OWN_NUMBERS.search(name)
        ]
        if unlike:
            differing.setdefault(one.name, unlike[0])
    if not differing:
        return []
    column = next(iter(differing.values()))
    return [
        f"{file} has several outlines for {listed(list(differing))}, which differ in "
        f'"{column}"; they are drawn as one area.'
    ]


def far_away(file: str, rings: Mapping[str, Sequence[Ring]], state: State) -> list[str]:
    """Areas that lie nowhere near the walk's state."""
    far = [name for name, held in rings.items() if not near.in_state(near.box_of(held), state.code)]
    if not far or len(rings) > len(far) > len(rings) / 2:
        # A map of the whole country is one on purpose.
        return []
    if len(far) == len(rings):
        box = near.box_of(ring for held in rings.values() for ring in held)
        minus = near.BoundingBox(-box.east, box.south, -box.west, box.north)
        hint = " Longitudes here begin with a minus sign." if _here(minus, state) else ""
        return [f"The areas of {file} lie nowhere near {state.name}.{hint}"]
    return [f"{listed(far)} of {file} {lie(far)} nowhere near {state.name}."]


def _here(box: near.BoundingBox, state: State) -> bool:
    return near.in_state(box, state.code)


def lie(names: Sequence[str]) -> str:
    """The verb for so many names."""
    return "lies" if len(names) == 1 else "lie"


def listed(names: Sequence[str]) -> str:
    """Names in quotation marks, the first few of many."""
    told = ", ".join(f'"{name}"' if name else "one without a name" for name in names[:MOST_NAMED])
    more = len(names) - MOST_NAMED
    return f"{told} and {more} more" if more > 0 else told


def warned(told: Iterable[str]) -> tuple[Problem, ...]:
    """Each text that is not empty, as a warning."""
    return tuple(Problem(text, severity="warning") for text in told if text)
