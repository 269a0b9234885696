"""The same share is printed in one rounding wherever it stands: sheets, slides, takeaways."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

import pytest

from datawalk.compose.composer import compose
from datawalk.compose.data import read_data
from datawalk.config.load import load
from datawalk.exhibits import Chart, Exhibit, Prose, Stat
from datawalk.metrics.knowledge.catalog import catalog
from datawalk.metrics.model import Observation
from datawalk.metrics.words.wording import of_100
from datawalk.walk import Walk
from tests.conftest import ROOT

WHOLE = re.compile(r"(\d{1,3})(?:%|\sof\s100)?[†‡]?")
WALKS = ("boone", "columbia_city", "minimal")


def composed(name: str) -> Walk:
    file = load(ROOT / "configs" / f"{name}.yaml")
    return compose(file, read_data(file)).walk


def told(exhibit: Exhibit) -> Iterator[tuple[Observation, int]]:
    """Every share of an exhibit, and each count of 100 that is printed of it."""
    for figure in exhibit.figures:
        if found := WHOLE.fullmatch(figure.text):
            yield figure.observation, int(found[1])
    if isinstance(exhibit, Chart) and exhibit.form == "parts" and exhibit.figures:
        points = exhibit.series[0].points
        for figure, point in zip(exhibit.figures, points, strict=True):
            yield figure.observation, point.count or 0
    if isinstance(exhibit, Stat) and exhibit.share is not None:
        yield exhibit.figures[0].observation, exhibit.share


@pytest.mark.parametrize("name", WALKS)
def test_a_share_has_one_rounding_in_all_of_a_walk(name: str) -> None:
    counts: dict[Observation, set[int]] = defaultdict(set)
    for station in composed(name).told:
        taken = Prose(paragraphs=(), figures=station.takeaway.figures if station.takeaway else ())
        for exhibit in (*station.exhibits, taken):
            for seen, count in told(exhibit):
                if catalog().get(seen.metric).kind == "share" and seen.value is not None:
                    counts[seen].add(count)
    assert counts
    # A gap between two groups says how far they are apart, and which one has more.
    of_100s = {seen: {of_100(abs(seen.value or 0.0))} for seen in counts}
    assert counts == of_100s


@pytest.mark.parametrize("name", WALKS)
def test_a_mark_says_what_the_file_of_numbers_says(name: str) -> None:
    seen = 0
    for station in composed(name).told:
        for exhibit in station.exhibits:
            if isinstance(exhibit, Chart) and exhibit.form in ("bars", "dots", "dumbbell", "lines"):
                written = {figure.text for figure in exhibit.figures}
                counted = (row for row in exhibit.series if not row.worked_out)
                for point in (p for row in counted for p in row.points):
                    if written and point.value is not None and point.printed:
                        assert point.printed in written, (exhibit.heading, point)
                        seen += 1
    assert seen


def test_residents_of_the_first_sheet_and_of_the_eighth() -> None:
    walk = composed("boone")
    first = [pair for exhibit in walk.stations[0].exhibits for pair in told(exhibit)]
    eighth = [pair for exhibit in walk.stations[7].exhibits for pair in told(exhibit)]
    assert first
    assert set(first) == set(eighth)
