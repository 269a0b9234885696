"""Checks of laid-out pages: does it fit, can it be read, can every character be printed."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from datawalk.exhibits.texts import texts_in
from datawalk.layout.exhibits.look import FLOORS, scale_of
from datawalk.layout.poster.type_scale import type_scale
from datawalk.page.document import Box, Document, Medium, Page
from datawalk.page.marks import Text
from datawalk.problems import NOWHERE, At, Problem
from datawalk.source import characters
from datawalk.typography.lacking import lacking, remedy
from datawalk.typography.scripts.typefaces import Faces
from datawalk.walk import Station, Walk


def check_words(walk: Walk, at: At, faces: Faces) -> list[Problem]:
    """Characters that none of the faces can print, named before anything is laid out.

    `at` is where the walk says its title, which stands on every sheet with its date and place.
    """
    found = [p for station in walk.told for p in words_of_station(station, faces)]
    return list(dict.fromkeys([*words_of_series(walk, lambda *_: at, faces), *found]))


def words_of_series(walk: Walk, at: Callable[..., At], faces: Faces) -> Iterator[Problem]:
    """The same for what stands on every sheet alone; `at` tells where a setting is written."""
    yield from _unprintable(walk.title, at("title"), faces)
    yield from _unprintable(walk.place.full, at("place"), faces)
    for key in ("date", "venue"):
        yield from _unprintable(getattr(walk.event, key), at("event", key), faces)


def words_of_station(station: Station, faces: Faces) -> Iterator[Problem]:
    """The same for one station."""
    yield from _unprintable((station.question, station.kicker, station.about), station.at, faces)
    for exhibit in station.exhibits:
        yield from _unprintable(exhibit, exhibit.at, faces)


def _unprintable(part: object, where: At, faces: Faces) -> Iterator[Problem]:
    lacked = dict.fromkeys(c for text in texts_in(part) for c in lacking(text, faces))
    if lacked:
        signs = ", ".join(_sign(c) for c in list(lacked)[:8])
        what = f"datawalk cannot print these characters rightly: {signs}."
        yield Problem(what, remedy(lacked, faces.language), where, kind="letters")


def _sign(character: str) -> str:
    if characters.strange(character):
        return characters.named(character)
    return f"{character} (U+{ord(character):04X})"


def check(document: Document) -> list[Problem]:
    """What is wrong with the pages themselves: our own faults, found before anyone prints."""
    return [problem for page in document.pages for problem in _page(document, page)]


def _page(document: Document, page: Page) -> Iterator[Problem]:
    scale = scale_of(page.width, page.height)
    for box in page.boxes:
        if _outside(box, page):
            yield Problem(f'On "{page.title}" a part lies outside the sheet.', at=_at(box))
        for ink in box.leaves:
            if isinstance(ink, Text):
                yield from _text(document, page, box, ink, scale)
    for first, second in _overlaps(page):
        yield Problem(
            f'On "{page.title}" two parts lie over each other.',
            f"The other is {_at(second).where or second.role}.",
            _at(first),
        )


def _text(document: Document, page: Page, box: Box, ink: Text, scale: float) -> Iterator[Problem]:
    if ink.x < -0.5 or ink.x + ink.width > page.width + 0.5 or not 0 < ink.y < page.height:
        yield Problem(f'On "{page.title}" this text runs off: "{ink.text[:40]}".', at=_at(box))
    least = least_size(document.medium, box, ink, scale)
    if ink.size < least - 0.01:
        yield Problem(
            f'On "{page.title}" this text is {ink.size:.0f} pt, under {least:.0f}: '
            f'"{ink.text[:40]}".',
            at=_at(box),
        )


def least_size(medium: Medium, box: Box, ink: Text, scale: float) -> float:
    """The least size in a medium, of words or of notes; `scale` is that of the sheet."""
    if medium in ("poster", "cover"):
        sizes = type_scale(scale)
        small = {"foot": sizes.note, "zone": sizes.starter}.get(box.role, sizes.label)
        return sizes.note if box.type and ink.size <= box.type.note else small
    floor = FLOORS[medium]
    note = box.role == "foot" or (box.type is not None and ink.size <= box.type.note)
    return floor.notes if note else floor.words


def _outside(box: Box, page: Page) -> bool:
    right, low = page.width + 0.5, page.height + 0.5
    return box.x < -0.5 or box.y < -0.5 or box.x + box.w > right or box.y + box.h > low


def _overlaps(page: Page) -> Iterator[tuple[Box, Box]]:
    """Pairs of exhibits that share room; the panel is meant to lie under its questions."""
    hung = [box for box in page.boxes if box.role == "exhibit"]
    for i, first in enumerate(hung):
        for second in hung[i + 1 :]:
            across = min(first.x + first.w, second.x + second.w) - max(first.x, second.x)
            down = min(first.y + first.h, second.y + second.h) - max(first.y, second.y)
            if across > 0.5 and down > 0.5:
                yield first, second


def _at(box: Box) -> At:
    return box.exhibit.at if box.exhibit else NOWHERE
