"""Three versions brought together."""

from __future__ import annotations

import random
from typing import Any

import pytest

from datawalk.app.studio.desk.merging import GONE, merged

BASE: Any = {
    "title": "T",
    "event": {"date": "May", "venue": "Hall"},
    "stations": [
        {"template": "welcome"},
        {"template": "work/jobs", "minutes": "8"},
        {"title": "Words", "blocks": [{"kind": "quote", "text": "Rent is high"}, {"kind": "text"}]},
        {"template": "visioning"},
    ],
}


def with_stations(*stations: Any) -> Any:
    return {**BASE, "stations": list(stations)}


ONE, TWO, THREE, FOUR = BASE["stations"]


@pytest.mark.parametrize(
    ("mine", "theirs", "both"),
    [
        ({**BASE, "title": "M"}, {**BASE, "place": "1"}, {**BASE, "title": "M", "place": "1"}),
        (
            with_stations(ONE, {**TWO, "minutes": "9"}, THREE, FOUR),
            with_stations(FOUR, THREE, TWO, ONE),
            with_stations(FOUR, THREE, {**TWO, "minutes": "9"}, ONE),
        ),
        (
            with_stations(TWO, ONE, THREE, FOUR),
            with_stations(ONE, TWO, {**THREE, "title": "Words!"}, FOUR),
            with_stations(TWO, ONE, {**THREE, "title": "Words!"}, FOUR),
        ),
        (
            with_stations(ONE, {"template": "a"}, TWO, THREE, FOUR),
            with_stations(ONE, TWO, THREE, {"template": "b"}, FOUR),
            with_stations(ONE, {"template": "a"}, TWO, THREE, {"template": "b"}, FOUR),
        ),
        (
            with_stations(ONE, THREE, FOUR),
            with_stations(TWO, ONE, THREE, FOUR),
            with_stations(ONE, THREE, FOUR),
        ),
        (
            with_stations(ONE, THREE, FOUR),
            with_stations(ONE, TWO, THREE),
            with_stations(ONE, THREE),
        ),
        (
            with_stations(ONE, {"template": "a"}, TWO, THREE, FOUR),
            with_stations(ONE, {"template": "a"}, TWO, THREE, FOUR),
            with_stations(ONE, {"template": "a"}, TWO, THREE, FOUR),
        ),
        ({**BASE, "event": None}, {**BASE, "title": "X"}, {**BASE, "event": None, "title": "X"}),
    ],
)
def test_different_changes_go_together(mine: Any, theirs: Any, both: Any) -> None:
    for one, other in ((mine, theirs), (theirs, mine)):
        found = merged(BASE, one, other)
        assert found.value == both
        assert not found.clashes


def test_the_same_setting_is_a_clash_at_its_new_address() -> None:
    mine = with_stations(ONE, {**TWO, "minutes": "9"}, THREE, FOUR)
    theirs = with_stations({**TWO, "minutes": "7"}, ONE, THREE, FOUR)
    (clash,) = merged(BASE, mine, theirs).clashes
    assert (clash.address, clash.mine, clash.theirs) == (("stations", 0, "minutes"), "9", "7")


def test_taken_out_by_one_and_changed_by_the_other() -> None:
    without, changed = with_stations(ONE, THREE, FOUR), {**TWO, "minutes": "9"}
    with_ = with_stations(ONE, changed, THREE, FOUR)
    found = merged(BASE, with_, without)
    assert found.value == without
    assert (found.clashes[0].mine, found.clashes[0].theirs) == (changed, GONE)
    found = merged(BASE, without, with_)
    assert found.value == with_
    assert found.clashes[0].mine == GONE


def test_two_orders_are_a_clash() -> None:
    found = merged(BASE, with_stations(FOUR, ONE, TWO, THREE), with_stations(ONE, TWO, FOUR, THREE))
    assert [clash.address for clash in found.clashes] == [("stations",)]


def words(data: Any) -> set[str]:
    if isinstance(data, dict):
        return set().union(*map(words, data.values())) if data else set()
    if isinstance(data, list):
        return set().union(*map(words, data)) if data else set()
    return {data} if data else set()


def changed(data: Any, chance: random.Random, mark: str) -> Any:
    """Some changes at random, each with a word of its own."""
    stations = list(data["stations"])
    for n in range(chance.randint(1, 4)):
        new = f"{mark}{n}"
        at = chance.randrange(len(stations))
        match chance.choice(["move", "add", "write", "drop"]):
            case "move":
                stations.insert(chance.randrange(len(stations)), stations.pop(at))
            case "add":
                stations.insert(at, {"title": new, "blocks": [{"kind": "quote", "text": new}]})
            case "write":
                stations[at] = {**stations[at], "kicker": new}
            case "drop" if len(stations) > 2:
                stations.pop(at)
    return {**data, "stations": stations, f"{mark}": mark}


@pytest.mark.parametrize("seed", range(200))
def test_no_word_of_anybody_is_lost(seed: int) -> None:
    chance = random.Random(seed)
    mine, theirs = changed(BASE, chance, "mine"), changed(BASE, chance, "theirs")
    found = merged(BASE, mine, theirs)
    kept = words(found.value)
    for clash in found.clashes:
        kept |= words(clash.mine) | words(clash.theirs)
    assert (words(mine) | words(theirs)) - words(BASE) <= kept
