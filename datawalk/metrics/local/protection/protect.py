"""Which cells of a walk's tables stay hidden, so that no count of few people can be worked out.

Small counts are hidden first, with all that hangs on them. Then an audit asks what a reader could
still work out, and more is hidden until every hidden count could be any of many numbers.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from datawalk.metrics.local.protection.audit import Ranges, narrow
from datawalk.metrics.local.protection.ledger import Ledger, Place, Relation

MOST_TRIED = 300
"""Hidden counts that hang together; beyond it all totals over them are hidden, which is quick."""

MOST_ASKED = 12
"""Numbers of which each is tried in turn for whether hiding it helps."""


@dataclass(frozen=True)
class Suppression:
    """The places to hide. `small` are those of small counts; the `unsafe` ones can be worked out
    whatever is hidden beside them."""

    places: frozenset[Place]
    small: frozenset[Place]
    unsafe: frozenset[Place]


def hiding(ledger: Ledger) -> Suppression:
    """What to hide of all tables that the ledger holds."""
    search = _Search(ledger)
    unsafe = search.closed()
    small = frozenset(
        place for count in ledger.counts if count.small or count.held for place in count.places
    )
    told = frozenset(place for i in unsafe for place in ledger.counts[i].places)
    return Suppression(frozenset(search.out), small, told)


class _Search:
    """Hides one number after the other until nothing can be worked out."""

    def __init__(self, ledger: Ledger) -> None:
        self.ledger = ledger
        self.counts = ledger.counts
        self.relations = list(ledger.relations)
        self.by_count: dict[int, list[int]] = {}
        for at, relation in enumerate(self.relations):
            for index, _ in relation.terms:
                self.by_count.setdefault(index, []).append(at)
        self.ranges = Ranges(self.counts)
        self.told_at: dict[Place, list[int]] = {}
        """The counts that each place prints."""
        for index, count in enumerate(self.counts):
            for place in count.places:
                self.told_at.setdefault(place, []).append(index)
        self.hanging = _hanging(ledger)
        self.out: set[Place] = set()
        self.rows: Counter[tuple[str, int]] = Counter()
        """How many numbers are hidden in rows of files."""

    def closed(self) -> list[int]:
        """Hide until every hidden count is uncertain. Returns those for which nothing helps."""
        self._hide(p for c in self.counts if c.small or c.held for p in c.places)
        for index, hanging in self.hanging.items():
            if not self._printed(index):
                self._hide(p for places in hanging for p in places)
        self._pair()
        while True:
            weak = self._weak()
            before = len(self.out)
            tried: set[int] = set()
            for index in sorted(weak, key=lambda i: not self.counts[i].places):
                # What is hidden for one may help those that hang on it.
                relation, places = self._partner(index)
                about = {index, *(i for i, _ in relation.terms)} if relation else set()
                if tried.isdisjoint(about):
                    tried |= about
                    self._hide(places)
            if len(self.out) == before:
                return weak

    def _pair(self) -> None:
        """Hide a second number in every sum that hides just one: that needs no solver."""
        waiting = list(range(len(self.relations)))
        while waiting:
            alone = []
            for at in waiting:
                relation = self.relations[at]
                unknown = [i for i, _ in relation.terms if not self._printed(i)]
                if relation.low != relation.high or len(unknown) != 1 or not self._known(relation):
                    continue
                if self._protected(unknown[0]) and (options := list(self._options(relation))):
                    best = min(options, key=lambda places: self._cost(places, relation))
                    self._hide(best)
                    alone.append(at)
            waiting = list(range(len(self.relations))) if alone else []

    def _protected(self, index: int) -> bool:
        """Whether a count that is not printed must stay uncertain."""
        count = self.counts[index]
        return not count.free and (bool(count.places) or count.small)

    def _hide(self, places: Iterable[Place]) -> list[Place]:
        """Hide numbers, and whatever hangs on what is then no longer printed. Returns all that
        were not hidden before."""
        new: list[Place] = []
        waiting = list(places)
        while waiting:
            place = waiting.pop()
            if place in self.out:
                continue
            self.out.add(place)
            self.rows[place[:2]] += 1
            new.append(place)
            for index in self.told_at.get(place, ()):
                if not self._printed(index):
                    for more in self.hanging.get(index, ()):
                        waiting += more
        return new

    def _show(self, places: Iterable[Place]) -> None:
        """Print again what was hidden for a try."""
        for place in places:
            self.out.remove(place)
            self.rows[place[:2]] -= 1

    def _printed(self, index: int) -> bool:
        return not self.out.issuperset(self.counts[index].places)

    def _known(self, relation: Relation) -> bool:
        return self.out.isdisjoint(relation.tellers)

    def _weak(self) -> list[int]:
        """Hidden counts that a reader could work out, or nearly."""
        wanted = [i for i in range(len(self.counts)) if not self._printed(i) and self._protected(i)]
        protected = set(wanted)
        weak: list[int] = []
        seen: set[int] = set()
        for start in wanted:
            if start in seen:
                continue
            hidden, inside = self._together(start)
            seen |= hidden
            if len(hidden) > MOST_TRIED:
                self._hide_totals(hidden)
                continue
            order = sorted(hidden)
            some = [i for i in order if i in protected]
            known = [self.relations[at] for at in sorted(inside)]
            weak += narrow(some, order, known, self.ranges)
        return weak

    def _together(self, start: int) -> tuple[set[int], set[int]]:
        """The hidden counts that hang together with one, and the relations between them."""
        hidden, inside, waiting = {start}, set(), [start]
        while waiting:
            for at in self.by_count.get(waiting.pop(), ()):
                if at in inside or not self._known(self.relations[at]):
                    continue
                inside.add(at)
                for index, _ in self.relations[at].terms:
                    if index not in hidden and not self._printed(index):
                        hidden.add(index)
                        waiting.append(index)
        return hidden, inside

    def _partner(self, index: int) -> tuple[Relation | None, frozenset[Place]]:
        """What to hide next for a count, and the relation that this loosens; nothing if all is
        hidden. It is what matters least of that which helps, else of what is near."""
        whole = frozenset(p for i in self.ledger.wholes for p in self.counts[i].places)
        options = self._near(index)
        near = [one for one in options if whole.isdisjoint(one[1])] or options
        # Where all of them together do not help, none does alone.
        if len(near) > 2 and not self._helps(index, frozenset().union(*(p for _, p in near))):
            return near[0]
        for relation, places in near:
            if self._helps(index, places):
                return relation, places
        return near[0] if near else (None, frozenset())

    def _near(self, index: int) -> list[tuple[Relation, frozenset[Place]]]:
        """Numbers that could be hidden for a count: what matters least first."""
        found: dict[frozenset[Place], tuple[tuple[Any, ...], Relation]] = {}
        seen, ring, far = {index}, [index], 0
        while ring and len(found) < MOST_ASKED:
            inside = dict.fromkeys(
                at for i in ring for at in self.by_count.get(i, ()) if self._known_at(at)
            )
            for at in inside:
                relation = self.relations[at]
                for places in self._options(relation):
                    cost = (*self._cost(places, relation), far, self._loose(relation))
                    if places not in found or cost < found[places][0]:
                        found[places] = (cost, relation)
            around = (j for at in inside for j, _ in self.relations[at].terms)
            ring = [j for j in dict.fromkeys(around) if j not in seen and not self._printed(j)]
            seen.update(ring)
            far += 1
        order = sorted(found.items(), key=lambda one: one[1][0])
        return [(relation, places) for places, (_, relation) in order[:MOST_ASKED]]

    def _known_at(self, at: int) -> bool:
        return self._known(self.relations[at])

    def _helps(self, index: int, places: frozenset[Place]) -> bool:
        """Whether a count would be uncertain enough if some numbers were hidden."""
        new = self._hide(places)
        hidden, inside = self._together(index)
        known = [self.relations[at] for at in sorted(inside)]
        helped = len(hidden) <= MOST_TRIED and not narrow(
            [index], sorted(hidden), known, Ranges(self.counts)
        )
        self._show(new)
        return helped

    def _options(self, relation: Relation) -> Iterator[frozenset[Place]]:
        """What of a relation could be hidden: what tells it, or one of its printed counts."""
        if relation.tellers:
            yield relation.tellers
        for index, _ in relation.terms:
            if self._printed(index) and self.counts[index].places:
                yield self.counts[index].places

    def _loose(self, relation: Relation) -> int:
        """How many of its counts nobody knows: what binds tightest is loosened first."""
        return sum(not self._printed(i) for i, _ in relation.terms)

    def _cost(
        self, places: frozenset[Place], relation: Relation
    ) -> tuple[bool, bool, bool, bool, float]:
        """Shares before counts, totals last; rather in rows that hide something; then small."""
        of = next((i for i, _ in relation.terms if self.counts[i].places == places), None)
        if of is None:
            return False, False, False, False, 0.0
        total = any(i == of and weight > 0 for i, weight in relation.terms)
        alone = not any(self.rows[place[:2]] for place in places)
        value = self.counts[of].value
        return True, total, alone, value == 0, value

    def _hide_totals(self, hidden: set[int]) -> None:
        """Hide every total over hidden counts, and the totals over these: then any could be
        higher."""
        waiting, seen = list(hidden), set(hidden)
        places: set[Place] = set()
        while waiting:
            for at in self.by_count.get(waiting.pop(), ()):
                places |= self.relations[at].tellers
                for whole, weight in self.relations[at].terms:
                    if weight > 0 and whole not in seen and self._printed(whole):
                        seen.add(whole)
                        places |= self.counts[whole].places
                        waiting.append(whole)
        self._hide(places)


def _hanging(ledger: Ledger) -> dict[int, list[Iterable[Place]]]:
    """The places that are hidden when a count is no longer printed."""
    found: dict[int, list[Iterable[Place]]] = {}
    for place, ids in ledger.bound:
        for index in ids:
            found.setdefault(index, []).append((place,))
    for ids, places in ledger.unknown:
        for index in ids:
            found.setdefault(index, []).append(places)
    return found
