"""`kind: ecosystem`: the organizations of a place, and who works with whom."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from pydantic import Field

from datawalk.blocks.base import Block
from datawalk.blocks.context import Context
from datawalk.blocks.supplements import Supplement
from datawalk.exhibits import Exhibit, Row, Table
from datawalk.fields import Setting, Title
from datawalk.problems import Problem, Problems, nearest

UNLINKED = "no tie known"


class Organization(Setting):
    """Someone who acts in the place."""

    name: Title
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
    organizations: tuple[Organization, ...] = Field(min_length=2, max_length=24)
    ties: tuple[Tie, ...] = Field(min_length=1, max_length=60)
    center: Title | None = Field(None, description="The organization to put first, in color.")
    source: Title = Field(description="Who made the list, and when.")

    def exhibits(self, context: Context) -> tuple[Exhibit, ...]:
        wrong = [*self._twice(), *self._strangers()]
        if wrong:
            raise Problems(wrong)
        # Those of one sort stand together, in the order in which the sorts were first written.
        sorts = list(dict.fromkeys(o.sort for o in self.organizations))
        ordered = sorted(
            self.organizations, key=lambda o: (o.name != self.center, sorts.index(o.sort))
        )
        return (
            Table(
                heading=context.fill(self.heading or "Who works with whom").text,
                stub_head="Organization",
                columns=("What it is", "Gives", "Gets"),
                rows=tuple(self._row(context, organization) for organization in ordered),
                highlight_row=0 if self.center else None,
                note=f"Source: {context.fill(self.source).text}",
            ),
        )

    def _row(self, context: Context, organization: Organization) -> Row:
        name = organization.name
        gives = "; ".join(f"{t.what} to {t.whom}" for t in self.ties if t.who == name)
        gets = "; ".join(f"{t.what} from {t.who}" for t in self.ties if t.whom == name)
        cells = (organization.sort, gives or UNLINKED, gets or UNLINKED)
        return Row(context.fill(name).text, tuple(context.fill(cell).text for cell in cells))

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
