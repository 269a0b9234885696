"""A kit made from a walk as written, and made again after an edit from what the edit left."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from datawalk.check.advice import advise, of_station
from datawalk.check.colours import contrast_problems
from datawalk.check.page import words_of_series, words_of_station
from datawalk.compose.composer import compose_again
from datawalk.compose.data import WalkData
from datawalk.compose.faces import faces_of
from datawalk.compose.pieces import Pieces
from datawalk.config.load import WalkFile
from datawalk.config.outputs import Output
from datawalk.output.names import called, slug, stem_of, wanted
from datawalk.output.results import Tell
from datawalk.output.second import others_of, voice_of
from datawalk.page.document import Document
from datawalk.prepare.kit import Kit
from datawalk.prepare.layouts import NONE, LaidOut, Walks, layouts, placed, unfit
from datawalk.prepare.taken import TakenOver
from datawalk.problems import Problem, Problems
from datawalk.theme import theme_of
from datawalk.typography.scripts.typefaces import Faces
from datawalk.walk import Composed, Walk
from datawalk.words import speaking

Read = Callable[[], WalkData]
"""Gives the figures that a walk needs. Raises Problems."""
Faults = tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class Wish:
    """What is wanted of a walk: in which place, only which medium, and whether warnings stop it.

    With `misfits` a walk of which no output fits is laid out as far as it does.
    """

    place: str | None = None
    only: str | None = None
    strict: bool = False
    tell: Tell = lambda _: None
    misfits: bool = False


ANY = Wish()


@dataclass(frozen=True, slots=True)
class Voice:
    """A walk composed in one of its languages; `lacking` are letters that the `faces` cannot print,
    `words` those of each station."""

    composed: Composed
    pieces: Pieces
    faces: Faces
    words: TakenOver[Faults]
    lacking: Faults

    @property
    def walk(self) -> Walk:
        return self.composed.walk


@dataclass(frozen=True, slots=True)
class Sketch:
    """A kit, with all that it was made of, so that it is quickly made again after an edit; of the
    walk of an `audience`, or of that for all.

    `voices` are the walk in each language of its sheets. `around` is what the advice on each
    station depends on beside it.
    """

    kit: Kit
    reading: WalkData
    voices: Mapping[str, Voice]
    laid: Mapping[Output, LaidOut]
    around: tuple[object, ...] = ()
    advice: TakenOver[Faults] = field(default_factory=TakenOver)
    audience: str = ""


def sketched(file: WalkFile, wish: Wish, read: Read, before: Sketch | None = None) -> Sketch:
    """The kit of a walk, and what it was made of. Raises Problems.

    A sketch from `before`, of the walk until it was edited or of any other, changes nothing but
    the time that it takes.
    """
    with speaking(file.config.language):
        faces = faces_of(file)
        outputs = wanted(file, wish.only)
        theme = theme_of(file.config.theme)
        _stop(contrast_problems(theme, lambda name: file.at("theme", *name.split("."))))
        reading = read()
        wish.tell("Composing the stations")
        known = before.voices if before else {}
        ours = _voice(file, faces, reading, known)
        warned = (*ours.composed.warnings, *file.untranslated)
        _stop((*ours.lacking, *(warned if wish.strict else ())))
        others = others_of(file, outputs, wish.place)
        seconds = {code: _second(one, ours, reading, known) for code, one in others.items()}
        for voice in seconds.values():
            _stop(voice.lacking)
        walks = Walks(
            ours.walk, theme, faces, {code: voice.walk for code, voice in seconds.items()}
        )
        lay = layouts(file, walks, before.laid if before else NONE)
        fit, misfits = _fitting(file, outputs, lay, wish)
        around = (ours.walk.language, ours.walk.place)
        told = before.advice if before and before.around == around else TakenOver[Faults]()
        advice = told.again(
            ((station,) for station in ours.walk.stations),
            lambda station: of_station(station, *around),
        )
        found = advise(ours.walk, tuple(fit.values()), advice.results)
        _stop(_of(found, "warning") if wish.strict else ())
        kit = Kit(
            file.path,
            ours.walk,
            tuple(fit),
            tuple(fit.values()),
            (*ours.composed.warnings, *_of(found, "warning")),
            _stem(file, ours.walk),
            file.config.print,
            _of(found, "advice"),
            tuple(problem for one in (file, *others.values()) for problem in one.untranslated),
            misfits,
        )
        laid = {output: lay(output) for output in outputs}
        voices = {file.config.language: ours, **seconds}
        return Sketch(kit, reading, voices, laid, around, advice, file.audience)


def _voice(file: WalkFile, faces: Faces, reading: WalkData, known: Mapping[str, Voice]) -> Voice:
    """The walk composed in the language of its file. Raises Problems."""
    before = known.get(file.config.language)
    pieces = before.pieces if before else None
    composed, pieces = compose_again(file, reading.store, reading.figures, pieces)
    lacking = before.words if before and before.faces == faces else TakenOver[Faults]()
    words = lacking.again(
        ((station,) for station in composed.walk.told),
        lambda station: tuple(words_of_station(station, faces)),
    )
    told = (problem for told in words.results for problem in told)
    found = dict.fromkeys((*words_of_series(composed.walk, file.at, faces), *told))
    return Voice(composed, pieces, faces, words, tuple(found))


def _second(file: WalkFile, first: Voice, reading: WalkData, known: Mapping[str, Voice]) -> Voice:
    """The same in the second language of a sheet."""
    with speaking(voice_of(file.config.language, first.walk.language)):
        return _voice(file, first.faces, reading, known)


def _fitting(
    file: WalkFile, outputs: Sequence[Output], lay: Callable[[Output], LaidOut], wish: Wish
) -> tuple[Mapping[Output, Document], Faults]:
    """The outputs that fit, and what is wrong with the others. Raises Problems if none fits."""
    fit: dict[Output, Document] = {}
    misfits: list[Problem] = []
    for output in outputs:
        wish.tell(f"Laying out the {called(output)}")
        laid = lay(output)
        wrong = unfit(file, output, laid)
        if laid.document and not wrong:
            fit[output] = laid.document
        misfits += (placed(problem, file) for problem in wrong)
    # Posters as PDF and as PowerPoint are the same sheets: what is wrong with both is told once.
    misfits = list(dict.fromkeys(misfits))
    _stop(misfits if wish.strict or not (fit or wish.misfits) else ())
    return fit, tuple(misfits)


def _stem(file: WalkFile, walk: Walk) -> str:
    stem, audience = stem_of(walk.title, walk.place), slug(file.audience)
    if audience not in stem:
        stem = f"{stem}-{audience}"
    return f"{stem}-{file.config.language.lower()}" if len(file.languages) > 1 else stem


def _of(found: Sequence[Problem], severity: str) -> Faults:
    return tuple(problem for problem in found if problem.severity == severity)


def _stop(problems: Sequence[Problem]) -> None:
    if problems:
        raise Problems(problems)
