"""What was read before: served again as it was, and never when anything has changed."""

from __future__ import annotations

import os
import random
import stat
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import numpy
import pytest

from datawalk.metrics import store
from datawalk.metrics.files import readings
from datawalk.metrics.files.encoded import Holdings, decoded, encoded, same
from datawalk.metrics.files.readings import PLACE
from datawalk.metrics.store import MetricStore, read_store
from datawalk.problems import Problems
from tests.conftest import COUNTIES, ROOT, needs

METRICS = ("share_employed", "rate_crime_violent", "ratio_black_nh_house_value_households")
HEAD = "year,state,county,county_name,population,share_employed,share_employed_quality,"
HEAD += "share_employed_lb,rate_crime_violent,ratio_black_nh_house_value_households\n"


def rows(seed: int = 1) -> Iterator[str]:
    """Counties over years, with gaps, grades, pairs and names that are not ASCII."""
    chance = random.Random(seed)
    for county in range(1, 120, 2):
        for year in (2021, 2022, 2023):
            share = chance.choice(["NA", f"{chance.random()!r}"])
            grade = chance.choice(["Strong", "Marginal", "Weak", "NA"])
            rate = chance.choice(["NA", "0", f"{chance.random() * 500!r}"])
            yield (
                f"{year},29,{county:03},Doña {county},{county * 1000},{share},{grade},0.1,{rate},"
                f"0.{chance.randint(1, 9)}:0.{chance.randint(1, 9)}\n"
            )


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where readings are kept, of files of any size and age."""
    place = tmp_path / "kept"
    monkeypatch.setenv(PLACE, str(place))
    monkeypatch.setattr(readings, "FEWEST", 1)
    monkeypatch.setattr(readings, "RESTED", 0)
    return place


@pytest.fixture
def data(tmp_path: Path) -> Path:
    path = tmp_path / "11_some.csv"
    path.write_text(HEAD + "".join(rows()), encoding="utf-8")
    return path


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, ...]]:
    """The names of the files of each reading that is not served from the folder."""
    seen: list[tuple[str, ...]] = []

    def counted(paths: tuple[Path, ...], *rest: object) -> Holdings:
        seen.append(tuple(path.name for path in paths))
        return _read(paths, *rest)

    _read: Callable[..., Holdings] = store._read
    monkeypatch.setattr(store, "_read", counted)
    return seen


def held(found: MetricStore) -> Holdings:
    return Holdings(found.files, found.people)


def entries(folder: Path) -> list[Path]:
    return sorted(folder.glob("*.figures"))


def test_the_second_reading_is_served_and_says_the_same(
    folder: Path, data: Path, read: list[tuple[str, ...]]
) -> None:
    first = read_store([data], METRICS)
    again = read_store([data], METRICS)
    assert read == [("11_some.csv",)]
    assert same(held(first), held(again))
    assert first.warnings == again.warnings
    assert first.people
    for place in first.places:
        for metric in METRICS:
            assert first.series(metric, place) == again.series(metric, place)
            assert first.median(metric, "us", place) == again.median(metric, "us", place)
    table = again.files[0].figures["share_employed"].table
    table.loc[0, "value"] = 0.5
    assert same(held(first), held(read_store([data], METRICS)))


def test_what_was_asked_otherwise_is_read(
    folder: Path, data: Path, read: list[tuple[str, ...]]
) -> None:
    read_store([data], METRICS)
    read_store([data], METRICS[:1])
    read_store([data], METRICS, least=20)
    read_store([data], METRICS[::-1])
    assert len(read) == 3


def test_another_name_is_another_file(
    folder: Path, data: Path, read: list[tuple[str, ...]]
) -> None:
    """Problems and lists of numbers call it by its name."""
    read_store([data], METRICS)
    moved = data.rename(data.with_name("12_other.csv"))
    assert [file.name for file in read_store([moved], METRICS).files] == ["12_other.csv"]
    elsewhere = data.parent / "folder"
    elsewhere.mkdir()
    copied = elsewhere / "12_other.csv"
    copied.write_bytes(moved.read_bytes())
    read_store([copied], METRICS)
    assert read == [("11_some.csv",), ("12_other.csv",)]


def test_changed_content_is_read_anew_though_size_and_time_are_the_same(
    folder: Path, data: Path, read: list[tuple[str, ...]]
) -> None:
    before = read_store([data], METRICS)
    seen = data.stat()
    text = data.read_text(encoding="utf-8").replace(",0.1,", ",0.2,")
    data.write_text(text, encoding="utf-8")
    os.utime(data, ns=(seen.st_atime_ns, seen.st_mtime_ns))
    assert (data.stat().st_size, data.stat().st_mtime_ns) == (seen.st_size, seen.st_mtime_ns)
    after = read_store([data], METRICS)
    assert len(read) == 2
    assert not same(held(before), held(after))


def test_a_file_that_was_just_written_is_looked_at_each_time(
    folder: Path, data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Two changes within a tick of the disk's clock have one time."""
    monkeypatch.setattr(readings, "RESTED", 3_000_000_000)
    read_store([data], METRICS)
    assert entries(folder)
    assert not list(folder.glob("*.note"))
    monkeypatch.setattr(readings, "RESTED", 0)
    read_store([data], METRICS)
    assert len(list(folder.glob("*.note"))) == 1


def test_a_file_that_changes_while_it_is_read_is_not_kept(
    folder: Path, data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    plain = store._read

    def changing(paths: tuple[Path, ...], *rest: object) -> Holdings:
        found = plain(paths, *rest)  # type: ignore[arg-type]
        data.write_text(HEAD + "".join(rows(2)), encoding="utf-8")
        return found

    monkeypatch.setattr(store, "_read", changing)
    read_store([data], METRICS)
    assert not entries(folder)


@pytest.mark.parametrize("damage", ["cut", "empty", "short", "flipped", "other", "longer"])
def test_a_damaged_entry_is_read_anew(
    folder: Path, data: Path, read: list[tuple[str, ...]], damage: str
) -> None:
    before = read_store([data], METRICS)
    (entry,) = entries(folder)
    content = bytearray(entry.read_bytes())
    whole = bytes(content)
    match damage:
        case "flipped":
            content[len(content) // 2] ^= 1
        case "cut":
            del content[-100:]
        case "short":
            del content[5:]
        case "empty":
            content.clear()
        case "longer":
            content += b"\0"
        case _:
            content = bytearray(b"PK" + bytes(range(256)) * 20)
    entry.write_bytes(content)
    after = read_store([data], METRICS)
    assert len(read) == 2
    assert same(held(before), held(after))
    assert entry.read_bytes() == whole


def test_no_damage_goes_unseen(data: Path) -> None:
    """A bit flipped anywhere, or an end cut off anywhere."""
    content = encoded(held(read_store([data], METRICS)))
    assert decoded(numpy.frombuffer(content, numpy.uint8))
    chance = random.Random(3)
    for at in (*range(40), *(chance.randrange(len(content)) for _ in range(200))):
        flipped = bytearray(content)
        flipped[at] ^= 1 << chance.randrange(8)
        assert decoded(numpy.frombuffer(flipped, numpy.uint8)) is None
        assert decoded(numpy.frombuffer(content[:at] or b"\0", numpy.uint8)) is None


def test_a_damaged_note_is_of_no_use(folder: Path, data: Path, read: list[tuple[str, ...]]) -> None:
    read_store([data], METRICS)
    for content in (b"", b"[1]", b"{}", b"null", b"\xff", b"[1,2,3,4,5,6]"):
        (note,) = folder.glob("*.note")
        note.write_bytes(content)
        read_store([data], METRICS)
    assert len(read) == 1


def test_another_reader_reads_anew(
    folder: Path, data: Path, read: list[tuple[str, ...]], monkeypatch: pytest.MonkeyPatch
) -> None:
    read_store([data], METRICS)
    monkeypatch.setattr(readings, "_reader", lambda: "of another version")
    read_store([data], METRICS)
    assert len(read) == 2
    assert len(entries(folder)) == 2


def test_the_reader_is_told_by_its_code_and_its_knowledge() -> None:
    told = readings._reader.__wrapped__()
    assert {"cells.py", "bases.csv", "characters.py"} <= {n for n in told.split('"') if "." in n}


def test_nothing_is_kept_of_what_is_refused(folder: Path, data: Path) -> None:
    data.write_text(data.read_text(encoding="utf-8").replace(",0.1,", ",x,"), encoding="utf-8")
    for _ in range(2):
        with pytest.raises(Problems, match='has "x" in column'):
            read_store([data], METRICS)
    assert not entries(folder)
    with pytest.raises(Problems, match="no file"):
        read_store([data.with_name("none.csv")], METRICS)


def test_small_files_and_no_folder_keep_nothing(
    folder: Path, data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(readings, "FEWEST", 1_000_000)
    read_store([data], METRICS)
    assert not folder.exists()
    monkeypatch.setattr(readings, "FEWEST", 1)
    monkeypatch.setenv(PLACE, "")
    read_store([data], METRICS)
    assert not folder.exists()
    file = data.with_name("a file")
    file.write_text("")
    for place in (file, file / "below", Path("\0")):
        if "\0" not in str(place):
            monkeypatch.setenv(PLACE, str(place))
        assert read_store([data], METRICS).places


@pytest.mark.skipif(os.name != "posix", reason="permissions of folders are those of POSIX")
def test_a_folder_that_others_may_write_in_is_not_used(
    folder: Path, data: Path, read: list[tuple[str, ...]]
) -> None:
    read_store([data], METRICS)
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert stat.S_IMODE(entries(folder)[0].stat().st_mode) == 0o600
    folder.chmod(0o777)
    read_store([data], METRICS)
    assert len(read) == 2


def test_a_folder_that_cannot_be_written_is_done_without(
    folder: Path, data: Path, read: list[tuple[str, ...]], monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(readings.tempfile, "mkstemp", full)
    first = read_store([data], METRICS)
    assert same(held(first), held(read_store([data], METRICS)))
    assert len(read) == 2
    assert list(folder.iterdir()) == []


def test_old_entries_make_room(folder: Path, data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    read_store([data], METRICS)
    (used,) = entries(folder)
    read_store([data], METRICS[:1])
    (old,) = set(entries(folder)) - {used}
    os.utime(used, (1, 1))
    os.utime(old, (2, 2))
    read_store([data], METRICS)  # used again, so it is the other one that goes
    left = folder / "left.part"
    left.write_bytes(b"x")
    os.utime(left, (1, 1))
    monkeypatch.setattr(readings, "MOST", 2 * used.stat().st_size)
    read_store([data], METRICS[1:])
    assert used.exists()
    assert not old.exists()
    assert not left.exists()
    monkeypatch.setattr(readings, "MOST_NOTES", 0)
    read_store([data], METRICS[:2])
    assert not list(folder.glob("*.note"))


SCRIPT = """
import sys
from pathlib import Path
from datawalk.metrics.files import readings
from datawalk.metrics.store import read_store
readings.FEWEST = 1
store = read_store([Path(sys.argv[1])], sys.argv[2:])
print(sum(len(f.table) for f in store.files[0].figures.values()), len(store.places))
"""


def test_two_runs_at_once(folder: Path, data: Path, read: list[tuple[str, ...]]) -> None:
    command = [sys.executable, "-c", SCRIPT, str(data), *METRICS]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    runs = [subprocess.Popen(command, stdout=subprocess.PIPE, env=environment) for _ in range(2)]
    told = {run.communicate()[0] for run in runs}
    assert [run.returncode for run in runs] == [0, 0]
    assert len(told) == 1
    assert len(entries(folder)) == 1
    assert not list(folder.glob("*.part"))
    found = read_store([data], METRICS)
    assert not read
    count = sum(len(f.table) for f in found.files[0].figures.values())
    assert told == {f"{count} {len(found.places)}\n".encode()}


@needs(COUNTIES)
def test_the_published_county_file_is_served_as_it_was_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, read: list[tuple[str, ...]]
) -> None:
    monkeypatch.setenv(PLACE, str(tmp_path / "kept"))
    first, again = (read_store([COUNTIES], METRICS) for _ in range(2))
    assert len(read) == 1
    assert same(held(first), held(again))
    boone = first.find_place("29019")
    for metric in METRICS:
        assert first.series(metric, boone) == again.series(metric, boone)
