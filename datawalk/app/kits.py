"""The commands that check a walk, and that make its kit.

Heavy modules are imported inside them, so that --help answers at once.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from datawalk.app import console, planning
from datawalk.app.options import (
    AudienceOption,
    DataOption,
    OfflineOption,
    PlaceOption,
    StrictOption,
    WalkPath,
    YesOption,
)
from datawalk.app.progress import progress

if TYPE_CHECKING:
    from datawalk.config.load import WalkFile
    from datawalk.output.results import Rendered
    from datawalk.prepare.kit import Kit
    from datawalk.prepare.sketch import Sketch


def check(
    walk: WalkPath,
    place: PlaceOption = None,
    data: DataOption = None,
    audience: AudienceOption = None,
    strict: StrictOption = False,
    yes: YesOption = False,
    offline: OfflineOption = False,
) -> None:
    """Say what is wrong with a walk, without making anything of it.

    Like render it offers to download published files that the walk names and that lack here.
    """
    from datawalk import kit
    from datawalk.app import prompts as asking
    from datawalk.compose import data as needing
    from datawalk.config.load import load

    with console.stopping():
        file = load(walk, place, data or (), audience=audience or "")
        asking.download(needing.fetchable(file), yes=yes, offline=offline)
    with console.stopping(), progress() as tell:
        kits = kit.every_of(file, place, strict=strict, tell=tell)
    made = kits[0]
    found = [problem for one in kits for problem in (*one.warnings, *one.untranslated)]
    console.problems(tuple(dict.fromkeys((*found, *planning.past_days(kits)))))
    console.advice(tuple(dict.fromkeys(problem for one in kits for problem in one.advice)))
    pages = sum(len(document.pages) for one in kits for document in one.documents)
    console.supplements(made.walk.supplements)
    console.sheets(tuple(job for one in kits for job in one.jobs))
    console.unfit([problem for one in kits for problem in one.unfit], "The other outputs fit.")
    audiences = {one.walk.event.occasion.audience for one in kits}
    walks = (
        f"{len(audiences)} walks" if len(audiences) > 1 else f"{len(made.walk.stations)} stations"
    )
    console.say(f"No problems: {walks}, {pages} pages.")


def _tell_rendered(kits: Sequence[Kit], made: Rendered) -> None:
    """What was written, what to know about it, and last what did not fit."""
    from datawalk.config.languages import in_short

    found = [
        p for one in kits for p in (*one.warnings, *in_short(one.untranslated, one.walk.language))
    ]
    console.problems(tuple(dict.fromkeys((*found, *planning.past_days(kits)))))
    console.advice_counted(tuple(dict.fromkeys(p for one in kits for p in one.advice)))
    console.written(made.listed)
    console.remarks(made.told)
    console.sheets(tuple(job for one in kits for job in one.jobs))
    unfit = [problem for one in kits for problem in one.unfit]
    console.unfit(unfit, "The other files are written.")


def render(
    walk: WalkPath,
    out: Annotated[
        Path | None,
        typer.Option("--out", help="The folder for the results; else out, beside the walk."),
    ] = None,
    only: Annotated[
        str | None, typer.Option("--only", help="One medium, such as poster, deck or handout.")
    ] = None,
    place: PlaceOption = None,
    data: DataOption = None,
    audience: AudienceOption = None,
    strict: StrictOption = False,
    watch: Annotated[bool, typer.Option("--watch", help="Again whenever a file changes.")] = False,
    open_: Annotated[bool, typer.Option("--open", help="Open the results.")] = False,
    guides: Annotated[bool, typer.Option("--guides", help="Show the boxes on posters.")] = False,
    update: Annotated[
        bool, typer.Option("--update", help="Bring the figures in an edited deck up to date.")
    ] = False,
    yes: YesOption = False,
    offline: OfflineOption = False,
) -> None:
    """Write the posters and the deck; a deck that you have edited is never written over.

    An output that does not fit is left out and told; the others are written, and it exits with 1.
    Published files that the walk names and that are not on this computer are downloaded if you
    agree, once for all walks.
    """
    from datawalk import kit
    from datawalk.app import prompts as asking
    from datawalk.compose import data as needing
    from datawalk.config.load import load
    from datawalk.prepare.sketch import Wish

    to = out or walk.parent / "out"
    with console.stopping():
        read = load(walk, place, data or (), audience=audience or "")
        asking.download(needing.fetchable(read), yes=yes, offline=offline)

    def once(file: WalkFile | None, before: Sequence[Sketch]) -> tuple[Sequence[Sketch], Rendered]:
        with console.stopping(), progress() as tell:
            file = file or load(walk, place, data or (), audience=audience or "")
            made = kit.sketches(file, Wish(place, only, strict, tell), before)
            kits = [one.kit for one in made]
            return made, kit.all_rendered(kits, to, guides=guides, update=update, tell=tell)

    def told(made: Sequence[Sketch], done: Rendered) -> None:
        for path, _, _ in done.listed if open_ else ():
            typer.launch(str(path))
        _tell_rendered([one.kit for one in made], done)

    if not watch:
        return told(*once(read, ()))
    from datawalk.app.watch import changes

    made: Sequence[Sketch] = ()
    for _ in changes(walk, data or ()):
        with console.surviving():
            made, done = once(None, made)
            told(made, done)
    return None
