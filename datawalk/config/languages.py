"""The languages of a walk: which there are, and which texts are not in one of them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Any, get_args

from pydantic import BaseModel, BeforeValidator

from datawalk.config.paths import where
from datawalk.fields import LANGUAGE, in_language, in_one, spoken
from datawalk.problems import NOWHERE, At, Problem, Problems, nearest, refuse
from datawalk.source.builder import KeyPath

SHIPPED = "station_templates/"
"""How the names of shipped templates begin in places; what they give plain is in English."""
MOST_NAMED = 3
"""So many untranslated texts are named where they are only summed up."""


def languages(written: object, places: Mapping[KeyPath, At]) -> tuple[str, ...]:
    """The codes under `language:`, the main one first; ('en',) if left out. Raises Problems."""
    at = places.get(("language",), NOWHERE)
    if not isinstance(written, list):
        return (written if isinstance(written, str) else "en",)
    if not written:
        raise refuse("language has no entry.", "Write a code such as en, or leave it out.", at)
    problems = [
        Problem(
            f'language: "{code}" is not written as it should be.',
            "Write a code such as en, es or es-US.",
            places.get(("language", i), at),
        )
        for i, code in enumerate(written)
        if not (isinstance(code, str) and re.match(LANGUAGE, code))
    ]
    if not problems and len(set(written)) < len(written):
        problems = [Problem("language names a language twice.", "Name each once.", at)]
    if problems:
        raise Problems(problems)
    return tuple(written)


def called(code: str) -> str:
    """'Spanish'; the code itself if nobody knows its name."""
    from babel import Locale, UnknownLocaleError

    try:
        return Locale.parse(code, sep="-").english_name or code
    except (UnknownLocaleError, ValueError):
        return code


def unknown(
    config: BaseModel,
    settings: Mapping[str, object],
    places: Mapping[KeyPath, At],
    codes: Sequence[str],
) -> list[Problem]:
    """Texts in other languages than the walk's, or not in its main one.

    Templates serve many walks: what they say in other languages is left alone.
    """
    problems: list[Problem] = []
    for path in _texts(config, ()):
        text = _value(settings, path)
        if not isinstance(text, dict) or _near(path, places).file != places[()].file:
            continue
        name, at = _name(path), _at(path, settings, places)
        if not any(map(_is_language, text)):
            problems.append(_no_text(name, text, at))
            continue
        for code in text.keys() - set(codes):
            hint = nearest(str(code), codes) or _add(str(code), codes)
            what = f'{name}: "{code}" is not a language of this walk ({", ".join(codes)}).'
            problems.append(Problem(what, hint, at))
        if not text.get(codes[0]):
            what = f"{name} has no text in {called(codes[0])}, the main language of this walk."
            problems.append(Problem(what, f"Add {codes[0]}: and the text.", at))
    return sorted(problems, key=lambda p: (p.at.file, p.at.line, p.what))


def _is_language(code: str) -> bool:
    return called(code) != code


def _no_text(name: str, written: Mapping[str, object], at: At) -> Problem:
    """A text with a colon in it, or several texts under words of their own."""
    (word, text), *more = written.items()
    hint = (
        f'Write a line for each, such as: - "{text}"'
        if more
        else f'Put it in quotes: "{word}: {text}".'
    )
    return Problem(f'{name}: "{word}:" is read as a language, and a text is expected.', hint, at)


def _add(code: str, codes: Sequence[str]) -> str:
    if not re.match(LANGUAGE, code):
        return ""
    return f"Write language: [{', '.join((*codes, code))}] if it should be."


def untranslated(
    config: BaseModel,
    settings: Mapping[str, object],
    places: Mapping[KeyPath, At],
    codes: Sequence[str],
    wanted: str,
) -> tuple[Problem, ...]:
    """Warnings of what is not in the wanted language.

    There is one for each text of the walk and of templates of its own, and one for all shipped
    templates.
    """
    found: list[Problem] = []
    shipped: dict[str, tuple[At, str]] = {}
    for path in _texts(config, ()):
        text = _value(settings, path)
        ready = _near(path, places).file.startswith(SHIPPED)
        plain = "en" if ready else codes[0]
        if in_one(text, wanted) if isinstance(text, dict) else wanted == plain:
            continue
        at = _at(path, settings, places)
        if ready:
            main = isinstance(text, dict) and in_one(text, codes[0])
            shipped.setdefault(at.file, (at, codes[0] if main else "en"))
        else:
            hint = f"Write {{{plain}: …, {wanted}: …}}."
            found.append(
                Problem(
                    f"{_name(path)}: not in {called(wanted)}.", hint, at, "warning", "untranslated"
                )
            )
    found.sort(key=lambda p: (p.at.file, p.at.line))
    return (*found, *_of_templates(shipped, wanted))


def _of_templates(shipped: Mapping[str, tuple[At, str]], wanted: str) -> tuple[Problem, ...]:
    """One warning for all shipped templates; `shipped` has their first text and what it is in."""
    if not shipped:
        return ()
    names = [file.removeprefix(SHIPPED).removesuffix(".yaml") for file in shipped]
    more = len(names) - MOST_NAMED
    rest = f" and {more} more" if more > 0 else ""
    at, spoken_in = next(iter(shipped.values()))
    what = (
        f"Texts of station templates stay in {called(spoken_in)}, for they are not in "
        f"{called(wanted)}: {', '.join(names[:MOST_NAMED])}{rest}."
    )
    hint = f"Write {{{spoken_in}: …, {wanted}: …}} at your station, in place of the template's."
    return (Problem(what, hint, at, "warning", "untranslated"),)


def in_short(found: Sequence[Problem], wanted: str) -> tuple[Problem, ...]:
    """One warning for all texts of the author's that are not in the wanted language."""
    templates = tuple(p for p in found if p.at.file.startswith(SHIPPED))
    own = [p for p in found if p not in templates]
    if not own:
        return templates
    lines = [f"{p.at.file}:{p.at.line}" for p in own[:MOST_NAMED]]
    rest = ", …" if len(own) > MOST_NAMED else ""
    count = "1 text is" if len(own) == 1 else f"{len(own)} texts are"
    what = f"{count} not in {called(wanted)}: {', '.join(lines)}{rest}"
    return (Problem(what, "`datawalk check` lists each.", severity="warning"), *templates)


def _texts(part: object, path: KeyPath) -> Iterator[KeyPath]:
    """The path of every text that was written and could be given in several languages, in the
    order of the settings."""
    if not isinstance(part, BaseModel):
        return
    for name, words in _fields(type(part)):
        if name in part.model_fields_set:
            yield from _below(getattr(part, name), (*path, name), words)


def _below(value: object, path: KeyPath, words: bool) -> Iterator[KeyPath]:
    if isinstance(value, tuple):
        for i, item in enumerate(value):
            yield from _below(item, (*path, i), words)
    elif isinstance(value, str) and words:
        yield path
    else:
        yield from _texts(value, path)


@lru_cache(maxsize=256)
def _fields(settings: type[BaseModel]) -> tuple[tuple[str, bool], ...]:
    """The fields of some settings, and whether each may hold texts in several languages."""
    return tuple(
        (name, _translatable((field.annotation, *field.metadata)))
        for name, field in settings.model_fields.items()
    )


def _translatable(parts: Iterable[object]) -> bool:
    return any(
        (isinstance(part, BeforeValidator) and part.func is in_language)
        or _translatable((*get_args(part), *getattr(part, "__metadata__", ())))
        for part in parts
    )


def _value(settings: object, path: KeyPath) -> object:
    here: Any = settings
    for step in path:
        if isinstance(here, str) or (isinstance(here, dict) and step not in here):
            break  # A text alone, which stands for settings of which it is the first.
        here = here[step]
    return here if not isinstance(here, dict) or spoken(here) else {}


def _at(path: KeyPath, settings: Mapping[str, object], places: Mapping[KeyPath, At]) -> At:
    near = _near(path, places)
    return At(near.file, near.line, where(path, settings), tuple(path))


def _near(path: KeyPath, places: Mapping[KeyPath, At]) -> At:
    return next(
        (places[path[:end]] for end in range(len(path), -1, -1) if path[:end] in places), NOWHERE
    )


def _name(path: KeyPath) -> str:
    return str(next(step for step in reversed(path) if isinstance(step, str)))
