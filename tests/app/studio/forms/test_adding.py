"""What is added to a station: of every kind something small that prints at once."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from datawalk.app.studio.forms import samples, words
from datawalk.app.studio.forms.description import AddOffer
from datawalk.app.studio.forms.plan import plan
from datawalk.app.studio.forms.stations import station_forms
from datawalk.kit import prepared
from datawalk.problems import Problems
from tests.app.studio.forms.pages import seen
from tests.conftest import ROOT

HEAD = """\
title: Walk
place: "{place}"
data: [{data}]
language: {language}
outputs: [{{medium: poster}}]
stations:
  - question: What is here?
    pillar: work
    blocks:
      - {{kind: text, text: Hello}}
"""
PLACES = {"29019": "metrics.csv", "2915670": "columbia.csv"}


def offers(folder: Path, place: str, language: str) -> dict[str, AddOffer]:
    shutil.copyfile(ROOT / "samples" / PLACES[place], folder / PLACES[place])
    path = folder / "walk.yaml"
    text = HEAD.format(place=place, data=PLACES[place], language=language)
    path.write_text(text, encoding="utf-8")
    version = seen(path)
    forms = station_forms(version, version.stations[0].id, language[:2].strip("["), folder)
    assert (forms.list, forms.next) == ("blocks", 1)
    return {one.kind: one for group in forms.add for one in group.offers}


@pytest.mark.parametrize(("place", "language"), [("29019", "en"), ("2915670", "es")])
def test_every_kind_that_is_added_prints(place: str, language: str, tmp_path: Path) -> None:
    found = offers(tmp_path, place, language)
    assert found.keys() == plan("StationConfig", "blocks").kinds.keys()
    path, text = tmp_path / "walk.yaml", (tmp_path / "walk.yaml").read_text(encoding="utf-8")
    wrong = {}
    for kind, offer in found.items():
        assert bool(offer.adding) != bool(offer.needs)
        assert offer.about.endswith(".")
        if offer.adding:
            path.write_text(f"{text}      - {offer.adding}\n", encoding="utf-8")
            try:
                prepared(path)
            except Problems as problems:
                wrong[kind] = [problem.what for problem in problems.problems]
    assert wrong == {}


def test_kinds_stand_in_four_groups_by_plain_names() -> None:
    assert {one.group for one in words.kinds().values()} == {*words.GROUPS, "outputs"}
    names = [one.name.es for one in words.kinds().values()]
    assert len(set(names)) == len(names)


def test_a_walk_in_two_languages_gets_words_in_both() -> None:
    added = samples.block("quote", ("en", "es"))
    assert isinstance(added, dict)
    assert added["by"] == {"en": "Who said it", "es": "Quién lo dijo"}


def test_a_described_column_of_ones_own_is_drawn_at_once(tmp_path: Path) -> None:
    (tmp_path / "walk.yaml").write_text(
        'title: A\nplace: "29019"\nlocal_data:\n'
        "  - {file: data/a.csv, name: A, who: B, when: C, measures: [{column: asked}]}\n"
        "stations:\n  - template: work/jobs\n",
        encoding="utf-8",
    )
    version = seen(tmp_path / "walk.yaml")
    forms = station_forms(version, version.stations[0].id, "en")
    assert (forms.list, forms.next) == ("more_blocks", 0)
    chart = next(o for g in forms.add for o in g.offers if o.kind == "local_chart")
    assert json.loads(chart.adding) == {
        "kind": "local_chart",
        "file": "data/a.csv",
        "measure": "asked",
    }


@pytest.mark.parametrize(
    ("table", "shown"),
    [
        ("group,asked,rate\nYoung,30,20\nOld,50,40\n", {"show": "groups"}),
        ("year,asked,rate\n2020,30,20\n2021,50,40\n", {"show": "years"}),
        ("area,asked,rate\nNorth,30,20\nSouth,50,40\n", {}),
    ],
)
def test_a_chart_of_ones_own_shows_what_the_file_has_shares_first(
    tmp_path: Path, table: str, shown: dict[str, str]
) -> None:
    (tmp_path / "a.csv").write_text(table, encoding="utf-8")
    columns = (samples.OwnColumn("a.csv", "asked"), samples.OwnColumn("a.csv", "rate", share=True))
    made = {"kind": "local_chart", "file": "a.csv", "measure": "rate"}
    assert samples.own_chart(columns, tmp_path) == {**made, **shown}
    assert samples.own_chart(columns[:1], tmp_path)["measure"] == "asked"  # type: ignore[call-overload, index]
