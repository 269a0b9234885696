"""Ids of stations: they follow a station wherever it goes."""

from __future__ import annotations

import random
from typing import Any

import pytest

from datawalk.app.studio.desk import identity
from datawalk.app.studio.desk.identity import StationName, named

STATIONS: list[Any] = [
    {"template": "welcome"},
    {"template": "work/jobs", "minutes": "8"},
    {"title": "What we heard", "blocks": [{"kind": "quote", "text": "Rent"}]},
    {"title": {"en": "Plans", "es": "Planes"}, "blocks": []},
    {"template": "work/jobs", "question": "Again?"},
    {"template": "visioning"},
]
FIRST = named(STATIONS, ())
IDS = [name.id for name in FIRST]


def ids(stations: list[Any], gone: tuple[StationName, ...] = ()) -> list[str]:
    return [name.id for name in named(stations, FIRST, gone)]


def test_they_are_short_plain_and_different() -> None:
    assert len(set(IDS)) == len(IDS)
    assert IDS[0].startswith("welcome-")
    assert IDS[2].startswith("what-we-heard-")
    assert all(len(one) < 35 and one.isascii() for one in IDS)
    assert named(STATIONS, ()) == FIRST


@pytest.mark.parametrize("seed", range(8))
def test_wherever_they_are_moved(seed: int) -> None:
    order = random.Random(seed).sample(range(6), 6)
    assert ids([STATIONS[i] for i in order]) == [IDS[i] for i in order]


def test_whatever_is_written_in_them() -> None:
    changed = [dict(station) for station in STATIONS]
    changed[1]["minutes"] = "9"
    changed[2]["title"] = "Zebras"
    changed[5]["template"] = "voices"
    assert ids(changed) == IDS
    changed[2] = {"template": "health/homes"}
    assert ids(changed) == IDS


def test_a_copy_is_new_and_a_removed_one_keeps_its_id_for_later() -> None:
    copied = ids([*STATIONS[:3], STATIONS[2], *STATIONS[3:]])
    assert [copied[i] for i in (0, 1, 2, 4, 5, 6)] == IDS
    assert copied[3] not in IDS
    fewer = named([*STATIONS[:2], *STATIONS[3:]], FIRST)
    assert [name.id for name in fewer] == [*IDS[:2], *IDS[3:]]
    back = named(STATIONS, fewer, identity.gone(fewer, FIRST))
    assert [name.id for name in back] == IDS


def test_odd_stations_have_ids_too() -> None:
    odd: list[Any] = [
        None,
        "text",
        [],
        {},
        {"title": None},
        {"title": {"en": None}},
        {"title": "日"},
    ]
    assert len({name.id for name in named(odd * 60, ())}) == len(odd) * 60


def test_what_is_damaged_is_left_out() -> None:
    kept = identity.as_json(FIRST)
    assert identity.from_json(kept) == FIRST
    assert identity.from_json([*kept, {"id": 1}, None, "x"]) == FIRST
    assert identity.from_json(None) == ()
