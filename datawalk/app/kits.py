"""The commands that check a walk, and that make its kit.

Heavy modules are imported inside them, so that --help answers at once.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
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


@dataclass(frozen=True, slots=True)
class RenderWish:
    """What `render` was asked for."""

    walk: Path
    place: str | None
    data: Sequence[Path]
    audience: str
    only: str | None
    strict: bool
    out: Path
    guides: bool
    update: bool
    open: bool

    def read(self) -> WalkFile:
        """The walk as it stands now. Raises Problems."""
        from datawalk.config.load import load

        return load(self.walk, self.place, self.data, audience=self.audience)

    def done(
        self, file: WalkFile | None = None, before: Sequence[Sketch] = ()
    ) -> tuple[tuple[Sketch, ...], Rendered]:
        """The kits, with what they were made of, written."""
        from datawalk import kit
        from datawalk.prepare.sketch import Wish

        with console.stopping(), progress() as tell:
            wish = Wish(self.place, self.only, self.strict, tell)
            made = kit.sketches(file or self.read(), wish, before)
            kits, guides = [one.kit for one in made], self.guides
            return made, kit.all_rendered(
                kits, self.out, guides=guides, update=self.update, tell=tell
            )

    def tell(self, made: Sequence[Sketch], written: Rendered) -> None:
        """Says what was written, and opens it if that was asked for."""
        for path, _, _ in written.listed if self.open else ():
            typer.launch(str(path))
        _tell_rendered([one.kit for one in made], written)


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
    from datawalk.app import prompts as asking
    from datawalk.compose import data as needing

    out = out or walk.parent / "out"
    wish = RenderWish(
        walk, place, data or (), audience or "", only, strict, out, guides, update, open_
    )
    with console.stopping():
        read = wish.read()
        asking.download(needing.fetchable(read), yes=yes, offline=offline)
    if not watch:
        return wish.tell(*wish.done(read))
    from datawalk.app.watch import changes

    made: tuple[Sketch, ...] = ()
    for _ in changes(walk, data or ()):
        with console.surviving():
            made, written = wish.done(before=made)
            wish.tell(made, written)
    return None
