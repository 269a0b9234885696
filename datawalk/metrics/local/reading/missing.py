"""Codes of missing numbers: known ones become empty, doubtful ones are asked about."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from datawalk.metrics.local.reading import codewords
from datawalk.metrics.local.reading.draft import Draft
from datawalk.metrics.local.reading.grid import UNSOLVED, listed, warning
from datawalk.metrics.local.reading.kinds import FAULT, HELD_BACK, JAM, NO_DATA, margin_mark, mostly
from datawalk.metrics.local.reading.numerals import values
from datawalk.problems import refuse

_BELOW = frozenset({-1, -2, -3, -4, -5, -6, -7, -8, -9, -66, -77, -88, -99, -98, -97})
_SUSPECT = frozenset(map(float, _BELOW)) | {
    sign * float(digit * times) for sign in (-1, 1) for digit in "789" for times in range(3, 11)
}
"""Numbers that are asked about where all others lie far away."""
_SIGNED = re.compile(
    r"change|chg|differ|growth|gain|loss|net\b|balance|trend|migration|longitude|latitude|\blon|"
    r"\blat\b|temperature|delta|diff|over time|score|index|z-|\bz\b|coefficient|effect|bias|log",
    re.I,
)
_CENSUS = re.compile(r"margin of error|_\d{3}(?:EA?|MA?|PE|PM)$|^HD0\d_VD\d\d$|_C\d\d_\d{3}", re.I)
_SUPPRESSED = "suppressed"


def cleared(draft: Draft, said: Sequence[str] | None) -> Draft:
    """The table without codes of missing numbers.

    `said` are those that the author names; None where nothing is said, and doubtful ones are asked
    about. Raises Problems: those, errors of the workbook, formulas without a stored result.
    """
    columns = list(draft.columns)
    found: dict[str, list[str]] = {}
    for i, column in enumerate(columns):
        different = column.different
        numbers = values(different)
        if numbers is None:
            _refuse_faults(draft, i, different)
        mapping = _known(draft, i, different, numbers, said or ())
        for text in mapping:
            found.setdefault(text, []).append(draft.names[i])
        columns[i] = column.replaced(mapping)
        if said is None and (numbers is None or not _SUSPECT.isdisjoint(numbers)):
            left = None if mapping else numbers
            _ask(draft, i, different - mapping.keys(), left)
    cleaned = replace(draft, columns=tuple(columns))
    if not found:
        return cleaned
    return replace(cleaned, told=(*draft.told, warning(draft.file, _words(found), _TRY)))


_TRY = "Name further codes under local_data: missing:."


def _words(found: Mapping[str, list[str]]) -> str:
    texts = listed((f'"{text}"' for text in found), 8)
    names = dict.fromkeys(name for every in found.values() for name in every)
    return f"{texts} {'is' if len(found) == 1 else 'are'} read as no number, in {listed(names, 4)}."


def _refuse_faults(draft: Draft, i: int, different: frozenset[str]) -> None:
    for text in sorted(t for t in different if t[:1] in ("#", UNSOLVED[0])):
        if text == UNSOLVED:
            where, at = draft.where(i, text)
            raise refuse(
                f'{draft.file}, column "{draft.names[i]}": the formula in {where} has no stored '
                "result.",
                "Open the file in Excel and save it, so that the result is stored.",
                at,
            )
        if FAULT.fullmatch(text):
            where, at = draft.where(i, text)
            raise refuse(
                f'{draft.file}, column "{draft.names[i]}": {where} holds the error {text}.',
                "Open it in Excel, mend the formula or empty the cell, and save it.",
                at,
            )


def _known(
    draft: Draft,
    i: int,
    different: frozenset[str],
    numbers: Sequence[float] | None,
    said: Iterable[str],
) -> Mapping[str, str]:
    """The codes of a column of numbers, and what is written in their place."""
    named = {text.strip().lower() for text in said}
    wanted = {n for t in named if (n := _value(t)) is not None} | JAM
    if numbers is not None and wanted.isdisjoint(numbers):
        return {}
    mapping = {"#N/A": ""} if "#N/A" in different else {}
    if numbers is None and not mostly(different - {t for t in different if t.lower() in named}):
        return mapping
    census = bool(_CENSUS.search(draft.names[i] + " " + draft.labels.get(draft.names[i], "")))
    for text in sorted(filter(None, different)):
        low = text.lower()
        if low in HELD_BACK:
            mapping[text] = _SUPPRESSED
        elif (
            low in NO_DATA
            or low in named
            or (census and margin_mark(text))
            or _value(text) in wanted
        ):
            mapping[text] = ""
    return {old: new for old, new in mapping.items() if old != new}


def _value(text: str) -> float | None:
    try:
        return float(text.replace(",", ""))
    except ValueError:
        return None


def _ask(draft: Draft, i: int, cells: frozenset[str], numbers: Sequence[float] | None) -> None:
    """Refuse a number that looks like a code of missing, until the author says what it is."""
    name = draft.names[i]
    signed = bool(_SIGNED.search(name))
    if numbers is None:
        numbers = [v for t in cells if (v := _value(t)) is not None] if mostly(cells) else []
    codes = _doubtful(numbers, signed=signed)
    if not codes or codewords.is_code(name, cells, draft.names):
        return
    found = {t: v for t in cells if (v := _value(t)) is not None}
    doubtful = [t for t, v in found.items() if v in codes]
    text = max(doubtful, key=lambda t: (abs(found[t]), t))
    where, at = draft.where(i, text)
    every = ", ".join(sorted(doubtful, key=lambda t: (found[t], t))[:6])
    raise refuse(
        f'{draft.file}, column "{name}", holds {text} ({where}), which looks like a code for '
        "a missing number.",
        f"Under local_data: write missing: [{every}] if so, or missing: [] if it is a number.",
        at,
    )


def _doubtful(numbers: Sequence[float], *, signed: bool) -> frozenset[float]:
    """The numbers that look like codes: below zero where nothing else is, or all nines far away."""
    suspects = _SUSPECT.intersection(numbers)
    others = [n for n in numbers if n not in suspects] if suspects else []
    if not others:
        return frozenset()
    least, most = min(others), max(map(abs, others))
    if signed or least < 0 or _scale(numbers):
        suspects = frozenset(n for n in suspects if abs(n) > 100)
    return frozenset(
        n
        for n in suspects
        if (n < 0 and (least >= 0 or n in _BELOW or -n > most * 2)) or n > most * 5
    )


def _scale(numbers: Sequence[float]) -> bool:
    """Whether numbers are a scale around zero, such as -1 for no, 0 and 1 for yes."""
    most = max(numbers)
    if most > 5:
        return False
    every = set(numbers)
    whole = every <= {float(n) for n in range(-5, 6)}
    return whole and (every <= {-1.0, 0.0, 1.0} or 0 < -min(every) <= most)
