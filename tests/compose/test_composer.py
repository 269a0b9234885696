"""From a walk as written to a walk as shown: figures, gaps, marks, texts."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from datawalk.compose.composer import compose
from datawalk.compose.data import needed_metrics, read_data
from datawalk.config.load import load
from datawalk.exhibits import Bullets, Chart, Map, Prose, Stat, Table, WritingSpace, is_gap
from datawalk.problems import Problems
from datawalk.prose import plain
from datawalk.walk import Composed
from tests.conftest import COUNTIES, ROOT, needs

HEAD = 'title: T\nplace: "{place}"\ncompare: [us-median]\ndata: [metrics.csv]\n'
WRITE = Callable[[str], Path]


def composed(path: Path, place: str | None = None, *data: Path) -> Composed:
    file = load(path, place, data)
    return compose(file, read_data(file))


def station(blocks: str, place: str = "29019", head: str = "") -> str:
    lines = "\n".join(f"      - {block}" for block in blocks.splitlines())
    top = HEAD.format(place=place) + head
    return f"{top}stations:\n  - title: Jobs\n    blocks:\n{lines}\n"


def exhibits(write_walk: WRITE, blocks: str, **given: str) -> tuple[object, ...]:
    return composed(write_walk(station(blocks, **given))).walk.stations[0].exhibits


def problem(write_walk: WRITE, blocks: str, **given: str) -> str:
    with pytest.raises(Problems) as found:
        exhibits(write_walk, blocks, **given)
    return found.value.problems[0].what


def test_a_stat_says_number_range_comparison_and_traces_them(write_walk: WRITE) -> None:
    (stat,) = exhibits(write_walk, "{kind: stat, metric: share_employed}")
    assert isinstance(stat, Stat)
    assert (stat.number, stat.share) == ("84", 84)
    assert plain(stat.sentence) == ("of every 100 adults ages 25 to 54 in Boone County have a job.")
    assert stat.range == "between 81 and 88 of 100"
    assert stat.comparison == "a little more than in the middle U.S. county (80%)"
    ours, middle = stat.figures
    assert ours.observation.origin is not None
    assert ours.observation.origin.file == "metrics.csv"
    assert middle.observation.place.geoid == "us-median"
    assert any("American Community Survey, 2023" in line for line in stat.sources)


def test_texts_name_places_years_and_metrics(write_walk: WRITE) -> None:
    text = '{kind: text, text: "{place}, {state}: {share_employed} in {year}. {{stays}}"}'
    (prose,) = exhibits(write_walk, text)
    assert isinstance(prose, Prose)
    said = plain(prose.paragraphs[0])
    assert said.startswith("Boone County, Missouri: 84% in 20")
    assert said.endswith("{stays}")
    assert [figure.text for figure in prose.figures] == ["84%"]


def test_weak_figures_stop_the_walk_unless_allowed(write_walk: WRITE) -> None:
    block = "{kind: stat, metric: share_in_preschool}"
    assert "is graded Weak" in problem(write_walk, block, place="29001")
    head = "allow_weak: true\naccept: [twins]\n"
    (stat,) = exhibits(write_walk, block, place="29001", head=head)
    assert isinstance(stat, Stat)
    assert stat.figures[0].text.endswith("‡")
    assert any("‡" in line for line in stat.sources)


def test_a_weak_row_of_a_table_says_so(write_walk: WRITE) -> None:
    block = "{kind: table, of: [share_in_preschool, population]}"
    made = composed(write_walk(station(block, place="29001")))
    (table,) = made.walk.stations[0].exhibits
    assert isinstance(table, Table)
    assert table.rows[0].cells[0] == "too unsure"
    assert "graded Weak" in made.warnings[0].what


def test_marginal_figures_carry_their_mark(write_walk: WRITE) -> None:
    (stat,) = exhibits(write_walk, "{kind: stat, metric: rate_crime_violent}", place="29077")
    assert isinstance(stat, Stat)
    assert stat.number.endswith("†")
    assert any("†" in line for line in stat.sources)


def test_missing_is_never_zero_and_says_why(write_walk: WRITE) -> None:
    made = composed(write_walk(station("{kind: stat, metric: share_low_birth_weight}", "29001")))
    (note,) = made.walk.stations[0].exhibits
    assert isinstance(note, Prose)
    assert "We have no number for Adair County" in plain(note.paragraphs[0])
    assert made.warnings


def test_bars_are_sorted_and_ours_stands_out(write_walk: WRITE) -> None:
    text = station("{kind: chart, metric: share_employed}").replace(
        "[us-", '["19103", "17019", us-'
    )
    (chart,) = composed(write_walk(text)).walk.stations[0].exhibits
    assert isinstance(chart, Chart)
    (series,) = chart.series
    values = [point.value for point in series.points]
    assert values == sorted(values, key=lambda v: -(v or 0))
    assert [p.label for p in series.points if p.highlight] == ["Boone County, MO"]
    assert chart.reference is not None
    assert chart.reference.printed == "80%"
    assert "Boone County, MO 84%" in chart.alt


def test_lines_keep_a_place_for_every_year(write_walk: WRITE) -> None:
    (chart,) = exhibits(write_walk, "{kind: chart, metric: pctl_income_50, show: years}")
    assert isinstance(chart, Chart)
    points = {point.label: point for point in chart.series[0].points}
    assert points["2020"].value is None
    assert points["2020"].printed == "no data"
    # The line itself says so where it breaks.
    assert chart.note == ""


def test_groups_stand_in_the_order_of_the_alphabet_beside_everyone(write_walk: WRITE) -> None:
    (chart,) = exhibits(write_walk, "{kind: chart, metric: share_digital_access, show: race}")
    assert isinstance(chart, Chart)
    labels = [point.label for point in chart.series[0].points]
    assert labels == sorted(labels)
    assert labels[-1] == "Households headed by White residents"
    assert chart.reference is not None
    assert chart.reference.label == "All households"


def test_a_pair_is_told_whole_and_is_no_gap_nor_a_map(write_walk: WRITE) -> None:
    name = "ratio_black_nh_house_value_households"
    assert "compares two shares" in problem(write_walk, f"{{kind: map, metric: {name}}}")
    gap = f"{{kind: gap, metric: {name}, groups: [Black, White]}}"
    assert "compares two shares" in problem(write_walk, gap)
    (stat,) = exhibits(write_walk, f"{{kind: stat, metric: {name}}}")
    assert isinstance(stat, Stat)
    assert stat.number == "3.4%"
    assert "11.8% of all households" in plain(stat.sentence)


def test_a_share_near_a_simple_fraction_says_so(write_walk: WRITE) -> None:
    (stat,) = exhibits(write_walk, "{kind: stat, metric: share_digital_access, year: 2021}")
    (other,) = exhibits(write_walk, "{kind: stat, metric: share_employed}")
    assert isinstance(stat, Stat)
    assert isinstance(other, Stat)
    assert (stat.share, stat.about) == (75, "About 3 in 4")
    assert (other.share, other.about) == (84, "")


def test_a_map_counts_every_county_once(write_walk: WRITE) -> None:
    (map_,) = exhibits(write_walk, "{kind: map, metric: share_transportation_cost}")
    assert isinstance(map_, Map)
    assert len(map_.areas) == 115
    counts = [int(shade.counted.split()[0]) for shade in map_.shades]
    assert sum(counts) + (int(map_.unknown.counted.split()[0]) if map_.unknown else 0) == 115
    assert [area.label for area in map_.areas if area.highlight] == ["Boone County"]
    # Every printed value lies in the class that its label promises.
    for area in map_.areas:
        if area.shade is not None and " to " in map_.shades[area.shade].label:
            low, high = map_.shades[area.shade].label.replace("%", "").split(" to ")
            assert int(low) <= int(area.printed.rstrip("%†‡")) <= int(high)


@needs(COUNTIES)
def test_a_small_state_stands_among_all_counties(write_walk: WRITE) -> None:
    path = write_walk(station("{kind: chart, metric: share_employed, show: distribution}"))
    (chart,) = composed(path, "15003", COUNTIES).walk.stations[0].exhibits
    assert isinstance(chart, Chart)
    assert "U.S. counties" in chart.field_label


def test_keys_of_a_station_take_the_place_of_the_templates(write_walk: WRITE) -> None:
    text = HEAD.format(place="29019") + (
        "stations:\n"
        "  - template: work/jobs\n"
        "    title: Our own title\n"
        "    minutes: 12\n"
        "    more_blocks: [{kind: quote, text: Hello, by: Me}]\n"
    )
    (made,) = composed(write_walk(text)).walk.stations
    assert (made.question, made.minutes, made.pillar) == ("Our own title", 12, "work")
    assert isinstance(made.exhibits[0], Stat)
    assert isinstance(made.exhibits[-1], Prose)
    assert any(isinstance(e, Bullets) and e.form == "questions" for e in made.exhibits)


def test_a_template_explains_only_words_that_stay_on_the_sheet(write_walk: WRITE) -> None:
    head = 'title: T\nplace: "29019"\ndata: [metrics.csv]\nstations:\n  - template: work/jobs\n'
    stat = "    blocks:\n      - {kind: stat, metric: share_employed}\n"
    words = "    blocks:\n      - {kind: text, text: Many of us have disabilities.}\n"

    def terms(written: str) -> list[str]:
        (station,) = composed(write_walk(written)).walk.stations
        return [term.term for term in station.about.glossary]

    assert {"Disability", "Survey area"} <= set(terms(head))
    assert terms(head + stat) == ["Ages 25 to 54"]
    assert "Disability" in terms(head + words)


def test_only_the_metrics_that_are_named_are_read(write_walk: WRITE) -> None:
    text = station('{kind: stat, metric: share_employed}\n{kind: text, text: "{pctl_income_50}"}')
    assert needed_metrics(load(write_walk(text))) == {"share_employed", "pctl_income_50"}


def test_ready_walks_name_no_community_of_their_own() -> None:
    made = composed(ROOT / "configs" / "boone.yaml", "19103")
    said = str(made.walk)
    assert "Johnson County Data Walk" in said
    titles = [made.walk.title, *(s.question for s in made.walk.stations)]
    assert not any("Boone" in title for title in titles)


def test_one_gap_is_told_once(write_walk: WRITE) -> None:
    blocks = "{kind: stat, metric: rate_learning}\n{kind: chart, metric: rate_learning}"
    assert len(exhibits(write_walk, blocks, place="29001")) == 1


def test_a_metric_of_every_other_year_keeps_its_years(write_walk: WRITE) -> None:
    (chart,) = exhibits(write_walk, "{kind: chart, metric: share_in_preschool, show: years}")
    assert isinstance(chart, Chart)
    years = [point.label for point in chart.series[0].points]
    assert years == ["2014", "2016", "2018", "2021", "2023"]
    assert all(point.value is not None for point in chart.series[0].points)


SIX = 'compare: ["19103", "19169", "17019", "31109", us-median]'


def test_six_places_stand_below_each_other(write_walk: WRITE) -> None:
    block = "{kind: table, of: [share_employed, population, pctl_income_50], peers: true}"
    text = station(block).replace("compare: [us-median]", SIX)
    (table,) = composed(write_walk(text)).walk.stations[0].exhibits
    assert isinstance(table, Table)
    assert (len(table.rows), len(table.columns), table.highlight_row) == (6, 3, 0)
    assert table.rows[0].stub == "Boone County"
    assert table.rows[0].cells[1] == "189,463"
    five = block.replace("pctl_income_50", "pctl_income_50, pctl_income_20, pctl_income_80")
    text = station(five).replace("compare: [us-median]", SIX)
    parts = composed(write_walk(text)).walk.stations[0].exhibits
    assert [len(part.columns) for part in parts if isinstance(part, Table)] == [3, 2]


def test_places_beyond_three_are_told_below_the_lines(write_walk: WRITE) -> None:
    text = station("{kind: chart, metric: share_employed, show: years}")
    text = text.replace("compare: [us-median]", SIX)
    (chart,) = composed(write_walk(text)).walk.stations[0].exhibits
    assert isinstance(chart, Chart)
    assert len(chart.series) == 4
    assert chart.note.startswith("Without a line, 2023: Champaign County, IL 84%, Lancaster")


def test_peers_and_middles_of_people_are_found(write_walk: WRITE) -> None:
    text = station("{kind: chart, metric: share_employed}")
    text = text.replace("[us-median]", "[peers, us-weighted]")
    (chart,) = composed(write_walk(text)).walk.stations[0].exhibits
    assert isinstance(chart, Chart)
    assert len(chart.series[0].points) == 4
    assert chart.reference is None


def test_neighbors_as_bars_rows_and_map(write_walk: WRITE) -> None:
    blocks = """{kind: chart, metric: population, show: neighbors}
{kind: table, of: [population], across: neighbors}
{kind: map, metric: population, show: neighbors}"""
    chart, table, drawn = exhibits(write_walk, blocks)
    assert isinstance(chart, Chart)
    assert isinstance(table, Table)
    assert isinstance(drawn, Map)
    names = {point.label for point in chart.series[0].points}
    assert {"Boone County, MO", "Callaway County, MO"} <= names
    assert (len(names), len(table.rows), len(drawn.areas)) == (8, 8, 8)
    assert {area.key for area in drawn.areas} == set(drawn.named)


@needs(COUNTIES)
def test_an_island_has_no_neighbors_and_says_so(write_walk: WRITE) -> None:
    block = "{kind: chart, metric: share_employed, show: neighbors}"
    made = composed(write_walk(station(block)), "15003", COUNTIES)
    (prose,) = made.walk.stations[0].exhibits
    assert isinstance(prose, Prose)
    assert plain(prose.paragraphs[0]).endswith("borders on Honolulu County.")
    assert made.warnings[-1].what.startswith("Honolulu County has no neighbors")


def test_neighbors_of_a_city_are_not_known(write_walk: WRITE) -> None:
    path = write_walk(station("{kind: table, of: [share_employed], across: neighbors}"))
    with pytest.raises(Problems) as found:
        composed(path, "2915670", ROOT / "samples" / "columbia.csv")
    (problem,) = found.value.problems
    assert problem.what == "Neighbors are known for counties only, and Columbia is a city."
    assert problem.try_this


def test_a_sheet_without_its_figures_has_room_for_what_people_know(write_walk: WRITE) -> None:
    lacking = "{kind: stat, metric: share_low_birth_weight}\n{kind: questions, questions: [Why]}"
    found = exhibits(write_walk, lacking, place="29001")
    assert [type(e).__name__ for e in found] == ["Prose", "WritingSpace", "Bullets"]
    held = lacking.replace("share_low_birth_weight", "population")
    assert not any(isinstance(e, WritingSpace) for e in exhibits(write_walk, held, place="29001"))


def test_words_beside_what_is_missing_leave_room_for_what_people_know(write_walk: WRITE) -> None:
    lacking = "{kind: stat, metric: share_low_birth_weight}\n{kind: quote, text: Hm, by: Ann}\n"
    asks = "{kind: questions, questions: [One, Two], starters: [I, You]}"
    found = exhibits(write_walk, lacking + asks, place="29001")
    assert [type(e).__name__ for e in found] == ["Prose", "Prose", "WritingSpace", "Bullets"]
    (kept,) = (e for e in found if isinstance(e, Bullets))
    assert len(kept.items) == 2  # its author's own words stay


def test_a_question_about_what_is_shown_goes_where_nothing_is(write_walk: WRITE) -> None:
    """A ready station asks what people notice; its author never saw that all is missing."""
    ready = HEAD.format(place="29001") + "policy: leave-out\nstations:\n  - template: work/jobs\n"
    (jobs,) = composed(write_walk(ready)).walk.stations
    assert is_gap(jobs.exhibits[0])
    (asks,) = (e for e in jobs.exhibits if isinstance(e, Bullets))
    assert plain(asks.items[0]) == "Does this match what you see every day?"
    assert asks.starters[0] == "Where I live …"
    (here,) = composed(write_walk(ready), "29019").walk.stations
    (asks,) = (e for e in here.exhibits if isinstance(e, Bullets))
    assert plain(asks.items[0]) == "What do you notice in these numbers?"


def test_a_missing_number_tells_what_the_middle_is(write_walk: WRITE) -> None:
    (gap,) = exhibits(write_walk, "{kind: stat, metric: share_low_birth_weight}", place="29001")
    assert isinstance(gap, Prose)
    assert is_gap(gap)
    middle = gap.figures[1].observation
    assert (middle.place.level, middle.known) == ("benchmark", True)
    told = plain(gap.paragraphs[1])
    assert gap.figures[1].text in told
    assert str(middle.year) in told


def test_one_year_alone_is_no_trend(tmp_path: Path) -> None:
    data = tmp_path / "a.csv"
    head = "state,county,county_name,share_debt_col\n"
    data.write_text(head + "29,019,Boone,0.3\n29,077,Greene,0.2\n")
    path = tmp_path / "walk.yaml"
    chart = "{kind: chart, metric: share_debt_coll, show: years}"
    path.write_text(station(chart).replace("metrics.csv", "a.csv"))
    (shown,) = composed(path).walk.stations[0].exhibits
    only = "No other year has a figure for us."
    assert isinstance(shown, Stat)
    assert (shown.number, shown.note) == ("30", only)
    path.write_text(path.read_text().replace("[us-median]", '["29077"]'))
    (beside,) = composed(path).walk.stations[0].exhibits
    assert isinstance(beside, Chart)
    assert (beside.form, beside.note) == ("bars", only)


def test_a_file_without_years_prints_none(tmp_path: Path) -> None:
    """Those of the first edition say nothing of years."""
    rows = "".join(f"29,{n:03d},County {n},0.{60 + n},1\n" for n in range(1, 20, 2))
    head = "state,county,county_name,share_employed,employed_quality\n"
    (tmp_path / "a.csv").write_text(head + rows)
    path = tmp_path / "walk.yaml"
    blocks = "\n".join(
        f"{{kind: {kind}, metric: share_employed}}"
        for kind in ("stat", "chart", "chart, show: years", "chart, show: distribution", "map")
    )
    path.write_text(station(blocks, place="29003").replace("metrics.csv", "a.csv"))
    made = composed(path)
    shown = made.walk.stations[0]
    assert made.warnings == ()
    assert [type(e).__name__ for e in shown.exhibits] == ["Stat", "Chart", "Map"]
    assert not any("None" in e.heading or "0," in e.heading for e in shown.exhibits)
    assert "no year stated in the file" in shown.sources[0]
    assert "first edition" in shown.sources[-1]
    path.write_text(path.read_text().replace("title: T", "title: Numbers of {year}"))
    with pytest.raises(Problems, match="no figure that it could be the year of"):
        composed(path)


@needs(COUNTIES)
def test_a_strip_names_every_peer_of_the_state_and_says_where_we_stand(write_walk: WRITE) -> None:
    peers = ("29095", "29077", "29189", "29510")
    path = write_walk(
        f'title: T\nplace: "29019"\ncompare: [us-median, {", ".join(map(repr, peers))}]\n'
        "data: [metrics.csv]\nstations:\n  - title: S\n    blocks:\n"
        "      - {kind: chart, metric: share_digital_access, show: distribution}\n"
    )
    (path.parent / "metrics.csv").write_bytes(COUNTIES.read_bytes())
    (chart,) = composed(path).walk.stations[0].exhibits
    assert isinstance(chart, Chart)
    ours, *others = chart.series[0].points
    assert [p.label for p in others] == [
        "Jackson County",
        "Greene County",
        "St. Louis County",
        "St. Louis city",
    ]
    assert f"in Boone County: {ours.printed}, higher than in " in chart.takeaway
    assert ours.value is not None
    below = sum(value < ours.value for value in chart.field)
    assert f"higher than in {below} of {len(chart.field) - 1} others in Missouri" in chart.takeaway
