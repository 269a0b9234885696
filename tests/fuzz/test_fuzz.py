"""Spoiled files and odd cells end in Problems or in print: never in a traceback."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.fuzz import files, line
from tests.fuzz.__main__ import fuzz
from tests.fuzz.line import fuzzed

SEED = 3
INPUTS = 1500
"""Many more by `python -m tests.fuzz --inputs 200000`."""


def test_no_file_ends_in_a_traceback() -> None:
    found = [some for some in fuzz(INPUTS, SEED, 2) if some]
    died = [some for some in found if isinstance(some, str)]
    told = {f.what.partition(": ")[0]: f for some in found if isinstance(some, list) for f in some}
    stories = [f"{f.what}\ninput {f.number} of seed {SEED}\n{f.told}" for f in told.values()]
    assert not died
    assert not stories, "\n\n".join(stories)


def test_an_input_is_the_same_each_time_and_an_error_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> None:
        raise KeyError("north")

    monkeypatch.setattr(line, "compose", broken)
    monkeypatch.setattr(line, "PAINTED", 10**9)
    number = len(files.ENDINGS)
    first, again = (fuzzed(number, SEED, tmp_path) for _ in range(2))
    assert first is not None
    assert first == again
    assert first.what == "KeyError at outside: 'north'"
    assert first.data


@pytest.mark.parametrize("ending", files.ENDINGS)
def test_the_files_to_spoil_are_of_their_kind(ending: str) -> None:
    begin = {
        **dict.fromkeys((".xlsx", ".ods", ".zip"), b"PK\x03\x04"),
        **{".xls": b"\xd0\xcf\x11\xe0", ".gpkg": b"SQLite format 3\0", ".geojson": b"{"},
        **{".csv": b"area,group", ".txt": b"area;group", ".tsv": b"\xff\xfe"},
    }
    assert files.whole(ending).startswith(begin[ending])
