"""The line in its three steps, and what each may be given: walks in no file, stores, pickles."""

from __future__ import annotations

import pickle
from collections.abc import Callable
from pathlib import Path

import pytest

from datawalk import kit
from datawalk.compose.data import needed_metrics, read_data
from datawalk.config.load import load
from datawalk.metrics.files import files
from datawalk.metrics.files.rawcsv import RawCsv, open_csv
from datawalk.metrics.model import Place
from datawalk.metrics.places.finding import PlaceError
from datawalk.problems import At, Broken, Problem, Problems
from datawalk.source import LARGEST, Unsaved

WALK = """\
title: {en: Walk, es: Recorrido, fr: Balade}
place: "29019"
compare: ["19103"]
language: [en, es, fr]
data: [metrics.csv]
outputs: [{medium: handout}, {medium: handout, second: es}]
session: {parts: []}
stations:
  - title: {en: "Work: {share_employed}", es: "Ingreso: {pctl_income_50}", fr: Travail}
    blocks:
      - {kind: stat, metric: share_employed}
      - {kind: chart, metric: share_employed, show: years}
"""
Write = Callable[[str], Path]


@pytest.fixture
def read(read_anew: None, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names of the data files that are read."""
    names: list[str] = []

    def counted(path: Path) -> RawCsv:
        names.append(path.name)
        return open_csv(path)

    monkeypatch.setattr(files, "open_csv", counted)
    return names


def test_a_walk_in_three_languages_reads_its_data_once(write_walk: Write, read: list[str]) -> None:
    told: list[str] = []
    kits = kit.every(write_walk(WALK), tell=told.append)
    assert [one.walk.language for one in kits] == ["en", "es", "fr"]
    assert (read, told.count("Reading the data")) == (["metrics.csv"], 1)
    assert [one.walk.stations[0].question.partition(":")[0] for one in kits] == [
        "Work",
        "Ingreso",
        "Travail",
    ]
    assert "$" in kits[1].walk.stations[0].question


def test_what_a_walk_needs_is_the_same_in_each_of_its_languages(write_walk: Write) -> None:
    path = write_walk(WALK)
    needed = [needed_metrics(load(path, language=code)) for code in ("en", "es", "fr")]
    assert needed == [needed[0]] * 3
    assert {"share_employed", "pctl_income_50"} <= needed[0]


def test_a_store_that_is_given_is_not_read_again(write_walk: Write, read: list[str]) -> None:
    path = write_walk(WALK)
    store = read_data(load(path))
    before = kit.every(path)
    read.clear()
    given = kit.every(path, store=pickle.loads(pickle.dumps(store)))
    assert not read
    assert [one.walk for one in given] == [one.walk for one in before]
    assert kit.prepared(path, language="es", store=store).walk == before[1].walk
    assert not read


@pytest.mark.parametrize(
    "other",
    [
        WALK.replace("metric: share_employed, show", "metric: share_debt_coll, show"),
        f"{WALK}min_count: 20\n",
    ],
)
def test_a_store_for_another_walk_is_not_taken(
    write_walk: Write, read: list[str], other: str
) -> None:
    store = read_data(load(write_walk(WALK)))
    read.clear()
    kit.prepared(write_walk(other), store=store)
    assert read == ["metrics.csv"]


def test_prepared_painted_written(write_walk: Write, tmp_path: Path) -> None:
    path, out = write_walk(WALK), tmp_path / "out"
    prepared = kit.every(path)
    parts = [kit.painted(one) for one in prepared]
    assert not out.exists()
    assert all(made.content for part in parts for made in part.files.values())
    # Each value can be handed to another process.
    again = [kit.painted(one) for one in pickle.loads(pickle.dumps(prepared))]
    assert [part.files for part in again] == [part.files for part in parts]
    done = kit.written(pickle.loads(pickle.dumps(parts)), out)
    assert {p.name for p, _, _ in done.files} >= {name for part in parts for name in part.files}
    alike = kit.all_rendered(kit.every(path), tmp_path / "at once")
    assert [size for _, _, size in done.files] == [size for _, _, size in alike.files]


def test_a_walk_may_be_in_no_file(write_walk: Write, tmp_path: Path) -> None:
    path = write_walk(WALK)
    saved = kit.every(path)
    path.unlink()
    unsaved = Unsaved(WALK.encode(), path)
    assert [one.walk for one in kit.every(unsaved)] == [one.walk for one in saved]
    done = kit.all_rendered(kit.every(unsaved), tmp_path / "out")
    assert done.files
    assert not path.exists()


def test_a_walk_in_no_file_is_refused_like_one_in_a_file(write_walk: Write) -> None:
    wrong = WALK.replace("metric: share_employed}", "metrik: share_employed}")
    path = write_walk(wrong)
    for text in (wrong, WALK.replace("metrics.csv", "../../none.csv"), "title: [", "x" * LARGEST):
        path.write_text(text, encoding="utf-8")
        refused = []
        for walk in (path, Unsaved(text.encode(), path)):
            with pytest.raises(Problems) as found:
                kit.every(walk)
            refused.append(found.value.problems)
        assert refused[0] == refused[1]
        assert refused[0][0].at.file == str(path)
    with pytest.raises(Problems, match="this is not a walk file"):
        kit.every(Unsaved(b"x" * (LARGEST + 1), path))


def test_problems_go_through_a_pickle_and_back() -> None:
    told = [Problem("One.", "Try.", At("walk.yaml", 7, "stations › 1")), Problem("Two.")]
    for protocol in range(pickle.HIGHEST_PROTOCOL + 1):
        for error in (Problems(told), Broken(told)):
            again = pickle.loads(pickle.dumps(error, protocol))
            assert type(again) is type(error)
            assert again.problems == tuple(told)
            assert (str(again), again.args) == ("One.; Two.", error.args)
    boone = Place("29019", "county", "Boone County", "Missouri", "MO")
    doubt = pickle.loads(pickle.dumps(PlaceError(told[0], [boone], town=True)))
    assert (doubt.problem, doubt.choices, doubt.town) == (told[0], (boone,), True)
