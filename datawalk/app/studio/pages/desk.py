"""The walk that an address names, as it lies on its desk."""

from __future__ import annotations

import os
from dataclasses import dataclass, replace

from starlette.exceptions import HTTPException
from starlette.requests import Request

from datawalk.app.studio.desk.history import HistoryChange
from datawalk.app.studio.desk.version import StationAt, Version
from datawalk.app.studio.forms.description import StationForms
from datawalk.app.studio.forms.stations import station_forms
from datawalk.app.studio.line import stations
from datawalk.app.studio.line.notes import Notes, notes
from datawalk.app.studio.line.shelf import Shelved
from datawalk.app.studio.studio import studio_of
from datawalk.app.studio.workbench import Workbench
from datawalk.words import spoken


@dataclass(frozen=True, slots=True)
class OnDesk:
    """A walk that is worked on: its file, its bench, and the version that lies there."""

    shelved: Shelved
    bench: Workbench
    version: Version

    @property
    def title(self) -> str:
        """What it is called; the name of its folder where that cannot be read."""
        path = self.shelved.path
        named = path.parent.name if path.name == "walk.yaml" else path.name
        return stations.title_of(self.version) or named

    @property
    def writable(self) -> bool:
        """Whether what is changed in it can be saved."""
        return os.access(self.shelved.path.parent, os.W_OK)

    @property
    def notes(self) -> Notes:
        """What was found in it."""
        return notes(self.bench.seen(), self.bench.hidden())

    @property
    def steps(self) -> tuple[HistoryChange | None, HistoryChange | None]:
        """What can be undone, and done again."""
        return self.bench.desk.next_steps()


def on_desk(request: Request, version: Version | None = None) -> OnDesk:
    """The walk of an address. Raises HTTPException where there is none, Problems."""
    studio = studio_of(request)
    found = studio.benches.shelved(studio.folder, request.path_params["walk"])
    if found is None:
        raise HTTPException(404)
    bench = studio.benches.of(found.path)
    return OnDesk(found, bench, version or bench.desk.now())


def station_of(request: Request, walk: OnDesk) -> StationAt:
    """The station of an address, by its id or its number. Raises HTTPException."""
    name = request.path_params["station"]
    found = walk.version.station(name)
    if found is None and name.isdecimal():
        found = next((s for s in walk.version.stations if str(s.index + 1) == name), None)
    if found is None:
        raise HTTPException(404)
    return found


def forms_of(walk: OnDesk, here: StationAt) -> StationForms:
    """The forms of a station, each finding at its field."""
    start = ("stations", here.index)
    found = [
        replace(note.finding, address=(*start, *note.finding.address[2:]), station=here.index)
        for note in walk.notes.of(here.id)
    ]
    folder = walk.shelved.path.parent
    return station_forms(walk.version, here.id, spoken(), folder, found)
