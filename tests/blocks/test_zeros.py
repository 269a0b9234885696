"""Bars of nothing but zeros are a sentence."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from datawalk import kit
from datawalk.exhibits import Chart, Exhibit, Prose

HEAD = "geoid,level,name,state,metric,subgroup_type,subgroup,year,value,lower,upper,quality\n"
PLACES = (("20001", "Allen County"), ("20003", "Anderson County"), ("20005", "Atchison County"))
WALK = """title: T
place: "20001"
compare: ["20003", "20005"]
data: [metrics.csv]
outputs: [{medium: poster}]
stations:
  - {title: S, blocks: [{kind: chart, metric: share_poverty_exposure}]}
"""


def shown(write_walk: Callable[[str], Path], *figures: str) -> Exhibit:
    walk = write_walk(WALK)
    rows = (
        f"{code},county,{name},Kansas,share_poverty_exposure,all,All,2023,{figure},Strong\n"
        for (code, name), figure in zip(PLACES, figures, strict=True)
    )
    (walk.parent / "metrics.csv").write_text(HEAD + "".join(rows), encoding="utf-8")
    return kit.prepared(walk).walk.stations[0].exhibits[0]


def test_bars_of_zeros_are_a_sentence(write_walk: Callable[[str], Path]) -> None:
    found = shown(write_walk, "0,,", "0,,", ",,")
    assert isinstance(found, Prose)
    said = "".join(run.text for paragraph in found.paragraphs for run in paragraph)
    assert said == "None in all 2 places with figures."
    assert found.heading == "People in poverty who live in high-poverty areas, 2023"
    assert [f.observation.place.geoid for f in found.figures][:2] == ["20001", "20003"]


@pytest.mark.parametrize("other", ["0.2,,", "0,0,0.03"])
def test_one_that_is_not_zero_for_sure_keeps_its_bars(
    write_walk: Callable[[str], Path], other: str
) -> None:
    assert isinstance(shown(write_walk, "0,,", "0,,", other), Chart)
