"""What a workbook shows in a cell: its number by the format of the cell, in English notation."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal, InvalidOperation
from functools import lru_cache

TOKEN = re.compile(r'"[^"]*"|\\.|_.|\*.|\[[^\]]*\]|.', re.S)
_CONDITION = re.compile(r"\[(<=|>=|<>|<|>|=)(-?\d+(?:\.\d+)?)\]")
_CURRENCY = re.compile(r"\[\$([^\]-]*)[^\]]*\]")
_MONEY = "$€£¥"
_DAYS = re.compile(r"[dmyhs]", re.I)
_WIDEST = 15
"""Digits that a double holds for certain."""


@dataclass(frozen=True, slots=True)
class Section:
    """One part of a number format. `digits` is None where it shows no number at all.

    A `free` part shows a number as it is (General), as a fraction or with a power of ten.
    """

    digits: str | None
    money: str = ""
    percent: bool = False
    brackets: bool = False
    literal: str = ""
    condition: tuple[str, float] | None = None
    code: str = ""
    free: bool = False


@lru_cache(maxsize=1000)
def sections(code: str) -> tuple[Section, ...]:
    """The parts of a format: for numbers above zero, below it, zero, and texts."""
    parts, current = [], ""
    for token in TOKEN.findall(code):
        if token == ";":
            parts.append(current)
            current = ""
        else:
            current += token
    return tuple(_section(part) for part in (*parts, current))


def _section(part: str) -> Section:
    condition = _CONDITION.search(part)
    money = next((m[1] for m in _CURRENCY.finditer(part) if m[1]), "")
    digits, literal = "", ""
    for token in TOKEN.findall(part):
        if token[0] == '"':
            literal += token[1:-1]
        elif token[0] == "\\":
            literal += token[1:]
        elif token[0] in "[_*":
            continue
        else:
            digits += token
    money = money.strip() or next((c for c in literal + digits if c in _MONEY), "")
    return Section(
        digits=digits if re.search(r"[0#?]|general|@", digits, re.I) else None,
        money=money,
        percent="%" in digits,
        brackets="(" in digits and ")" in digits,
        literal=literal or digits.strip(),
        condition=(condition[1], float(condition[2])) if condition else None,
        code=part,
        free=bool(re.search(r"general|@|/|e", digits, re.I)),
    )


@lru_cache(maxsize=1000)
def dated(code: str) -> bool:
    """Whether a format shows dates or times."""
    first = sections(code)[0].code if code else ""
    if re.search(r"\[[hms]+\]", first, re.I):
        return True
    bare = "".join(t for t in TOKEN.findall(first) if t[0] not in '"\\[_*')
    return "general" not in bare.lower() and bool(_DAYS.search(bare))


def shown(value: float, code: str) -> str | None:
    """The text of a number under a format; None where the format leaves it as it is (General)."""
    if not code or code.lower() in ("general", "@"):
        return None
    part = _chosen(value, sections(code))
    if part.digits is None:
        return part.literal.strip()
    if part.free:
        return None
    several = len(sections(code)) > 1 and part is not sections(code)[0]
    size = abs(value) if several and part.condition is None else value
    return _written(size, part, below=several and value < 0)


def _chosen(value: float, parts: tuple[Section, ...]) -> Section:
    for part in parts:
        if part.condition and _holds(value, part.condition):
            return part
    if any(part.condition for part in parts):
        return next((part for part in parts if not part.condition), parts[0])
    if value < 0 and len(parts) > 1:
        return parts[1]
    return parts[2] if value == 0 and len(parts) > 2 else parts[0]


def _holds(value: float, condition: tuple[str, float]) -> bool:
    sign, limit = condition
    return {
        "<": value < limit,
        "<=": value <= limit,
        ">": value > limit,
        ">=": value >= limit,
        "=": value == limit,
        "<>": value != limit,
    }[sign]


def _written(value: float, part: Section, *, below: bool) -> str:
    pattern = _pattern(part)
    if pattern.codes and (filled := _filled(value, part.code)) is not None:
        return filled
    text = rounded(value * 100 if part.percent else value, pattern.most)
    if pattern.most > pattern.least and "." in text:
        head, _, tail = text.partition(".")
        tail = tail.rstrip("0").ljust(pattern.least, "0")
        text = f"{head}.{tail}" if tail else head
    minus = text.startswith("-")
    head, point, tail = text.lstrip("-").partition(".")
    head = head.zfill(pattern.zeros) if pattern.zeros > 1 else head
    if pattern.grouped and pattern.zeros <= 1:
        head = f"{int(head):,}"
    text = f"{part.money}{head}{point}{tail}{'%' if part.percent else ''}"
    if below and part.brackets:
        return f"({text})"
    return f"-{text}" if minus or (below and "-" in part.literal + (part.digits or "")) else text


@dataclass(frozen=True, slots=True)
class _Pattern:
    """How many decimals, leading zeros, whether groups of three, whether a code with signs."""

    least: int
    most: int
    zeros: int
    grouped: bool
    codes: bool


@lru_cache(maxsize=1000)
def _pattern(part: Section) -> _Pattern:
    digits = part.digits or ""
    whole, _, rest = digits.partition(".")
    least = rest.count("0")
    bare = digits.strip()
    return _Pattern(
        least,
        least + rest.count("#") + rest.count("?"),
        whole.count("0"),
        re.search(r"[#0?],[#0?]", whole) is not None,
        re.fullmatch(r"[(]?0[0\-() ]*0", bare) is not None and not part.money,
    )


def _filled(value: float, code: str) -> str | None:
    """Codes such as 000-00-0000: digits put into a pattern from the right."""
    tokens = [t for t in TOKEN.findall(code) if t[0] not in "[_*"]
    if value < 0 or value != int(value):
        return None
    slots = sum(1 for t in tokens if t in "0#")
    digits = str(int(value)).zfill(slots)
    text = digits[: len(digits) - slots]
    rest = iter(digits[len(digits) - slots :])
    for token in tokens:
        text += next(rest) if token in "0#" else token.strip('"').removeprefix("\\")
    return text


def rounded(value: float, decimals: int) -> str:
    """A number with so many decimals, halves away from zero, as spreadsheets round."""
    try:
        exact = Decimal(f"{value:.{_WIDEST}g}")
        text = f"{exact.quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP):f}"
    except (InvalidOperation, OverflowError):
        return plain(value)
    return text.removeprefix("-") if not text.strip("-0.") else text


def plain(value: float) -> str:
    """A number as typed: no noise of doubles, no powers of ten where digits do."""
    if value == int(value) and abs(value) < 1e15:
        return str(int(value))
    text = f"{value:.{_WIDEST}g}"
    if "e" not in text:
        return text
    written = f"{Decimal(text):f}"
    return written if len(written) < 40 else text


def tamed(values: list[float]) -> list[str]:
    """Computed numbers of one column with as many decimals as tell them apart, at least one.

    Numbers that somebody typed (up to four decimals) stay as they are.
    """
    texts = [plain(value) for value in values]
    decimals = [len(text.partition(".")[2]) for text in texts]
    if max(decimals, default=0) <= 4:
        return texts
    least = max((d for d in decimals if d <= 4), default=0)
    different = len(set(texts))
    smallest = min((abs(v) for v in values if v), default=1.0)
    most = min(max(4, 3 - math.floor(math.log10(smallest))), 15)
    for d in range(max(least, 1), most + 1):
        if len({rounded(v, d) for v in values}) == different:
            break
    return [
        text if n <= d else rounded(v, d)
        for text, n, v in zip(texts, decimals, values, strict=True)
    ]
