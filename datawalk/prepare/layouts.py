"""The outputs of a walk laid out, each once, and what is wrong with one of them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from types import MappingProxyType

from datawalk.brand.reading import read_brand
from datawalk.check.contrast import check_contrast
from datawalk.check.page import check
from datawalk.config.load import WalkFile
from datawalk.config.outputs import DeckOutput, Output, PosterOutput
from datawalk.config.papers import HandoutOutput, LargePrintOutput, ScriptOutput
from datawalk.layout.arrange import arrange
from datawalk.layout.poster.layouts.choice import neighbors
from datawalk.layout.poster.one_size import Tight, in_one_size, set_smaller
from datawalk.layout.poster.printing import too_many_sheets
from datawalk.output.second import arrange_both, of_all, second_of
from datawalk.page.document import Document, Page
from datawalk.page.stage import Brand
from datawalk.prepare import tellings
from datawalk.prepare.taken import TakenOver
from datawalk.problems import At, Problem, Problems
from datawalk.theme import Theme
from datawalk.typography.measure import Measurer
from datawalk.typography.scripts.typefaces import Faces
from datawalk.walk import Station, Walk

SHEETS = PosterOutput | HandoutOutput | LargePrintOutput
"""Outputs whose pages each belong to one station, and of the others know only that they are."""

Faults = tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class LaidOut:
    """An output laid out, or the `problems` for which there is no document.

    `stations` has the pages of each station, if each has its own, or what does not fit, in each
    size of type that was tried. They depend on nothing but the station, that size, the layout that
    the one before it is to have, and what is `around` it; where people are welcomed, on the `names`
    of all stations too. `checks` are what is wrong with each page, by itself and in its contrasts.
    """

    document: Document | None
    problems: Faults = ()
    around: tuple[object, ...] = ()
    names: tuple[object, ...] = ()
    stations: TakenOver[Document | Faults] = field(default_factory=TakenOver)
    checks: TakenOver[tuple[Faults, Faults]] = field(default_factory=TakenOver)


NONE: Mapping[Output, LaidOut] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Walks:
    """A walk with its theme and its faces, and the same in each other language that stands beside
    its own.
    """

    walk: Walk
    theme: Theme
    faces: Faces
    seconds: Mapping[str, Walk] = field(default_factory=dict)

    def second(self, output: Output) -> Walk | None:
        return self.seconds.get(second_of(output) or "")


def _brand(file: WalkFile, output: Output) -> Brand | None:
    """The organiser's template of a deck, if it has one. Raises Problems."""
    if not isinstance(output, DeckOutput) or not output.template:
        return None
    where = ("outputs", file.config.outputs.index(output), "template")
    try:
        return read_brand(file.locate(output.template, *where))
    except Problems as found:
        raise Problems(problem.located(file.at(*where)) for problem in found.problems) from None


def placed(problem: Problem, file: WalkFile) -> Problem:
    """The problem with a line of the file: that of the setting that it names, or of the outputs."""
    if problem.at.line:
        return problem
    path = problem.at.where.split(" › ")
    known = file.at(*(path if path[0] in type(file.config).model_fields else ("outputs",)))
    return replace(problem, at=At(known.file, known.line, problem.at.where, known.path))


def layouts(
    file: WalkFile, walks: Walks, before: Mapping[Output, LaidOut] = NONE
) -> Callable[[Output], LaidOut]:
    """Lays an output out, each once: a script is that of the first deck of the walk.

    What was laid out `before` of the very same things, is taken over.
    """
    decks = (output for output in file.config.outputs if isinstance(output, DeckOutput))
    first, measurer = next(decks, None), Measurer(walks.faces)

    @cache
    def laid_out(output: Output) -> LaidOut:
        known = before.get(output, LaidOut(None))
        if isinstance(output, SHEETS):
            return _checked(_by_station(output, walks, known), known)
        if of_all(output):
            return _checked(_told(output, walks, known), known)
        deck = laid_out(first) if first and isinstance(output, ScriptOutput) else None
        if deck and not deck.document:
            return deck
        try:
            brand = _brand(file, output)
            made = arrange(
                measurer, walks.walk, output, walks.theme, brand, deck.document if deck else None
            )
        except Problems as found:
            return LaidOut(None, found.problems)
        return _checked(LaidOut(made), known)

    return laid_out


def _told(output: Output, walks: Walks, known: LaidOut) -> LaidOut:
    """The walk in each of its languages, as one page of a browser."""
    each = (walks.walk, *walks.seconds.values())
    around = tellings.around(each, walks.theme, walks.faces)
    before = known.stations if known.around == around else TakenOver[Document | Faults]()
    same = TakenOver(tuple((t, d) for t, d in before.pairs if isinstance(d, Document)))
    stations = tellings.told(output, each, walks.theme, walks.faces, same)
    document = tellings.put_together(each, stations.results)
    return LaidOut(document, (), around, (), TakenOver[Document | Faults](stations.pairs))


def _by_station(output: Output, walks: Walks, known: LaidOut) -> LaidOut:
    """The pages of each station laid out as if it were alone, and put together.

    Posters are set in the sizes of type that most of them have room for.
    """
    walk, second = walks.walk, walks.second(output)

    def lay(
        station: Station, _other: Station | None, tight: bool, before: str, _names: object
    ) -> Document | Faults:
        try:
            return _arranged(output, walks, station.number, tight=tight, before=before)
        except Problems as found:
            return found.problems

    around = (
        (walk.title, walk.place, walk.language, walk.event, walk.alone(0).stations),
        walk.sources_in,
        (second and second.language, second and second.alone(0).stations),
        (walks.theme, walks.faces),
    )
    others = second.stations if second else (None,) * len(walk.stations)
    before = known.stations if known.around == around else TakenOver[Document | Faults]()
    poster, count = isinstance(output, PosterOutput), len(walk.stations)
    near = tuple(neighbors(walk.stations).values()) if poster else ("",) * count
    names = _names(walk, second, known)
    told = tuple(names if station.welcomes else () for station in walk.stations)
    kept = TakenOver[Document | Faults]()

    def again(sizes: Tight) -> Sequence[Document | Faults]:
        nonlocal kept
        known = TakenOver((*before.pairs, *kept.pairs))
        found = known.again(zip(walk.stations, others, sizes, near, told, strict=True), lay)
        kept = TakenOver((*kept.pairs, *found.pairs))
        return found.results

    given: Tight = (False,) * count
    sizes, found = in_one_size(count, again) if poster else (given, again(given))
    problems = [p for one in found if isinstance(one, tuple) for p in one]
    if problems:
        return LaidOut(None, tuple(problems), around, names, kept)
    made = [document for document in found if isinstance(document, Document)]
    pages = tuple(page for document in made for page in document.pages)
    left = [problem for document in made for problem in document.left]
    if isinstance(output, PosterOutput):
        left += set_smaller(walk.stations, sizes, output.size)
    document = replace(made[0], pages=pages, left=tuple(left))
    return LaidOut(document, (), around, names, kept)


def _names(walk: Walk, second: Walk | None, known: LaidOut) -> tuple[object, ...]:
    """What is told of all stations where people are welcomed: the very same as `known`, if it is
    alike."""
    both = (walk, second) if second else (walk,)
    names = tuple(tuple(station.passed for station in one.stations) for one in both)
    return known.names if known.names == names else names


def _arranged(output: Output, walks: Walks, number: int, *, tight: bool, before: str) -> Document:
    """The pages of one station. Raises Problems."""
    measurer, near = Measurer(walks.faces), {number: before}
    walk, second = walks.walk.alone(number), walks.second(output)
    if second:
        both = second.alone(number)
        return arrange_both(measurer, output, walk, both, walks.theme, tight=tight, before=near)
    return arrange(measurer, walk, output, walks.theme, tight=tight, before=near)


def _checked(laid: LaidOut, known: LaidOut) -> LaidOut:
    document = laid.document
    if not document:
        return laid
    alike = known.document and known.document.theme == document.theme
    before = known.checks if alike else TakenOver()

    def wrong(page: Page) -> tuple[Faults, Faults]:
        alone = replace(document, pages=(page,))
        return tuple(check(alone)), tuple(check_contrast(alone))

    return replace(laid, checks=before.again(((page,) for page in document.pages), wrong))


def unfit(file: WalkFile, output: Output, laid: LaidOut) -> Faults:
    """What is wrong with one output, which the others need not share."""
    found: list[Problem] = [*laid.problems]
    if isinstance(output, PosterOutput) and laid.document:
        at = file.at("outputs", file.config.outputs.index(output), "tile")
        found += too_many_sheets(output, laid.document, at)
    found += (problem for page, _ in laid.checks.results for problem in page)
    faint = (problem for _, page in laid.checks.results for problem in page)
    return (*found, *dict.fromkeys(faint))
