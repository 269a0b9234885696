"""An edition that counts a metric otherwise brings its own words."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
import yaml

from datawalk.compose.composer import compose
from datawalk.compose.data import read_data
from datawalk.config.load import load
from datawalk.exhibits import Stat
from datawalk.metrics.knowledge.catalog import catalog
from datawalk.metrics.knowledge.definitions import counted
from datawalk.prose import plain
from datawalk.walk import Station
from datawalk.words import speaking
from tests.metrics.figures import ORIGIN, seen

HEAD = "year,state,county,county_name,share_digital_access,share_digital_access_quality"


def station(tmp_path: Path, column: str, language: str = "en", **more: str) -> Station:
    """The station of internet at home, from a file with one more column."""
    row = "2021,29,019,Boone County,0.8,Strong,0.1"
    (tmp_path / "a.csv").write_text(f"{HEAD},{column}\n{row}\n", encoding="utf-8")
    walk = {
        **{"title": "T", "place": "29019", "data": ["a.csv"], "language": language},
        "stations": [{"template": "education/internet", **more}],
    }
    path = tmp_path / "walk.yaml"
    path.write_text(yaml.safe_dump(walk), encoding="utf-8")
    file = load(path)
    with speaking(language):
        return compose(file, read_data(file)).walk.stations[0]


def words(found: Station) -> tuple[str, str, str]:
    """The definition, the sentence of the big number, and the foot."""
    stat = next(exhibit for exhibit in found.exhibits if isinstance(exhibit, Stat))
    return plain(found.about.definition), plain(stat.sentence), " ".join(found.sources)


@pytest.mark.parametrize(
    ("column", "definition", "sentence", "foot"),
    [
        ("share_transit_commuter", "A phone alone does not count.", "have a computer and", "25)"),
        ("index_transportation_cost", "A phone alone counts.", "a computer or a phone", "Older"),
    ],
)
def test_the_words_are_those_of_the_figures_edition(
    tmp_path: Path, column: str, definition: str, sentence: str, foot: str
) -> None:
    told = words(station(tmp_path, column))
    assert definition in told[0]
    assert sentence in told[1]
    assert foot in told[2]


def test_in_spanish_too(tmp_path: Path) -> None:
    told = words(station(tmp_path, "index_transportation_cost", "es"))
    assert "Un teléfono solo cuenta." in told[0]
    assert "computadora o teléfono" in told[1]


def test_what_an_author_wrote_stays(tmp_path: Path) -> None:
    found = station(tmp_path, "index_transportation_cost", definition="Homes with internet.")
    assert plain(found.about.definition) == "Homes with internet."


@pytest.mark.parametrize(
    ("edition", "aged"), [("September 2024", True), ("May 2025", False), ("years to 2024", False)]
)
def test_rates_set_for_age_say_so(edition: str, aged: bool) -> None:
    figure = seen("rate_injury_death", 71.0)
    figure = replace(figure, origin=replace(ORIGIN, edition=edition))
    metric = counted(catalog().get("rate_injury_death"), figure, "en")
    assert ("people of the same ages" in metric.sentence) is aged
