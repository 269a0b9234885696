"""`kind: representation`: who lives here beside who holds office."""

from __future__ import annotations

from typing import Literal, Self

from pydantic import Field, model_validator

from datawalk.blocks.base import Block
from datawalk.blocks.context import Context
from datawalk.blocks.stat import gap_note
from datawalk.exhibits import Exhibit, Row, Table
from datawalk.fields import Setting, Title, Year
from datawalk.metrics import wording
from datawalk.metrics.model import Observation, Printed

GROUPS = {
    "black": ("Black", "share_desc_rep_black_nonhispanic"),
    "hispanic": ("Hispanic", "share_desc_rep_hispanic"),
    "other": ("Another race or more than one", "share_desc_rep_other"),
    "white": ("White", "share_desc_rep_white_nonhispanic"),
}
"""Each group of officials: what is printed, and the metric of its residents."""

OF = "\u00a0of\u00a0"
"""Keeps "10 of 100" on one line."""
Count = Field(ge=0, le=10_000)


class Officials(Setting):
    """How many officials are of each group; those that nobody could say are unknown."""

    black: int = Count
    hispanic: int = Count
    other: int = Count
    white: int = Count
    unknown: int = Field(0, ge=0, le=10_000)

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
            Row(GROUPS[name][0], (figure.text, self._seats(getattr(self.officials, name))))
            for name, figure in printed.items()
        ]
        if self.officials.unknown:
            rows.append(Row("Not known", ("–", self._seats(self.officials.unknown))))
        body = context.fill(self.body).text
        heading = self.heading or f"Who lives in {{place}}, and who sits on the {self.body}?"
        return (
            Table(
                heading=context.fill(heading, self.year).text,
                stub_head="Race or ethnicity",
                columns=("Residents", body),
                rows=tuple(rows),
                highlight_column=0,
                note=self._note(context, body, list(residents.values())),
                figures=tuple(printed.values()),
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
        return Printed(f"{wording.of_100(found.value)}{OF}100{context.mark(found)}", found)

    def _seats(self, count: int) -> str:
        """A count of all: a percent of nine people would promise more than it can hold."""
        return f"{count}{OF}{self.officials.total:,}"

    def _note(self, context: Context, body: str, residents: list[Observation]) -> str:
        total = self.officials.total
        people = f"{total:,} member{'s' * (total != 1)}"
        parts = [
            f"{body}: {people} in all, as of {context.fill(self.as_of).text}. "
            f"Source: {context.fill(self.source).text.rstrip('.')}."
        ]
        shares = [wording.of_100(found.value) for found in residents if found.value is not None]
        if len(shares) == len(residents) and sum(shares) != 100:
            parts.append(f"Rounded, the residents add up to {sum(shares)}.")
        return " ".join(parts)
