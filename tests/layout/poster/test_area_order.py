"""What shows more has more room: no weaker chart, map or table is larger, on any sheet."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest

from datawalk import kit
from datawalk.config.templates import names
from datawalk.exhibits import Chart, Exhibit, Point, Series, Table
from datawalk.layout.poster.evening import areas, evened
from datawalk.layout.poster.scores import out_of_order, score_of, strongest
from datawalk.metrics.findings.finding import Finding
from datawalk.metrics.knowledge.catalog import catalog
from datawalk.metrics.model import NumberFormat, Observation, Printed
from datawalk.metrics.store import MetricStore, read_store
from datawalk.page.document import Box, Page
from datawalk.walk import Station
from tests.conftest import CITIES, COUNTIES, ROOT, needs
from tests.layout.poster.layouts.laid import PLACE, TALK, sheets
from tests.layout.poster.layouts.laid import station as bare

PLACES: Mapping[str, Path] = {
    "29019": COUNTIES,
    "26163": COUNTIES,
    "30069": COUNTIES,
    "15003": COUNTIES,
    "0644000": CITIES,
}
EVERY = """\
title: All stations
place: "{place}"
compare: [us-median]
accept: [zero, silent-police, far-out, jump, twins, wider-area]
allow_weak: true
data: [metrics.csv]
outputs: [{{medium: poster}}]
stations:
"""


def amiss(page: Page, station: Station) -> list[tuple[str, str]]:
    """Pairs of kinds of blocks on a page: the first shows more than the second, which is larger.

    What stands on a ground of its own, from edge to edge, is as large as that.
    """
    grounds = [box for box in page.boxes if box.role == "panel"]

    def area(box: Box) -> float:
        inside = (g for g in grounds if g.y <= box.y and box.y + box.h <= g.y + g.h)
        return max(one.w * one.h for one in (box, *inside))

    placed = [(box.exhibit, area(box)) for box in page.boxes if box.exhibit]
    return [(one[0].kind, other[0].kind) for one, other in out_of_order(placed, station)]


@pytest.mark.parametrize("walk", ["minimal", "boone", "columbia_city", "bilingual"])
def test_ready_walks(walk: str) -> None:
    made = kit.prepared(ROOT / "configs" / f"{walk}.yaml", only="poster")
    for page in made.documents[0].pages:
        assert amiss(page, made.walk.stations[(page.number or 0) - 1]) == [], page.name


@pytest.fixture(scope="module")
def stores() -> Callable[[Path], MetricStore]:
    known: dict[Path, MetricStore] = {}
    return lambda path: known.setdefault(path, read_store([path], catalog().metrics))


@needs(COUNTIES)
@needs(CITIES)
@pytest.mark.parametrize("place", PLACES)
def test_every_template_at_every_place(
    place: str, write_walk: Callable[[str], Path], stores: Callable[[Path], MetricStore]
) -> None:
    stations = "".join(f"  - template: {name}\n" for name in names())
    walk = write_walk(EVERY.format(place=place) + stations)
    made = kit.prepared(walk, store=stores(PLACES[place]))
    found = {
        page.name: wrong
        for page in made.documents[0].pages
        if (wrong := amiss(page, made.walk.stations[(page.number or 0) - 1]))
    }
    assert found == {}


def figure(metric: str, group: str = "all") -> Printed:
    seen = Observation(metric, PLACE, 2023, "race", group, value=0.5)
    return Printed("50%", seen)


def chart(metric: str, *groups: str, form: str = "bars") -> Chart:
    figures = tuple(figure(metric, group) for group in groups or ("all",))
    points = tuple(Point(f"Place {i}", 0.1 * i, f"{10 * i}%") for i in range(1, 6))
    return Chart(
        form=form,  # type: ignore[arg-type]
        series=(Series("", points),),
        format=NumberFormat(100, 0, "", "%"),
        alt=metric,
        heading=metric,
        figures=figures,
        kind="chart",
    )


def finding(metric: str, effect: float, *groups: str, sureness: float = 1.0) -> Finding:
    figures = tuple(figure(metric, group) for group in groups or ("all",))
    bare_ = Finding("level", metric, (2023,), effect, sureness, sure=True)
    return replace(bare_, figures=figures)


WEAK, STRONG, OTHER = chart("weak"), chart("strong"), chart("other")
FINDINGS = (finding("strong", 2.0), finding("other", 0.8), finding("weak", 1.8, sureness=0.1))


def station(*exhibits: Exhibit) -> Station:
    return replace(bare(*exhibits, TALK, pillar="work"), findings=FINDINGS)


def test_a_score_is_effect_times_sureness_of_what_the_exhibit_shows() -> None:
    assert score_of(STRONG, station()) == pytest.approx(2.0)
    assert score_of(WEAK, station()) == pytest.approx(0.18)
    assert score_of(chart("unknown"), station()) == 0
    assert score_of(replace(WEAK, emphasis="main"), station()) > 100
    groups = replace(station(), findings=(finding("weak", 1.0, "Black", "White"),))
    assert score_of(chart("weak", "Black"), groups) == 0
    assert score_of(chart("weak", "Black", "White", "Hispanic"), groups) == pytest.approx(1.0)


def test_the_strongest_picture_is_the_main_one_wherever_it_stands() -> None:
    assert strongest((WEAK, OTHER, STRONG), station()) is STRONG
    assert strongest((WEAK, chart("unknown")), replace(station(), findings=())) is None
    assert strongest((STRONG, chart("strong")), station()) is None


@pytest.mark.parametrize("size", ["24x36", "36x24", "letter", "18x24", "36x48"])
@pytest.mark.parametrize(
    "order", [(WEAK, STRONG), (STRONG, WEAK), (WEAK, OTHER, STRONG), (OTHER, WEAK, STRONG)]
)
def test_the_order_of_areas_on_the_sheet_is_that_of_scores(
    order: tuple[Chart, ...], size: str
) -> None:
    page = sheets(station(*order), size=size).pages[0]
    sized = {box.exhibit.alt: box.w * box.h for box in page.boxes if isinstance(box.exhibit, Chart)}
    ranked = [e.alt for e in sorted(order, key=lambda e: -score_of(e, station()))]
    for one, other in pairwise(ranked):
        assert sized[one] >= 0.98 * sized[other], (sized, page.layout)


def test_an_authors_main_exhibit_is_the_largest() -> None:
    main = replace(WEAK, emphasis="main")
    page = sheets(station(STRONG, main)).pages[0]
    sized = {box.exhibit.alt: box.w * box.h for box in page.boxes if isinstance(box.exhibit, Chart)}
    assert sized["weak"] >= sized["strong"]


def test_what_else_shows_the_same_finding_has_the_room_for_it() -> None:
    table = Table(stub_head="", columns=(), rows=(), figures=(figure("strong"),))
    small, large, middle = (table, 1.0), (STRONG, 9.0), (WEAK, 5.0)
    assert out_of_order([small, large, middle], station()) == []
    assert out_of_order([small, middle], station()) == [(small, middle)]


def test_room_moves_to_what_shows_more_and_no_further_than_it_can() -> None:
    rows = [[(WEAK, 10.0)], [(STRONG, 10.0)]]

    def amiss_(sized: object) -> object:
        return out_of_order(sized, station())  # type: ignore[arg-type]

    even = evened(rows, [60.0, 20.0], [10.0, 10.0], amiss_)  # type: ignore[arg-type]
    assert even == pytest.approx([40.0, 40.0])
    held = evened(rows, [60.0, 20.0], [50.0, 10.0], amiss_)  # type: ignore[arg-type]
    assert held == pytest.approx([50.0, 30.0])
    assert [area for _, area in areas(rows, held)] == pytest.approx([500.0, 300.0])
