"""`kind: representation`: who lives here beside who holds office."""

from __future__ import annotations

from typing import Literal, Self

from pydantic import Field, model_validator

from datawalk.blocks.bars import CellBars, shares_of
from datawalk.blocks.base import Block
from datawalk.blocks.context import Context, sourced
from datawalk.blocks.stat import gap_note
from datawalk.exhibits import Exhibit, Row, Table
from datawalk.fields import Setting, Title, Year
from datawalk.metrics.model import Observation, Printed
from datawalk.metrics.words import wording
from datawalk.metrics.words.credits import mark
from datawalk.words import later, say, say_many

GROUPS = {
    "black": (later("Black"), "share_desc_rep_black_nonhispanic"),
    "hispanic": (later("Hispanic"), "share_desc_rep_hispanic"),
    "other": (later("Another race or more than one"), "share_desc_rep_other"),
    "white": (later("White"), "share_desc_rep_white_nonhispanic"),
}
"""Each group of officials: what is printed, and the metric of its residents."""

Count = Field(ge=0, le=10_000, description="How many officials.")


class Officials(Setting):
    """How many officials are of each group; those that nobody could say are unknown."""

    black: int = Count
    hispanic: int = Count
    other: int = Count
    white: int = Count
    unknown: int = Field(0, ge=0, le=10_000, description="Those that nobody could say.")

    @model_validator(mode="after")
    def _anyone(self) -> Self:
        if not self.total:
            raise ValueError("officials: needs one person at least")
        return self

    @property
    def total(self) -> int:
        return self.black + self.hispanic + self.other + self.white + self.unknown


class RepresentationBlock(Block):
    """Residents and officials side by side, by race and ethnicity; you count the officials."""

    kind: Literal["representation"]
    body: Title = Field(description="Whose members they are, such as City Council.")
    officials: Officials
    as_of: Title = Field(description="When the officials were counted, such as May 2026.")
    source: Title = Field(description="Who counted the officials, and how.")
    year: Year | None = None

    def metrics(self) -> set[str]:
        return super().metrics() | {metric for _, metric in GROUPS.values()}

    def exhibits(self, context: Context) -> tuple[Exhibit, ...]:
        residents = self._residents(context)
        if not any(figure.known for figure in residents.values()):
            name, found = next(iter(residents.items()))
            context.gap(found)
            return (gap_note(context.metric(GROUPS[name][1]), found, context),)
        printed = {name: self._of_100(context, found) for name, found in residents.items()}
        rows = [
            Row(say(GROUPS[name][0]), (figure.text, self._seats(getattr(self.officials, name))))
            for name, figure in printed.items()
        ]
        if self.officials.unknown:
            rows.append(Row(say("Not known"), ("–", self._seats(self.officials.unknown))))
        body = context.fill(self.body).text
        heading = self.heading or say(
            "Who lives in {place}, and who sits on the {body}?", place="{place}", body=self.body
        )
        return (
            Table(
                heading=context.fill(heading, self.year).text,
                stub_head=say("Race or ethnicity"),
                columns=(say("Residents"), body),
                rows=tuple(rows),
                highlight_column=0,
                note=self._note(context, body, list(residents.values())),
                figures=tuple(printed.values()),
                bars=self._bars(list(residents.values())),
            ),
        )

    def _residents(self, context: Context) -> dict[str, Observation]:
        """All four groups of one year, so that they can be set side by side."""
        names = {name: metric for name, (_, metric) in GROUPS.items()}
        year = self.year or max(
            (
                found.year
                for metric in names.values()
                if (found := context.store.observe(metric, context.place)).year
            ),
            default=None,
        )
        return {
            name: context.observe(metric, context.place, year) for name, metric in names.items()
        }

    @staticmethod
    def _of_100(context: Context, found: Observation) -> Printed:
        if found.value is None:
            return context.printed(found)
        count = wording.headline(found, context.metric(found.metric))
        return Printed(f"{_of(count, 100)}{mark(found)}", found)

    def _bars(self, residents: list[Observation]) -> CellBars:
        """Residents and officials on one scale, as shares of all of them."""
        officials = self.officials
        counts = [getattr(officials, name) for name in GROUPS]
        shares: list[float | None] = [found.value for found in residents]
        if officials.unknown:
            counts.append(officials.unknown)
            shares.append(None)
        return shares_of([shares, [count / officials.total for count in counts]])

    def _seats(self, count: int) -> str:
        """A count of all: a percent of nine people would promise more than it can hold."""
        return _of(f"{count}", self.officials.total)

    def _note(self, context: Context, body: str, residents: list[Observation]) -> str:
        total = self.officials.total
        parts = [
            say_many(
                "{body}: {count:,} member in all, as of {when}.",
                "{body}: {count:,} members in all, as of {when}.",
                total,
                body=body,
                when=context.fill(self.as_of).text,
            ),
            sourced(f"{context.fill(self.source).text.rstrip('.')}."),
        ]
        shares = [wording.of_100(found.value) for found in residents if found.value is not None]
        if len(shares) == len(residents) and sum(shares) != 100:
            parts.append(say("Rounded, the residents add up to {sum}.", sum=sum(shares)))
        return " ".join(parts)


def _of(count: str, total: int) -> str:
    """'10 of 100', kept on one line."""
    return say("{count} of {total:,}", count=count, total=total).replace(" ", "\u00a0")
