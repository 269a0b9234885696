"""Which county or city a text means: by code, or by a name as people write it."""

from __future__ import annotations

import difflib
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass

from datawalk.metrics.model import Level, Place
from datawalk.metrics.places import boundaries, cities
from datawalk.metrics.places.places import make_place
from datawalk.metrics.places.spelling import Reading, names_of, plain, readings, state_named
from datawalk.problems import Problem, Problems
from datawalk.source import slips

EXACT, CALLED, BARE = 0, 1, 2
"""How well a name fits: as it is; with 'city', or 'County' for a parish; without 'County'."""
TERRITORIES = ("guam", "american samoa", "us virgin islands", "virgin islands")
MOST_LISTED = 40
"""Places in one hint."""
FEW = 8
"""So many places of a state are listed where a state alone was written."""


class PlaceError(Problems):
    """No place is meant for sure. `choices` may be; `town` if it may be one that nobody holds."""

    def __init__(
        self, problem: Problem, choices: Sequence[Place] = (), *, town: bool = False
    ) -> None:
        super().__init__([problem])
        self.problem = problem
        self.choices = tuple(choices)
        self.town = town


@dataclass(frozen=True, slots=True)
class Meant:
    """The place that is meant, and others of that name."""

    place: Place
    others: tuple[Place, ...] = ()


def find(text: str, places: Collection[Place], level: Level | None = None) -> Place:
    """The one place that `text` means. Raises Problems: none, several, or not named for sure."""
    return meaning(text, places, level).place


def meaning(text: str, places: Collection[Place], level: Level | None = None) -> Meant:
    """The one place that `text` means, with its namesakes. Raises Problems like `find`.

    Where only counties can be meant (`level`), a county is meant by its bare name too.
    """
    text = text.strip()
    pool = [place for place in places if level in (None, place.level)]
    if text.isdigit():
        found = [place for place in pool if place.geoid == text]
        if found:
            return Meant(found[0])
        raise _not_found(text, pool, [place for place in places if level != place.level])
    fits = _fits(text, pool)
    state = state_named(text)
    if state == "Puerto Rico" or plain(text) in TERRITORIES:
        raise _no_figures(state or text)
    if state and not any(place.name == state and len(fits) == 1 for place in fits):
        raise _state_alone(text, state, list(fits), pool)
    if not fits:
        raise _not_found(text, pool, [place for place in places if level != place.level])
    best = [place for place, rank in fits.items() if rank == min(fits.values())]
    sure = len(best) == 1 and (fits[best[0]] != BARE or level == "county")
    if not sure or _in_other_states(text, best[0], fits):
        raise _doubtful(text, list(fits))
    return Meant(best[0], _namesakes(text, best[0], pool))


def _fits(text: str, places: Iterable[Place]) -> dict[Place, int]:
    """Every place that some reading of the text fits, the best first."""
    ways = list(dict.fromkeys(readings(text)))
    found: dict[Place, int] = {}
    for place in places:
        ranks = [rank for way in ways if (rank := _rank(way, place)) is not None]
        if ranks:
            found[place] = min(ranks)
    if text.endswith(" CO") and (there := _in_colorado(found)):
        return there
    return dict(sorted(found.items(), key=lambda item: (item[1], item[0].state, item[0].name)))


def _in_colorado(found: dict[Place, int]) -> dict[Place, int]:
    """CO in capitals is Colorado where a city there has that name; else it may be County."""
    there = {place: rank for place, rank in found.items() if place.state == "Colorado"}
    return {place: rank for place, rank in there.items() if place.level == "place"}


def _rank(way: Reading, place: Place) -> int | None:
    if way.state and way.state != place.state:
        return None
    names = names_of(place)
    if place.level == "place":
        if way.whole in names.bare:
            return EXACT
        return CALLED if way.kind == "city" and way.bare in names.bare else None
    if way.whole == names.whole:
        return CALLED if place.name.endswith(" city") else EXACT
    if way.kind and way.kind == names.kind and way.bare in names.bare:
        return CALLED
    return BARE if way.whole in names.bare else None


def _in_other_states(text: str, best: Place, fits: Iterable[Place]) -> bool:
    """Whether no state was written, and other states have places of that name."""
    way = next(readings(text))
    bare = not way.state and not way.kind
    return bare and any(place.state != best.state for place in fits)


def _namesakes(text: str, meant: Place, pool: Iterable[Place]) -> tuple[Place, ...]:
    """Other places whose name is that of the text, whatever their kind; those near by first."""
    wanted = {name for way in readings(text) for name in (way.whole, way.bare)}
    found = (place for place in pool if place != meant and wanted & names_of(place).bare)
    return tuple(sorted(found, key=lambda p: (p.state != meant.state, p.state, p.name)))


def listed(place: Place) -> str:
    """'Columbia, MO (city): 2915670'."""
    kind = " (city)" if place.level == "place" else ""
    return f"{place.short}{kind}: {place.geoid}"


def _hint(found: Sequence[Place]) -> str:
    more = f" … ({len(found) - MOST_LISTED} more)" if len(found) > MOST_LISTED else ""
    return "; ".join(listed(place) for place in found[:MOST_LISTED]) + more


def _doubtful(text: str, found: Sequence[Place]) -> PlaceError:
    states = {place.state for place in found}
    if len(found) == 1:
        what = f"{text} may be {found[0].full}, or a town of that name."
        hint = f"Write the county’s whole name, or its code: {_hint(found)}."
        return PlaceError(Problem(what, hint), found, town=True)
    if len(states) > 1:
        what = f"{text} is in {len(states)} states."
        hint = f"Write the state too, or the code: {_hint(found)}"
        return PlaceError(Problem(what, hint), found)
    return PlaceError(
        Problem(f"{text} means {len(found)} places.", f"Write the code: {_hint(found)}"), found
    )


def _state_alone(
    text: str, state: str, found: Sequence[Place], pool: Iterable[Place]
) -> PlaceError:
    there = [place for place in pool if place.state == state and place not in found]
    choices = [*found, *(there if len(there) <= FEW else [])]
    what = f"{text} names a state, and a county or city is wanted."
    known = f" Of that name are: {_hint(choices)}" if choices else ""
    return PlaceError(Problem(what, f"Write a county or city of {state}.{known}"), choices)


def _not_found(text: str, pool: Sequence[Place], others: Sequence[Place]) -> PlaceError:
    elsewhere = next(iter(_fits(text, others)), None) or next(
        (place for place in others if place.geoid == text), None
    )
    if elsewhere:
        kind = "a county" if elsewhere.level == "county" else "a city"
        want = "a city" if kind == "a county" else "a county"
        wrong = f"{elsewhere.full} is {kind}, and only {want} can stand beside {want}."
        return PlaceError(Problem(wrong, kind="other-level"))
    ways = list(readings(text))
    if any(way.state == "Puerto Rico" for way in ways):
        return _no_figures("Puerto Rico")
    regions = sorted(
        (place for place in pool if place.name.endswith(" Planning Region")), key=lambda p: p.name
    )
    if regions and any(way.state == "Connecticut" and way.kind == "county" for way in ways):
        what = f"{text} is not in the data files: Connecticut has planning regions since 2022."
        return PlaceError(Problem(what, f"Write one of them: {_hint(regions)}"), regions)
    if slips.has_curly(text):
        hint = f"Curly quotes are read as part of it: type straight ones, {slips.quoted(text)}"
        return PlaceError(Problem(f"{text} is not in the data files.", hint))
    hint = "; ".join(listed(place) for place in _near(text, pool))
    there = _of_code(text)
    if there and not hint:
        kind = "counties" if there.level == "county" else "cities"
        return PlaceError(
            Problem(
                f"{text} is {there.full}, which is not in the data files.",
                f"Give the file of all {kind}: `datawalk fetch-data` downloads it.",
            )
        )
    if text.isdigit() and len(text) == 5 and not hint:
        hint = "A ZIP code is no place here; write the town or the county."
    if text.isdigit() and len(text) not in (5, 7):
        hint = hint or "A county has a code of 5 digits, a city one of 7, both in quotes."
    what = f"{text} is not in the data files." if pool else "The data files hold no places."
    told = Problem(what, f"Spelled alike: {hint}" if hint and ":" in hint else hint)
    return PlaceError(told, town=not text.isdigit())


def _of_code(code: str) -> Place | None:
    """The county or larger city that has a code, whether or not the files hold it."""
    county = dict(boundaries.county_names()).get(code)
    if county:
        return make_place(code, "county", county)
    city = cities.cities().get(code)
    return make_place(code, "place", city.name) if city else None


def _no_figures(land: str) -> PlaceError:
    return PlaceError(Problem(f"The Mobility Metrics hold no figures for {land}."))


def _near(text: str, pool: Sequence[Place]) -> Iterator[Place]:
    """Up to three places with a code or a name like `text`."""
    if text.isdigit():
        padded = text.zfill(5 if len(text) < 5 else 7)
        yield from (place for place in pool if place.geoid == padded)
        return
    way = list(readings(text))[-1]
    by_name: dict[str, Place] = {}
    for place in pool:
        if not way.state or place.state == way.state:
            for name in {names_of(place).whole, *names_of(place).bare}:
                by_name.setdefault(name, place)
    longer = [key for key in by_name if way.whole and key.startswith(way.whole)]
    close = longer + difflib.get_close_matches(way.whole, list(by_name), n=3, cutoff=0.6)
    yield from list(dict.fromkeys(by_name[key] for key in close))[:3]
