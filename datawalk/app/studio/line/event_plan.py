"""The event of a walk as its page tells of it: the plan, or what does not work, and its sheets."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from datawalk import kit
from datawalk.app.studio.preview.findings import FieldFinding, findings_of
from datawalk.compose.composer import compose
from datawalk.compose.data import read_data
from datawalk.compose.event.plan import EventPlan, plan_of
from datawalk.config.load import WalkFile, load
from datawalk.config.outputs import EventOutput, EventSheetName
from datawalk.output.event import event_files
from datawalk.page.document import Document
from datawalk.prepare.sketch import Wish
from datawalk.problems import Problems, refuse
from datawalk.render.image import raster
from datawalk.render.pdf.painter import pdf_bytes
from datawalk.source import Unsaved
from datawalk.walk import Walk
from datawalk.words import speaking, spoken


@dataclass(frozen=True, slots=True)
class PlannedEvent:
    """The walk and its plan, or what is to fix before there is one; tips go with a plan."""

    walk: Walk | None = None
    plan: EventPlan | None = None
    findings: tuple[FieldFinding, ...] = ()


def planned(written: Unsaved, audience: str = "") -> PlannedEvent:
    """The plan of a walk as it is written, or of that of one of its audiences."""
    try:
        file = load(written, audience=audience)
        with speaking(file.config.language):
            walk = compose(file, read_data(file)).walk
            plan = plan_of(walk, date.today())
    except Problems as found:
        return PlannedEvent(findings=_told(written, found))
    return PlannedEvent(walk, plan, _told(written, Problems(plan.told)))


def _told(written: Unsaved, found: Problems) -> tuple[FieldFinding, ...]:
    text = written.content.decode("utf-8", "replace")
    return findings_of(found.problems, text, str(written.path), spoken())


def sheets(written: Unsaved, audience: str = "") -> tuple[Document, Walk]:
    """All sheets of the event, and the walk. Raises Problems."""
    return _laid(written, audience, ())


def room_picture(written: Unsaved, audience: str, width: int) -> bytes:
    """The plan of the room as WebP. Raises Problems, also where no room is known."""
    document, _ = _laid(written, audience, ("floor-plan",))
    if not document.pages:
        raise refuse("The size of the room is not known.", "Write it under room:.")
    return raster.webp(pdf_bytes(document), 0, width)[0]


def sheet_file(written: Unsaved, audience: str, name: str) -> bytes:
    """A file of the event by its name, such as notes.pdf or timeline.ics. Raises Problems."""
    document, walk = sheets(written, audience)
    section = "timeline" if name.endswith(".ics") else name.removesuffix(".pdf")
    pages = tuple(page for page in document.pages if page.section == section)
    made = dict(event_files(replace(document, pages=pages), walk, "event"))
    found = made.get(f"event/{name}")
    if found is None:
        raise refuse("There is no such sheet in this event.")
    return found.content


def _laid(
    written: Unsaved, audience: str, only: tuple[EventSheetName, ...]
) -> tuple[Document, Walk]:
    file: WalkFile = load(written, audience=audience)
    size = next((o.size for o in file.config.outputs if isinstance(o, EventOutput)), "letter")
    output = EventOutput(medium="event", size=size, only=only)
    config = file.config.model_copy(update={"outputs": (output,)})
    made = kit.sketch(replace(file, config=config), Wish()).kit
    return made.documents[0], made.walk
