"""The second language of bilingual sheets: which it is, its walk, and its pages."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from datawalk.compose.bilingual import paired
from datawalk.config.load import WalkFile
from datawalk.config.outputs import Output, PosterOutput, WebOutput
from datawalk.config.papers import HandoutOutput
from datawalk.layout.arrange import arrange
from datawalk.page.document import Document
from datawalk.problems import Problem, Problems
from datawalk.theme import Theme
from datawalk.typography.measure import Measurer
from datawalk.walk import Walk
from datawalk.words import speaking, translated


def voice_of(second: str, first: str) -> str:
    """In which language our own words are said of a sheet's second one: its own, if they are
    translated."""
    return second if translated(second) else first


def second_of(output: Output) -> str | None:
    """The other language of bilingual sheets."""
    return output.second if isinstance(output, PosterOutput | HandoutOutput) else None


def of_all(output: Output) -> bool:
    """Whether it tells the walk in all of its languages, and so is made once for all."""
    return isinstance(output, WebOutput)


def in_each(output: Output) -> bool:
    """Whether it is made in each language of the walk by itself."""
    return second_of(output) is None and not of_all(output)


def others_of(
    file: WalkFile, outputs: Sequence[Output], place: str | None
) -> Mapping[str, WalkFile]:
    """The walk in each other language that outputs in several languages want. Raises Problems."""
    others: dict[str, WalkFile] = {}
    problems: list[Problem] = []
    if any(map(of_all, outputs)):
        codes = [code for code in file.languages if code != file.config.language]
        others = {code: file.said_in(code, place) for code in codes}
    for output in outputs:
        code = second_of(output)
        if code is None or code in others:
            continue
        if code in file.languages and code != file.config.language:
            others[code] = file.said_in(code, place)
            continue
        at = file.at("outputs", file.config.outputs.index(output), "second")
        listed = ", ".join(file.languages)
        problems.append(
            Problem(
                f'second: "{code}" is not another language of this walk ({listed}).',
                f"Write language: [{listed}, {code}] at the top of the walk."
                if code != file.config.language
                else "Name another, or leave it out.",
                at,
            )
        )
    if problems:
        raise Problems(problems)
    return others


def arrange_both(
    measurer: Measurer,
    output: Output,
    walk: Walk,
    second: Walk,
    theme: Theme,
    *,
    tight: bool | None = None,
    before: Mapping[int, str] | None = None,
) -> Document:
    """Bilingual pages, told as pages of the walk that they belong to. Raises Problems.

    Posters are set in `tight` sizes of type, and after layouts `before`, as `arrange` sets them.
    """
    both = paired(walk, second)
    with speaking(both.language):
        document = arrange(measurer, both, output, theme, tight=tight, before=before)
    own = {
        id(shown): exhibit
        for two, one in zip(both.stations, walk.stations, strict=True)
        for shown, exhibit in zip(two.exhibits, one.exhibits, strict=True)
    }
    pages = tuple(
        replace(page, shows=tuple(own.get(id(shown), shown) for shown in page.shows))
        for page in document.pages
    )
    return replace(document, pages=pages)
