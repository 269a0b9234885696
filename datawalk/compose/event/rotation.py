"""Who is at which station in which round: groups that stay together, or new people every time."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from random import Random

from datawalk.compose.event.fields import FiniteGroup

LEAST, MOST = 3, 8
"""People in a group: with fewer nobody disagrees, with more somebody stays silent."""
SEED = 20
TRIES, STEPS = 6, 60

Route = tuple[int, ...]
"""The numbers of stations, round by round."""


@dataclass(frozen=True, slots=True)
class Rotation:
    """Routes through all stations, of groups, or `mixed` of single people.

    `sizes` are how many go each route, `rings` which set of posters it goes along, from 1.
    Stations are numbered from 1.
    """

    stations: int
    mixed: bool
    routes: tuple[Route, ...]
    sizes: tuple[int, ...]
    rings: tuple[int, ...]

    @property
    def people(self) -> int:
        return sum(self.sizes)

    @property
    def sets(self) -> int:
        """How many sets of posters are needed."""
        return max(self.rings)

    def route_of(self, person: int) -> int:
        """The route of a person in the order of arrival: neighbors go different ways."""
        if self.mixed:
            return person
        return [g for r in range(max(self.sizes)) for g, n in enumerate(self.sizes) if r < n][
            person
        ]

    def at(self, ring: int, station: int, turn: int) -> tuple[int, ...]:
        """The routes that are at a station in a round, counted from 0."""
        ways = enumerate(zip(self.routes, self.rings, strict=True))
        return tuple(i for i, (way, own) in ways if own == ring and way[turn] == station)

    @property
    def largest(self) -> int:
        """The most people that stand at one poster."""
        spots = Counter[tuple[int, int, int]]()
        for way, size, ring in zip(self.routes, self.sizes, self.rings, strict=True):
            for turn, station in enumerate(way):
                spots[ring, turn, station] += size
        return max(spots.values())


@dataclass(frozen=True, slots=True)
class Meetings:
    """Pairs of people by how often they are at a station together.

    `others` are how many somebody meets at least, and at most.
    """

    once: int
    twice: int
    oftener: int
    others: tuple[int, int]


def fixed(people: int, stations: int, groups: int, sets: int = 1) -> Rotation:
    """Groups that stay as they are and always go to the next number."""
    sizes = tuple(people // groups + (g < people % groups) for g in range(groups))
    each = [groups // sets + (ring < groups % sets) for ring in range(sets)]
    starts = [(ring + 1, start) for ring, count in enumerate(each) for start in range(count)]
    routes = tuple(
        tuple((start + turn) % stations + 1 for turn in range(stations)) for _, start in starts
    )
    return Rotation(stations, False, routes, sizes, tuple(ring for ring, _ in starts))


def mixed(people: int, stations: int, sets: int = 1) -> Rotation:
    """New people at every station as far as that can be; some seats stay empty."""
    shares = [people // sets + (ring < people % sets) for ring in range(sets)]
    routes: list[Route] = []
    rings: list[int] = []
    for ring, share in enumerate(shares, start=1):
        routes += _mixed(share, stations)
        rings += [ring] * share
    return Rotation(stations, True, tuple(routes), (1,) * people, tuple(rings))


def _mixed(people: int, stations: int) -> Iterator[Route]:
    """Classes of people who never meet: each starts at another station, and all go the same way.

    Two of different classes meet when their ways differ by what their starts do: once, if the
    ways differ by something else every time.
    """
    group = FiniteGroup.of(stations)
    ways = _ways(group, -(-people // stations))
    for person in range(people):
        way = ways[person // stations]
        yield tuple(group.add(person % stations, step) + 1 for step in way)


def _ways(group: FiniteGroup, count: int) -> list[tuple[int, ...]]:
    """As many ways round, exact where the order is that of a field, else the best of a search."""
    turns = range(group.order)
    exact = range(1, group.order if group.field else 1)
    ways = [tuple(group.times(b, turn) for turn in turns) for b in exact][:count]
    chance = Random(SEED)
    while len(ways) < count:
        ways.append(_searched(group, ways, chance))
    return ways


def _searched(group: FiniteGroup, ways: Sequence[Route], chance: Random) -> Route:
    """A way on which people of the other ways are met again as rarely as the search can find."""
    best, least = tuple(range(group.order)), -1
    table = [[group.less(a, b) for b in range(group.order)] for a in range(group.order)]
    for _ in range(TRIES if ways else 1):
        way = list(range(group.order))
        chance.shuffle(way)
        cost = _again(way, ways, table)
        for _ in range(STEPS):
            better = _improved(way, ways, table, cost)
            if better >= cost:
                break
            cost = better
        if least < 0 or cost < least:
            best, least = tuple(way), cost
    return best


def _improved(
    way: list[int], ways: Sequence[Route], table: Sequence[Sequence[int]], cost: int
) -> int:
    """Changes the first two turns places that are the better for it; what the way costs then."""
    for i, j in combinations(range(len(way)), 2):
        way[i], way[j] = way[j], way[i]
        found = _again(way, ways, table)
        if found < cost:
            return found
        way[i], way[j] = way[j], way[i]
    return cost


def _again(way: Sequence[int], ways: Sequence[Route], table: Sequence[Sequence[int]]) -> int:
    """How many pairs of meetings on this way are of the same two people: three count as three."""
    found = 0
    for other in ways:
        times = [0] * len(way)
        for a, b in zip(way, other, strict=True):
            apart = table[a][b]
            found += times[apart]
            times[apart] += 1
    return found


def meetings(rotation: Rotation) -> Meetings:
    """Who meets whom, counted from the routes."""
    met = Counter[tuple[int, int]]()
    walkers = [
        (person, way, ring)
        for person, (way, ring) in enumerate(
            (way, ring)
            for way, size, ring in zip(rotation.routes, rotation.sizes, rotation.rings, strict=True)
            for _ in range(size)
        )
    ]
    for turn in range(rotation.stations):
        spots: dict[tuple[int, int], list[int]] = {}
        for person, way, ring in walkers:
            spots.setdefault((ring, way[turn]), []).append(person)
        for spot in spots.values():
            met.update(combinations(spot, 2))
    others = Counter(person for pair in met for person in pair)
    each = [others[person] for person, _, _ in walkers]
    times = Counter(met.values())
    oftener = sum(count for often, count in times.items() if often > 2)
    return Meetings(times[1], times[2], oftener, (min(each), max(each)))
