"""The takeaway of a station: the strongest finding, or what its author wrote."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from datawalk import kit
from datawalk.compose.bilingual import paired
from datawalk.compose.composer import compose
from datawalk.compose.data import read_data
from datawalk.config.load import load
from datawalk.page.marks import Text
from datawalk.problems import Problems
from datawalk.prose import SECOND, plain
from datawalk.walk import Station, Takeaway
from datawalk.words import speaking

WRITE = Callable[[str], Path]
HEAD = 'title: T\nplace: "29019"\ncompare: [us-median]\ndata: [metrics.csv]\n'


def told(write_walk: WRITE, text: str) -> Station:
    return stations(write_walk(text))[0]


def stations(path: Path, language: str = "en") -> tuple[Station, ...]:
    file = load(path)
    with speaking(language):
        return compose(file, read_data(file)).walk.stations


def station(*blocks: str, head: str = "", more: str = "") -> str:
    lines = "".join(f"      - {block}\n" for block in blocks)
    return f"{HEAD}{head}stations:\n  - title: Jobs\n{more}    blocks:\n{lines}"


def said(takeaway: Takeaway | None) -> str:
    return plain(takeaway.words) if takeaway else ""


def test_the_strongest_finding_is_the_takeaway(write_walk: WRITE) -> None:
    found = told(write_walk, station("{kind: stat, metric: share_employed}"))
    assert found.takeaway is not None
    assert said(found.takeaway) == (
        "In 2023, 84 of every 100 adults ages 25 to 54 in Boone County had a job. "
        "In the middle U.S. county it was 80."
    )
    ours, middle = found.takeaway.figures
    assert (ours.text, middle.text) == ("84", "80")
    assert ours.observation.origin is not None
    assert found.findings[0].sentence == said(found.takeaway)
    scores = [one.score for one in found.findings]
    assert scores == sorted(scores, reverse=True)
    assert {one.block for one in found.findings} == {1}


def test_what_a_big_number_says_need_not_be_said_twice(write_walk: WRITE) -> None:
    stat = told(write_walk, station("{kind: stat, metric: share_employed}")).takeaway
    table = told(write_walk, station("{kind: table, of: [share_employed]}")).takeaway
    assert stat is not None
    assert table is not None
    assert (stat.repeats, table.repeats) == (True, False)


def test_the_first_metric_comes_before_others_of_a_predictor(write_walk: WRITE) -> None:
    blocks = ("{kind: stat, metric: share_affordable_available_80_ami}",)
    of = "    predictor: Employment opportunities\n"
    found = told(
        write_walk, station("{kind: table, of: [share_employed, share_hs_degree]}", more=of)
    )
    assert {one.metric for one in found.findings} == {"share_employed"}
    assert told(write_walk, station(*blocks)).takeaway is not None


def test_an_author_writes_their_own_and_its_figures_are_traced(write_walk: WRITE) -> None:
    more = '    takeaway: "Of 100 adults, **{share_employed}** work."\n'
    found = told(write_walk, station("{kind: stat, metric: pctl_income_50}", more=more)).takeaway
    assert said(found) == "Of 100 adults, 84% work."
    assert found is not None
    assert [figure.observation.metric for figure in found.figures] == ["share_employed"]
    assert not found.repeats
    again = '    takeaway: "84 of every 100 adults ages 25 to 54 in {place} have a job!"\n'
    stat = told(write_walk, station("{kind: stat, metric: share_employed}", more=again)).takeaway
    assert stat is not None
    assert stat.repeats


def test_a_slip_in_a_takeaway_is_told_with_its_line(write_walk: WRITE) -> None:
    more = '    takeaway: "{share_emplyed}"\n'
    with pytest.raises(Problems, match="share_emplyed"):
        told(write_walk, station("{kind: stat, metric: share_employed}", more=more))


@pytest.mark.parametrize("titles", ["question", "neutral"])
def test_titles_that_make_no_point_leave_it_out(write_walk: WRITE, titles: str) -> None:
    block = "{kind: stat, metric: share_employed}"
    head = f"titles: {titles}\n"
    assert told(write_walk, station(block, head=head)).takeaway is None
    assert told(write_walk, station(block, head=head)).findings
    kept = station(block, head=head, more="    titles: takeaway\n")
    assert told(write_walk, kept).takeaway is not None
    own = station(block, head=head, more="    takeaway: We work.\n")
    assert said(told(write_walk, own).takeaway) == "We work."


def test_stations_without_figures_of_the_data_have_none(write_walk: WRITE) -> None:
    for block in (
        "{kind: text, text: Hello}",
        "{kind: text, text: '{share_employed} of us work.'}",
        "{kind: stat, number: '12', sentence: buses., source: us}",
        "{kind: visioning}",
    ):
        found = told(write_walk, station(block))
        assert (found.takeaway, found.findings) == (None, ())


def test_crime_and_arrests_are_told_and_not_compared(write_walk: WRITE) -> None:
    block = "{kind: table, of: [rate_crime_property, rate_juv_arrest]}"
    found = told(write_walk, station(block, head="accept: [jump, far-out, silent-police]\n"))
    assert {one.kind for one in found.findings} <= {"level"}
    assert "middle" not in said(found.takeaway)


def test_a_doubt_is_asked_about_where_it_is_shown_and_not_again(write_walk: WRITE) -> None:
    """Earlier years of students without a home are in doubt: no change is told of them, and nobody
    is asked about what is not on the sheet."""
    found = told(write_walk, station("{kind: stat, metric: count_homeless}"))
    assert {one.kind for one in found.findings} == {"level"}


def test_a_takeaway_in_two_languages(write_walk: WRITE) -> None:
    text = HEAD.replace("title: T", "title: {en: T, es: T}") + (
        "language: [en, es]\n"
        "stations:\n  - title: {en: Jobs, es: Empleos}\n"
        "    blocks: [{kind: table, of: [share_employed]}]\n"
    )
    path = write_walk(text)
    file = load(path)
    store = read_data(file)
    with speaking("en"):
        first = compose(file, store).walk
    with speaking("es"):
        second = compose(file, store).walk
    both = paired(first, replace(second, language="es")).stations[0].takeaway
    assert both is not None
    one, other = "".join(run.text for run in both.words).split(SECOND)
    assert one.startswith("In 2023, 84 of every 100")
    assert other.startswith("En 2023, 84 de cada 100")
    assert both.figures == first.stations[0].takeaway.figures  # type: ignore[union-attr]


@pytest.mark.parametrize("kind", ["table, of: [share_employed]", "stat, metric: share_employed"])
def test_it_stands_on_handouts_once_and_in_the_notes_of_the_opening_slide(
    write_walk: WRITE, kind: str
) -> None:
    """A number under it does not say its sentence again."""
    head = "outputs: [{medium: handout}, {medium: deck}]\n"
    path = write_walk(station(f"{{kind: {kind}}}", head=head))
    handout, deck = kit.prepared(path).documents
    inks = [i.text for p in handout.pages for b in p.boxes for i in b.leaves if isinstance(i, Text)]
    printed = " ".join(inks)
    assert printed.count("had a job. In the middle U.S. county it was 80.") == 1
    assert printed.count("of every 100 adults") == 1
    home = "What to take home\nIn 2023, 84 of every 100 adults"
    assert sum(home in page.spoken for page in deck.pages) == 1


def test_prices_are_named_among_the_sources(write_walk: WRITE) -> None:
    found = told(write_walk, station("{kind: table, of: [pctl_income_20], across: years}"))
    assert "Prices rose" in said(found.takeaway)
    assert any("consumer price index" in line for line in found.sources)


def test_a_takeaway_of_an_author_is_short(write_walk: WRITE) -> None:
    long = "    takeaway: '" + "We work. " * 40 + "'\n"
    with pytest.raises(Problems, match="takeaway"):
        told(write_walk, station("{kind: table, of: [share_employed]}", more=long))
