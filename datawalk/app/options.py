"""The options that several commands share."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from datawalk.app import console

WalkPath = Annotated[Path, typer.Argument(metavar="WALK", help="The walk's YAML file.")]
PlaceOption = Annotated[
    str | None,
    typer.Option("--place", help="A county or city, in place of the one in the walk."),
]


def _at_hand(given: list[Path] | None) -> list[Path] | None:
    """The data files of the command line; a published file that was fetched needs no folder."""
    from datawalk.metrics.knowledge.published import at_hand

    with console.stopping():
        return given and [at_hand(path) for path in given]


DataOption = Annotated[
    list[Path] | None,
    typer.Option(
        "--data",
        help="A data file, in place of those in the walk; may be repeated.",
        callback=_at_hand,
    ),
]
AudienceOption = Annotated[
    str | None,
    typer.Option("--audience", help="Only the walk of one of its audiences, such as teens."),
]
StrictOption = Annotated[bool, typer.Option("--strict", help="Let warnings stop the work too.")]


YesOption = Annotated[
    bool, typer.Option("--yes", help="Download what lacks, without asking; once for all walks.")
]
OfflineOption = Annotated[bool, typer.Option("--offline", help="Download nothing; do not ask.")]
