"""The whole line for one walk: read, compose, arrange, check, paint, write."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from datawalk.check import check, check_words
from datawalk.composing import compose, read_data
from datawalk.config.load import WalkFile, load
from datawalk.config.schema import Output, PosterOutput, PrintConfig
from datawalk.layout.arrange import arrange
from datawalk.layout.page import Document
from datawalk.layout.printing import Job, jobs, too_many_sheets
from datawalk.prints import Made, poster_files
from datawalk.problems import Problem, Problems, nearest, refuse
from datawalk.provenance import NUMBERS, csv_text, numbers
from datawalk.walk import Walk
from datawalk.write import paint, write

Tell = Callable[[str], None]
"""Takes the name of the step that begins."""

MEDIA = ("poster", "deck")


@dataclass(frozen=True, slots=True)
class Kit:
    """A walk laid out for every output, free of problems, and nothing written yet."""

    walk: Walk
    outputs: tuple[Output, ...]
    documents: tuple[Document, ...]
    warnings: tuple[Problem, ...]
    stem: str
    prices: PrintConfig

    @property
    def jobs(self) -> tuple[Job, ...]:
        """The posters to print, in hanging order."""
        return tuple(
            job
            for output, document in zip(self.outputs, self.documents, strict=True)
            if isinstance(output, PosterOutput)
            for job in jobs(output, document, _name(self.stem, output))
        )


def prepared(
    path: Path,
    place: str | None = None,
    data: Sequence[Path] = (),
    *,
    only: str | None = None,
    strict: bool = False,
    tell: Tell = lambda _: None,
) -> Kit:
    """Everything up to painting. Raises Problems; with `strict`, for warnings too."""
    tell("Reading the walk")
    file = load(path, place, data)
    outputs = _outputs(file, only)
    tell("Reading the data")
    store = read_data(file)
    tell("Composing the stations")
    composed = compose(file, store)
    _stop([*check_words(composed.walk), *(composed.warnings if strict else ())])
    documents: list[Document] = []
    problems: list[Problem] = []
    for output in outputs:
        tell(f"Laying out the {output.medium}s" if output.medium == "poster" else "Laying out")
        try:
            documents.append(arrange(composed.walk, output))
            if isinstance(output, PosterOutput):
                at = file.at("outputs", file.config.outputs.index(output), "tile")
                problems += too_many_sheets(output, documents[-1], at)
        except Problems as found:
            problems += found.problems
    _stop(problems)
    _stop([problem for document in documents for problem in check(document)])
    stem = _slug(composed.walk.place.full) if place else _slug(path.stem)
    return Kit(composed.walk, outputs, tuple(documents), composed.warnings, stem, file.config.print)


def rendered(
    kit: Kit, out: Path, *, guides: bool = False, tell: Tell = lambda _: None
) -> list[tuple[Path, int, int]]:
    """Paint and write every document, the list of what to print and the table of its numbers.

    Returns path, pages (0 for lists and tables) and bytes of each file.
    """
    from datawalk.render.xlsx import xlsx_bytes

    files: dict[str, Made] = {}
    for output, document in zip(kit.outputs, kit.documents, strict=True):
        tell(f"Painting the {output.medium}")
        files |= _painted(kit.stem, output, document, guides)
    if kit.jobs:
        from datawalk.render.xlsx_prints import print_list

        files[f"{kit.stem}-print-list.xlsx"] = Made(print_list(kit.jobs, kit.prices))
    tell("Tracing the numbers")
    rows = numbers(kit.walk, kit.documents)
    files[f"{kit.stem}{NUMBERS}.csv"] = Made(csv_text(rows).encode())
    files[f"{kit.stem}{NUMBERS}.xlsx"] = Made(xlsx_bytes(rows))
    tell("Writing")
    write({out / name: made.content for name, made in files.items()})
    return [(out / name, made.pages, len(made.content)) for name, made in files.items()]


def _painted(stem: str, output: Output, document: Document, guides: bool) -> dict[str, Made]:
    """The files of one output by name."""
    name = _name(stem, output)
    if isinstance(output, PosterOutput):
        return dict(poster_files(document, output, name, guides=guides))
    return {f"{name}.{output.format}": Made(paint(document), len(document.pages))}


def _outputs(file: WalkFile, only: str | None) -> tuple[Output, ...]:
    if only is not None and only not in MEDIA:
        raise refuse(
            f"--only {only}: there is no such medium.",
            nearest(only, MEDIA) or f"Known are: {', '.join(MEDIA)}.",
        )
    outputs = tuple(o for o in file.config.outputs if only in (None, o.medium))
    if not outputs:
        raise refuse(
            f"The walk has no {only} among its outputs.",
            f"Add it: - {{medium: {only}}}",
            file.at("outputs"),
        )
    names = [_name("", output) for output in outputs]
    for i, output in enumerate(outputs):
        if names[i] in names[:i]:
            raise refuse(
                f"Two outputs would write the same files, {file.path.stem}{names[i]}.",
                "Write one output with the settings of both.",
                file.at("outputs", file.config.outputs.index(output)),
            )
    return outputs


def _name(stem: str, output: Output) -> str:
    """What the files of an output begin with."""
    if isinstance(output, PosterOutput):
        return f"{stem}-posters-{output.size}{'-grey' * output.grey}"
    return f"{stem}-deck"


def _slug(text: str) -> str:
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-") or "walk"


def _stop(problems: Sequence[Problem]) -> None:
    if problems:
        raise Problems(problems)
