"""What the site says of each place, taken from the manifest."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from datawalk.app.batch.kinds import KINDS, kind_of
from datawalk.app.batch.records import MadeFile, Record
from datawalk.app.batch.task import PREVIEW
from datawalk.layout.event.names import NAMES

SHEETS: Mapping[str, str] = {
    **{str(name): told for name, told in NAMES.items()},
    "codes": "codes of the note sheets",
}
"""What a file in the folder of an event is called."""
FORMS: Mapping[str, str] = {
    "pdf": "PDF",
    "pptx": "PowerPoint",
    "html": "web page",
    "csv": "CSV",
    "xlsx": "Excel",
    "zip": "ZIP",
    "ics": "calendar",
    "json": "for a program",
}


@dataclass(frozen=True, slots=True)
class Download:
    """A file to take along: what it is, where it is below the results, how large."""

    label: str
    address: str
    size: str


@dataclass(frozen=True, slots=True)
class SitePlace:
    """A place as its page shows it; one without downloads says in `reasons` why."""

    code: str
    name: str
    state: str
    level: str
    pictures: tuple[str, ...]
    downloads: tuple[Download, ...]
    left_out: tuple[str, ...]
    reasons: tuple[str, ...]

    @property
    def kind(self) -> str:
        return "County" if self.level == "county" else "City"


def site_places(found: Iterable[Record]) -> tuple[SitePlace, ...]:
    """In the order of states and names."""
    made = (_place(record) for record in found)
    return tuple(sorted(made, key=lambda place: (place.state, place.name, place.code)))


def by_state(places: Iterable[SitePlace]) -> Mapping[str, Sequence[SitePlace]]:
    """The places of each state, states and places in the order given."""
    found: dict[str, list[SitePlace]] = {}
    for place in places:
        found.setdefault(place.state, []).append(place)
    return found


def _place(record: Record) -> SitePlace:
    pictures = sorted(file.name for file in record.files if _previews(file))
    return SitePlace(
        record.place,
        record.name,
        record.state,
        record.level,
        tuple(pictures),
        tuple(_download(file) for file in sorted(record.files, key=_rank) if not _previews(file)),
        tuple(dict.fromkeys(left.why for left in record.left_out)),
        record.reasons,
    )


def _previews(file: MadeFile) -> bool:
    return file.name.rpartition("/")[2].startswith(PREVIEW)


def _rank(file: MadeFile) -> tuple[int, str]:
    kind = kind_of(file.name)
    return ([*KINDS].index(kind) if kind else len(KINDS), file.name)


def _download(file: MadeFile) -> Download:
    name = file.name.rpartition("/")[2]
    stem, _, ending = name.rpartition(".")
    kind = KINDS.get(kind_of(file.name), name)
    told = f"{kind}: {SHEETS[stem]}" if stem in SHEETS else kind
    form = FORMS.get(ending, ending)
    pages = f", {file.pages} page{'s' * (file.pages != 1)}" if file.pages else ""
    return Download(f"{told} ({form}{pages})", file.name, _size(file.bytes))


def _size(count: int) -> str:
    return f"{count / 1e6:.1f} MB" if count >= 1e6 else f"{max(1, round(count / 1000))} KB"
