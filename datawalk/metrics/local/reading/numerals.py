"""Decimal and thousands signs, judged by whole columns, and written the English way."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from math import isfinite

from datawalk.metrics.local.columns.amounts import tidied
from datawalk.metrics.local.reading import codewords
from datawalk.metrics.local.reading.draft import Draft
from datawalk.metrics.local.reading.grid import listed, warning
from datawalk.metrics.local.reading.kinds import NUMBER, mostly, nothing
from datawalk.problems import Problems, refuse

_SIGN = re.compile(r"\d(?:[.,'’_]|[^\S\n])\d|(?:^|\D)[.,]\d|[^\x00-\x7f]", re.M)
_DECIMALS = re.compile(r"^[-+]?(?:0*\.\d+|0+\.\d+|\d{4,}\.\d+|\d+\.\d{1,2}|\d+\.\d{4,})$", re.M)
"""Numbers whose point can be nothing but the decimal sign."""
_SPACED = re.compile(r"\d{1,3}(?:[ \u00a0\u2009\u202f'’]\d{3})+(?:(?P<sign>[.,])\d+)?")
_THREE_COMMA = re.compile(r"[1-9]\d{0,2},\d{3}")
_THREE_POINT = re.compile(r"[1-9]\d{0,2}\.\d{3}")
_ENGLISH = re.compile(r"\d{1,3}(?:,\d{3}){2,}|\d{1,3}(?:,\d{3})+\.\d+|\d*\.\d+|\d+\.")
_COMMA = re.compile(r"\d{1,3}(?:\.\d{3}){2,}|\d{1,3}(?:\.\d{3})+,\d+|\d*,\d+")
_UNDERSCORE = re.compile(r"\d[\d_]*_\d+(?:\.\d+)?")


@dataclass
class Signs:
    """The cells of a column by what they say about its signs."""

    plain: int = 0
    english: list[str] = field(default_factory=list)
    comma: list[str] = field(default_factory=list)
    three_comma: list[str] = field(default_factory=list)
    three_point: list[str] = field(default_factory=list)
    spaced: list[str] = field(default_factory=list)
    broken: list[str] = field(default_factory=list)
    words: int = 0

    @property
    def numbers(self) -> bool:
        """Whether most cells are numbers."""
        held = (self.english, self.comma, self.three_comma, self.three_point, self.spaced)
        good = self.plain + sum(map(len, held))
        return good > 0 and good >= self.words + len(self.broken)


def normalised(draft: Draft) -> Draft:
    """The table with all numbers in English notation. Raises Problems where they can be two."""
    judged: dict[int, Signs] = {}
    clear: set[int] = set()
    for i, column in enumerate(draft.columns):
        different = column.different
        joined = "\n".join(different)
        if column.digits or not _SIGN.search(joined):
            continue
        if _plainly_english(joined, different):
            clear.add(i)
        elif mostly(different, 0.2) and not codewords.is_code(
            draft.names[i], different, draft.names
        ):
            judged[i] = _signs(dict.fromkeys(column.cells))
    numeric = {i: signs for i, signs in judged.items() if signs.numbers}
    comma = any(s.comma for s in numeric.values())
    english = any(s.english for s in numeric.values()) or len(clear) > 0
    columns = list(draft.columns)
    decimals: list[tuple[str, str, str]] = []
    for i, signs in numeric.items():
        _refuse_broken(draft, i, signs)
        by_comma = _by_comma(draft, i, signs, comma=comma, english=english)
        mapping = _mapping(columns[i].different, by_comma)
        if by_comma:
            sample = (signs.comma or signs.three_comma or signs.three_point)[0]
            decimals.append((draft.names[i], sample, mapping.get(sample, sample)))
        columns[i] = columns[i].replaced(mapping)
    told = draft.told
    if decimals:
        _, before, after = decimals[0]
        names = listed([f'"{name}"' for name, _, _ in decimals])
        what = f'a comma is read as the decimal sign in {names}: "{before}" is {after}.'
        if all("," not in sample for _, sample, _ in decimals):
            what = f'a point is read as the thousands sign in {names}: "{before}" is {after}.'
        told = (*told, warning(draft.file, what, "Look whether the numbers are right."))
    return replace(draft, columns=tuple(columns), told=told)


def _plainly_english(joined: str, different: frozenset[str]) -> bool:
    """Whether a column holds floats alone, some with decimals that no thousands sign explains."""
    return (
        bool(_DECIMALS.search(joined))
        and joined.isascii()
        and "_" not in joined
        and values(different) is not None
    )


def _body(text: str) -> str:
    """The digits of a number with their signs; '' where the text is no number."""
    match = NUMBER.fullmatch(text) or NUMBER.fullmatch(tidied(text))
    return match["body"].strip() if match else ""


def _signs(different: Iterable[str]) -> Signs:
    signs = Signs()
    for text in different:
        if not text or nothing(text):
            continue
        body = _body(text)
        if body.isdigit():
            signs.plain += 1
        elif not body:
            if _UNDERSCORE.fullmatch(text):
                signs.broken.append(text)
            else:
                signs.words += 1
        else:
            _sort(signs, text, body)
    return signs


def _sort(signs: Signs, text: str, body: str) -> None:
    if spaced := _SPACED.fullmatch(body):
        signs.spaced.append(text)
        if spaced["sign"] == ",":
            signs.comma.append(text)
        elif spaced["sign"]:
            signs.english.append(text)
    elif _THREE_COMMA.fullmatch(body):
        signs.three_comma.append(text)
    elif _THREE_POINT.fullmatch(body):
        signs.three_point.append(text)
    elif _ENGLISH.fullmatch(body):
        signs.english.append(text)
    elif _COMMA.fullmatch(body):
        signs.comma.append(text)
    elif "," in body:
        signs.broken.append(text)
    else:
        signs.words += 1


def _refuse_broken(draft: Draft, i: int, signs: Signs) -> None:
    if not signs.broken:
        return
    text = signs.broken[0]
    where, at = draft.where(i, text)
    raise refuse(
        f'{draft.file}, column "{draft.names[i]}", holds "{text}" ({where}), which is not a '
        "number.",
        "Write it with digits alone, such as 1250, and a point before decimals.",
        at,
    )


def _by_comma(draft: Draft, i: int, signs: Signs, *, comma: bool, english: bool) -> bool:
    """Whether a comma is the decimal sign of a column. Raises Problems where nobody can tell."""
    semicolons = draft.separator == ";"
    if signs.comma and signs.english:
        raise _two_signs(draft, i, signs.comma[0], signs.english[0])
    if signs.comma:
        if signs.three_comma and not semicolons:
            raise _two_signs(draft, i, signs.comma[0], signs.three_comma[0])
        return True
    if signs.english:
        if signs.three_point and any("," in text for text in signs.english):
            raise _two_signs(draft, i, signs.three_point[0], signs.english[0])
        return False
    if signs.three_comma and signs.three_point:
        raise _two_signs(draft, i, signs.three_comma[0], signs.three_point[0])
    if signs.three_comma and semicolons and not english:
        if comma:
            return True
        raise _ambiguous(draft, i, signs.three_comma[0], ",")
    if signs.three_point and comma and not english:
        return True
    if signs.three_point and (_grouped(signs) or (semicolons and not english)):
        raise _ambiguous(draft, i, signs.three_point[0], ".")
    return False


def _grouped(signs: Signs) -> bool:
    """Whether points look like thousands signs: 12.500 beside 980, where no one types zeros."""
    zeros = [text.strip(" %*)").endswith("0") for text in signs.three_point]
    return (bool(signs.plain) and any(zeros)) or (len(zeros) > 1 and all(zeros))


def _two_signs(draft: Draft, i: int, one: str, other: str) -> Problems:
    (where, at), (there, _) = draft.where(i, one), draft.where(i, other)
    return refuse(
        f'{draft.file}, column "{draft.names[i]}", holds "{one}" ({where}) and "{other}" '
        f"({there}): nobody can tell which sign stands before its decimals.",
        "Write every number of the column the same way, such as 1250.5.",
        at,
    )


def _ambiguous(draft: Draft, i: int, text: str, sign: str) -> Problems:
    where, at = draft.where(i, text)
    body = _body(text)
    large = body.replace(sign, "")
    small = body.replace(sign, ".").rstrip("0").rstrip(".")
    return refuse(
        f'{draft.file}, column "{draft.names[i]}", holds "{text}" ({where}), which may be '
        f"{int(large):,} or {small}.",
        f"Write {large} for the large number, or {small} for the small one, in the whole column.",
        at,
    )


def _mapping(different: Iterable[str], by_comma: bool) -> Mapping[str, str]:
    """What changes in the texts of a column."""
    mapping = {}
    for text in different:
        body = _body(text)
        if body:
            bare = text if body in text else tidied(text)
            written = bare.replace(body, _english(body, by_comma), 1)
            if written != text:
                mapping[text] = written
    return mapping


def _english(body: str, by_comma: bool) -> str:
    if by_comma:
        swapped = re.sub(r"[.'’\s]", "", body).replace(",", ".")
        head, point, tail = swapped.partition(".")
        grouped = len(re.sub(r"\d", "", body)) > (1 if "," in body else 0)
        head = f"{int(head):,}" if grouped and head else head
        return f"{head}{point}{tail}"
    if _SPACED.fullmatch(body):
        return re.sub(r"['’\s]", ",", body)
    return body


def values(different: Iterable[str]) -> list[float] | None:
    """The numbers of a column that holds nothing else; None for every other column."""
    try:
        numbers = list(map(float, filter(None, different)))
    except ValueError:
        return None
    return numbers if all(map(isfinite, numbers)) else None
