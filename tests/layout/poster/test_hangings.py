"""What a sheet without enough room gives up, and in which order."""

from __future__ import annotations

from dataclasses import replace

from datawalk.exhibits import Chart, Exhibit, Stat
from datawalk.layout.poster.hangings import Hanging, hangings, has_strip
from datawalk.layout.poster.leading import led
from datawalk.metrics.findings.finding import Finding
from datawalk.metrics.model import NumberFormat, Printed
from datawalk.problems import At
from datawalk.prose import words
from datawalk.walk import Station, Takeaway
from tests.layout.poster.layouts.laid import station
from tests.metrics.figures import seen

READY = At("station_templates/work/jobs.yaml", 1, "")
FIGURES = (Printed("84", seen("share_employed", 0.84)),)
GRADE = Stat(number="1.07", sentence=words("grade levels."), figures=FIGURES, at=READY)
LINES = Chart(form="lines", series=(), format=NumberFormat(), alt="", figures=FIGURES, at=READY)
BARS = replace(LINES, form="bars")


def ways(
    *exhibits: Exhibit, bare: bool = False, own: bool = False, told: tuple[Printed, ...] = ()
) -> list[Hanging]:
    takeaway = Takeaway(words("In 2023, 84 of 100 had a job."), told, own=own)
    shown: Station = replace(station(*exhibits), takeaway=takeaway)
    return list(hangings(shown, "", bare=bare))


def test_a_big_number_that_the_takeaway_says_leaves_its_room_to_a_chart() -> None:
    cloud = replace(LINES, form="distribution")
    first, *others = ways(GRADE, cloud, told=FIGURES)
    assert (first.layout, first.strip, first.said) == ("distribution", True, (GRADE,))
    assert GRADE not in first.exhibits
    assert any(way.layout == "plain" and way.exhibits[0] is GRADE for way in others)


def test_a_big_number_stays_where_nothing_else_says_it_or_its_author_wrote_it() -> None:
    cloud = replace(LINES, form="distribution")
    other = (Printed("80", seen("share_employed", 0.8, year=2014)),)
    written = replace(GRADE, at=At("walk.yaml", 9))
    assert not any(way.said for way in ways(GRADE, cloud, told=other))
    assert not any(way.said for way in ways(written, cloud, told=FIGURES))
    assert not any(way.said for way in ways(GRADE, BARS, told=FIGURES))


def test_a_takeaway_of_ours_gives_way_last_of_all() -> None:
    assert all(way.strip for way in ways(GRADE, LINES, BARS))
    assert any(way.left for way in ways(GRADE, LINES, BARS))
    assert not any(way.strip for way in ways(GRADE, LINES, BARS, bare=True))


def test_a_takeaway_of_an_author_never_gives_way() -> None:
    assert all(way.strip for way in ways(GRADE, LINES, own=True, bare=True))


def test_where_something_is_drawn_something_stays_drawn() -> None:
    kept = [way.exhibits for way in ways(GRADE, LINES, BARS)]
    assert all(any(isinstance(e, Chart) for e in exhibits) for exhibits in kept)


def test_a_ready_station_has_a_sheet_if_one_of_its_exhibits_fits() -> None:
    assert min(len(way.exhibits) for way in ways(BARS, LINES, bare=True)) == 1
    written = replace(BARS, at=At("walk.yaml", 9))
    assert all(way.exhibits[0].at == written.at for way in ways(written, LINES, bare=True))


def test_a_takeaway_that_repeats_stays_over_a_number_that_is_no_share() -> None:
    told = replace(station(GRADE), takeaway=Takeaway(words("In 2018, 1.07 levels."), repeats=True))
    assert has_strip("number", told)
    share = replace(told, exhibits=(replace(GRADE, share=84),))
    assert not has_strip("number", share)


def test_of_exhibits_that_show_as_much_the_one_with_the_takeaway_leads_and_stays() -> None:
    gap = (Printed("14", seen("share_employed", 0.14, year=2022)),)
    groups = replace(LINES, form="dumbbell", figures=gap, block=2)
    bars = replace(BARS, block=1)
    found = tuple(
        Finding("level", "share_employed", (2023,), 1.0, 1.0, True, figures=figures)
        for figures in (gap, FIGURES)
    )
    takeaway = Takeaway(words("In 2023 it was 14."), gap)
    shown = replace(station(bars, groups), takeaway=takeaway, findings=found)
    assert [e.emphasis for e in led(shown)] == [None, "main"]
    assert all(any(e.form == "dumbbell" for e in way.exhibits) for way in hangings(shown, ""))
    assert [e.emphasis for e in led(replace(shown, takeaway=None))] == [None, None]


def test_what_an_author_wrote_whole_is_tried_last_of_all_so_that_it_can_be_told() -> None:
    written = replace(BARS, at=At("walk.yaml", 9))
    (last,) = ways(written, own=True, bare=True)
    assert (last.exhibits, last.strip) == ((written,), True)
