"""What a block may ask of the walk: places, figures fit for print, files, words filled in."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from datawalk.blocks.filled import Filled
from datawalk.blocks.fitness import UNCHECKED, UNSURE, doubtful, missing
from datawalk.metrics.files.cases import too_few
from datawalk.metrics.knowledge import definitions, groups, zeros
from datawalk.metrics.knowledge.catalog import Catalog, Metric
from datawalk.metrics.knowledge.published import Published
from datawalk.metrics.local.own import OwnTable
from datawalk.metrics.model import Observation, Place, Printed, Quality
from datawalk.metrics.places import boundaries
from datawalk.metrics.places.places import scope_of
from datawalk.metrics.store import MetricStore
from datawalk.metrics.words import reasons, wording
from datawalk.metrics.words.credits import mark
from datawalk.problems import Problem, nearest, refuse
from datawalk.words import say, spoken, with_state

BRACES = re.compile(r"\{\{|\}\}|\{([^{}]*)\}")


class UnreadError(Exception):
    """A block has nothing to show, because the file with its figures was not given."""


@dataclass(frozen=True)
class Context:
    """The walk around a block: its place, those it compares with, data, and where files are.

    `accept` names the doubts that a person has answered; with `unasked` nobody is there to answer,
    and what is weak or in doubt is missing without a problem. `locate` turns a file name of the
    walk into a path, or raises Problems. `tell` takes what the author should know: warnings, and
    problems that more of a kind may follow. `told` takes every figure that is written into a
    text, so that none is printed untraced. `own` reads a table of the community's own, with its
    description and its small counts hidden. `unread` takes the published file of a figure that is
    missing because no such file was given.
    """

    place: Place
    compare: tuple[Place, ...]
    store: MetricStore
    catalog: Catalog
    allow_weak: bool
    accept: frozenset[str]
    unasked: bool
    locate: Callable[[str], Path]
    tell: Callable[[Problem], None]
    told: Callable[[Printed], None]
    own: Callable[[Path], OwnTable]
    unread: Callable[[Published], None]

    def own_table(self, file: str) -> OwnTable:
        """A table of the community's own, by its file name. Raises Problems."""
        table = self.own(self.locate(file))
        if table.unsafe:
            raise refuse(
                f"{table.name} cannot be shown: a count under {table.least} could be worked out, "
                "whatever is hidden beside it.",
                "Leave out columns or rows that tell the same people twice, or join small groups.",
                kind="private",
            )
        for warning in table.warnings:
            self.tell(warning)
        return table

    def credit(self, table: OwnTable, written: str | None) -> str:
        """The source line of a block that shows a table of the community's own."""
        if written:
            return sourced(self.fill(written).text)
        if not table.credit:
            self.tell(
                Problem(
                    f"Nobody can tell who counted {table.name}.",
                    "Describe it under local_data: (file, name, who and when), or write source:.",
                    severity="warning",
                    kind="no-source",
                )
            )
        return sourced(table.credit) if table.credit else ""

    def metric(self, name: str) -> Metric:
        return self.catalog.get(name)

    def counted(self, observation: Observation) -> Metric:
        """The metric of a figure, in the words of the edition that the figure is from."""
        metric = self.metric(observation.metric)
        return definitions.counted(metric, observation, self.catalog.language)

    def in_its_year(self, text: str, figures: Iterable[Observation]) -> str:
        """A title, with the year where one of its figures is old and the title does not say it."""
        old = next((one for one in figures if self.store.dated(one)), None)
        return f"{text}, {old.year}" if text and old and f"{old.year}" not in text else text

    def group(self, label: str, metric: str = "") -> str:
        """A group of the figures, as it is printed beside those of one metric or of several."""
        return groups.called(label, spoken(), metric)

    def single(self, name: str, form: str, instead: str) -> Metric:
        """A metric of one number. Raises Problems for one that compares two shares."""
        metric = self.metric(name)
        if metric.kind == "pair":
            raise refuse(f"{name} compares two shares, which {form} cannot show.", instead)
        return metric

    def observe(self, name: str, place: Place, year: int | None = None) -> Observation:
        """A figure fit to print; a weak one is missing unless the walk allows it."""
        metric = self.metric(name)
        if place.level == "benchmark":
            return self.store.median(metric.name, scope_of(place), self.place, year)
        return self.fit(self.store.observe(metric.name, place, year))

    def fit(self, observation: Observation) -> Observation:
        """The observation, or the same without its value where it is not fit for print.

        That is a weak figure, unless the walk allows it, and one with a doubt that nobody has
        answered. A doubt about our own place is a problem, since it would be our claim.
        """
        if observation.quality is Quality.WEAK and not self.allow_weak:
            return missing(observation, UNSURE)
        return self._answered(observation)

    def _answered(self, observation: Observation) -> Observation:
        ours = observation.place == self.place
        open_ = [
            doubt
            for doubt in observation.doubts
            if doubt.name not in self.accept and (ours or doubt.name != "twins")
        ]
        for doubt in open_ if ours and not self.unasked else ():
            self.tell(doubtful(observation, doubt, self.metric(observation.metric)))
        return missing(observation, UNCHECKED) if open_ else observation

    def ours(self, name: str, year: int | None = None, *, stop: bool = True) -> Observation:
        """Our own figure. Raises Problems if it is weak, or missing in a year asked for.

        One that stands for too few cases is missing without a problem: the sheet says so.
        Without `stop` a weak figure is one that is missing: a row of a table can say so.
        """
        metric = self.metric(name)
        found = self.store.observe(metric.name, self.place, year)
        if found.quality is Quality.WEAK and not self.allow_weak:
            if self.unasked or not stop:
                return missing(found, UNSURE)
            raise refuse(
                f"{self.place.name}'s figure for {name} ({found.year}) is graded Weak: the Urban "
                "Institute says that a community should not act on it.",
                "Choose another metric, leave this block out, or write allow_weak: true at the "
                "top of the walk to print it with its mark.",
                kind="weak",
            )
        if found.known:
            return self._answered(found)
        if year is not None and not too_few(found):
            newest = self.store.observe(metric.name, self.place)
            hint = f"Try year: {newest.year}, the newest, or leave year out."
            hint = hint if newest.year and newest.known else ""
            raise refuse(
                f"{self.place.name} has no value for {name} in {year}: "
                f"{reasons.noted(found.missing)}.",
                hint,
                kind="no-year",
            )
        return found

    def printed(self, observation: Observation) -> Printed:
        """The figure as it is printed everywhere, with the mark of its quality."""
        written = wording.printed(observation, self.metric(observation.metric))
        if observation.known:
            return Printed(written.text + mark(observation), observation)
        if zeros.is_none(observation):
            return Printed(say("none"), observation)
        if zeros.says_all(observation):
            return Printed(say("none since {year}", year=observation.year), observation)
        if observation.missing == UNSURE:
            return Printed(say("too unsure"), observation)
        if observation.missing == UNCHECKED:
            return Printed(say("not checked"), observation)
        return Printed(say("too few"), observation) if too_few(observation) else written

    def lacks(self, name: str, kind: str = "all") -> bool:
        """Whether our figure, or those by a kind of groups, are missing for want of their file.

        The author is told of the file, once for the walk.
        """
        file = self.store.unread(name, self.place, kind)
        if file:
            self.unread(file)
        return file is not None

    def gap(self, observation: Observation, what: str = "figure", kind: str = "") -> None:
        """Tell the author that a figure (or figures by race …) of our own place is not there.

        Raises UnreadError where a file would have it that was not given.
        """
        if self.lacks(observation.metric, kind or observation.group_kind):
            raise UnreadError
        self._tell_gap(observation, what)

    def _tell_gap(self, observation: Observation, what: str) -> None:
        self.tell(
            Problem(
                f"{observation.place.name} has no {what} for {observation.metric}: "
                f"{reasons.noted(observation.missing)}. The sheet says so.",
                severity="warning",
                kind="no-number",
            )
        )

    def benchmark(self) -> Place | None:
        """The first middle (median) that the walk compares with."""
        return next((place for place in self.compare if place.level == "benchmark"), None)

    def beside(self) -> Place | None:
        """What words compare with: the first middle, else the first other place."""
        return self.benchmark() or next(iter(self.compare), None)

    def peers(self) -> tuple[Place, ...]:
        """The real places that the walk compares with."""
        return tuple(place for place in self.compare if place.level != "benchmark")

    def neighbours(self) -> tuple[Place, ...]:
        """The counties that border on ours and are in the data; () for an island.

        Raises Problems for a city.
        """
        if self.place.level != "county":
            raise refuse(
                f"Neighbors are known for counties only, and {self.place.name} is a city.",
                "Use show: places, with other cities under compare:.",
            )
        codes = boundaries.neighbours(self.place.geoid)
        return tuple(p for p in self.store.places if p.level == "county" and p.geoid in codes)

    def fill(self, text: str, year: int | None = None) -> Filled:
        """Write places, years and figures into a text. `year` is that of the block's metric."""
        figures: list[Printed] = []

        def value(match: re.Match[str]) -> str:
            if match.group(0) in ("{{", "}}"):
                return match.group(0)[0]
            return self._named(match.group(1).strip(), year, figures, text)

        return Filled(BRACES.sub(value, text), tuple(figures))

    def _year(self, year: int | None) -> str:
        """The year of the block's figure, else the newest of all figures read."""
        newest = year or self.store.newest_year
        if newest is None:
            raise refuse(
                "{year} stands here, and the walk shows no figure that it could be the year of.",
                "Write the year itself.",
                kind="no-year",
            )
        return str(newest)

    def _named(self, name: str, year: int | None, figures: list[Printed], text: str) -> str:
        match name:
            case "place":
                return self.place.name
            case "state":
                return with_state(self.place.state)
            case "year":
                return self._year(year)
        if name not in self.catalog.metrics:
            known = [*self.catalog.metrics, "place", "state", "year"]
            raise refuse(
                f"{{{name}}} is not something a text can name.",
                nearest(name, known) or "Write {{ and }} for braces that should stay.",
                kind="braces",
            )
        figure = self.printed(self.ours(name))
        figures.append(figure)
        self.told(figure)
        if not figure.observation.known and not self.lacks(name):
            self._tell_gap(figure.observation, "figure")
        when = f"{figure.observation.year}"
        if self.store.dated(figure.observation) and when not in text:
            return f"{figure.text} ({when})"
        return figure.text


def sourced(who: str) -> str:
    """The line that names a source which the author wrote."""
    return say("Source: {source}", source=who)
