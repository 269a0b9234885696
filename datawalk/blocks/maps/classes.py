"""The classes of a map: equal counts, with borders that agree with the printed numbers."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from datawalk.exhibits import Shade
from datawalk.metrics.model import NumberFormat
from datawalk.metrics.words import wording
from datawalk.words import say, say_many
from datawalk.words.states import home


@dataclass(frozen=True, slots=True)
class Classes:
    """Borders in steps of the last printed digit; a value on a border is in the class above."""

    borders: tuple[int, ...]
    format: NumberFormat
    shades: tuple[Shade, ...]

    def shade_of(self, value: float) -> int:
        return bisect_right(self.borders, wording.steps(value, self.format))


def classes(
    values: Mapping[str, float], count: int, form: NumberFormat, areas_called: str
) -> Classes:
    """At most `count` classes with about equally many areas each; ties stay together.

    Where most areas have the same least value, such as 0, they are a class of their own.
    """
    ordered = sorted(values.values())
    steps = [wording.steps(value, form) for value in ordered]
    draft = Classes(_borders(steps, count), form, ())
    inside: dict[int, list[float]] = {}
    for value in ordered:
        inside.setdefault(draft.shade_of(value), []).append(value)
    shades = tuple(
        Shade(
            _label(draft.borders, i, inside.get(i, []), form, areas_called),
            counted(len(inside.get(i, [])), areas_called),
            len(inside.get(i, [])),
        )
        for i in range(len(draft.borders) + 1)
    )
    return replace(draft, shades=shades)


def _borders(ordered: Sequence[int], count: int) -> tuple[int, ...]:
    """Where classes after the first begin."""
    if not ordered or count < 2:
        return ()
    alike = bisect_right(ordered, ordered[0])
    if len(ordered) > alike > len(ordered) // count:
        rest = ordered[alike:]
        return (rest[0], *_borders(rest, count - 1))
    cuts = {ordered[len(ordered) * i // count] for i in range(1, count)}
    return tuple(sorted(cut for cut in cuts if cut > ordered[0]))


def counted(count: int, areas_called: str) -> str:
    """'23 counties', '1 county', '8 cities'."""
    if areas_called == "counties":
        return say_many("{count} county", "{count} counties", count, state=home())
    if areas_called == "cities":
        return say_many("{count} city", "{count} cities", count)
    return say_many("{count} area", "{count} areas", count)


def counts(areas_called: str) -> str:
    """What the bars of a legend count: 'number of counties'."""
    if areas_called == "counties":
        return say("number of counties")
    return say("number of cities") if areas_called == "cities" else say("number of areas")


def _label(
    borders: tuple[int, ...], index: int, inside: Sequence[float], form: NumberFormat, called: str
) -> str:
    """What a class holds in words; `inside` are its values in order."""

    def number(step: int) -> str:
        return wording.from_steps(step, form)

    steps = {wording.steps(value, form) for value in inside}
    if steps == {0} and inside[0] >= 0 < inside[-1]:
        return _hardly_any(form)
    if not borders:
        if called == "cities":
            return say("all cities alike")
        return (
            say("all counties alike", state=home())
            if called == "counties"
            else say("all areas alike")
        )
    if len(steps) == 1:
        alike = steps.pop()
        return say("none") if index == 0 and not any(inside) else number(alike)
    if index == 0:
        return say("under {number}", number=number(borders[0]))
    if index == len(borders):
        return say("{number} or more", number=number(borders[-1]))
    low, high = borders[index - 1], borders[index] - 1
    if low == high:
        return number(low)
    return say("{low} to {high}", low=number(low), high=number(high))


def _hardly_any(form: NumberFormat) -> str:
    """What is above 0 for some, and rounds to 0."""
    if wording.is_percent(form):
        return say("fewer than 1 of 100")
    return say("under {number}", number=wording.from_steps(1, form))
