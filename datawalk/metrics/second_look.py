"""Which figures need a second look: each with its doubts, beside others of its files."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from math import nan

from datawalk.metrics.files import lookup, people
from datawalk.metrics.files.figures import MetricsFile
from datawalk.metrics.knowledge import doubts, families
from datawalk.metrics.model import Doubt, Observation, Place

NO_YEAR = 0
"""The year of figures in files of the first edition, which name none."""


@dataclass(frozen=True, slots=True)
class SecondLook:
    """Raises the doubts of figures of these files; `people` live in each of the `places`."""

    files: tuple[MetricsFile, ...]
    people: people.Yearly
    places: Mapping[str, Place]

    def by_itself(self, observation: Observation) -> Observation:
        """A figure with the doubts that need no other figure."""
        found = self._alone(observation)
        return replace(observation, doubts=found) if found else observation

    def at_group(
        self, observation: Observation, whole: Observation | None, wider: tuple[Doubt, ...]
    ) -> Observation:
        """A group's figure with its doubts; `wider` are those of everyone's figure that make it
        one of a wider area, as that of each group then is."""
        if not observation.known:
            return observation
        found = doubts.alone(observation, nan)
        if whole is not None:
            found += doubts.among_groups(observation, whole)
        return replace(observation, doubts=(*found[:1], *wider)) if found or wider else observation

    def overall(self, observation: Observation, rows: Mapping[int, Observation]) -> Observation:
        """An overall figure with all its doubts; `rows` are those of the place by year."""
        if not observation.known:
            return observation
        found = (
            *self._alone(observation),
            *doubts.over_years(observation, rows),
            *doubts.of_twins(observation, self._twins(observation)),
        )
        return replace(observation, doubts=found) if found else observation

    def _alone(self, observation: Observation) -> tuple[Doubt, ...]:
        known = self.people.get(lookup.key_of(observation.place), {})
        inhabitants = people.in_year(known, observation.year or NO_YEAR)
        return doubts.alone(observation, inhabitants)

    def _twins(self, observation: Observation) -> Sequence[Place]:
        """Other places of the state with exactly the same figure in that year."""
        if not any(rule.rule == "twins" for rule in doubts.rules(observation.metric)):
            return ()
        name = observation.origin.file if observation.origin else ""
        holding = (f for f in self.files if f.name == name and observation.metric in f.figures)
        keys = [key for file in holding for key in _alike(file, observation)]
        return [self.places[key] for key in dict.fromkeys(keys)]


def _alike(file: MetricsFile, observation: Observation) -> list[str]:
    """Pairs are told in a few digits: places are twins if all pairs of the family are alike."""
    keys = lookup.twins(file, observation)
    others = set(families.paired(observation.metric)) & file.figures.keys()
    for metric in others - {observation.metric}:
        found = lookup.rows(file, metric, observation.place)
        same = [o for o in found if o.year == observation.year and o.group_kind == "all"]
        alike = {key for o in same for key in lookup.twins(file, o)}
        keys = [key for key in keys if key in alike] if same else keys
    return keys
