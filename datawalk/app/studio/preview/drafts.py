"""Walks laid out again after each edit, from what the edit left of the draft before."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from types import MappingProxyType
from typing import Literal

from datawalk.app.studio.preview.mending import Mended, mended
from datawalk.config.load import WalkFile, load
from datawalk.config.outputs import DeckOutput, Output, PosterOutput
from datawalk.config.papers import HandoutOutput
from datawalk.kit import sketch
from datawalk.output.results import Tell
from datawalk.page.document import Document, Page
from datawalk.prepare.sketch import Sketch, Wish
from datawalk.problems import Problem, Problems
from datawalk.source import Unsaved

Show = Literal["poster", "slide", "handout"]
MOST_KEPT = 4
"""Drafts that are kept: posters in two languages, slides and handouts."""
KINDS: Mapping[Show, type[PosterOutput | DeckOutput | HandoutOutput]] = MappingProxyType(
    {"poster": PosterOutput, "slide": DeckOutput, "handout": HandoutOutput}
)
ROUNDS = 4
"""How often a walk is mended: what is wrong with it shows in turns."""


@dataclass(frozen=True, slots=True)
class PageView:
    """What of a walk is looked at: which medium, in which language, on which paper. '' is what the
    walk itself says first. The `whole` is every output as it is written."""

    show: Show = "poster"
    language: str = ""
    paper: str = ""
    whole: bool = False


@dataclass(frozen=True, slots=True)
class WalkDraft:
    """A walk laid out as far as it can be, and what is wrong with it.

    `blank` are the stations that cannot be composed, counted from 0. `output` is what was laid out.
    """

    file: WalkFile
    sketch: Sketch
    output: Output
    problems: tuple[Problem, ...]
    blank: frozenset[int]

    def pages(self, station: int) -> tuple[Document, tuple[Page, ...]] | None:
        """The pages of a station, counted from 0, with their document; None where it has none."""
        if station in self.blank:
            return None
        laid = self.sketch.laid[self.output]
        if laid.document is None:
            # Each station by itself: what was made of it at last stands behind what was tried.
            made = laid.stations.results[-len(self.file.config.stations) :]
            alone = made[station] if station < len(made) else None
            return (alone, alone.pages) if isinstance(alone, Document) else None
        pages = [page for page in laid.document.pages if page.number == station + 1]
        shown = [page for page in pages if not page.hidden] or pages
        return (laid.document, tuple(shown)) if shown else None


class Drafts:
    """Drafts of one walk. Not for several threads at once."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.kept: OrderedDict[PageView, WalkDraft] = OrderedDict()

    def draft(self, text: str, view: PageView, tell: Tell = lambda _: None) -> WalkDraft:
        """The walk of a text as far as it can be shown. Raises Problems where nothing can be.

        `tell` is told of each step before it; what it raises ends the work."""
        walk: Mended | None = Mended(text)
        told: list[Problem] = []
        for _ in range(ROUNDS):
            assert walk is not None
            try:
                file, output = self._read(walk.text, view)
                only = None if view.whole else output.medium
                wish = Wish(only=only, misfits=True, tell=tell)
                made = sketch(file, wish, self._before(view))
            except Problems as found:
                told += found.problems
                walk = mended(walk, found.problems, str(self.path))
                if walk is None:
                    break
                continue
            return self._keep(view, WalkDraft(file, made, output, tuple(told), walk.blank))
        raise Problems(told)

    def _read(self, text: str, view: PageView) -> tuple[WalkFile, Output]:
        """The walk in the language of the view, with the output that is looked at alone in its
        medium. Raises Problems."""
        walk = Unsaved(text.encode(), self.path)
        file = load(walk)
        if view.language in file.languages[1:]:
            file = load(walk, language=view.language)
        output = _output(file, view)
        if view.whole and output in file.config.outputs:
            return file, output
        others = tuple(o for o in file.config.outputs if o.medium != output.medium)
        config = file.config.model_copy(update={"outputs": (*others, output)})
        return replace(file, config=config), output

    def _before(self, view: PageView) -> Sketch | None:
        """What was drawn before: of the same view, or else in the same language."""
        alike = [draft for known, draft in self.kept.items() if known.language == view.language]
        held = self.kept.get(view) or next(reversed(alike), None)
        return held.sketch if held else None

    def _keep(self, view: PageView, draft: WalkDraft) -> WalkDraft:
        self.kept[view] = draft
        self.kept.move_to_end(view)
        while len(self.kept) > MOST_KEPT:
            self.kept.popitem(last=False)
        return draft


def _output(file: WalkFile, view: PageView) -> Output:
    """The first output of the walk that shows this, or the usual one; single in its language."""
    kind = KINDS[view.show]
    written = [output for output in file.config.outputs if isinstance(output, kind)]
    main = file.config.language == file.languages[0]
    single = [output for output in written if main or not getattr(output, "second", None)]
    medium = "deck" if view.show == "slide" else view.show
    output: Output = next(iter(single), None) or kind.model_validate({"medium": medium})
    if not view.paper or output.medium == "deck":
        return output
    # Set anew, so that a size that is none is told as in the walk itself.
    kept = output.model_dump(exclude={"size"}, exclude_unset=True, by_alias=True)
    return kind.model_validate({**kept, "size": view.paper})
