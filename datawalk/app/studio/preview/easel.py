"""Pictures of one walk while it is written: each the true page, made from what an edit changed."""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import dataclass
from pathlib import Path
from threading import Lock

from datawalk.app.studio.preview.drafts import Drafts, PageView, Show, WalkDraft
from datawalk.app.studio.preview.pictures import PagePicture, PictureShelf
from datawalk.problems import Problem, Problems

WALL = 320
"""Pixels that a station is wide on the wall."""
MOST_TABS = 200
"""Tabs whose newest question is remembered."""


@dataclass(frozen=True, slots=True)
class EaselView:
    """What there is to show of a station. Without `fresh` the `picture` is the last that there was,
    for the station cannot be shown as it is written now; None if there was none.

    `problems` are what stops it or others, as the program tells them; `prints` are the stations
    that can print in this view, `held` those that cannot, counted from 0.
    """

    picture: PagePicture | None
    fresh: bool
    problems: tuple[Problem, ...]
    prints: tuple[int, ...]
    held: tuple[int, ...]


class Easel:
    """Paints the stations of the walk at `path`. For any number of threads.

    Stations and sheets are counted from 0.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self._drafts = Drafts(path)
        self._shelf = PictureShelf()
        self._working = Lock()
        self._asking = Lock()
        self._newest: OrderedDict[str, int] = OrderedDict()
        self._asked = 0
        self._count = 0

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
        with self._working:
            if self._overtaken(tab, ticket):
                return None
            view = PageView(show, language, paper)
            return self._shown(self._draft(text, view), station, view, width, sheet)

    def wall(
        self, text: str, show: Show = "poster", *, language: str = "", width: int = WALL
    ) -> tuple[EaselView, ...]:
        """All stations. Others may paint between two of them."""
        view, found = PageView(show, language), []
        with self._working:
            draft = self._draft(text, view)
        for station in range(self._count):
            with self._working:
                found.append(self._shown(draft, station, view, width, 0))
        return tuple(found)

    def picture(self, name: str) -> PagePicture | None:
        """The picture with that hash, if it is still there."""
        with self._working:
            return self._shelf.of_hash(name)

    def draft(self, text: str, show: Show = "poster", *, language: str = "") -> WalkDraft:
        """The walk of this text laid out. Raises Problems where nothing of it can be."""
        with self._working:
            return self._drafts.draft(text, PageView(show, language))

    def _draft(self, text: str, view: PageView) -> WalkDraft | Problems:
        """The walk laid out, or why nothing of it can be."""
        try:
            draft = self._drafts.draft(text, view)
        except Problems as found:
            return found
        self._count = len(draft.file.config.stations)
        return draft

    def _shown(
        self, draft: WalkDraft | Problems, station: int, view: PageView, width: int, sheet: int
    ) -> EaselView:
        place = (view, station, sheet)
        every = tuple(range(self._count))
        if isinstance(draft, Problems):
            last = self._shelf.last(place, width, self._count)
            return EaselView(last, False, draft.problems, (), every)
        held = tuple(i for i in every if draft.pages(i) is None)
        prints = tuple(i for i in every if i not in held)
        problems = (*draft.problems, *draft.sketch.kit.unfit)
        picture = self._shelf.picture(place, draft, station, sheet, width)
        fresh = picture is not None
        shown = picture or self._shelf.last(place, width, self._count)
        return EaselView(shown, fresh, problems, prints, held)

    def _ticket(self, tab: str) -> int:
        with self._asking:
            self._asked += 1
            if tab:
                self._newest[tab] = self._asked
                self._newest.move_to_end(tab)
                while len(self._newest) > MOST_TABS:
                    self._newest.popitem(last=False)
            return self._asked

    def _overtaken(self, tab: str, ticket: int) -> bool:
        with self._asking:
            return bool(tab) and self._newest.get(tab, ticket) != ticket
