"""Advice on what a sheet shows: charts with nothing to compare, things said twice, sheets alike."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from datawalk import kit
from datawalk.check.advice import bare_charts, repeats, sequence
from datawalk.exhibits import Chart, Point, Reference, Row, Series, Stat, Table
from datawalk.metrics.model import NumberFormat, Observation, Printed
from datawalk.page.document import Document, Page
from datawalk.problems import At, Problem
from datawalk.prose import words
from datawalk.theme import base_theme
from datawalk.walk import Event, Station, Takeaway, Walk
from tests.layout.poster.layouts.laid import PLACE, station

AT = At("walk.yaml", 7)


def chart(form: str, *values: float | None, **more: object) -> Chart:
    points = tuple(
        Point(str(2014 + i), v, "" if v is None else str(v)) for i, v in enumerate(values)
    )
    bare = Chart(
        form=form,  # type: ignore[arg-type]
        series=(Series("", points),),
        format=NumberFormat(100, 0, "", "%"),
        alt="",
        at=AT,
    )
    return replace(bare, **more)  # type: ignore[arg-type]


def figure(value: float, year: int = 2023) -> Printed:
    return Printed(str(value), Observation("share_employed", PLACE, year, value=value))


def told(one: Chart | Table) -> str:
    found = list(bare_charts.advise(station(one)))
    assert len(found) <= 1
    for problem in found:
        assert (problem.severity, problem.at) == ("advice", AT)
        assert problem.try_this.endswith(")")
    return found[0].what if found else ""


@pytest.mark.parametrize("form", ["bars", "dots", "distribution"])
def test_one_mark_alone(form: str) -> None:
    assert "One mark stands here alone" in told(chart(form, 0.5, None))
    assert told(chart(form, 0.5, 0.6)) == ""
    assert told(chart(form, 0.5, reference=Reference("Middle", 0.4, "40%"))) == ""
    assert told(chart(form, 0.5, field=(0.1, 0.5, 0.7))) == ""


def test_a_chart_that_became_its_number() -> None:
    (found,) = bare_charts.advise(station(replace(STAT, kind="chart", at=AT)))
    assert (found.severity, found.at) == ("advice", AT)
    assert "compare:" in found.try_this
    assert list(bare_charts.advise(station(replace(STAT, kind="stat")))) == []


@pytest.mark.parametrize("form", ["lines", "slope", "panels"])
def test_a_line_of_one_year(form: str) -> None:
    assert "fewer than two years" in told(chart(form, 0.5, None, None))
    assert told(chart(form, 0.5, None, 0.6)) == ""


def test_all_zeros() -> None:
    assert "All figures here are 0" in told(chart("bars", 0.0, 0.0, None))
    assert told(chart("bars", 0.0, 0.1)) == ""
    table = Table(stub_head="", columns=("A",), rows=(Row("a", ("0",)), Row("b", ("0",))), at=AT)
    zeros = replace(table, figures=(figure(0.0), figure(0.0, 2022)))
    assert "All figures here are 0" in told(zeros)
    assert told(replace(zeros, figures=(figure(0.0), figure(0.1)))) == ""
    assert told(table) == ""


def said_twice(one: Station) -> list[str]:
    return [problem.what for problem in repeats.advise(one)]


STAT = Stat(
    number="84", sentence=words("adults of 100 have a job"), share=84, figures=(figure(0.84),)
)


@pytest.mark.parametrize(
    ("takeaway", "what"),
    [
        ("It is like what?", "The takeaway says what the title says."),
        ("In 2023, 84 of us had work.", "The takeaway says what the big number says."),
        ("In 2023, 84 of us had work; in the state it was 80.", ""),
        ("Just about.", ""),
    ],
)
def test_a_takeaway_that_repeats(takeaway: str, what: str) -> None:
    own = replace(station(STAT), takeaway=Takeaway(words(takeaway), own=True), at=AT)
    assert said_twice(own) == ([what] if what else [])
    ours = replace(own, takeaway=Takeaway(words(takeaway)))
    assert said_twice(ours) == []


def test_two_exhibits_that_say_the_same_number() -> None:
    one, two = replace(STAT, block=1), replace(STAT, block=2, at=AT)
    assert said_twice(station(one, two)) == ["This block and block 1 say the same number."]
    assert said_twice(station(one, replace(two, figures=(figure(0.84, 2022),)))) == []
    assert said_twice(station(one, replace(one, number="16"))) == []


def row(*layouts: str, medium: str = "poster") -> list[Problem]:
    """Advice on sheets of these layouts, one for each station."""
    stations = tuple(
        replace(station(), number=i, at=At("w", i)) for i in range(1, len(layouts) + 1)
    )
    pages = tuple(
        Page(f"p{i}", "", 10, 10, (), "#000000", number=i, layout=layout)
        for i, layout in enumerate(layouts, start=1)
    )
    walk = Walk("A walk", PLACE, "en", Event(), stations)
    document = Document(medium, "", "en", pages, base_theme())  # type: ignore[arg-type]
    return list(sequence.advise(walk, document))


def test_three_in_a_row() -> None:
    (found,) = row("map", "number", "number", "number", "number")
    assert found.what == "Stations 2 to 5 look alike from afar (layout: number)."
    assert found.at == At("w", 3)
    assert row("number", "number", "map", "number") == []
    assert row("", "", "", "") == []
    assert row("number", "number", "number", medium="deck") == []


def test_what_is_told_once_of_two_outputs(write_walk: Callable[[str], Path]) -> None:
    walk = write_walk(
        'title: T\nplace: "29019"\ndata: [metrics.csv]\n'
        "outputs: [{medium: poster}, {medium: poster, format: pptx}, {medium: deck}]\nstations:\n"
        "  - title: Jobs\n    pillar: work\n    takeaway: Jobs\n"
        "    blocks: [{kind: chart, metric: share_employed}]\n"
    )
    found = [problem.what for problem in kit.prepared(walk).advice]
    assert len(found) == len(set(found))
    assert "The takeaway says what the title says." in found
    assert any("so its number stands in its place" in what for what in found)
