"""The stations of a new walk: by predictor, or by pillar and the quality of figures."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from datawalk import shipped
from datawalk.app.new import stations as predictors
from datawalk.app.new import walk as start
from datawalk.config.templates import Ready
from datawalk.problems import Problems
from datawalk.source import read_file
from tests.conftest import ROOT

TEMPLATES = {
    "work/jobs": ("Employment opportunities", "work", "share_employed"),
    "work/income": ("Opportunities for income", "work", "pctl_income_50"),
    "education/preschool": ("Access to preschool", "education", "share_in_preschool"),
    "health/births": ("Neonatal health", "health", "share_low_birth_weight"),
    "neighborhoods/stable_homes": ("Housing stability", "neighborhoods", "share_homeless"),
}


@pytest.fixture(autouse=True)
def templates(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Stations about four predictors, and one about none."""
    root = tmp_path / "ready"
    for name, (predictor, pillar, metric) in TEMPLATES.items():
        path = root / f"{name}.yaml"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(
            f"title: T\npillar: {pillar}\npredictor: {predictor}\nblocks:\n"
            f"  - {{kind: stat, metric: {metric}}}\n  - {{kind: table, of: [population]}}\n",
            encoding="utf-8",
        )
    (root / "pillars").mkdir()
    for pillar in start.PILLARS:
        (root / "pillars" / f"{pillar}.yaml").write_text(
            f"title: T\npillar: {pillar}\nblocks: [{{kind: table, of: [population]}}]\n",
            encoding="utf-8",
        )
    (root / "voices.yaml").write_text("title: Voices\npillar: voices\nblocks: []\n")
    folders = {"station_templates": root, "samples": ROOT / "samples"}
    monkeypatch.setattr(shipped, "folder", folders.__getitem__)


def new_walk(
    folder: Path,
    place: str,
    pillars: Sequence[str],
    data: Sequence[Path],
    asked: Sequence[Ready] = (),
) -> Path:
    found = start.meant(place, data).place
    files = start.paths(start.sources(found, data))
    return start.write_walk(folder, start.plan(found, pillars, files, asked))


def stations(folder: Path) -> list[str]:
    read = read_file(folder / "walk.yaml").data["stations"]
    return [str(station["template"]) for station in read][1:-1]


def lines(folder: Path, word: str) -> list[str]:
    text = (folder / "walk.yaml").read_text(encoding="utf-8")
    return [line.strip() for line in text.splitlines() if word in line]


def test_predictors_by_name_template_or_word(tmp_path: Path) -> None:
    asked = predictors.named("neonatal health, work/jobs, income, jobs")
    assert [ready.name for ready in asked] == ["health/births", "work/jobs", "work/income"]
    assert asked[0].metrics == ("share_low_birth_weight", "population")
    new_walk(tmp_path / "my", "29019", (), (), asked)
    assert stations(tmp_path / "my") == ["health/births", "work/jobs", "work/income"]


@pytest.mark.parametrize(
    ("text", "word", "hint"),
    [
        ("jobs, incom", "incom", 'Did you mean "income"?'),
        ("Acess to preschool", "Acess to preschool", 'Did you mean "Access to preschool"?'),
        ("zzz", "zzz", "Known: preschool (Access to preschool); births"),
        (" , ", " , ", "Known:"),
    ],
)
def test_unknown_predictors(text: str, word: str, hint: str) -> None:
    with pytest.raises(Problems) as found:
        predictors.named(text)
    (problem,) = found.value.problems
    assert problem.what == f'"{word}" is not a predictor that has a station.'
    assert problem.try_this.startswith(hint)


def test_what_was_asked_for_and_cannot_be_shown_is_left_out(tmp_path: Path) -> None:
    """Its figure is graded Weak: the first rendering would be refused."""
    new_walk(tmp_path / "my", "29001", (), (), predictors.named("births, preschool"))
    assert stations(tmp_path / "my") == ["health/births"]
    (line,) = lines(tmp_path / "my", "education/preschool")
    assert line.startswith("# left out: education/preschool (share_in_preschool of")
    assert line.endswith("is graded Weak: do not act on it)")


def test_nothing_is_written_where_nothing_can_be_shown(tmp_path: Path) -> None:
    with pytest.raises(Problems) as found:
        new_walk(tmp_path / "my", "29001", (), (), predictors.named("preschool"))
    (problem,) = found.value.problems
    assert problem.what.startswith("education/preschool cannot be shown for Adair County")
    assert not (tmp_path / "my").exists()


def test_pillars_take_what_is_strong_and_say_what_is_not(tmp_path: Path) -> None:
    new_walk(tmp_path / "my", "29001", ("work", "education", "governance"), ())
    # The pillar at a glance stands in where no predictor has a good figure.
    assert "pillars/education" in stations(tmp_path / "my")
    assert stations(tmp_path / "my")[-1] == "pillars/governance"
    (line,) = lines(tmp_path / "my", "education/preschool")
    assert line.startswith("# left out: education/preschool (share_in_preschool of")


def test_figures_that_need_a_second_look_are_left_out_with_the_year(tmp_path: Path) -> None:
    """The newest figure is sound; that of 2018 would stop the first render."""
    new_walk(tmp_path / "my", "29019", ("neighborhoods",), ())
    assert stations(tmp_path / "my") == ["pillars/neighborhoods"]
    (line,) = lines(tmp_path / "my", "stable_homes")
    assert line.endswith("(share_homeless of 2018 needs a second look: jump)")


def test_strong_comes_first_and_there_is_room_for_few(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    new_walk(tmp_path / "all", "29019", ("work", "education", "health"), ())
    taken = stations(tmp_path / "all")
    assert taken[:2] == ["work/jobs", "work/income"]
    monkeypatch.setattr(predictors, "MOST", 1)
    new_walk(tmp_path / "few", "29019", ("work",), ())
    assert stations(tmp_path / "few") == ["work/jobs"]
    assert (
        lines(tmp_path / "few", "work/income")[-1] == "# left out: work/income (good figures too)"
    )


def test_each_pillar_gets_its_best_before_any_gets_a_second(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(predictors, "MOST", 3)
    new_walk(tmp_path / "my", "29019", ("work", "health"), ())
    assert stations(tmp_path / "my") == ["work/jobs", "work/income", "health/births"]
