"""The outputs of a walk laid out, each once, and what is wrong with one of them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import cache

from datawalk.brand.reading import read_brand
from datawalk.check.contrast import check_contrast
from datawalk.check.page import check
from datawalk.config.load import WalkFile
from datawalk.config.outputs import DeckOutput, Output, PosterOutput, ScriptOutput
from datawalk.layout.arrange import arrange
from datawalk.layout.poster.printing import too_many_sheets
from datawalk.output.second import arrange_both, second_of
from datawalk.page.document import Document
from datawalk.page.stage import Brand
from datawalk.problems import At, Problem, Problems
from datawalk.theme import Theme
from datawalk.typography.measure import Measurer
from datawalk.typography.scripts.typefaces import Faces
from datawalk.walk import Walk


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
    setting = problem.at.where.partition(" › ")[0] or "outputs"
    known = file.at(setting) if setting in type(file.config).model_fields else file.at("outputs")
    return replace(problem, at=At(known.file, known.line, problem.at.where))


def layouts(
    file: WalkFile, walk: Walk, seconds: Mapping[str, Walk], theme: Theme, faces: Faces
) -> Callable[[Output], Document]:
    """Lays an output out in these faces, each once: a script is that of the first deck of the walk.

    What it gives back raises Problems.
    """
    decks = (output for output in file.config.outputs if isinstance(output, DeckOutput))
    first, measurer = next(decks, None), Measurer(faces)

    @cache
    def laid_out(output: Output) -> Document:
        second = seconds.get(second_of(output) or "")
        if second:
            return arrange_both(measurer, output, walk, second, theme)
        deck = laid_out(first) if first and isinstance(output, ScriptOutput) else None
        return arrange(measurer, walk, output, theme, _brand(file, output), deck)

    return laid_out


def unfit(file: WalkFile, output: Output, document: Document) -> tuple[Problem, ...]:
    """What is wrong with one output, which the others need not share."""
    found: list[Problem] = []
    if isinstance(output, PosterOutput):
        at = file.at("outputs", file.config.outputs.index(output), "tile")
        found += too_many_sheets(output, document, at)
    return (*found, *check(document), *check_contrast(document))
