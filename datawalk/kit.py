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
from datawalk.config.schema import Output, PosterOutput
from datawalk.layout.arrange import arrange
from datawalk.layout.page import Document
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
    untranslated: tuple[Problem, ...] = ()


def every(
    path: Path,
    place: str | None = None,
    data: Sequence[Path] = (),
    *,
    only: str | None = None,
    strict: bool = False,
    tell: Tell = lambda _: None,
) -> tuple[Kit, ...]:
    """A kit for each language of the walk, the main one first. Raises Problems like `prepared`."""
    codes = load(path, place, data).languages
    return tuple(
        prepared(path, place, data, only=only, strict=strict, tell=tell, language=code)
        for code in codes
    )


def prepared(
    path: Path,
    place: str | None = None,
    data: Sequence[Path] = (),
    *,
    only: str | None = None,
    strict: bool = False,
    tell: Tell = lambda _: None,
    language: str | None = None,
) -> Kit:
    """Everything up to painting, in one language: the main one if left out.

    Raises Problems; with `strict`, for warnings too.
    """
    tell("Reading the walk")
    file = load(path, place, data, language)
    outputs = _outputs(file, only)
    tell("Reading the data")
    store = read_data(file)
    tell("Composing the stations")
    composed = compose(file, store)
    _stop(
        [*check_words(composed.walk), *((*composed.warnings, *file.untranslated) if strict else ())]
    )
    documents: list[Document] = []
    problems: list[Problem] = []
    for output in outputs:
        tell(f"Laying out the {output.medium}s" if output.medium == "poster" else "Laying out")
        try:
            documents.append(arrange(composed.walk, output))
        except Problems as found:
            problems += found.problems
    _stop(problems)
    _stop([problem for document in documents for problem in check(document)])
    stem = _slug(composed.walk.place.full) if place else _slug(path.stem)
    if len(file.languages) > 1:
        stem = f"{stem}-{file.config.language.lower()}"
    lacking = file.untranslated
    return Kit(composed.walk, outputs, tuple(documents), composed.warnings, stem, lacking)


def rendered(
    kit: Kit, out: Path, *, guides: bool = False, tell: Tell = lambda _: None
) -> list[tuple[Path, int, int]]:
    """Paint and write every document and the table of its numbers.

    Returns path, pages (0 for the table) and bytes of each file.
    """
    from datawalk.render.xlsx import xlsx_bytes

    files: dict[Path, bytes] = {}
    pages: dict[Path, int] = {}
    for output, document in zip(kit.outputs, kit.documents, strict=True):
        tell(f"Painting the {output.medium}")
        path = out / _file_name(kit.stem, output)
        files[path] = paint(document, guides=guides)
        pages[path] = len(document.pages)
    tell("Tracing the numbers")
    rows = numbers(kit.walk, kit.documents)
    files[out / f"{kit.stem}{NUMBERS}.csv"] = csv_text(rows).encode()
    files[out / f"{kit.stem}{NUMBERS}.xlsx"] = xlsx_bytes(rows)
    tell("Writing")
    write(files)
    return [(path, pages.get(path, 0), len(content)) for path, content in files.items()]


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
    return outputs


def _file_name(stem: str, output: Output) -> str:
    if isinstance(output, PosterOutput):
        return f"{stem}-posters-{output.size}.pdf"
    return f"{stem}-deck.pptx"


def _slug(text: str) -> str:
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-") or "walk"


def _stop(problems: Sequence[Problem]) -> None:
    if problems:
        raise Problems(problems)
