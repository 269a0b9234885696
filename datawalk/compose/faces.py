"""The fonts that a walk names: its own face, and what stands in for letters that Lato lacks."""

from __future__ import annotations

from typing import get_args

from datawalk.config.load import WalkFile
from datawalk.inputs import stamp
from datawalk.problems import Problem, Problems, refuse
from datawalk.typography.fonts import Face
from datawalk.typography.scripts.embedding import require_sound
from datawalk.typography.scripts.scripts import EXTRA
from datawalk.typography.scripts.typefaces import (
    LATIN,
    Faces,
    Typeface,
    UnusableFontError,
    load,
    ready,
)

STAND_INS = {"italic": "regular", "bolditalic": "bold", "black": "bold"}
"""Which font is taken for a cut that a walk's own face does not have."""

MORE = "Fonts of your own need more libraries."


def faces_of(file: WalkFile) -> Faces:
    """Every font that the walk names, read. Raises Problems for fonts of no use."""
    problems: list[Problem] = []
    if file.config.fonts and not ready():
        raise refuse(MORE, f"Install them: {EXTRA}", file.at("fonts"))
    own = [
        _typeface(file, name, ("fonts", i), problems) for i, name in enumerate(file.config.fonts)
    ]
    main = _main(file, problems)
    if problems:
        raise Problems(problems)
    return Faces(file.config.language, tuple(face for face in own if face), main)


def _main(file: WalkFile, problems: list[Problem]) -> tuple[tuple[str, Typeface], ...]:
    """The theme's face: a font for each cut that Lato has, or nothing."""
    written = file.config.theme.face
    if written is None:
        return ()
    if not ready():
        problems.append(Problem(MORE, f"Install them: {EXTRA}", file.at("theme", "face")))
        return ()
    made: dict[str, Typeface] = {}
    for cut, name in written.model_dump(exclude_none=True).items():
        path = ("theme", "face", cut)
        typeface = _typeface(file, name, path, problems, fitted=True)
        if typeface is None:
            continue
        made[cut] = typeface
        lacking = sorted(LATIN - load(typeface).characters)
        if lacking:
            example = chr(lacking[0])
            why = f'{name} lacks {len(lacking)} letters and digits, such as "{example}".'
            hint = "Name a font with Latin letters here, and this one under fonts:."
            problems.append(Problem(why, hint, file.at(*path)))
    if problems:
        return ()
    return tuple((cut, made.get(cut) or made[STAND_INS[cut]]) for cut in get_args(Face))


def _typeface(
    file: WalkFile,
    name: str,
    path: tuple[str | int, ...],
    problems: list[Problem],
    *,
    fitted: bool = False,
) -> Typeface | None:
    """A font that can be read and printed; else None, and why is among the problems."""
    try:
        found = file.locate(name, *path)
        typeface = Typeface(str(found), fitted=fitted, stamp=stamp(found))
        require_sound(typeface)
    except UnusableFontError as fault:
        why = f"{name} {fault}."
        problems.append(Problem(why, "Name a TTF or OTF file.", file.at(*path)))
    except Problems as found:
        problems += [problem.located(file.at(*path)) for problem in found.problems]
    else:
        return typeface
    return None
