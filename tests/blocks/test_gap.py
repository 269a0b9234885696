"""The difference between two groups: told, not told apart, or not there."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from datawalk.compose.composer import compose
from datawalk.compose.data import read_data
from datawalk.config.load import load
from datawalk.exhibits import Exhibit, Prose, Stat
from datawalk.problems import Problems
from datawalk.prose import plain
from datawalk.walk import Composed

HEAD = "geoid,level,name,metric,subgroup_type,subgroup,year,value,lower,upper,quality\n"
ROWS = """\
29019,county,Boone County,share_employed,race-ethnicity,All,2021,0.81,0.80,0.82,Strong
29019,county,Boone County,share_employed,race-ethnicity,White,2021,0.86,0.84,0.88,Strong
29019,county,Boone County,share_employed,race-ethnicity,Black,2021,0.74,0.71,0.77,Strong
29019,county,Boone County,share_employed,race-ethnicity,Hispanic,2021,0.83,0.77,0.89,Strong
29019,county,Boone County,share_employed,race-ethnicity,Other,2021,0.5,0.1,0.9,Weak
29019,county,Boone County,pctl_income_50,race-ethnicity,White,2021,60000,,,Strong
29019,county,Boone County,pctl_income_50,race-ethnicity,Black,2021,45500,,,Marginal
29019,county,Boone County,pctl_income_50,race-ethnicity,Hispanic,2021,60000.2,,,Strong
"""
MAKE = Callable[[str], Composed]


@pytest.fixture
def made(tmp_path: Path) -> MAKE:
    (tmp_path / "m.csv").write_text(HEAD + ROWS, encoding="utf-8")

    def composed(block: str) -> Composed:
        walk = 'title: T\nplace: "29019"\ndata: [m.csv]\n'
        walk += f"stations:\n  - title: S\n    blocks: [{block}]\n"
        (tmp_path / "walk.yaml").write_text(walk, encoding="utf-8")
        file = load(tmp_path / "walk.yaml", None, ())
        return compose(file, read_data(file))

    return composed


def only(made: Composed) -> Exhibit:
    (exhibit,) = made.walk.stations[0].exhibits
    return exhibit


def test_a_gap_with_its_bounds_beside_everyone(made: MAKE) -> None:
    stat = only(made("{kind: gap, metric: share_employed, groups: [Black, White]}"))
    assert isinstance(stat, Stat)
    assert stat.number == "12"
    assert plain(stat.sentence) == (
        "fewer of every 100 adults ages 25 to 54 among Black adults (74%) than among White adults "
        "(86%)."
    )
    # Half widths of 3 and 2 make 3.6.
    assert stat.range == "between 8 and 16 fewer of 100"
    assert stat.note == "95 times in 100 the difference lies inside."
    assert stat.comparison == "All adults: 81%"
    assert [figure.text for figure in stat.figures] == ["12", "74%", "86%", "81%"]


def test_groups_that_cannot_be_told_apart(made: MAKE) -> None:
    prose = only(made("{kind: gap, metric: share_employed, groups: [Hispanic, White]}"))
    assert isinstance(prose, Prose)
    assert plain(prose.paragraphs[0]) == (
        "We cannot tell them apart. Hispanic adults: 83%. White adults: 86%. The difference "
        "is between 9 fewer and 3 more of 100. 95 times in 100 the difference lies inside."
    )


def test_a_gap_without_bounds_says_so(made: MAKE) -> None:
    stat = only(made("{kind: gap, metric: pctl_income_50, groups: [Black, White]}"))
    assert isinstance(stat, Stat)
    assert (stat.number, stat.range, stat.comparison) == ("$14,500", "", "")
    assert plain(stat.sentence) == (
        "less a year among households headed by Black residents ($45,500†) than among households "
        "headed by White residents ($60,000)."
    )
    assert stat.note == "The data do not say how sure this difference is."
    same = only(made("{kind: gap, metric: pctl_income_50, groups: [Hispanic, White]}"))
    assert isinstance(same, Prose)
    assert plain(same.paragraphs[0]).startswith(
        "The same number. Households headed by Hispanic residents: $60,000."
    )


def test_a_weak_group_and_a_missing_file_are_told(made: MAKE) -> None:
    weak = made("{kind: gap, metric: share_employed, groups: [other, White]}")
    assert "too unsure to show" in plain(only(weak).paragraphs[0])  # type: ignore[attr-defined]
    assert weak.warnings
    none = made("{kind: gap, metric: share_employed, by: age, groups: [a, b]}")
    assert none.walk.stations[0].exhibits == ()
    (warning,) = none.warnings
    assert "by age (station 1). No number is left in station 1." in warning.what
    assert warning.try_this.startswith("`datawalk fetch-data 15` downloads")


@pytest.mark.parametrize(
    ("name", "what", "hint"),
    [
        ("Whit residents", "is no group", 'Did you mean "White residents"?'),
        ("residents", "means several groups", "The groups are: Black residents; Hispanic"),
        ("Martians", "is no group", "The groups are: Black residents; Hispanic"),
    ],
)
def test_unknown_groups(made: MAKE, name: str, what: str, hint: str) -> None:
    with pytest.raises(Problems) as found:
        made(f"{{kind: gap, metric: share_employed, groups: [{name}, White]}}")
    (problem,) = found.value.problems
    assert problem.what == f'"{name}" {what} of share_employed by race.'
    assert problem.try_this.startswith(hint)


def test_a_pair_has_no_gap(made: MAKE) -> None:
    name = "ratio_black_nh_house_value_households"
    with pytest.raises(Problems, match="compares two shares"):
        made(f"{{kind: gap, metric: {name}, groups: [a, b]}}")
