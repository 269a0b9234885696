"""The whole line for one walk, in three steps: prepared, painted, written.

Each takes a frozen value and gives the next one: a walk as it stands in a file or in memory, the
Kit of its pages, its KitFiles as bytes, and what was written. Only the last step writes.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path

from datawalk.compose.data import WalkData, read_data, reading
from datawalk.config.images import ImagesOutput
from datawalk.config.load import WalkFile, load
from datawalk.config.outputs import EventOutput, Output, PosterOutput
from datawalk.metrics.store import MetricStore
from datawalk.output.event import event_files
from datawalk.output.formats import paint
from datawalk.output.images import image_files
from datawalk.output.names import called, name_of
from datawalk.output.numbers import HEADER, NUMBERS, csv_text, numbers
from datawalk.output.posters import Made, poster_files
from datawalk.output.results import KitFiles, Rendered, Tell, stored
from datawalk.output.second import in_each
from datawalk.page.document import Document
from datawalk.prepare.kit import Kit
from datawalk.prepare.memory import unswept
from datawalk.prepare.sketch import ANY, Sketch, Wish, sketched
from datawalk.problems import refuse
from datawalk.source import Unsaved


def every(
    walk: Path | Unsaved,
    place: str | None = None,
    data: Sequence[Path] = (),
    *,
    only: str | None = None,
    strict: bool = False,
    tell: Tell = lambda _: None,
    store: MetricStore | None = None,
) -> tuple[Kit, ...]:
    """A kit for each audience and each language of the walk, the main one first. Its data are read
    once for all.

    Takes a `store` and raises Problems like `prepared`.
    """
    tell("Reading the walk")
    file = load(walk, place, data)
    return every_of(file, place, only=only, strict=strict, tell=tell, store=store)


def every_of(
    file: WalkFile,
    place: str | None = None,
    *,
    only: str | None = None,
    strict: bool = False,
    tell: Tell = lambda _: None,
    store: MetricStore | None = None,
) -> tuple[Kit, ...]:
    """As `every`, of a walk that is read already, in its main language."""
    made = sketches(file, Wish(place, only, strict, tell), store=store)
    return tuple(one.kit for one in made)


def sketches(
    file: WalkFile,
    wish: Wish = ANY,
    before: Sequence[Sketch] = (),
    *,
    store: MetricStore | None = None,
) -> tuple[Sketch, ...]:
    """As `every_of`, each kit with what it was made of.

    Those from `before` an edit make it quicker, and change nothing else.
    """
    known = {(one.audience, one.kit.walk.language): one for one in before}
    read = _reader(file, store, next(iter(before), None), wish.tell)
    return tuple(
        _sketch(one, wish, read, known.get((one.audience, one.config.language)))
        for walk in file.walks(wish.place)
        for one in _in_languages(walk, wish)
    )


def _in_languages(file: WalkFile, wish: Wish) -> tuple[WalkFile, ...]:
    """The walk in each of its languages that something is made in."""
    wanted = [output for output in file.config.outputs if wish.only in (None, output.medium)]
    # What is in several languages belongs to the kit of the main one.
    single = any(map(in_each, wanted))
    codes = file.languages[1:] if single else ()
    return (file, *(file.said_in(code, wish.place) for code in codes))


def prepared(
    walk: Path | Unsaved,
    place: str | None = None,
    data: Sequence[Path] = (),
    *,
    only: str | None = None,
    strict: bool = False,
    tell: Tell = lambda _: None,
    language: str | None = None,
    store: MetricStore | None = None,
) -> Kit:
    """Everything up to painting, in one language: the main one if left out.

    With a `store` that was read from the walk's data files, for the figures that it needs and the
    smallest count that it prints, the files are not read again.

    Raises Problems; with `strict`, for warnings and for any output that does not fit too.
    """
    tell("Reading the walk")
    file = load(walk, place, data, language)
    return sketch(file, Wish(place, only, strict, tell), store=store).kit


def sketch(
    file: WalkFile,
    wish: Wish = ANY,
    before: Sketch | None = None,
    *,
    store: MetricStore | None = None,
) -> Sketch:
    """As `prepared`, of a walk that is read already, with what its kit was made of.

    Given what it was `before` an edit, only what the edit changes is made; the kit is the same.
    """
    return _sketch(file, wish, _reader(file, store, before, wish.tell), before)


def _reader(
    file: WalkFile, store: MetricStore | None, before: Sketch | None, tell: Tell
) -> Callable[[], WalkData]:
    """Reads the data of a walk once, when they are asked for: earlier problems come before."""

    def anew(file: WalkFile) -> MetricStore:
        tell("Reading the data")
        return read_data(file)

    return cache(lambda: reading(file, store, before.reading if before else None, anew))


_sketch = unswept()(sketched)


def rendered(
    kit: Kit, out: Path, *, guides: bool = False, update: bool = False, tell: Tell = lambda _: None
) -> Rendered:
    """Paint and write a kit as `all_rendered` does."""
    return all_rendered((kit,), out, guides=guides, update=update, tell=tell)


@unswept()
def all_rendered(
    kits: Sequence[Kit],
    out: Path,
    *,
    guides: bool = False,
    update: bool = False,
    tell: Tell = lambda _: None,
) -> Rendered:
    """Paint and write every document, the lists of what to print and the tables of their numbers.

    All kits are written, or nothing is. A deck that a person has edited is never written over;
    with `update` it gets the new figures. What was typed into a list stays in it. Raises Problems.
    """
    parts = [painted(kit, guides=guides, tell=tell) for kit in kits]
    return written(parts, out, update=update, tell=tell)


def painted(kit: Kit, *, guides: bool = False, tell: Tell = lambda _: None) -> KitFiles:
    """The files of a kit as bytes, by name, and what to list of its posters."""
    from datawalk.render.xlsx.numbers import xlsx_bytes

    files: dict[str, Made] = {}
    for output, document in zip(kit.outputs, kit.documents, strict=True):
        tell(f"Painting the {called(output)}")
        files |= _painted(kit, output, document, guides)
    tell("Tracing the numbers")
    rows = numbers(kit.walk, kit.documents)
    files[f"{kit.stem}{NUMBERS}.csv"] = Made(csv_text(rows).encode())
    files[f"{kit.stem}{NUMBERS}.xlsx"] = Made(xlsx_bytes(HEADER, [row.cells for row in rows]))
    return KitFiles(kit.source, kit.walk, kit.stem, files, kit.jobs, kit.prices)


def written(
    parts: Sequence[KitFiles], out: Path, *, update: bool = False, tell: Tell = lambda _: None
) -> Rendered:
    """Write what was painted, with its lists of what to print, as `all_rendered` does."""
    return stored(out, parts, update=update, tell=tell)


def shown(kit: Kit, output: Output, station: int) -> bytes:
    """The pages of one station alone, as a PDF, as slides for a deck, or as a web page.

    Raises Problems where it has no pages of its own.
    """
    document = kit.documents[kit.outputs.index(output)]
    pages = tuple(page for page in document.pages if page.number == station)
    if not pages:
        raise refuse(f"Station {station} has no pages of its own in this output.")
    slides = output.format == "pptx"
    return paint(replace(document, pages=pages), format="pptx" if slides else "pdf")


def _painted(kit: Kit, output: Output, document: Document, guides: bool) -> dict[str, Made]:
    """The files of one output by name."""
    name = name_of(kit.stem, output)
    if isinstance(output, PosterOutput):
        return dict(poster_files(document, output, name, guides=guides))
    if isinstance(output, EventOutput):
        return dict(event_files(document, kit.walk, name))
    if isinstance(output, ImagesOutput):
        return dict(image_files(document, output, name))
    return {f"{name}.{output.format}": Made(paint(document, guides=guides), len(document.pages))}
