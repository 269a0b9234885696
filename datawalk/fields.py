"""Field types that several settings share."""

from __future__ import annotations

from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, StringConstraints


class Setting(BaseModel):
    """What an author writes: frozen, and unknown keys are mistakes."""

    model_config = ConfigDict(frozen=True, extra="forbid")


Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=20_000)]
"""Words of the author; {place}, {state}, {year} and {any_metric} are filled in."""

Title = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=300)]
"""One line of words, filled in like Text."""

MetricName = Annotated[
    str,
    Field(
        description="The name of a metric, such as share_employed; "
        "`datawalk metrics WORD` finds it.",
        max_length=80,
    ),
]

Year = Annotated[int, Field(ge=1990, le=2100, description="A year; the newest if left out.")]

FileName = Annotated[
    str,
    Field(
        description="A file, named from the folder of the file that names it.",
        min_length=1,
        max_length=500,
    ),
]
