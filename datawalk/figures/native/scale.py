"""How values stand in the data sheet of a chart, and are written by office programs."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from datawalk.exhibits import Point
from datawalk.metrics.model import NumberFormat


@dataclass(frozen=True, slots=True)
class Scale:
    """How values stand in the workbook and are written by PowerPoint.

    Percentages stay shares with the format 0%, other values are multiplied beforehand.
    """

    format: NumberFormat

    @property
    def percent(self) -> bool:
        return self.format.multiply == 100 and self.format.suffix == "%"

    def stored(self, value: float) -> float:
        """A value as it stands in the workbook, without the noise of multiplying."""
        if self.percent or self.format.multiply == 1:
            return value
        return float(f"{value * self.format.multiply:.12g}")

    @property
    def code(self) -> str:
        """The number format of Excel for plain values."""
        places = "." + "0" * self.format.decimals if self.format.decimals else ""
        prefix = literal(self.format.prefix) if self.format.prefix else ""
        if self.percent:
            return f"{prefix}0{places}%"
        suffix = literal(self.format.suffix) if self.format.suffix else ""
        return f"{prefix}#,##0{places}{suffix}"

    def shown(self, value: float) -> str:
        """What PowerPoint writes for `value` under `code`."""
        # Excel knows no more than 15 digits.
        exact = Decimal(f"{value:.15g}") * Decimal(repr(self.format.multiply))
        places = Decimal(1).scaleb(-self.format.decimals)
        number = exact.quantize(places, ROUND_HALF_UP)
        sign = "-" if number < 0 else ""
        return f"{sign}{self.format.prefix}{abs(number):,}{self.format.suffix}"

    def code_for(self, point: Point) -> str:
        """The format under which a point reads exactly as it is printed elsewhere."""
        assert point.value is not None
        shown = self.shown(point.value)
        if point.printed == shown:
            return self.code
        if point.printed.startswith(shown):
            return self.code + literal(point.printed[len(shown) :])
        return literal(point.printed)


def widened(code: str, spaces: int) -> str:
    """A number format with spaces after the figure."""
    room = "\u00a0" * spaces
    if not spaces:
        return code
    # Two quotation marks in a row would be a sign, not the end of words and the begin of others.
    return f'{code[:-1]}{room}"' if code.endswith('"') else code + literal(room)


def literal(text: str) -> str:
    """Words in a number format."""
    return '"' + text.replace('"', "”") + '"'
