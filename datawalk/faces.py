"""The faces of a walk: that of its theme, and what stands in for letters that Lato lacks."""

from __future__ import annotations

from collections.abc import Mapping

from datawalk.config.load import WalkFile
from datawalk.config.schema import FaceConfig
from datawalk.fonts import Face
from datawalk.lettering.scripts import EXTRA
from datawalk.lettering.typefaces import Faces, Typeface, UnusableFontError, load, ready
from datawalk.problems import Problem, Problems, refuse


def faces_of(file: WalkFile) -> Faces:
    """The face of the theme, and what stands in for letters that Lato lacks.

    Raises Problems for fonts of no use.
    """
    problems: list[Problem] = []

    def opened(name: str, *path: str | int) -> Typeface | None:
        try:
            typeface = Typeface(str(file.locate(name, *path)))
            load(typeface)
        except UnusableFontError as fault:
            problems.append(Problem(f"{name} {fault}.", "Name a TTF or OTF file.", file.at(*path)))
        except Problems as found:
            problems.extend(problem.located(file.at(*path)) for problem in found.problems)
        else:
            return typeface
        return None

    named = [*file.config.fonts, *([file.config.theme.face] if file.config.theme.face else [])]
    if named and not ready():
        raise refuse("Fonts of your own need more of datawalk.", f"Run {EXTRA}.", file.at("fonts"))
    own = [opened(name, "fonts", i) for i, name in enumerate(file.config.fonts)]
    main = [
        (face, opened(name, "theme", "face", key))
        for face, key, name in _named(file.config.theme.face)
    ]
    if problems:
        raise Problems(dict.fromkeys(problems))
    return Faces(
        file.config.language,
        tuple(typeface for typeface in own if typeface),
        tuple((face, typeface) for face, typeface in main if typeface),
    )


def _named(face: FaceConfig | None) -> list[tuple[Face, str, str]]:
    """Which file of a face serves each of ours, and the setting that names it."""
    if face is None:
        return []
    wanted: Mapping[Face, str] = {
        "regular": "regular",
        "bold": "bold",
        "italic": "italic" if face.italic else "regular",
        "bolditalic": "bolditalic" if face.bolditalic else "bold",
        "black": "black" if face.black else "bold",
    }
    return [(ours, key, getattr(face, key)) for ours, key in wanted.items()]
