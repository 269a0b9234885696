"""`kind: ecosystem`: the organizations of a place, and who works with whom."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from pydantic import Field

from datawalk.blocks.base import Block
from datawalk.blocks.context import Context, sourced
from datawalk.blocks.supplements import Supplement
from datawalk.exhibits import Chart, Exhibit, Link, Point, Series
from datawalk.fields import Setting, Title
from datawalk.metrics.model import NumberFormat
from datawalk.problems import Problem, Problems, nearest
from datawalk.words import say


class Organization(Setting):
    """Someone who acts in the place."""

    name: Title = Field(description="What it is called.")
    sort: Title = Field(description="What it is, such as nonprofit, school or city office.")


class Tie(Setting):
    """What one organization does for another, or with it."""

    who: Title = Field(description="The name of the one that gives.")
    whom: Title = Field(description="The name of the one that gets.")
    what: Title = Field(description="What they share or do, in a few words.")


class EcosystemBlock(Block):
    """Who works with whom: organizations, and what each gives to and gets from others."""

    kind: Literal["ecosystem"]
    supplement: Supplement | None = "ecosystem"
    organizations: tuple[Organization, ...] = Field(min_length=2, max_length=14)
    ties: tuple[Tie, ...] = Field(min_length=1, max_length=60)
    center: Title | None = Field(None, description="The organization to put first, in color.")
    source: Title = Field(description="Who made the list, and when.")

    def exhibits(self, context: Context) -> tuple[Exhibit, ...]:
        wrong = [*self._twice(), *self._strangers()]
        if wrong:
            raise Problems(wrong)
        told = [(t.who, t.whom, context.fill(t.what).text) for t in self.ties]
        # Those of one sort stand together, in the order in which the sorts were first written.
        sorts = list(dict.fromkeys(o.sort for o in self.organizations))
        ordered = sorted(
            self.organizations, key=lambda o: (o.name != self.center, sorts.index(o.sort))
        )
        names = [o.name for o in ordered]
        pairs = list(dict.fromkeys((who, whom) for who, whom, _ in told))
        return (
            Chart(
                heading=context.fill(self.heading or say("Who works with whom")).text,
                form="network",
                series=(Series("", tuple(self._point(context, o) for o in ordered)),),
                format=NumberFormat(),
                links=tuple(
                    Link(names.index(who), names.index(whom), number, _shared(who, whom, told))
                    for number, (who, whom) in enumerate(pairs, start=1)
                ),
                alt=self._alt(told),
                note=sourced(context.fill(self.source).text),
            ),
        )

    def _point(self, context: Context, organization: Organization) -> Point:
        ours = organization.name == self.center
        sort = context.fill(organization.sort).text
        return Point(context.fill(organization.name).text, None, sort, highlight=ours)

    def _alt(self, told: list[tuple[str, str, str]]) -> str:
        """The picture in words: every tie, and who has none."""
        tied = {name for who, whom, _ in told for name in (who, whom)}
        alone = [o.name for o in self.organizations if o.name not in tied]
        ties = "; ".join(
            say("{who} gives {what} to {whom}", who=who, what=what, whom=whom)
            for who, whom, what in told
        )
        rest = " " + say("No tie is known for {names}.", names=", ".join(alone)) if alone else ""
        count = len(self.organizations)
        return say("A network of {count} organizations. {ties}.", count=count, ties=ties) + rest

    def _twice(self) -> Iterator[Problem]:
        names = [organization.name for organization in self.organizations]
        for name in dict.fromkeys(name for name in names if names.count(name) > 1):
            yield Problem(f'"{name}" is listed twice.', "Leave one of them out.")

    def _strangers(self) -> Iterator[Problem]:
        known = [organization.name for organization in self.organizations]
        used = [name for tie in self.ties for name in (tie.who, tie.whom)]
        for name in dict.fromkeys([*used, *([self.center] if self.center else [])]):
            if name not in known:
                yield Problem(
                    f'"{name}" is not one of the organizations.',
                    nearest(name, known) or "Add it to organizations:.",
                )
        for tie in self.ties:
            if tie.who == tie.whom:
                yield Problem(f'"{tie.who}" has a tie to itself.', "Name two organizations.")


def _shared(who: str, whom: str, told: list[tuple[str, str, str]]) -> str:
    """All that one gives to the other."""
    return ", ".join(what for *both, what in told if both == [who, whom])
