"""How many decimals the numbers of a community's own tables are printed with."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from decimal import Decimal

from datawalk.metrics.local.columns.amounts import amount
from datawalk.metrics.local.description import LocalMeasure
from datawalk.metrics.local.table import LocalTable
from datawalk.metrics.model import NumberFormat
from datawalk.problems import At, refuse

TYPED = 2
"""So many decimals are typed by people and printed as they are; more are mostly worked out."""
_SIGNS = "%‰$€£"
Cell = tuple[str, float, int]
"""The text of a cell, its number, and its line in the file."""
LEAST, MOST = 3, 6
"""Digits of the largest number: printed at least where they are known, and at most."""
_NOISE = re.compile(r"(?<![\d.])\d[\d,]*\.(?:\d{8,}|\d*0{4,})(?!\d)")
"""Decimals that nobody typed: eight and more, or four zeros at the end."""


def decimals(numbers: Sequence[Decimal]) -> int:
    """As many as tell the numbers apart, at most as typed, without what computers leave behind."""
    typed = max((_typed(number) for number in numbers), default=0)
    if typed <= TYPED:
        return typed
    known = sorted({n for n in numbers if n})
    whole = max((n.adjusted() + 1 for n in known), default=0)
    most = min(typed, max(0, MOST - whole))
    least = min(most, max(0, LEAST - whole))
    return next((d for d in range(least, most) if _apart(known, d)), most)


def _typed(number: Decimal) -> int:
    exponent = number.normalize().as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else 0


def _apart(known: Sequence[Decimal], places: int) -> bool:
    """Whether so many decimals print no two numbers alike, and none as zero."""
    step = Decimal(1).scaleb(-places)
    printed = [number.quantize(step) for number in known]
    return all(printed) and len(set(printed)) == len(known)


def form(said: LocalMeasure, values: Iterable[float]) -> NumberFormat:
    """How the numbers of a measure are written; shares out of 1 with a percent sign as percents."""
    times = 100 if said.per == 1 and percent(said.suffix) else 1
    # Fifteen digits are all that a spreadsheet keeps; the rest is noise.
    exact = [Decimal(f"{value:.15g}") * times for value in values]
    places = decimals(exact)
    cents = places == 1 and any(sign in said.prefix for sign in "$€£")
    return NumberFormat(times, places + cents, said.prefix, said.suffix)


def percent(suffix: str) -> bool:
    """Whether figures with this behind them are percents."""
    return suffix.strip() == "%"


def under(value: float, format_: NumberFormat) -> str:
    """What is printed for a number so small that it would read as zero, such as <1; or ''."""
    unit = Decimal(1).scaleb(-format_.decimals)
    small = 0 < Decimal(repr(value)) * Decimal(repr(format_.multiply)) < unit / 2
    return f"<{format_.prefix}{unit:f}{format_.suffix}" if small else ""


def refuse_mixed(file: str, name: str, said: LocalMeasure, cells: Sequence[Cell]) -> None:
    """Raises Problems where nothing tells what the numbers of a measure are.

    That is so where some have a sign ($ or %) and others none that the description gives them, or
    where percents could be shares of 1.
    """
    signs = {found.unit: (text, line) for text, _, line in cells if (found := amount(text))}
    given = {sign for sign in _SIGNS if sign in said.prefix + said.suffix}
    if len(signs) > 1 and (len(signs.keys() | given) > 2 or not given):
        texts = ", ".join(text for text, _ in signs.values())
        raise refuse(
            f'{file}, column "{name}", has numbers with different signs: {texts}.',
            "Give all of them the same sign, or none and write prefix: or suffix: under "
            "local_data: measures:.",
            At(file, max(line for _, line in signs.values())),
        )
    if percent(said.suffix) and said.per is None:
        _refuse_fractions(file, name, cells)


def _refuse_fractions(file: str, name: str, cells: Sequence[Cell]) -> None:
    """Percents that are all under 1; a cell with a percent sign of its own is a percent."""
    bare = [(value, line) for text, value, line in cells if "%" not in text]
    broken = [(value, line) for value, line in bare if value != int(value)]
    if not broken or any(abs(value) > 1 for value, _ in bare):
        return
    value, line = broken[0]
    raise refuse(
        f'{file}, column "{name}", holds {value:g}, and no number over 1: as a percent that is '
        f"{value:g}%.",
        f"Describe it under local_data: measures: with per: 1 if it is a share of 1, which prints "
        f"{value * 100:g}%, or with per: 100 if {value:g}% is right.",
        At(file, line),
    )


def tidied(table: LocalTable) -> tuple[tuple[str, ...], ...]:
    """The rows of a table as typed, but without the decimals that only computers write."""
    return tuple(zip(*map(_tidied, table.cells), strict=True))


def _tidied(cells: Sequence[str]) -> Sequence[str]:
    if not any(_NOISE.search(cell) for cell in cells):
        return cells
    known = [found.value for cell in cells if (found := amount(cell)) and found.value is not None]
    places = decimals([Decimal(f"{value:.15g}") for value in known])

    def rounded(match: re.Match[str]) -> str:
        exact = Decimal(match[0].replace(",", ""))
        step = Decimal(1).scaleb(-places)
        comma = "," if "," in match[0] else ""
        return f"{exact.quantize(step):{comma}f}" if exact.is_finite() else match[0]

    return [_NOISE.sub(rounded, cell) for cell in cells]
