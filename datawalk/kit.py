"""The whole line for one walk, in three steps: prepared, painted, written.

Each takes a frozen value and gives the next one: a walk as it stands in a file or in memory, the
Kit of its pages, the Part of its files as bytes, and what was written. Only the last step writes.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache
from pathlib import Path

from datawalk.check.advice import advise
from datawalk.check.colours import contrast_problems
from datawalk.check.page import check_words
from datawalk.compose.composer import compose
from datawalk.compose.data import needed_metrics, read_data
from datawalk.compose.faces import faces_of
from datawalk.config.load import WalkFile, load
from datawalk.config.outputs import (
    ImagesOutput,
    Output,
    PosterOutput,
)
from datawalk.memory import unswept
from datawalk.metrics.store import MetricStore
from datawalk.output.formats import paint
from datawalk.output.images import image_files
from datawalk.output.names import called, name_of, stem_of, wanted
from datawalk.output.numbers import HEADER, NUMBERS, csv_text, numbers
from datawalk.output.posters import Made, poster_files
from datawalk.output.results import Part, Rendered, Tell, stored
from datawalk.output.second import composed_second, others_of, second_of
from datawalk.page.document import Document
from datawalk.prepare.kit import Kit
from datawalk.prepare.layouts import layouts, placed
from datawalk.prepare.layouts import unfit as found_wrong
from datawalk.problems import Problem, Problems
from datawalk.source import Unsaved
from datawalk.theme import theme_of
from datawalk.words import speaking

Read = Callable[[], MetricStore]
"""Gives the figures that a walk needs. Raises Problems."""


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
    """A kit for each language of the walk, the main one first. Its data are read once for all.

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
    wanted = [output for output in file.config.outputs if only in (None, output.medium)]
    # Bilingual sheets belong to the kit of the main language.
    single = any(second_of(output) is None for output in wanted)
    codes = file.languages if single else file.languages[:1]
    read = _reader(file, store, tell)
    others = (load(file.written, place, file.extra_data, code) for code in codes[1:])
    return tuple(
        _prepared(one, place, read, only=only, strict=strict, tell=tell) for one in (file, *others)
    )


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
    read = _reader(file, store, tell)
    return _prepared(file, place, read, only=only, strict=strict, tell=tell)


def _reader(file: WalkFile, store: MetricStore | None, tell: Tell) -> Read:
    """Reads the data of a walk once, when they are asked for: earlier problems come before."""

    @cache
    def read() -> MetricStore:
        if store and store.serves(needed_metrics(file), file.config.min_count):
            return store
        tell("Reading the data")
        return read_data(file)

    return read


@unswept()
def _prepared(
    file: WalkFile, place: str | None, read: Read, *, only: str | None, strict: bool, tell: Tell
) -> Kit:
    with speaking(file.config.language):
        return _kit(file, place, read, only=only, strict=strict, tell=tell)


def _kit(
    file: WalkFile, place: str | None, read: Read, *, only: str | None, strict: bool, tell: Tell
) -> Kit:
    outputs, faces = wanted(file, only), faces_of(file)
    theme = theme_of(file.config.theme)
    _stop(contrast_problems(theme, lambda name: file.at("theme", *name.split("."))))
    store = read()
    tell("Composing the stations")
    composed = compose(file, store)
    _stop(
        [
            *check_words(composed.walk, file.at("title"), faces),
            *((*composed.warnings, *file.untranslated) if strict else ()),
        ]
    )
    others = others_of(file, outputs, place)
    seconds = {
        code: composed_second(other, file.config.language, store) for code, other in others.items()
    }
    for walk in seconds.values():
        _stop(check_words(walk, file.at("title"), faces))
    laid_out = layouts(file, composed.walk, seconds, theme, faces)
    fit: dict[Output, Document] = {}
    unfit: list[Problem] = []
    for output in outputs:
        tell(f"Laying out the {called(output)}")
        try:
            document = laid_out(output)
            _stop(found_wrong(file, output, document))
            fit[output] = document
        except Problems as found:
            unfit += [placed(problem, file) for problem in found.problems]
    # Posters as PDF and as PowerPoint are the same sheets: what is wrong with both is told once.
    unfit = list(dict.fromkeys(unfit))
    if strict or not fit:
        _stop(unfit)
    documents = tuple(fit.values())
    told = advise(composed.walk, documents)
    advice = tuple(problem for problem in told if problem.severity == "advice")
    warned = tuple(problem for problem in told if problem.severity == "warning")
    _stop(warned if strict else ())
    warnings = (*composed.warnings, *warned)
    stem = stem_of(composed.walk.title, composed.walk.place)
    if len(file.languages) > 1:
        stem = f"{stem}-{file.config.language.lower()}"
    return Kit(
        file.path,
        composed.walk,
        tuple(fit),
        documents,
        warnings,
        stem,
        file.config.print,
        advice,
        (*file.untranslated, *(p for other in others.values() for p in other.untranslated)),
        tuple(unfit),
    )


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


def painted(kit: Kit, *, guides: bool = False, tell: Tell = lambda _: None) -> Part:
    """The files of a kit as bytes, by name, and what to list of its posters."""
    from datawalk.render.xlsx.numbers import xlsx_bytes

    files: dict[str, Made] = {}
    for output, document in zip(kit.outputs, kit.documents, strict=True):
        tell(f"Painting the {called(output)}")
        files |= _painted(kit.stem, output, document, guides)
    tell("Tracing the numbers")
    rows = numbers(kit.walk, kit.documents)
    files[f"{kit.stem}{NUMBERS}.csv"] = Made(csv_text(rows).encode())
    files[f"{kit.stem}{NUMBERS}.xlsx"] = Made(xlsx_bytes(HEADER, [row.cells for row in rows]))
    return Part(kit.source, kit.walk, kit.stem, files, kit.jobs, kit.prices)


def written(
    parts: Sequence[Part], out: Path, *, update: bool = False, tell: Tell = lambda _: None
) -> Rendered:
    """Write what was painted, with its lists of what to print, as `all_rendered` does."""
    return stored(out, parts, update=update, tell=tell)


def _painted(stem: str, output: Output, document: Document, guides: bool) -> dict[str, Made]:
    """The files of one output by name."""
    name = name_of(stem, output)
    if isinstance(output, PosterOutput):
        return dict(poster_files(document, output, name, guides=guides))
    if isinstance(output, ImagesOutput):
        return dict(image_files(document, output, name))
    return {f"{name}.{output.format}": Made(paint(document, guides=guides), len(document.pages))}


def _stop(problems: Sequence[Problem]) -> None:
    if problems:
        raise Problems(problems)
