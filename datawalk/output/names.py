"""Which outputs of a walk are asked for, and what their files are called."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from pathlib import Path
from typing import get_args

from datawalk.config.images import ImagesOutput
from datawalk.config.load import WalkFile
from datawalk.config.outputs import DeckOutput, Output, PosterOutput, WebOutput
from datawalk.metrics.model import Place
from datawalk.output.second import in_each, second_of
from datawalk.page.document import Medium
from datawalk.problems import nearest, refuse

MEDIA: tuple[str, ...] = get_args(Medium)
PLURAL = {"poster": "posters", "handout": "handouts"}
"""What a file is called that holds a page for each station."""
LONGEST = 90
"""Letters of what the files of a walk begin with."""
MOST_BYTES = 150
"""Of the same; names of files may have 255, with all that is said behind it."""


def wanted(file: WalkFile, only: str | None) -> tuple[Output, ...]:
    """The outputs of the language of `file`; all, or those of the medium `only`.

    Raises Problems for a medium that is none, or not there, and for two files of one name.
    """
    if only is not None and only not in MEDIA:
        raise refuse(
            f"--only {only}: there is no such medium.",
            nearest(only, MEDIA) or f"Known are: {', '.join(MEDIA)}.",
        )
    main = file.config.language == file.languages[0]
    outputs = tuple(
        o for o in file.config.outputs if only in (None, o.medium) and (main or in_each(o))
    )
    if not outputs:
        raise refuse(
            f"The walk has no {only} among its outputs.",
            f"Add it: - {{medium: {only}}}",
            file.at("outputs"),
        )
    names = [(name_of("", output), output.format) for output in outputs]
    for i, output in enumerate(outputs):
        if names[i] in names[:i]:
            raise refuse(
                f"Two outputs would write the same files, …{names[i][0]}.",
                "Write one output with the settings of both.",
                file.at("outputs", file.config.outputs.index(output)),
            )
    return outputs


def called(output: Output) -> str:
    """An output in a word: posters, deck, script …"""
    return PLURAL.get(output.medium, output.medium)


def name_of(stem: str, output: Output) -> str:
    """What the files of an output begin with; sizes stand in it where there may be several.

    Pictures are many: of them it is the name of their folder.
    """
    name = f"{stem}-{called(output)}"
    if isinstance(output, DeckOutput):
        variant = output.variant if output.variant != "room" else ""
        length = output.length if output.length != "short" else ""
        look = output.size or Path(output.template or "").stem
        return "-".join(filter(None, (name, variant, length, slug(look))))
    if isinstance(output, ImagesOutput):
        return "-".join((name, *_unusual(output)))
    if isinstance(output, WebOutput):
        return name
    usual = type(output).model_fields["size"].default
    told = output.medium in PLURAL or output.size != usual
    name += f"-{output.size}" if told else ""
    second = second_of(output)
    name += f"-and-{second.lower()}" if second else ""
    return name + "-grey" * (isinstance(output, PosterOutput) and output.grey)


def _unusual(output: ImagesOutput) -> Iterator[str]:
    """What tells pictures from those that are usual: square, svg, 5in, 150dpi, transparent."""
    if output.for_:
        yield output.for_
    if output.format != "png":
        yield output.format
    for name, unit in (("width", "in"), ("dpi", "dpi")):
        if (chosen := getattr(output, name)) != type(output).model_fields[name].default:
            yield f"{chosen:g}{unit}"
    if output.ground != "paper":
        yield output.ground


def stem_of(title: str, place: Place) -> str:
    """What the files of a walk begin with: its place, and its title without the place's name."""
    whole, told = slug(place.full), slug(title)
    name = next((n for n in (whole, slug(place.name)) if told.startswith(n)), "")
    rest = told.removeprefix(name).strip("-")
    return _cut(f"{whole}-{rest}").strip("-")


def slug(text: str) -> str:
    """A text as part of a file's name: small letters of any script, and digits, with hyphens.

    Latin letters lose their accents; what is left may be nothing.
    """
    parted = unicodedata.normalize("NFKD", text.casefold())
    plain = ""
    for sign in parted:
        if _joined(sign):
            # In other scripts these are vowels, or part of a letter.
            before = unicodedata.name(plain[-1:] or "-", "")
            plain += "" if before.startswith(("LATIN", "HYPHEN")) else sign
        elif unicodedata.category(sign) != "Cf":
            plain += sign if sign.isalnum() else "-"
    return re.sub("-+", "-", unicodedata.normalize("NFC", plain)).strip("-")


def _cut(text: str) -> str:
    """As much of a text as names of files have room for, and no half of a letter."""
    end = min(len(text), LONGEST)
    while len(text[:end].encode()) > MOST_BYTES or _joined(text[end : end + 1]):
        end -= 1
    return text[:end]


def _joined(sign: str) -> bool:
    """Whether a sign belongs to the letter before it."""
    return bool(sign) and unicodedata.category(sign).startswith("M")
