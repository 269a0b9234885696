"""What stands beside a map of counties: neighbors, middles and extremes, against the raw file."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from datawalk.blocks.maps.beside import Extremes, extremes
from datawalk.exhibits import Map
from datawalk.metrics.knowledge.catalog import catalog
from datawalk.metrics.model import Gap, Observation, Place
from datawalk.metrics.places import boundaries
from datawalk.metrics.places.cities import cities
from datawalk.metrics.places.towns import county_at
from datawalk.shipped import table
from tests.compose.test_composer import composed

WRITE = Callable[[str], Path]
METRIC = "share_transportation_cost"
WALK = f"""title: T
place: "29019"
compare: ["29095"]
data: [m.csv]
stations:
  - title: S
    blocks: [{{kind: map, metric: {METRIC}}}]
"""
HEAD = "geoid,level,name,state,metric,subgroup_type,subgroup,year,value,lower,upper,quality"
BESIDE = ("29007", "29027", "29051", "29053", "29089", "29135", "29175")
"""The seven counties around Boone, from any road map."""


def shown(write_walk: WRITE, values: dict[str, str]) -> Map:
    """The map of a state whose counties have these values, written as 'value,quality'."""
    names = dict(boundaries.county_names())
    rows = [HEAD]
    for key, told in values.items():
        value, _, quality = told.partition(",")
        told = f"{METRIC},all,All,2022,{value},,,{quality or 'Strong'}"
        rows.append(f"{key},county,{names[key]},Missouri,{told}")
    path = write_walk(WALK)
    (path.parent / "m.csv").write_text("\n".join(rows) + "\n", encoding="utf-8")
    (map_,) = composed(path).walk.stations[0].exhibits
    assert isinstance(map_, Map)
    return map_


def counties(**changed: str) -> dict[str, str]:
    """A figure for every county of Missouri, each of its own; `changed` by code behind a c."""
    keys = [key for key, _ in boundaries.county_names() if key.startswith("29")]
    found = {key: f"{0.2 + i / 400:.4f}" for i, key in enumerate(keys)}
    found |= {key.removeprefix("c"): value for key, value in changed.items()}
    return {key: value for key, value in found.items() if value}


def test_neighbors_are_listed_from_the_lowest_after_ours(write_walk: WRITE) -> None:
    values = counties()
    map_ = shown(write_walk, values)
    names = dict(boundaries.county_names())
    wanted = sorted(BESIDE, key=lambda key: float(values[key]))
    rows = [row for row in map_.near if row.role != "middle"]
    assert [row.label for row in rows] == ["Boone County", *(names[key] for key in wanted)]
    assert rows[1].printed == f"{round(float(values[wanted[0]]) * 100)}%"
    assert set(map_.valued) == {*BESIDE, "29019"}


def test_the_extremes_are_those_of_the_raw_file(write_walk: WRITE) -> None:
    values = counties(c29085="0.53", c29510="0.11")
    lowest = min(values, key=lambda key: float(values[key]))
    highest = max(values, key=lambda key: float(values[key]))
    told = {one.key: one.words for one in shown(write_walk, values).called}
    assert told[highest] == "Hickory County: 53%, the highest"
    assert told[lowest] == "St. Louis city: 11%, the lowest"
    assert told["29095"].endswith("(Kansas City)")


def test_two_that_print_alike_are_no_extreme(write_walk: WRITE) -> None:
    told = [
        one.words
        for one in shown(write_walk, counties(c29085="0.531", c29510="0.529", c29001="0.1")).called
    ]
    assert not [words for words in told if "highest" in words]
    assert [words for words in told if "lowest" in words]


def test_weak_figures_are_no_extreme_and_are_said_to_lack(write_walk: WRITE) -> None:
    map_ = shown(write_walk, counties(c29085="0.9,Weak", c29001="0.53"))
    told = {one.key: one.words for one in map_.called}
    assert "29085" not in told
    assert told["29001"].endswith(": 53%, the highest shown")
    assert map_.unknown
    assert map_.unknown.count == 1


def test_ours_says_so_itself_where_it_is_the_lowest(write_walk: WRITE) -> None:
    map_ = shown(write_walk, counties(c29019="0.05"))
    assert map_.ours == "Boone County: 5%, the lowest"
    assert "29019" not in {one.key for one in map_.called}


def test_every_printed_figure_is_listed(write_walk: WRITE) -> None:
    map_ = shown(write_walk, counties())
    told = {figure.text for figure in map_.figures}
    assert {row.printed for row in map_.near} <= told
    for one in map_.called:
        assert any(text in one.words for text in told)


def test_a_range_or_few_counties_leave_extremes_open() -> None:
    metric = catalog().get(METRIC)

    def found(key: str, value: float | None, lower: float | None = None) -> Observation:
        place = Place(key, "county", key, "Missouri")
        if value is None:
            return Observation(METRIC, place, 2022, missing=Gap("not in file"))
        return Observation(METRIC, place, 2022, value=value, lower=lower, upper=lower and 0.9)

    plain = {f"{i}": found(f"{i}", 0.2 + i / 10) for i in range(6)}
    assert extremes(plain, metric) == Extremes("0", "5", whole=True)
    ranged = {**plain, "5": found("5", 0.7, lower=0.5)}
    assert extremes(ranged, metric) == Extremes("0", "", whole=True)
    assert extremes({**plain, "6": found("6", None)}, metric) == Extremes("0", "5", whole=False)
    assert extremes(dict(list(plain.items())[:4]), metric) == Extremes()


def test_largest_cities_lie_in_their_counties() -> None:
    for row in table("boundaries/largest_cities.csv"):
        state, name = row["county"][:2], row["city"]
        near = [c for key, c in cities().items() if key.startswith(state)]
        assert any(
            city.name.startswith(name) and county_at(city.longitude, city.latitude) == row["county"]
            for city in near
        ), row
