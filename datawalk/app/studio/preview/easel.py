"""Pictures of one walk while it is written: each the true page, made from what an edit changed."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from threading import Lock

from datawalk.app.studio.preview.drafts import Drafts, PageView, Show, WalkDraft
from datawalk.app.studio.preview.findings import FieldFinding, findings_of
from datawalk.app.studio.preview.pictures import PagePicture, PictureShelf
from datawalk.config.load import load
from datawalk.output.results import Tell
from datawalk.problems import Problem, Problems
from datawalk.source import Unsaved

WALL = 320
"""Pixels that a station is wide on the wall."""
MOST_TABS = 200
"""Tabs whose newest question is remembered."""


@dataclass(frozen=True, slots=True)
class EaselView:
    """What there is to show of a station. Without `fresh` the `picture` is the last that there was,
    for the station cannot be shown as it is written now; None if there was none.

    `findings` are what stops it or others; `prints` are the stations that can print in this view,
    `held` those that cannot, counted from 0.
    """

    picture: PagePicture | None
    fresh: bool
    findings: tuple[FieldFinding, ...]
    prints: tuple[int, ...]
    held: tuple[int, ...]


class OvertakenError(Exception):
    """A picture was asked for: what takes longer gives way to it."""


@dataclass(frozen=True, slots=True)
class WalkCheck:
    """All that `check` finds in every output of a walk, and the posters that print or do not."""

    findings: tuple[FieldFinding, ...]
    prints: tuple[int, ...]
    held: tuple[int, ...]


class Easel:
    """Paints the stations of the walk at `path`. For any number of threads.

    Stations and sheets are counted from 0. Findings are told in the language of the `reader`.
    """

    def __init__(self, path: Path, reader: str = "en") -> None:
        self.path = path
        self.reader = reader
        self._drafts = Drafts(path)
        self._shelf = PictureShelf()
        self._working = Lock()
        self._asking = Lock()
        self._newest: OrderedDict[str, int] = OrderedDict()
        self._asked = 0
        self._count = 0
        self._painting = 0

    def paint(
        self,
        text: str,
        station: int,
        show: Show = "poster",
        *,
        language: str = "",
        paper: str = "",
        width: int = 900,
        sheet: int = 0,
        tab: str = "",
    ) -> EaselView | None:
        """A station of the walk of this text. None if the same `tab` asked for another picture
        while this one waited."""
        ticket = self._ticket(tab)
        try:
            with self._working:
                if self._overtaken(tab, ticket):
                    return None
                view = PageView(show, language, paper)
                return self._shown(self._draft(text, view), text, station, view, width, sheet)
        finally:
            with self._asking:
                self._painting -= 1

    def wall(
        self, text: str, show: Show = "poster", *, language: str = "", width: int = WALL
    ) -> tuple[EaselView, ...]:
        """All stations. Others may paint between two of them."""
        view, found = PageView(show, language), []
        with self._working:
            draft = self._draft(text, view)
        for station in range(self._count):
            with self._working:
                found.append(self._shown(draft, text, station, view, width, 0))
        return tuple(found)

    def picture(self, name: str) -> PagePicture | None:
        """The picture with that hash, if it is still there."""
        with self._working:
            return self._shelf.of_hash(name)

    def check(self, text: str) -> WalkCheck:
        """What is to fix in all outputs, and all tips. Takes longer than a picture: ask for it
        while nobody types. Raises OvertakenError where somebody does."""
        view = PageView(whole=True)
        with self._working:
            draft = self._draft(text, view, self._give_way)
        stopping, prints, held = self._state(draft)
        if isinstance(draft, Problems):
            return WalkCheck(self._told(stopping, text), prints, held)
        kit = draft.sketch.kit
        codes = draft.file.languages[1:]
        lacking = [problem for code in codes for problem in self._untranslated(text, code)]
        every = (*stopping, *kit.warnings, *kit.untranslated, *lacking, *_advice(draft))
        return WalkCheck(self._told(every, text), prints, held)

    def _untranslated(self, text: str, language: str) -> tuple[Problem, ...]:
        try:
            return load(Unsaved(text.encode(), self.path), language=language).untranslated
        except Problems as found:
            return found.problems

    def draft(self, text: str, show: Show = "poster", *, language: str = "") -> WalkDraft:
        """The walk of this text laid out. Raises Problems where nothing of it can be."""
        with self._working:
            return self._drafts.draft(text, PageView(show, language))

    def _give_way(self, _: str) -> None:
        if self._painting:
            raise OvertakenError

    def _draft(
        self, text: str, view: PageView, tell: Tell = lambda _: None
    ) -> WalkDraft | Problems:
        """The walk laid out, or why nothing of it can be."""
        try:
            draft = self._drafts.draft(text, view, tell)
        except Problems as found:
            return found
        self._count = len(draft.file.config.stations)
        return draft

    def _shown(
        self,
        draft: WalkDraft | Problems,
        text: str,
        station: int,
        view: PageView,
        width: int,
        sheet: int,
    ) -> EaselView:
        place = (view, station, sheet)
        stopping, prints, held = self._state(draft)
        picture = None
        if isinstance(draft, WalkDraft):
            picture = self._shelf.picture(place, draft, station, sheet, width)
        fresh = picture is not None
        shown = picture or self._shelf.last(place, width, self._count)
        return EaselView(shown, fresh, self._told(stopping, text), prints, held)

    def _state(
        self, draft: WalkDraft | Problems
    ) -> tuple[tuple[Problem, ...], tuple[int, ...], tuple[int, ...]]:
        """What stops a walk or part of it, the stations that can print, and those that cannot."""
        every = tuple(range(self._count))
        if isinstance(draft, Problems):
            return draft.problems, (), every
        held = tuple(i for i in every if draft.pages(i) is None)
        prints = tuple(i for i in every if i not in held)
        return (*draft.problems, *draft.sketch.kit.unfit), prints, held

    def _told(self, problems: tuple[Problem, ...], text: str) -> tuple[FieldFinding, ...]:
        return findings_of(problems, text, str(self.path), self.reader)

    def _ticket(self, tab: str) -> int:
        with self._asking:
            self._asked += 1
            self._painting += 1
            if tab:
                self._newest[tab] = self._asked
                self._newest.move_to_end(tab)
                while len(self._newest) > MOST_TABS:
                    self._newest.popitem(last=False)
            return self._asked

    def _overtaken(self, tab: str, ticket: int) -> bool:
        with self._asking:
            return bool(tab) and self._newest.get(tab, ticket) != ticket


def _advice(draft: WalkDraft) -> Iterator[Problem]:
    """The advice on a walk; none on what stands in for stations that cannot be read."""
    for problem in draft.sketch.kit.advice:
        path = problem.at.path
        known = path[:1] == ("stations",) and path[1] not in draft.blank
        if known or not draft.blank:
            yield problem
