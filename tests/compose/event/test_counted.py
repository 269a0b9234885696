"""Who counted a number, when and how, and how sure it is."""

from __future__ import annotations

from dataclasses import replace

import pytest

from datawalk.compose.event.counted import counted
from datawalk.exhibits import Prose
from datawalk.metrics.findings.finding import Finding
from datawalk.metrics.knowledge.catalog import catalog
from datawalk.metrics.knowledge.counting import counting
from datawalk.metrics.model import Observation, Printed, Quality
from datawalk.words import speaking
from tests.compose.event.test_card import OWN
from tests.layout.event.made import PLACE, station


def finding(metric: str, text: str, **seen: object) -> Finding:
    told = replace(Observation(metric, PLACE, 2023, value=0.84), **seen)  # type: ignore[arg-type]
    return Finding("level", metric, (2023,), 1.0, 1.0, True, "Said.", (Printed(text, told),))


@pytest.mark.parametrize("language", ["en", "es"])
def test_every_source_has_a_way_of_counting(language: str) -> None:
    with speaking(language):
        assert all(counting(name) for name in catalog().metrics)


def test_a_number_with_a_range() -> None:
    (told,) = counted(
        replace(station(2), findings=(finding("share_employed", "84", lower=0.81, upper=0.88),))
    )
    assert (told.number, told.when) == ("84 of 100", "2023")
    assert told.who == "U.S. Census Bureau, American Community Survey"
    assert told.sure == "Most likely between 81 and 88 of 100."


def test_a_number_of_few_is_to_be_used_with_care() -> None:
    (told,) = counted(
        replace(station(2), findings=(finding("share_employed", "84", quality=Quality.WEAK),))
    )
    assert told.sure == "No range is given. Use it with care."


def test_each_metric_is_told_once_by_its_level() -> None:
    level = finding("share_employed", "84")
    beside = replace(level, kind="beside", sentence="Longer.", figures=())
    other = finding("share_digital_access", "90")
    told = counted(replace(station(2), findings=(beside, level, other)))
    assert [one.number for one in told] == ["84 of 100", "90 of 100"]


def test_numbers_of_a_community_say_who_counted_them() -> None:
    shown = Prose(paragraphs=(), own=(OWN, replace(OWN, area="Area B", year="2025")))
    (told,) = counted(replace(station(2), exhibits=(shown,)))
    assert (told.number, told.what, told.who) == ("", "People served", "Us, May 2026")
    assert told.when == "2025, 2026"


def test_what_was_worked_out_of_a_published_figure_is_no_own_data() -> None:
    moved = Prose(paragraphs=(), own=(replace(OWN, measure="pctl_income_50"),))
    assert counted(replace(station(2), exhibits=(moved,))) == ()


def test_a_station_without_figures_has_none() -> None:
    assert counted(station(1)) == ()
