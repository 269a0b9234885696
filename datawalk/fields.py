"""Field types that several settings share."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Annotated, TypeGuard

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    StringConstraints,
    ValidationInfo,
)
from pydantic_core import PydanticCustomError

from datawalk import prose


class Setting(BaseModel):
    """What an author writes: frozen, and unknown keys are mistakes."""

    model_config = ConfigDict(frozen=True, extra="forbid")


LANGUAGE = r"^[a-z]{2,3}(-[A-Z]{2})?$"
"""How the code of a language is written: en, es, es-US."""


def in_language(written: object, info: ValidationInfo) -> object:
    """The text that a mapping such as {en: …, es: …} has in the first of the wanted languages.

    `info.context` lists the wanted languages, the best first; a mapping without any of them gives
    its first text. All else is left for pydantic to judge.
    """
    if not spoken(written):
        return written
    best = [in_one(written, code) for code in info.context or ()]
    return next((text for text in (*best, *written.values()) if text), written)


def in_one(written: Mapping[str, object], code: str) -> object:
    """The text in a language, or else in the language without its country: es for es-US."""
    return written.get(code) or written.get(code.partition("-")[0])


def spoken(written: object) -> TypeGuard[dict[str, object]]:
    """Whether this maps codes of languages to texts."""
    return (
        isinstance(written, dict)
        and any(re.match(LANGUAGE, str(code)) for code in written)
        and all(text is None or isinstance(text, str) for text in written.values())
    )


def _with_links(text: str) -> str:
    """The text, if each link in it leads to a page, a mailbox or a telephone."""
    for link in prose.lost_links(text):
        raise mistake(*_lost(link))
    return text


def _lost(link: str) -> tuple[str, str]:
    meant = prose.address_for(link)
    plain = "Where no link is meant, write \\[ for the bracket."
    if meant:
        return f'The link to "{link}" does not say that it is one.', f"Write {meant}. {plain}"
    shown = link if len(link) <= 60 else f"{link[:60]}…"
    what = f'The link to "{shown}" cannot be followed from paper or slides.'
    return what, f"Write an address that starts with https://, or mailto: or tel:. {plain}"


def mistake(what: str, hint: str) -> PydanticCustomError:
    """What a check of a setting raises so that its author reads these very words."""
    return PydanticCustomError("mistake", "{what} {hint}", {"what": what, "hint": hint})


_LongText = Annotated[
    str, StringConstraints(strip_whitespace=True, min_length=1, max_length=20_000)
]
_Line = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=300)]
_Code = Annotated[str, StringConstraints(pattern=LANGUAGE)]

Text = Annotated[
    _LongText,
    BeforeValidator(in_language, json_schema_input_type=_LongText | dict[_Code, _LongText]),
    AfterValidator(_with_links),
]
"""Words of the author; {place}, {state}, {year} and {any_metric} are filled in."""

Title = Annotated[
    _Line,
    BeforeValidator(in_language, json_schema_input_type=_Line | dict[_Code, _Line]),
    AfterValidator(_with_links),
]
"""One line of words, filled in like Text."""

MOST_OF_A_TAKEAWAY = 180
"""What three lines of a poster hold in their smallest type."""
_Lines = Annotated[
    str,
    StringConstraints(strip_whitespace=True, min_length=1, max_length=MOST_OF_A_TAKEAWAY),
]
Takeaway = Annotated[
    _Lines,
    BeforeValidator(in_language, json_schema_input_type=_Lines | dict[_Code, _Lines]),
    AfterValidator(_with_links),
]
"""A sentence or two that fit the strip of a poster, filled in like Text."""

Name = _Line
"""One line that is no prose, and the same in every language: a place, a column, an address."""

MetricName = Annotated[
    str,
    Field(
        description="The name of a metric, such as share_employed; "
        "`datawalk metrics WORD` finds it.",
        max_length=80,
    ),
]

Year = Annotated[int, Field(ge=1990, le=2100, description="A year; the newest if left out.")]


def _as_text(written: object) -> object:
    """A whole year may be written as a number."""
    return str(written) if type(written) is int else written


When = Annotated[
    str,
    BeforeValidator(_as_text, json_schema_input_type=int | str),
    StringConstraints(strip_whitespace=True, min_length=1, max_length=60),
    Field(
        description="A year or another time, as the file writes it, such as 2023, 2022-23, FY24 or "
        "Oct 2023; the newest if left out."
    ),
]


def whole_year(written: str | None) -> int | None:
    """The year of published figures, which is a whole one from 1990 to 2100. Raises ValueError."""
    if written is None:
        return None
    if not re.fullmatch(r"\d{4}", written) or not 1990 <= int(written) <= 2100:
        raise ValueError("year: of published figures is a whole year, such as 2023")
    return int(written)


_SWITCHES = frozenset({"false", "true", "no", "yes", "off", "on", "none", "null"})


def is_switch(written: object) -> bool:
    """Whether this turns something on or off, where a name was asked for."""
    return isinstance(written, bool) or str(written).strip().lower() in _SWITCHES


def _named(written: object) -> object:
    if is_switch(written):
        said = str(written).strip().lower()
        raise mistake(
            f'"{said}" is not the name of a file.',
            "Write the name of the file, or leave the line out.",
        )
    return written


FileName = Annotated[
    str,
    BeforeValidator(_named, json_schema_input_type=str),
    Field(
        description="A file, named from the folder of the file that names it.",
        min_length=1,
        max_length=500,
    ),
]
