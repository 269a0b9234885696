"""The ways in which a station may hang on its sheet, from the best to the last."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from datawalk.exhibits import Chart, Exhibit, Map, Stat
from datawalk.layout.poster.layouts import welcome
from datawalk.layout.poster.layouts.choice import layout_named, opened, planned
from datawalk.layout.poster.leading import is_spare, led
from datawalk.layout.poster.scores import score_of, tells
from datawalk.walk import Station


@dataclass(frozen=True, slots=True)
class Hanging:
    """A layout for these exhibits, with or without the strip that says what to take home.

    `left` are exhibits of a ready station that it leaves to slides and handouts; `said` is a big
    number that only its takeaway says.
    """

    layout: str
    exhibits: tuple[Exhibit, ...]
    strip: bool
    left: tuple[Exhibit, ...] = ()
    said: tuple[Exhibit, ...] = ()


def hangings(station: Station, before: str, *, bare: bool = False) -> Iterator[Hanging]:
    """First in the layout that suits best, after a neighbor with the layout `before`.

    What came with a ready station gives way to a layout, and where all else fails to the sheet;
    what stands first only to what shows more. The `bare` ones are the last: without a takeaway of
    ours. Raises Problems where a wanted layout does not suit.
    """
    shown = led(station)
    names = planned(shown, station, before)
    if bare:
        yield from _bare(names[-1], shown, station)
        return
    yield from _said(shown, station, before)
    for name in names:
        strip = has_strip(name, station)
        yield Hanging(name, shown, strip)
        if station.sheets == 1:
            yield from (Hanging(name, kept, strip, left) for kept, left in _fewer(shown, station))
        if name == "welcome" and welcome.parted(station):
            # What it has no room for goes on a sheet of its own before the layout is lost.
            return
    if station.sheets == 1:
        for name in names:
            strip = has_strip(name, station)
            ways = _fewer(shown, station, 0)
            yield from (Hanging(name, kept, strip, left) for kept, left in ways)


def has_strip(name: str, station: Station) -> bool:
    """Whether the takeaway stands over this layout, which does not say it by itself.

    That of a number which is no share has the year.
    """
    told = station.takeaway
    shares = any(isinstance(e, Stat) and e.share is not None for e in station.exhibits)
    return told is not None and not (told.repeats and shares and layout_named(name).tells)


def _said(shown: tuple[Exhibit, ...], station: Station, before: str) -> Iterator[Hanging]:
    """Without a big number that the takeaway says, where that makes room for a better layout."""
    name, kept = opened(shown, station, before)
    if len(kept) < len(shown):
        gone = shown[: len(shown) - len(kept)]
        yield Hanging(name, kept, strip=True, said=gone)
        ways = _fewer(kept, station)
        yield from (Hanging(name, fewer, True, left, gone) for fewer, left in ways)


def _bare(name: str, shown: tuple[Exhibit, ...], station: Station) -> Iterator[Hanging]:
    own = station.takeaway is not None and station.takeaway.own
    strip = own and has_strip(name, station)
    yield Hanging(name, shown, strip)
    if station.sheets == 1:
        ways = _fewer(shown, station, 0, bare=True)
        yield from (Hanging(name, kept, strip, left) for kept, left in ways)


def _fewer(
    shown: tuple[Exhibit, ...], station: Station, first: int = 1, *, bare: bool = False
) -> Iterator[tuple[tuple[Exhibit, ...], tuple[Exhibit, ...]]]:
    """Fewer and fewer exhibits, and those left out: what shows the least goes first.

    Those before the `first` stay; what stands first is the last to go, and what shows the most
    stays. Something drawn stays drawn: a sheet of words alone would be half empty. Where all else
    failed (`bare`), whatever shows the least goes.
    """
    best = max(shown, key=lambda e: (score_of(e, station), tells(e, station)), default=None)
    spare = [e for e in shown[first:] if (bare or e is not best) and is_spare(e)]
    spare.sort(key=lambda e: (e is shown[0] and not bare, score_of(e, station)))
    for count in range(1, min(len(spare) + 1, len(shown))):
        gone = {id(e) for e in spare[:count]}
        left = tuple(e for e in shown if id(e) in gone)
        kept = tuple(e for e in shown if id(e) not in gone)
        if bare or any(map(_drawn, kept)) or not any(map(_drawn, left)):
            yield kept, left


def _drawn(exhibit: Exhibit) -> bool:
    """Whether it is a chart, a map, or people by the hundred."""
    hundred = isinstance(exhibit, Stat) and exhibit.share is not None
    return hundred or isinstance(exhibit, Chart | Map)
