"""The foot of a sheet: who counted, how sure it is, and what the marks mean."""

from __future__ import annotations

from dataclasses import replace

from datawalk.metrics.knowledge.catalog import catalog
from datawalk.metrics.model import Quality
from datawalk.metrics.words.credits import source_line
from tests.metrics.figures import MIDDLE, seen


def test_the_foot_of_a_station() -> None:
    observations = [
        seen("share_employed", 0.84),
        seen("share_employed", 0.80, MIDDLE, quality=None),
        seen("pctl_income_50", 66167),
        seen("rate_juv_arrest", 4203, quality=Quality.MARGINAL),
        seen("share_debt_coll", 0.21),
        seen("share_debt_coll", 0.23, year=2018, quality=Quality.WEAK),
        seen("share_hs_degree", None),
    ]
    lines = source_line(observations, catalog())
    assert lines[0] == (
        "Adults ages 25 to 54 with a job; Half of households have less than: U.S. Census Bureau, "
        "American Community Survey, 2023. Data quality: strong."
    )
    assert "2018–2023. Data quality: strong and weak." in lines[2]
    assert lines[-1] == (
        "Urban Institute, Mobility Metrics (May 2025). † Marginal: use with care. ‡ Weak: do not "
        "act on this figure alone. Middle U.S. county: the median of the U.S. counties."
    )
    assert sum(-(-len(line) // 110) for line in lines) <= 8
    assert not any("high school" in line for line in lines)


def test_a_quality_that_all_share_is_told_once() -> None:
    observations = [seen("share_employed", 0.84), seen("share_debt_coll", 0.21)]
    lines = source_line(observations, catalog())
    assert lines[-1] == "Urban Institute, Mobility Metrics (May 2025). Data quality: strong."
    assert sum("Data quality" in line for line in lines) == 1


def test_the_foot_tells_what_years_mean() -> None:
    every = seen("share_employed", 0.84)
    group = replace(every, group_kind="race", group="Black residents")
    assert "2023. Data" in source_line([every], catalog())[0]
    assert "2023 (five-year average). Data" in source_line([group], catalog())[0]
    assert source_line([], catalog()) == ()
