"""What was found in a walk, sorted for its pages: by station, by field, counted."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from datawalk.app.studio.desk import address as addresses
from datawalk.app.studio.desk.version import Version
from datawalk.app.studio.forms.walks import TABS
from datawalk.app.studio.phrases import told
from datawalk.app.studio.preview.findings import FieldFinding
from datawalk.app.studio.workbench import LastLook


@dataclass(frozen=True, slots=True)
class FieldNote:
    """A finding at its place: the id of its station ('' for the walk), its field within it, and
    the key that it is known by wherever its station is moved."""

    station: str
    field: str
    key: str
    finding: FieldFinding

    @property
    def stops(self) -> bool:
        """Whether it must be answered before all can print."""
        return self.finding.sort in ("fix", "look", "trouble")

    @property
    def tab(self) -> str:
        """The page where a setting of the walk is changed."""
        name = str(next(iter(self.finding.address), ""))
        return next((tab for tab, names in TABS.items() if name in names), "place")

    @property
    def anchor(self) -> str:
        """The id of its field on a page."""
        return "f-" + self.field.replace(".", "-") if self.field else "main"


@dataclass(frozen=True, slots=True)
class Notes:
    """All notes of a walk, and the stations whose posters are held back. Not `known`, there was no
    time to look yet."""

    known: bool
    every: tuple[FieldNote, ...] = ()
    held: tuple[str, ...] = ()

    @property
    def fixes(self) -> int:
        return sum(note.stops for note in self.every)

    @property
    def tips(self) -> int:
        return len(self.every) - self.fixes

    def of(self, station: str) -> tuple[FieldNote, ...]:
        """Those of a station; of the walk itself for ''."""
        return tuple(note for note in self.every if note.station == station)


def notes(seen: LastLook | None, hidden: tuple[str, ...] = ()) -> Notes:
    """What was seen, without tips that are hidden."""
    if seen is None:
        return Notes(known=False)
    ids = {stop.index: stop.id for stop in seen.version.stations}
    every = (_note(finding, ids) for finding in seen.check.findings)
    shown = tuple(note for note in every if note.stops or note.key not in hidden)
    return Notes(True, shown, tuple(ids[i] for i in seen.check.held if i in ids))


def _note(finding: FieldFinding, ids: Mapping[int, str]) -> FieldNote:
    station = ids.get(finding.station, "") if finding.station is not None else ""
    field = addresses.written(finding.address[2:] if station else finding.address)
    return FieldNote(station, field, f"{finding.kind} {station} {field}", finding)


def torn_settings(version: Version) -> tuple[FieldFinding, ...]:
    """What is said at the settings of a broken walk that cannot be read."""
    what, do = (
        told("This cannot be read in the text file"),
        told("Mend it there. Then it can be changed here."),
    )
    keys = version.legible.keys if version.legible else ()
    return tuple(
        FieldFinding("fix", "torn", None, (key,), told("To fix"), what, do) for key in keys
    )
