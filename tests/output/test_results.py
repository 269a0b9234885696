"""Nothing that people have in a folder of results is lost when a walk is rendered into it."""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import CliRunner

from datawalk import kit
from datawalk.app.cli import app
from datawalk.output.manifest import MANIFEST, ManifestEntry, Owner, left_behind
from datawalk.problems import Problems

WALK = """title: Jobs
place: "29019"
data: [metrics.csv]
outputs: [{medium: signs}]
stations:
  - question: Who has a job?
    blocks: [{kind: stat, metric: share_employed}]
"""
WRITE = Callable[[str], Path]


@pytest.fixture
def walk(write_walk: WRITE) -> Path:
    """A walk that was rendered."""
    found = write_walk(WALK)
    render(found)
    return found


def render(walk: Path, out: Path | None = None) -> list[str]:
    done = kit.all_rendered(kit.every(walk), out or walk.parent / "out")
    return [f"{told.what} {told.try_this}" for told in done.told]


def another(walk: Path, name: str, was: str = "", now: str = "") -> Path:
    path = walk.with_name(name)
    path.write_text(walk.read_text("utf-8").replace(was, now) if was else WALK, "utf-8")
    return path


def there(walk: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in (walk.parent / "out").iterdir()}


@pytest.mark.parametrize("title", ["Jobs", "Jobs!", "Boone County: Jobs"])
def test_a_walk_does_not_write_over_another_one(walk: Path, title: str) -> None:
    before = there(walk)
    other = another(walk, "other.yaml", "title: Jobs", f'title: "{title}"')
    with pytest.raises(Problems) as raised:
        render(other)
    (problem,) = raised.value.problems
    assert "of another walk, “Jobs” (../walk.yaml), and “" in problem.what
    assert f"“{title}” (../other.yaml) would write over it" in problem.what
    assert there(walk) == before


def test_long_titles_that_are_cut_alike_keep_apart(write_walk: WRITE) -> None:
    walk = write_walk(WALK.replace("Jobs", "word " * 40 + "one"))
    render(walk)
    with pytest.raises(Problems, match="of another walk"):
        render(another(walk, "other.yaml", "word one", "word two"))


def test_titles_in_other_scripts_keep_apart(write_walk: WRITE) -> None:
    walk = write_walk(WALK.replace("Jobs", "Работа"))
    render(walk)
    assert render(another(walk, "other.yaml", "Работа", "Жильё")) == []
    assert len(list((walk.parent / "out").glob("*signs.pdf"))) == 2


def test_the_same_walk_goes_on_without_question(walk: Path, tmp_path: Path) -> None:
    assert render(walk) == []
    walk.write_text(WALK.replace("title: Jobs", "title: Jobs!"), "utf-8")
    assert render(walk) == []
    renamed = walk.rename(walk.with_name("my-walk.yaml"))
    assert render(renamed) == []
    moved = tmp_path.rename(tmp_path.with_name(f"{tmp_path.name}-moved"))
    assert render(moved / "my-walk.yaml") == []


def test_files_of_an_earlier_title_stay_and_are_told_once(walk: Path) -> None:
    before = there(walk)
    walk.write_text(WALK.replace("title: Jobs", "title: Work"), "utf-8")
    (told,) = render(walk)
    assert "stay: boone-county-missouri-jobs-numbers.csv" in told
    assert {name: there(walk)[name] for name in before if name != MANIFEST} == {
        name: content for name, content in before.items() if name != MANIFEST
    }
    assert render(walk) == []


@pytest.mark.parametrize(("language", "told"), [("en", 1), ("es", 0)])
def test_files_in_another_language_are_no_earlier_ones(
    tmp_path: Path, language: str, told: int
) -> None:
    (tmp_path / "jobs.pdf").touch()
    known = {"jobs.pdf": ManifestEntry(Owner("walk.yaml", "29019", "Jobs", "en", "jobs"), "")}
    owner = Owner("walk.yaml", "29019", "Trabajo", language, "trabajo")
    assert len(list(left_behind(tmp_path, known, {tmp_path / "trabajo.pdf": owner}))) == told


def test_a_place_of_the_same_name_is_another_walk(walk: Path) -> None:
    path = walk.parent / "out" / MANIFEST
    path.write_text(path.read_text("utf-8").replace('"29019"', '"29999"'), "utf-8")
    with pytest.raises(Problems, match=r"\(29999\)"):
        render(walk)


@pytest.mark.parametrize("text", ["[" * 100_000, "[]", '{"a": 3}', "\udcff", '{"a": {"walk": 1}}'])
def test_a_manifest_from_elsewhere_does_no_harm(walk: Path, text: str) -> None:
    (walk.parent / "out" / MANIFEST).write_bytes(text.encode("utf-8", "surrogateescape"))
    assert render(walk) == []
    told = json.loads((walk.parent / "out" / MANIFEST).read_bytes())
    assert told.keys() == there(walk).keys() - {MANIFEST}


def test_what_was_deleted_is_nobodys(walk: Path) -> None:
    for path in (walk.parent / "out").glob("*jobs*"):
        path.unlink()
    assert render(another(walk, "other.yaml", "title: Jobs", "title: Jobs!")) == []


def test_a_table_that_a_person_changed_is_kept(walk: Path) -> None:
    table = walk.parent / "out" / "boone-county-missouri-jobs-numbers.csv"
    ours = table.read_bytes()
    table.write_bytes(b"mine")
    (told,) = render(walk)
    assert "is not as datawalk made it" in told
    assert table.read_bytes() == ours
    assert there(walk)["boone-county-missouri-jobs-numbers-before.csv"] == b"mine"
    assert render(walk) == []
    table.write_bytes(b"mine again")
    render(walk)
    assert there(walk)["boone-county-missouri-jobs-numbers-before-2.csv"] == b"mine again"


def test_a_mac_puts_letters_of_names_apart(write_walk: WRITE) -> None:
    walk = write_walk(WALK.replace("Jobs", "서울"))
    render(walk)
    for path in (walk.parent / "out").iterdir():
        path.rename(path.with_name(unicodedata.normalize("NFD", path.name)))
    before = there(walk)
    (path,) = (walk.parent / "out").glob("*numbers.csv")
    path.write_bytes(b"mine")
    assert len(render(walk)) == 1
    assert there(walk).keys() - before.keys() == {f"{path.stem}-before.csv"}


TWO = WALK.replace("title: Jobs", "title: {en: Jobs, es: Empleos}\nlanguage: [en, es]")


def test_kits_of_all_languages_are_written_or_none(write_walk: WRITE) -> None:
    walk = write_walk(TWO)
    render(walk)
    before = there(walk)
    data = walk.with_name("metrics.csv")
    data.write_text(data.read_text("utf-8").replace("2023,0.8411", "2023,0.6184"), "utf-8")
    blocked = walk.parent / "out" / "boone-county-missouri-empleos-es-numbers.xlsx"
    held = blocked.read_bytes()
    blocked.unlink()
    blocked.mkdir()
    done = CliRunner().invoke(app, ["render", str(walk)])
    assert done.exit_code == 1
    assert "Nothing was written." in done.output
    blocked.rmdir()
    blocked.write_bytes(held)
    assert there(walk) == before
    assert render(walk) == []
    assert there(walk) != before


def test_a_file_that_nothing_is_known_of_is_kept(write_walk: WRITE) -> None:
    walk = write_walk(WALK)
    table = walk.parent / "out" / "boone-county-missouri-jobs-numbers.csv"
    table.parent.mkdir()
    table.write_bytes(b"my own notes")
    (told,) = render(walk)
    assert "is not as datawalk made it" in told
    assert there(walk)["boone-county-missouri-jobs-numbers-before.csv"] == b"my own notes"
    (table.parent / MANIFEST).unlink()
    assert render(walk) == []
