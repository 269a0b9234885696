"""Which edition a file is of, and what is said of one whose columns are of several."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from datawalk.metrics.files.columns import ORDER, edition_called, is_known, rank
from datawalk.metrics.files.editions import older_last
from datawalk.metrics.files.figures import MetricsFile
from datawalk.metrics.files.files import read_metrics
from datawalk.metrics.knowledge.catalog import catalog
from datawalk.metrics.model import Place
from datawalk.metrics.store import MetricStore
from datawalk.problems import Problems
from datawalk.words import speaking

KEYS = "year,state,county"
BOONE = Place("29019", "county", "Boone County", "Missouri", "MO")


def read(tmp_path: Path, columns: str, *rows: str, name: str = "a.csv") -> MetricsFile:
    """A file of one county, its rows from the year on."""
    path = tmp_path / name
    cells = (row.replace(",", ",29,019,", 1) for row in rows)
    path.write_text("\n".join([f"{KEYS},{columns}", *cells]) + "\n", encoding="utf-8")
    return read_metrics([path], catalog(), catalog().metrics)[0]


def told(file: MetricsFile) -> str:
    return " ".join(warning.what for warning in file.warnings)


@pytest.mark.parametrize(
    ("columns", "year", "edition"),
    [
        ("share_employed,index_transportation_cost", 2022, "September 2024"),
        ("share_employed,share_transit_commuter", 2022, "May 2025"),
        ("share_employed,share_debt_coll", 2022, "September 2024"),
        ("share_employed,share_debt_coll", 2023, "May 2025"),
        ("share_employed,share_debt_col", 2022, "older schema (to February 2024)"),
        ("share_employed,share_debt_coll", 2024, "years to 2024"),
        ("share_employed,share_digital_access_ub", 2024, "years to 2024"),
    ],
)
def test_columns_and_years_tell_the_edition(
    tmp_path: Path, columns: str, year: int, edition: str
) -> None:
    assert read(tmp_path, columns, f"{year},0.8,0.1").edition == edition


def test_two_editions_that_fit_and_a_newer_one_are_told(tmp_path: Path) -> None:
    assert "fit two editions" in told(read(tmp_path, "share_employed", "2022,0.8"))
    assert "newer than those" in told(read(tmp_path, "share_employed", "2024,0.8"))


@pytest.mark.parametrize(
    ("columns", "year", "edition", "other"),
    [
        (
            "share_employed,share_transit_commuter,share_medical_debt_coll,share_low_birth_weight"
            ",rate_violent_crime",
            *(2022, "draft, mostly May 2025", "rate_violent_crime"),
        ),
        (
            "share_debt_col,index_air_quality,meps20_black,share_low_birth_weight",
            *(2022, "draft, mostly older schema (to February 2024)", "share_low_birth_weight"),
        ),
        # A tie goes to the newer, and an edition that ended before 2023 cannot be it.
        ("share_debt_col,share_transit_commuter", 2022, "draft, mostly May 2025", "share_debt_col"),
        ("share_debt_col,rate_violent_crime", 2023, "draft, mostly May 2025", "share_debt_col"),
        ("share_debt_col,share_employed", 2024, "draft, mostly years to 2024", "share_debt_col"),
    ],
)
def test_columns_of_several_editions_make_a_draft(
    tmp_path: Path, columns: str, year: int, edition: str, other: str
) -> None:
    row = ",".join(["0.1"] * (columns.count(",") + 1))
    file = read(tmp_path, columns, f"{year},{row}")
    assert file.edition == edition
    (warning,) = (w for w in file.warnings if "several editions" in w.what)
    assert f"of another are: {other}" in warning.what
    assert set(file.figures) == {
        *(name for name in catalog().metrics if file.figures.get(name)),
    }
    assert warning.severity == "warning"


@pytest.mark.parametrize(
    ("columns", "metric"),
    [
        ("share_debt_coll,share_debt_col", "share_debt_coll"),
        ("share_transportation_cost,index_transportation_cost", "share_transportation_cost"),
        ("share_employed,share_employed", "share_employed"),
    ],
)
def test_two_columns_for_one_metric_are_refused(tmp_path: Path, columns: str, metric: str) -> None:
    with pytest.raises(Problems) as refused:
        read(tmp_path, columns, "2022,0.1,0.2")
    (problem,) = refused.value.problems
    assert f"more than one column for {metric}: {columns.replace(',', ', ')}." in problem.what
    assert problem.at.line == 1


def test_no_trend_joins_a_draft(tmp_path: Path) -> None:
    old = read(tmp_path, "share_employed,share_transit_commuter", "2021,0.7,0", name="a.csv")
    new = read(tmp_path, "share_employed,share_transit_commuter", "2022,0.8,0", name="b.csv")
    mixed = "share_employed,share_transit_commuter,rate_violent_crime"
    drafts = [read(tmp_path, mixed, f"{year},0.9,0,1", name=f"{year}.csv") for year in (2018, 2019)]

    def years(*files: MetricsFile) -> list[int | None]:
        series = MetricStore(files).series("share_employed", BOONE)
        return [observation.year for observation in series]

    assert years(old, new) == [2021, 2022]
    assert years(*drafts, old, new) == [2021, 2022]
    assert years(old, *drafts) == [2019]


def test_unknown_columns_warn(tmp_path: Path) -> None:
    columns = "share_employed," + ",".join(f"share_new_{i}" for i in range(7))
    said = told(read(tmp_path, columns, "2023,0.8,1,1,1,1,1,1,1"))
    assert "does not know, and leaves out: share_new_0, share_new_1, share_new_2" in said
    assert "and 2 more." in said


def test_editions_are_named_and_ordered() -> None:
    names = [*ORDER, "years to 2024", "years to 2025"]
    assert sorted(names, key=rank) == names
    assert all(map(is_known, names))
    assert not is_known("May 2026")
    with speaking("es"):
        assert (
            edition_called("draft, mostly May 2025", "es")
            == "borrador, en mayor parte mayo de 2025"
        )
        assert edition_called("years to 2024", "es") == "años hasta 2024"


NOTHINGS = ("NaN%:NaN%", "NA:NA", "nan:NaN", "NaN%", "nan-nan", "NA", "—", "–", "-", "NaN:1")


@pytest.mark.parametrize("cell", NOTHINGS)
@pytest.mark.parametrize("code", ["utf-8", "cp1252"])
def test_words_for_nothing_are_no_figure(tmp_path: Path, cell: str, code: str) -> None:
    pair = "ratio_black_nh_house_value_households"
    rows = f"2022,29,019,{cell},{cell},0.1:0.2\n2022,29,021,0.8,900,{cell}\n"
    (tmp_path / "a.csv").write_bytes(
        f"{KEYS},share_employed,ratio_population_pc_physician,{pair}\n{rows}".encode(code)
    )
    (file,) = read_metrics([tmp_path / "a.csv"], catalog(), catalog().metrics)
    found = {name: figures.table["value"].tolist() for name, figures in file.figures.items()}
    assert found == {"share_employed": [0.8], "ratio_population_pc_physician": [900], pair: [0.1]}


def test_a_file_of_an_older_edition_that_comes_last_is_told(tmp_path: Path) -> None:
    one, two = (
        read(tmp_path, "share_employed", "2022,0.8", name=f"{name}.csv") for name in ("one", "two")
    )
    newer, older = replace(one, edition=ORDER[-1]), replace(two, edition=ORDER[-2])
    (warning,) = older_last((newer, older))
    assert warning.what.startswith(f"two.csv ({ORDER[-2]}) comes after one.csv ({ORDER[-1]})")
    assert not list(older_last((older, newer)))
    assert not list(older_last((newer, newer)))
