"""Two tables of printed numbers next to each other."""

from __future__ import annotations

import csv
import json
from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest

from datawalk import kit
from datawalk.output.diff import Change, compared, in_words, read_numbers, summary
from datawalk.output.numbers import ADDED, HEADER, NumbersRow, csv_text, numbers
from datawalk.problems import Problems
from tests.app.test_cli import run
from tests.conftest import ROOT


@cache
def rows() -> tuple[NumbersRow, ...]:
    made = kit.prepared(ROOT / "configs" / "minimal.yaml", only="deck")
    return numbers(made.walk, made.documents)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path


def saved(folder: Path, name: str, table: Sequence[NumbersRow]) -> Path:
    path = folder / name / "walk-numbers.csv"
    path.parent.mkdir(exist_ok=True)
    path.write_text(csv_text(table), encoding="utf-8", newline="")
    return path


def changes(
    folder: Path, old: Sequence[NumbersRow], new: Sequence[NumbersRow]
) -> tuple[Change, ...]:
    read = [read_numbers(saved(folder, str(i), table)) for i, table in enumerate((old, new))]
    found = compared(*read)
    assert found.same + len(found.changes) >= max(len(old), len(new))
    return found.changes


def test_the_same_numbers_are_the_same(folder: Path) -> None:
    assert len(rows()) >= 4
    assert changes(folder, rows(), rows()) == ()


@pytest.mark.parametrize(
    ("changed", "aspects"),
    [
        ({"printed": "85", "stored": 0.85}, ("printed", "stored")),
        ({"stored": 0.84111}, ("stored",)),
        ({"year": 2024}, ("year",)),
        ({"quality": "Weak"}, ("quality",)),
        ({"lower": 0.5}, ("bounds",)),
        ({"edition": "September 2024"}, ("edition",)),
        ({"row": 7, "deck": "99", "file": "other.csv"}, ()),
    ],
)
def test_every_aspect_of_a_figure_is_told(
    folder: Path, changed: dict[str, object], aspects: tuple[str, ...]
) -> None:
    first, *rest = rows()
    found = changes(folder, [first, *rest], [replace(first, **changed), *rest])  # type: ignore[arg-type]
    assert [change.aspects for change in found] == ([aspects] if aspects else [])
    assert all(change.status == "changed" for change in found)


def line(*years: int) -> list[NumbersRow]:
    return [replace(rows()[0], year=year, printed=f"{year % 100}%") for year in years]


def test_a_line_over_years_loses_one_and_gets_one(folder: Path) -> None:
    found = changes(folder, line(2021, 2022, 2023), line(2022, 2023, 2024))
    assert [(c.status, c.figure["Year"]) for c in found] == [("new", "2024"), ("gone", "2021")]


def test_figures_named_twice_keep_their_order(folder: Path) -> None:
    found = changes(folder, line(2022, 2022), line(2023, 2023, 2023))
    assert [c.status for c in found] == ["changed", "changed", "new"]
    assert found[0].aspects == ("printed", "year")


def test_a_title_that_names_a_figure_is_known_by_its_station(folder: Path) -> None:
    before = [replace(rows()[0], title="Do 84% work?")]
    after = [replace(rows()[0], title="Do 85% work?", printed="85")]
    (change,) = changes(folder, before, after)
    assert change.aspects == ("printed",)


def test_a_station_that_moved_is_known_by_its_title(folder: Path) -> None:
    moved = [replace(row, station=(row.station or 0) + 1) for row in rows()]
    assert changes(folder, rows(), moved) == ()


def test_what_is_printed_comes_first_and_is_counted(folder: Path) -> None:
    one, two, three, *rest = rows()
    new = [replace(one, stored=0.5), replace(two, printed="x"), *rest]
    found = compared(*(read_numbers(saved(folder, n, t)) for n, t in (("a", rows()), ("b", new))))
    assert [c.aspects or c.status for c in found.changes] == [("printed",), "gone", ("stored",)]
    assert in_words(found.changes[0])[3].startswith(f"{two.printed}, {two.year}")
    assert in_words(found.changes[1])[2].endswith(three.place)
    assert in_words(found.changes[2])[4].startswith(f"{one.printed} (0.5), ")
    same = len(rows()) - 3
    assert summary(found) == (
        f"1 printed number changes, 1 only behind the print, 1 is gone; {same} stays as it is."
    )


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("deck.pptx", b"PK\x03\x04\xff\xfe", "is not a CSV file from datawalk"),
        ("other-numbers.csv", b"a,b\r\n1,2\r\n", 'has no column "Station"'),
        ("empty-numbers.csv", b"", "is not a CSV file from datawalk"),
    ],
)
def test_a_wrong_file_is_refused(folder: Path, name: str, content: bytes, words: str) -> None:
    (folder / name).write_bytes(content)
    with pytest.raises(Problems, match=words):
        read_numbers(folder / name)


def test_a_row_that_is_cut_off_is_refused(folder: Path) -> None:
    path = saved(folder, "a", rows())
    path.write_bytes(path.read_bytes() + b"1,2,3")
    with pytest.raises(Problems, match="has rows of 3 and of 29 cells"):
        read_numbers(path)


def test_a_folder_with_none_or_two_is_refused(folder: Path) -> None:
    with pytest.raises(Problems, match="There is no file ending in"):
        read_numbers(folder)
    for name in ("a", "b"):
        (folder / f"{name}-numbers.csv").write_text(csv_text(rows()), encoding="utf-8")
    with pytest.raises(Problems, match="There are several"):
        read_numbers(folder)


def test_the_command_compares_folders(folder: Path) -> None:
    first, *rest = rows()
    newer = [replace(row, edition="May 2026") for row in rest]
    saved(folder, "old", rows())
    saved(folder, "new", [replace(first, printed="99", edition="May 2026"), *newer])
    same = run("diff", folder / "old", folder / "old")
    assert (same.returncode, same.stdout) == (
        0,
        f"0 printed numbers change; {len(rows())} stay as they are.\n",
    )
    other = run("diff", folder / "old", folder / "new")
    assert other.returncode == 1
    assert other.stdout.startswith("The editions differ: May 2025 before, May 2026 now.")
    assert other.stdout.count("printed") == 2
    assert f"1 printed number changes, {len(rest)} only behind the print" in other.stdout
    data = run("diff", folder / "old", folder / "new", "--json")
    assert data.returncode == 1
    told = json.loads(data.stdout)
    assert told["editions"] == {"old": ["May 2025"], "new": ["May 2026"]}
    assert told["changes"][0]["new"]["As printed"] == "99"
    wrong = run("diff", folder / "old", folder / "nothing")
    assert wrong.returncode == 2
    assert "cannot be read" in wrong.stderr


def own(place: str, printed: str, line: int, **more: object) -> NumbersRow:
    """A figure of a community's own file."""
    row = replace(
        rows()[0],
        geoid="",
        place=place,
        metric="safe",
        label="Residents who feel safe",
        group_kind="",
        group="",
        printed=printed,
        stored=float(printed.rstrip("%")),
        year=None,
        quality="",
        edition="",
        file="survey.csv",
        column="safe",
        row=line,
        cell=f"line {line}, safe",
    )
    return replace(row, **more)  # type: ignore[arg-type]


def test_figures_of_own_files_are_known_by_their_labels_not_their_lines(folder: Path) -> None:
    before = [own("Ash", "50%", 2), own("Bay", "63%", 3), own("Cane", "80%", 4)]
    after = [own("Dell", "44%", 2), own("Cane", "81%", 3), own("Ash", "50%", 4)]
    found = changes(folder, before, after)
    assert [(c.status, c.figure["Place"]) for c in found] == [
        ("changed", "Cane"),
        ("new", "Dell"),
        ("gone", "Bay"),
    ]
    assert found[0].aspects == ("printed", "stored")
    assert in_words(found[0])[2:] == ("Residents who feel safe: Cane", "80%", "81%")


def test_a_row_put_in_among_like_rows_is_one_new_figure(folder: Path) -> None:
    before = [own("Ash", f"{n}%", n) for n in (11, 12, 13)]
    after = [before[0], own("Ash", "40%", 12), *before[1:]]
    (change,) = changes(folder, before, after)
    assert (change.status, change.figure["As printed"]) == ("new", "40%")
    swapped = changes(folder, before, [before[0], before[2], before[1]])
    assert {c.status for c in swapped} == {"new", "gone"}


def test_years_of_own_files_may_be_any_times(folder: Path) -> None:
    before = [own("", "50%", 2, year="2021-22"), own("", "51%", 3, year="2022-23")]
    after = [*before[:1], own("", "52%", 3, year="2022-23"), own("", "53%", 4, year="2023-24")]
    found = changes(folder, before, after)
    assert [(c.status, c.figure["Year"]) for c in found] == [
        ("changed", "2022-23"),
        ("new", "2023-24"),
    ]
    assert in_words(found[0])[2] == "Residents who feel safe"


def test_a_list_of_an_older_version_is_read_and_own_files_are_not_compared(folder: Path) -> None:
    path = saved(folder, "old", rows())
    with path.open(encoding="utf-8-sig", newline="") as file:
        table = [dict(line) for line in csv.DictReader(file)]
    names = [name for name in HEADER if name not in ADDED]
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.DictWriter(file, names, extrasaction="ignore")
        writer.writeheader()
        writer.writerows(table)
    newer = saved(folder, "new", [*rows(), own("Ash", "50%", 2)])
    for old, new in ((path, newer), (newer, path)):
        found = compared(read_numbers(old), read_numbers(new))
        assert (found.changes, found.same, found.alone) == ((), len(rows()), 1)
        assert summary(found).endswith(
            "Not compared: 1 of files of your own, which an older datawalk did not list."
        )
