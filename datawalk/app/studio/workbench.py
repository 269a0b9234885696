"""Walks that are open: the desk of each, its easel, and what was found in it while nobody typed."""

from __future__ import annotations

import time
from collections import OrderedDict
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from threading import Lock, Thread

from datawalk.app.studio.desk.desk import Desk
from datawalk.app.studio.desk.history import History
from datawalk.app.studio.desk.version import Version
from datawalk.app.studio.line import shelf
from datawalk.app.studio.line.shelf import Shelved
from datawalk.app.studio.phrases import LANGUAGES
from datawalk.app.studio.preview.drafts import Show
from datawalk.app.studio.preview.easel import Easel, EaselView, OvertakenError, WalkCheck
from datawalk.app.studio.preview.pictures import PagePicture, painted_all
from datawalk.inputs import resolved
from datawalk.prepare.kit import Kit
from datawalk.problems import refuse
from datawalk.words import speaking, spoken

MOST_OPEN = 3
"""Walks of which drafts and pictures are kept: each takes some tens of megabytes."""
MOST_PICTURES = 24
MOST_NAMES = 200
REST = 0.9
"""Seconds without a picture asked for, after which a walk is looked through."""
_HIDDEN = "hidden-tips.json"


@dataclass(frozen=True, slots=True)
class LastLook:
    """What was found in a version."""

    version: Version
    check: WalkCheck


class Workbench:
    """One open walk. For any number of threads."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.desk = Desk(path)
        self._easels: OrderedDict[str, Easel] = OrderedDict()
        self._seen: OrderedDict[str, LastLook] = OrderedDict()
        self._pictures: OrderedDict[str, PagePicture] = OrderedDict()
        self._lock = Lock()
        self._asked = 0.0
        self._looking = False

    def paint(
        self,
        version: Version,
        station: int,
        show: Show,
        *,
        language: str = "",
        width: int = 900,
        sheet: int = 0,
        tab: str = "",
    ) -> EaselView | None:
        """A station as it will print; None where the same tab asked for another one meanwhile."""
        self._asked = time.monotonic()
        made = self._easel().paint(
            version.text, station, show, language=language, width=width, sheet=sheet, tab=tab
        )
        self._asked = time.monotonic()
        if made and made.picture:
            self._keep(made.picture)
        return made

    def picture(self, name: str) -> PagePicture | None:
        """A picture that was painted lately, by its hash."""
        with self._lock:
            return self._pictures.get(name)

    def pdf(self, version: Version, station: int) -> bytes:
        """The poster of a station as it will print. Raises Problems."""
        draft = self._easel().draft(version.text)
        made = draft.pages(station)
        if made is None:
            raise refuse("This poster is held back.", "Mend what is to fix; then it prints.")
        return painted_all(*made, draft.output)

    def kit(self, version: Version) -> Kit:
        """The posters of a walk laid out, as far as they can be. Raises Problems."""
        return self._easel().draft(version.text).sketch.kit

    def seen(self) -> LastLook | None:
        """What was found last, told in the language that is spoken; it may be of another version.

        A look at the newest one begins where that is not known yet.
        """
        language = spoken()
        with self._lock:
            known = self._seen.get(language)
        version = self.desk.now()
        if known is None or known.version.tag != version.tag:
            self._look(language)
        return known

    def _look(self, language: str) -> None:
        with self._lock:
            if self._looking:
                return
            self._looking = True
        Thread(target=self._looked, args=(language,), daemon=True).start()

    def _looked(self, language: str) -> None:
        try:
            while (found := self._rested(language)) is None:
                pass
            with self._lock:
                self._seen[language] = found
                while len(self._seen) > MOST_OPEN:
                    self._seen.popitem(last=False)
        finally:
            self._looking = False

    def _rested(self, language: str) -> LastLook | None:
        """A look at the walk once nobody types; None where somebody began to, meanwhile."""
        while (left := self._asked + REST - time.monotonic()) > 0:
            time.sleep(left)
        version = self.desk.now()
        with speaking(language), suppress(OvertakenError):
            return LastLook(version, self._easel().check(version.text))
        return None

    def hidden(self) -> tuple[str, ...]:
        """The tips that somebody does not want to see any more."""
        kept = self._history().read(_HIDDEN)
        return tuple(str(one) for one in kept) if isinstance(kept, list) else ()

    def hide(self, tip: str) -> None:
        """See a tip no more. Raises OSError."""
        kept = dict.fromkeys((*self.hidden(), tip))
        self._history().note(_HIDDEN, list(kept)[-500:])

    def _history(self) -> History:
        return History(resolved(self.path, str(self.path)))

    def _easel(self) -> Easel:
        """The easel that tells in the language that is spoken."""
        with self._lock:
            language = spoken()
            made = self._easels.get(language) or Easel(self.path, language)
            self._easels[language] = made
            self._easels.move_to_end(language)
            while len(self._easels) > len(LANGUAGES):
                self._easels.popitem(last=False)
            return made

    def _keep(self, picture: PagePicture) -> None:
        with self._lock:
            self._pictures[picture.hash] = picture
            self._pictures.move_to_end(picture.hash)
            while len(self._pictures) > MOST_PICTURES:
                self._pictures.popitem(last=False)


class Workbenches:
    """The walks that are open; the one that was used longest ago is put away first."""

    def __init__(self) -> None:
        self._open: OrderedDict[Path, Workbench] = OrderedDict()
        self._names: OrderedDict[str, Shelved] = OrderedDict()
        self._lock = Lock()

    def shelved(self, folder: Path, name: str) -> Shelved | None:
        """The walk that pages know by a name; the folder is looked through once for each."""
        known = self._names.get(name)
        if known is None or not known.path.is_file():
            known = shelf.walk(folder, name)
        if known:
            self._names[name] = known
            while len(self._names) > MOST_NAMES:
                self._names.popitem(last=False)
        return known

    def of(self, path: Path) -> Workbench:
        """The workbench of a walk."""
        with self._lock:
            made = self._open.get(path) or Workbench(path)
            self._open[path] = made
            self._open.move_to_end(path)
            while len(self._open) > MOST_OPEN:
                self._open.popitem(last=False)
            return made
