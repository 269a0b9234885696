"""What every block kind shares: its settings, and what it needs from the data."""

from __future__ import annotations

import re
from abc import ABC, abstractmethod
from typing import TYPE_CHECKING, ClassVar, Literal

from pydantic import Field

from datawalk.blocks.supplements import SUPPLEMENT, Supplement
from datawalk.exhibits import Exhibit
from datawalk.fields import Setting, Title
from datawalk.metrics.local.protection.entries import Use

if TYPE_CHECKING:
    from datawalk.blocks.context import Context

METRIC_IN_TEXT = re.compile(r"(?<!\{)\{([a-z0-9_]+)\}(?!\})")


class Block(Setting, ABC):
    """A piece of a station as it is written. Each kind says which exhibits it becomes."""

    contacts: ClassVar[bool] = False
    """Whether its tables may hold e-mail addresses and phone numbers of organizations."""

    heading: Title | None = Field(None, description="A line above; leave out for the usual one.")
    supplement: Supplement | None = SUPPLEMENT
    width: Literal["full", "half"] | None = Field(
        None,
        description="On posters a row of its own (full), or half of one; two halves in a row share "
        "a slide of your own.",
    )
    emphasis: Literal["main"] | None = Field(
        None, description="On posters: main for the block that gets the most room."
    )

    hide: bool = Field(False, description="Keep the block in this file, and show it nowhere.")

    def supplies(self) -> Supplement | None:
        """The kind of supplement that this block is: as written, else the usual one."""
        return self.supplement

    def metrics(self) -> set[str]:
        """The metrics that this block needs from the data, those named in its texts too."""
        return named_in(self.model_dump(mode="json", exclude_none=True))

    def tables(self) -> dict[str, Use]:
        """The community's own tables that this block shows, by file name."""
        return {}

    @abstractmethod
    def exhibits(self, context: Context) -> tuple[Exhibit, ...]:
        """What hangs on the wall. Raises Problems."""


def named_in(written: object) -> set[str]:
    """Every {name} in any text inside `written`, {place}, {state} and {year} aside."""
    if isinstance(written, str):
        return set(METRIC_IN_TEXT.findall(written)) - {"place", "state", "year"}
    if isinstance(written, dict):
        return set().union(*(named_in(value) for value in written.values()))
    if isinstance(written, (list, tuple)):
        return set().union(*(named_in(value) for value in written))
    return set()
