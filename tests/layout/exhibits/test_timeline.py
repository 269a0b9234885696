"""Timelines are drawn to the scale of time; where there is no room for that they are lists."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from datawalk.compose.bilingual import with_second
from datawalk.compose.composer import compose
from datawalk.compose.data import read_data
from datawalk.config.load import load
from datawalk.exhibits import Bullets
from datawalk.page.document import Box
from datawalk.page.marks import Disc, Rect, Text
from datawalk.prose import Run, words
from tests.layout.poster.layouts.laid import EVERY_SIZE, sheets, station, wrong


def event(when: str, what: str) -> tuple[Run, ...]:
    return (Run(when, bold=True), Run("\n"), *words(what))


PAST = Bullets(
    heading="What happened here",
    items=(
        event("1954", "Two schools of the town become one."),
        event("1958 to 1966", "Homes and shops make room for a new road."),
        event("1972", "Neighbors open a credit union in a church hall."),
        event("2015 to today", "Families wait longer for a home to rent."),
    ),
    form="timeline",
    spans=((1954, 1954), (1958, 1966), (1972, 1972), (2015, None)),
)


def shown(exhibit: Bullets, size: str = "24x36") -> Box:
    page = sheets(station(exhibit), size=size).pages[0]
    (box,) = [box for box in page.boxes if box.exhibit is exhibit]
    return box


@pytest.mark.parametrize("size", EVERY_SIZE)
def test_every_size_is_clean(size: str) -> None:
    assert wrong(sheets(station(PAST), size=size)) == []


def test_moments_stand_to_the_scale_of_time() -> None:
    discs = [ink for ink in shown(PAST).leaves if isinstance(ink, Disc)]
    xs = sorted({round(disc.x, 3) for disc in discs})
    assert len(xs) == 4
    assert len({disc.y for disc in discs}) == 1
    assert (xs[2] - xs[0]) / (xs[3] - xs[0]) == pytest.approx(18 / 61, abs=1e-4)


def test_eras_are_bars_and_one_that_goes_on_reaches_the_end() -> None:
    box = shown(PAST)
    line, *bars = [ink for ink in box.leaves if isinstance(ink, Rect)]
    assert len(bars) == 2
    assert bars[1].x + bars[1].w == pytest.approx(line.x + line.w, abs=1)
    assert bars[0].w > bars[0].h


def test_years_are_larger_than_what_happened() -> None:
    texts = [ink for ink in shown(PAST).leaves if isinstance(ink, Text)]
    (year,) = [text for text in texts if text.text == "1954"]
    (told,) = [text for text in texts if text.text.startswith("Two")]
    assert year.size > told.size


@pytest.mark.parametrize("count", [2, 3, 8, 12])
def test_many_events_have_room_or_are_a_list(count: int) -> None:
    items = tuple(
        event(f"{1950 + i}", "Something happened to many people here.") for i in range(count)
    )
    many = replace(PAST, items=items, spans=tuple((1950 + i, 1950 + i) for i in range(count)))
    assert wrong(sheets(station(many))) == []
    assert {f"{1950 + i}" for i in range(count)} <= {
        ink.text for ink in shown(many).leaves if isinstance(ink, Text)
    }


def test_two_languages_share_a_date_that_both_write_alike() -> None:
    other = replace(
        PAST,
        items=(
            event("1954", "Dos escuelas se unen."),
            event("1958 a 1966", "Casas y tiendas dejan lugar a una calle."),
            event("1972", "Vecinos abren una cooperativa."),
            event("2015 a hoy", "Las familias esperan más."),
        ),
    )
    both = with_second(PAST, other)
    assert isinstance(both, Bullets)
    assert wrong(sheets(station(both))) == []
    said = [ink.text for ink in shown(both).leaves if isinstance(ink, Text)]
    assert said.count("1954") == 1
    assert "1958 a 1966" in said


def test_years_come_from_what_is_written(write_walk: Callable[[str], Path]) -> None:
    path = write_walk(
        'title: T\nplace: "29019"\ndata: [metrics.csv]\nstations:\n  - title: S\n    blocks:\n'
        "      - kind: timeline\n        events:\n"
        '          - {when: "May 17, 1954", what: One.}\n'
        '          - {when: "1958", until: "1966", what: Two.}\n'
        '          - {when: "2015", until: today, what: Three.}\n'
    )
    file = load(path)
    (made,) = compose(file, read_data(file)).walk.stations[0].exhibits
    assert isinstance(made, Bullets)
    assert made.spans == ((1954, 1954), (1958, 1966), (2015, None))
