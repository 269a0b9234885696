"""Every figure that a walk can ask for, or the reason why there is none."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property, partial
from itertools import chain
from pathlib import Path

from datawalk.metrics.files import age, cases, editions, lookup, people
from datawalk.metrics.files.columns import rank
from datawalk.metrics.files.encoded import Holdings
from datawalk.metrics.files.figures import Bare, MetricsFile
from datawalk.metrics.files.files import read_metrics
from datawalk.metrics.files.readings import reading
from datawalk.metrics.knowledge import bases, doubts, families, gaps, zeros
from datawalk.metrics.knowledge.catalog import catalog
from datawalk.metrics.knowledge.groups import sort_key
from datawalk.metrics.knowledge.published import Published, holding, not_whole
from datawalk.metrics.model import ALL, Gap, Level, Observation, Place
from datawalk.metrics.places import finding, middles, places
from datawalk.metrics.places.places import Scope
from datawalk.metrics.second_look import NO_YEAR, SecondLook
from datawalk.problems import Problem

NO_GROUP = Gap("group")
"""Why a group has no figure beside others of its kind."""


def read_store(
    paths: Iterable[Path], metrics: Collection[str], least: int = cases.USUAL_LEAST
) -> MetricStore:
    """Read the files for `metrics`. Where two hold the same figure, the later file counts.

    A figure that could stand for 1 to `least` - 1 cases is missing, for that reason. Raises
    Problems: those of all files at once, and for a metric that the catalog lacks.
    """
    asked = sorted({*metrics, *chain.from_iterable(map(families.paired, metrics))})
    named = tuple(paths)
    held = reading(named, asked, least, partial(_read, named, asked, least))
    told = tuple(filter(None, map(not_whole, named)))
    return MetricStore(held.files, held.people, told, frozenset(asked), least)


def _read(paths: Sequence[Path], asked: Sequence[str], least: int) -> Holdings:
    files = read_metrics(paths, catalog(), [*asked, *sorted(bases.needed(asked))])
    counted = any(rule.people for metric in asked for rule in doubts.rules(metric))
    inhabitants = people.yearly(files, bases.PEOPLE) if counted else {}
    return Holdings(cases.judged(files, asked, least), inhabitants)


@dataclass(frozen=True, eq=False)
class MetricStore(Bare):
    """Looks figures up. No series, group or row of places mixes two editions.

    It knows no language, no place that a walk is about and no walk: one store serves all of them,
    and can be pickled. Why a figure is missing or doubtful is told in codes, which `reasons` and
    `doubts` say in words.

    `people` counts those of each place, so far as a doubt about a figure depends on it. `cut` tells
    of files that are not whole. It was read for the metrics `asked`, and holds no figure that could
    stand for 1 to `least` - 1 cases.
    """

    files: tuple[MetricsFile, ...] = field(repr=False)
    people: people.Yearly = field(default_factory=dict, repr=False)
    cut: tuple[Problem, ...] = ()
    asked: frozenset[str] = field(default=frozenset(), repr=False)
    least: int = cases.USUAL_LEAST

    def serves(self, metrics: Collection[str], least: int) -> bool:
        """Whether what is asked of these metrics is answered as by a store that is read for them,
        with that smallest count."""
        return self.asked.issuperset(metrics) and self.least == least

    @cached_property
    def warnings(self) -> tuple[Problem, ...]:
        told = (warning for file in self.files for warning in file.warnings)
        return (*self.cut, *told, *editions.older_last(self.files))

    @cached_property
    def places(self) -> tuple[Place, ...]:
        """All counties and cities of the files, by code, as the last file names them."""
        return tuple(self._by_key[key] for key in sorted(self._by_key))

    @cached_property
    def _by_key(self) -> Mapping[str, Place]:
        return {key: place for file in self.files for key, place in file.places.items()}

    @cached_property
    def _second_look(self) -> SecondLook:
        return SecondLook(self.files, self.people, self._by_key)

    @cached_property
    def newest_year(self) -> int | None:
        """The newest year of any figure."""
        held = [f.table for file in self.files for f in file.figures.values()]
        years = (int(table["year"].max()) for table in held if len(table))
        return max(years, default=NO_YEAR) or None

    def find_place(self, text: str, level: Level | None = None) -> Place:
        """The place of the files that `text` means. Raises Problems: none, or several."""
        return finding.find(text, self.places, level)

    def observe(self, metric: str, place: Place, year: int | None = None) -> Observation:
        """The figure of that year, or the newest one; else an observation with the reason."""
        if place.level == "benchmark":
            return self.median(metric, places.scope_of(place), place, year)
        asked = metric, place, year
        if asked not in self._observed:
            self._observed[asked] = self._observe(metric, place, year)
        return self._observed[asked]

    @cached_property
    def _observed(self) -> dict[tuple[str, Place, int | None], Observation]:
        """What was asked for before: sheets, slides and lists ask for the same."""
        return {}

    def _observe(self, metric: str, place: Place, year: int | None) -> Observation:
        rows = self._overall(metric, place)
        chosen = max(rows, default=None) if year is None else year
        if year is None and chosen:
            gone = zeros.none_since(self.files, metric, place, chosen)
            if gone:
                return gone
        return self._second_look.overall(self._known_or_why(metric, place, chosen, rows), rows)

    def unread(self, metric: str, place: Place, kind: str = "all") -> Published | None:
        """The published file that may hold a figure (of everyone, or by groups) which is missing
        here, if that file was not read."""
        absent = gaps.unread(self.files, metric, place, kind)
        return holding(place.level, kind) if absent else None

    def unread_others(self, place: Place) -> Published | None:
        """The published file of all places of that level, if no such file was read."""
        whole = any(f.whole and f.level == place.level and "all" in f.kinds for f in self.files)
        return None if whole else holding(place.level)

    def series(self, metric: str, place: Place) -> tuple[Observation, ...]:
        """One observation for each year in which the metric has a value at that level."""
        if place.level == "benchmark":
            medians = self._medians(metric, places.scope_of(place), place)
            return tuple(medians[year] for year in sorted(medians))
        rows = self._overall(metric, place)
        origin = next(iter(rows.values())).origin if rows else None
        files = [f for f in self.files if origin is None or f.joins(origin.file, origin.edition)]
        years = {y for f in files for y in lookup.years(f, metric, place.level)}
        found = (self._known_or_why(metric, place, year, rows) for year in sorted(years))
        return tuple(self._second_look.overall(observation, rows) for observation in found)

    def groups(
        self, metric: str, place: Place, kind: str, year: int | None = None
    ) -> tuple[Observation, ...]:
        """All groups of a kind in one year, the newest with any value unless one is asked for.

        Ordered for print; a group without a value says why. Empty where the files have no
        groups of that kind for the place. All are of one file.
        """
        file = self._group_file(metric, place, kind)
        if file is None:
            return ()
        all_rows = [o for o in lookup.rows(file, metric, place) if o.group_kind == kind]
        rows = [o for o in all_rows if o.group != ALL]
        shown = max(o.year or 0 for o in rows) if year is None else year
        known = {o.group: o for o in rows if o.year == shown}
        labels = {g for of, g in file.figures[metric].labels if of == kind and g != ALL}
        hidden = file.figures[metric].hidden

        def why(label: str) -> Gap:
            row = (lookup.key_of(place), shown, kind, label)
            return gaps.HIDDEN if row in hidden else NO_GROUP

        whole = next((o for o in all_rows if o.year == shown and o.group == ALL), None)
        found = (
            known.get(label) or Observation(metric, place, shown, kind, label, missing=why(label))
            for label in sorted(labels, key=sort_key)
        )
        overall = self.observe(metric, place, shown)
        wider = tuple(d for d in overall.doubts if doubts.wider(overall, d))
        return tuple(self._second_look.at_group(observation, whole, wider) for observation in found)

    def group_years(self, metric: str, place: Place, kind: str) -> tuple[int, ...]:
        """The years in which any group of a kind has a figure for the place, in order."""
        file = self._group_file(metric, place, kind)
        rows = lookup.rows(file, metric, place) if file else []
        groups = [o for o in rows if o.group_kind == kind and o.group != ALL]
        years = {o.year for o in groups if o.known and o.year}
        return tuple(sorted(years))

    def everyone(
        self, metric: str, place: Place, kind: str, year: int | None = None
    ) -> Observation:
        """The All row of the file that the groups come from; the overall figure can differ."""
        file = self._group_file(metric, place, kind)
        rows = lookup.rows(file, metric, place) if file else []
        every = {o.year: o for o in rows if o.group_kind == kind and o.group == ALL}
        groups = self.groups(metric, place, kind, year)
        shown = groups[0].year if groups else year
        missing = Observation(metric, place, shown, kind, missing=Gap("everyone"))
        return every.get(shown, missing)

    def across(
        self, metric: str, level: Level, year: int | None, state: str | None = None
    ) -> tuple[Observation, ...]:
        """All places of a level (in a state) that there were in that year, by code.

        Without a year those of a file that names none.
        """
        year = year or NO_YEAR
        known: dict[str, Observation] = {}
        code = places.state_code(state) if state else ""
        for file in lookup.of_last_edition(
            self.files, lambda f: year in lookup.years(f, metric, level)
        ):
            table = file.figures[metric].overall(level, code)
            rows = table[table["year"] == year]
            found = lookup.observations(file, metric, rows, self._by_key.__getitem__)
            known |= {lookup.key_of(o.place): self._second_look.by_itself(o) for o in found}
        around = [p for p in self.places if p.level == level and state in (None, p.state)]
        return tuple(
            known.get(lookup.key_of(place)) or self._missing(metric, place, year, ())
            for place in around
            if gaps.existed(self.files, place, year)
        )

    def median(
        self, metric: str, scope: Scope, place: Place, year: int | None = None
    ) -> Observation:
        """The middle of all counties, or cities, of the country or of the state of `place`.

        Taken from a file that states it, else the median (of a pair: of each side) over the
        places with a value in a published whole file, plain or weighted by people; its origin
        then tells how many they are. `place` may itself be a benchmark.
        """
        medians = self._medians(metric, scope, place)
        chosen = max(medians, default=None) if year is None else year
        if chosen is not None and chosen in medians:
            return medians[chosen]
        level, middle = places.level_of(place), places.benchmark(scope, place)
        reason = gaps.no_median(self.files, metric, level, year)
        return Observation(metric, middle, chosen, missing=reason)

    def _medians(self, metric: str, scope: Scope, place: Place) -> Mapping[int, Observation]:
        """The middle of each year, from the last file that states it or can tell it."""
        level, middle = places.level_of(place), places.benchmark(scope, place)
        code = "" if scope.startswith("us") else places.state_code(places.state_of(place))
        for file in reversed(self.files):
            stated = {o.year or NO_YEAR: o for o in lookup.rows(file, metric, middle)}
            if stated:
                return stated
            computed = middles.medians(file, metric, middle, level, code) if file.whole else {}
            if computed:
                return computed
        return {}

    def _overall(self, metric: str, place: Place) -> Mapping[int, Observation]:
        """The overall figures of a place by year, of the last edition that has any."""
        found = {
            id(file): [o for o in lookup.rows(file, metric, place) if o.group_kind == "all"]
            for file in self.files
        }
        files = lookup.of_last_edition(self.files, lambda file: bool(found[id(file)]))
        return {o.year or NO_YEAR: o for file in files for o in found[id(file)]}

    def dated(self, observation: Observation) -> bool:
        """Whether a figure is to say its year, for it is an old one."""
        return age.is_old(self.files, observation)

    def _group_file(self, metric: str, place: Place, kind: str) -> MetricsFile | None:
        since = catalog().get(metric).groups_since
        held = [
            file
            for file in self.files
            if (not since or rank(file.edition) >= rank(since))
            and lookup.group_rows(file, metric, place, kind)
        ]
        return held[-1] if held else None

    def _known_or_why(
        self, metric: str, place: Place, year: int | None, rows: Mapping[int, Observation]
    ) -> Observation:
        known = rows.get(year) if year is not None else None
        return known or self._missing(metric, place, year, rows)

    def _missing(
        self, metric: str, place: Place, year: int | None, years: Collection[int]
    ) -> Observation:
        reason = gaps.why(self.files, metric, place, year, years)
        return Observation(metric, place, year, missing=reason)
