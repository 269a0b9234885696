"""What pydantic found, told to the author: where, what was read, what is expected."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from datawalk.config import examples, templates
from datawalk.config.advising import (
    A_LIST,
    A_SET,
    A_TEXT,
    stray,
    to_type,
    without_kind,
)
from datawalk.config.paths import field_of, owner_of, settings_of, where, written_path
from datawalk.problems import At, Problem, nearest
from datawalk.source.builder import KeyPath

A_NUMBER = "a number"
A_WHOLE_NUMBER = "a whole number"
A_SWITCH = "true or false"
EXPECTED = {
    "string_type": A_TEXT,
    "int_parsing": A_WHOLE_NUMBER,
    "int_type": A_WHOLE_NUMBER,
    "int_from_float": A_WHOLE_NUMBER,
    "float_parsing": A_NUMBER,
    "float_type": A_NUMBER,
    "bool_parsing": A_SWITCH,
    "bool_type": A_SWITCH,
    "tuple_type": A_LIST,
    "list_type": A_LIST,
    "model_type": A_SET,
    "model_attributes_type": A_SET,
    "dict_type": A_SET,
}


def explained(
    error: ValidationError, settings: Mapping[str, object], places: Mapping[KeyPath, At]
) -> list[Problem]:
    """One Problem for each mistake, in the order of the file."""
    found = [
        _problem(detail, settings, places)
        for detail in _causes(error.errors(include_url=False), settings)
    ]
    return sorted(dict.fromkeys(found), key=lambda problem: (problem.at.file, problem.at.line))


def _causes(
    details: Sequence[ErrorDetails], settings: Mapping[str, object]
) -> Iterable[ErrorDetails]:
    """The mistakes, without those that only follow from another.

    A list whose entries are wrong counts as too short, and a misspelt key leaves the right one
    missing.
    """
    for detail in details:
        loc = detail["loc"]
        inner = any(d["loc"][: len(loc)] == loc for d in details if d is not detail)
        if detail["type"] in ("too_short", "too_long") and inner:
            continue
        if detail["type"] == "missing" and _misspelt(detail, details, settings):
            continue
        yield detail


def _misspelt(
    detail: ErrorDetails, details: Sequence[ErrorDetails], settings: Mapping[str, object]
) -> bool:
    strangers = [
        d["loc"]
        for d in details
        if d["type"] == "extra_forbidden" and d["loc"][:-1] == detail["loc"][:-1]
    ]
    key = str(detail["loc"][-1])
    known = settings_of(written_path(detail["loc"], settings)[:-1], settings)
    return any(f'"{key}"' in nearest(str(loc[-1]), known) for loc in strangers)


def _problem(
    detail: ErrorDetails, settings: Mapping[str, object], places: Mapping[KeyPath, At]
) -> Problem:
    path = written_path(detail["loc"], settings)
    if path[-1:] == ("[key]",):
        # What is wrong is the word before the colon; the line is that of the whole.
        path = path[:-2]
    what, hint = _said(detail, path, settings)
    return Problem(
        what,
        hint,
        _at(path, settings, places),
        kind=detail["type"].replace("_", "-"),
        counts=_counts(detail),
    )


def _counts(detail: ErrorDetails) -> tuple[int, ...]:
    """How much is too much: letters and words of a text, entries of a list."""
    context = detail.get("ctx", {})
    match detail["type"]:
        case "string_too_long":
            return _letters_over(detail.get("input"), context["max_length"])
        case "too_long":
            return (int(context.get("actual_length") or 0) - int(context["max_length"]),)
    return ()


def _at(path: KeyPath, settings: Mapping[str, object], places: Mapping[KeyPath, At]) -> At:
    for end in range(len(path), -1, -1):
        if path[:end] in places:
            base = places[path[:end]]
            return At(base.file, base.line, where(path, settings), path)
    return At()


def _said(detail: ErrorDetails, path: KeyPath, settings: Mapping[str, object]) -> tuple[str, str]:
    key = str(next((step for step in reversed(path) if isinstance(step, str)), ""))
    given = detail.get("input")
    context = detail.get("ctx", {})
    owner = owner_of(path, settings)
    match detail["type"]:
        case "extra_forbidden":
            known = settings_of(path[:-1], settings)
            hint = stray(key, given, known) or nearest(key, known) or _listed(known)
            return f'"{key}" is not a setting of {owner}.', hint
        case "missing":
            return f'{_opening(owner)} needs the setting "{key}".', ""
        case "union_tag_invalid":
            tag = str(context.get("tag", ""))
            known = [k.strip().strip("'") for k in str(context["expected_tags"]).split(",")]
            discriminator = str(context["discriminator"]).strip("'")
            hint = nearest(tag, known) or f"Known are: {', '.join(known)}."
            return f'"{tag}" is not a {discriminator} that datawalk knows.', hint
        case "union_tag_not_found":
            word = str(context.get("discriminator", "'kind'")).strip("'")
            return f'This needs "{word}:", which says what it is.', without_kind(given)
        case "literal_error":
            options = [w.strip().strip("'") for w in _options(str(context["expected"]))]
            hint = nearest(str(given), options) or f"Known are: {', '.join(options)}."
            if not isinstance(given, str):
                hint = f"Write one of these after {key}: {', '.join(options)}."
            return f"{key}: {_read(given)} is not one of its choices.", hint
        case "value_error":
            whole = _opening(owner_of((*path, ""), settings))
            return f"{whole}: {context.get('error', detail['msg'])}.", ""
        case "mistake":
            return str(context["what"]), str(context["hint"])
        case "string_too_long":
            return f"{key} is {len(str(given)):,} characters long.", (
                f"{context['max_length']:,} is the most; cut {_over(given, context)}."
            )
        case "string_too_short":
            return f"{key} is empty.", "Write something, or leave the line out."
        case "string_pattern_mismatch":
            hint = _pattern_hint(path, settings)
            return f'{key}: "{given}" is not written as it should be.', hint
        case "too_long":
            return f"{key} has {context.get('actual_length')} entries.", (
                f"{context['max_length']} is the most."
            )
        case "too_short":
            return f"{key} needs at least {context['min_length']}.", ""
        case "greater_than_equal" | "less_than_equal":
            limit = context.get("ge", context.get("le"))
            least = "least" if "ge" in context else "most"
            return f"{key}: {given} is out of range.", f"At {least} {limit:g}."
        case kind:
            expected = EXPECTED.get(kind, "something else")
            entry = examples.of_entry(key, given) if expected == A_LIST else ""
            hint = entry or to_type(key, given, expected)
            if not hint and key == "stations" and given in templates.names():
                hint = f"Write - template: {given}"
            hint = hint or _example(key, given, expected, path, settings)
            return f"{key or 'This'}: {_read(given)} was read, {expected} is expected.", hint


def _example(
    key: str, given: object, expected: str, path: KeyPath, settings: Mapping[str, object]
) -> str:
    """What can be typed in place of what was read."""
    if given is None:
        return f"Write something after {key}:, or leave the line out."
    if expected in (A_NUMBER, A_WHOLE_NUMBER):
        return examples.of_number(key, field_of(path, settings))
    if expected == A_SWITCH:
        return examples.of_switch(key)
    if expected == A_LIST:
        return f"Write {key}: and under it a line for each, starting with a dash."
    if expected != A_SET:
        return f"Write one text after {key}:" if expected == A_TEXT else ""
    entry = path[-1] if path and isinstance(path[-1], int) else None
    if key == "outputs" and isinstance(given, str):
        return f"Write - medium: {examples.near_medium(given)}"
    return examples.of_set(key, entry, settings_of(path, settings))


def _opening(owner: str) -> str:
    """An owner at the beginning of a sentence; keys are told as they are written."""
    if owner.startswith(("a ", "an ", "the ")):
        return owner[0].upper() + owner[1:]
    return owner


def _over(given: object, context: Mapping[str, Any]) -> str:
    """How much is to be cut of a text that is too long: letters, and about how many words."""
    letters, words = _letters_over(given, context["max_length"])
    return f"{letters:,} letters or more, about {words:,} {'word' if words == 1 else 'words'}"


def _letters_over(given: object, most: int) -> tuple[int, int]:
    letters = len(str(given)) - most
    return letters, max(1, round(letters / 6))


def _options(text: str) -> list[str]:
    return text.replace(" or ", ", ").split(", ")


def _read(given: object) -> str:
    if given is None:
        return "nothing"
    if isinstance(given, dict):
        return "a set of settings"
    if isinstance(given, list):
        return "a list"
    return f'"{given}"'


def _listed(known: Sequence[str]) -> str:
    return f"It has: {', '.join(known)}." if known else ""


def _pattern_hint(path: KeyPath, settings: Mapping[str, object]) -> str:
    match path[-1] if path else "":
        case "size" if _medium(path, settings) == "deck":
            return "Write 16:9, 4:3, or inches such as 11x8.5."
        case "size":
            return "Write letter, tabloid, a4 to a0, or inches such as 24x36."
        case "language":
            return "Write a code such as en, es or es-US."
        case "link":
            return "Write an address that starts with https://."
        case _ if path[:1] == ("theme",):
            return 'Write a color such as "#0b5c69", in quotes.'
        case _:
            return ""


def _medium(path: KeyPath, settings: Mapping[str, object]) -> str:
    """What the output of this path makes."""
    match path:
        case ("outputs", int(index), *_):
            outputs: Any = settings["outputs"]
            return str(outputs[index].get("medium"))
        case _:
            return ""
