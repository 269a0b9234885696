"""The numbers that a cell tells, however it is written: 4, 4*, $4, 4%, (4), ≤5, 1-9, 4 (8%).

Cells are in English notation here; reading has turned decimal commas into points.
"""

from __future__ import annotations

import html
import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

_DIGITS = r"(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?|\.\d+"
_NUMBER = re.compile(rf"(?P<digits>{_DIGITS})(?:[eE](?P<power>[+-]?\d{{1,3}}))?")
_SIGNS = str.maketrans(
    {"−": "-", "‐": "-", "‑": "-", "–": "-", "﹣": "-", "－": "-", "—": "-", "―": "-"}
)
_RAISED = re.compile(r"[⁰¹²³⁴-⁹₀-₉ᵃ-ᵿ]+")
"""Raised or lowered digits and letters are marks of notes, not digits of the number."""
_MARK = re.compile(
    r"[\s*†‡§¶#^°'’‘`!]+$"
    r"|\s*\[\s*\w{1,3}\s*\]$"
    r"|\s*\(\s*[a-zA-Z]{1,2}\s*\)$"
    r"|(?<=\d)\s*[a-zA-Z]$"
)
_UNDER = re.compile(
    r"^(?:<|≤|<=|=<|under|fewer than|less than|up to|at most|below)\s*(?=[\d.])", re.I
)
_OVER = re.compile(r"^(?:>|≥|>=|=>|over|more than|at least|above)\s*(?=[\d.])|(?<=\d)\s*\+$", re.I)
_ABOUT = re.compile(
    r"^(?:~|≈|about|approx\.?|approximately|around|roughly|ca\.?|c\.|±|\+/-)\s*", re.I
)
_UNITS = "%‰$€£"
_RANGE = re.compile(rf"^(?P<low>{_DIGITS})\s*(?:-|to|through)\s*(?P<high>{_DIGITS})$", re.I)
_SPAN = re.compile(rf"(?:{_DIGITS})\s*(?:-|to)\s*(?:{_DIGITS})(?=[\s(\[*])", re.I)
_WORDS = {
    w: i
    for i, w in enumerate(
        ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"]
    )
}
_SPELLED = re.compile(
    r"^(?P<before>(?:under|fewer than|less than|up to|at most|below|over|more than|at least|about"
    r"|~|<|>|≤|≥)\s*)?"
    rf"(?P<word>{'|'.join(_WORDS)})(?P<after>\s*(?:\(.*\)|(?:or|to|and|-)\s.*)?)$",
    re.I,
)
"""Numbers in words: alone, with a bound, or with more behind them; never names (Two Rivers)."""
_OR_LESS = re.compile(r"^(?P<number>[\d.,]+)\s+(?:or|and)\s+(?:fewer|less|under|below)$", re.I)
_OR_MORE = re.compile(r"^(?P<number>[\d.,]+)\s+(?:or|and)\s+(?:more|over|above|up)$", re.I)
_BETWEEN = re.compile(
    r"^(?:between|from)\s+(?P<low>[\d.,]+)\s+(?:and|to)\s+(?P<high>[\d.,]+)$", re.I
)
_LED = re.compile(
    r"^(?:[\s*†‡§¶\"'“”‘’`´^|_\[{=]+|\(?\s*[a-z][a-z ]{0,14}[=:]|(?:no|nr)\.|#|[x×](?=\d)"
    r"|[*sS]\s*(?=\())\s*",
    re.I,
)
"""What may stand before a number without making it a name: n =, cases:, No., #, *, quotes."""
_TRAILED = re.compile(r"[\s\"'“”‘’`´^|_\]}>?!\\.,;:-]+$")
LARGEST = 1e15
"""Beyond it decimals of doubles are no longer exact; nobody counts that many of anything."""


@dataclass(frozen=True, slots=True)
class Amount:
    """What a cell tells: its number, or from where to where it lies.

    `value` is None where only `low` and `high` are told ("≤5", "1-9"). `half` is half a unit of
    the last written digit: 0.5 for "4", 0.05 for "8.0". `unit` is one of % ‰ $ € £ or ''. `more`
    are further numbers in the cell, such as 8 in "4 (8%)". `plain` cells hold nothing besides.
    """

    value: float | None
    low: float
    high: float
    half: float
    unit: str = ""
    more: tuple[float, ...] = ()
    plain: bool = True

    @property
    def whole(self) -> bool:
        """Whether it is written as a whole number from zero up, with no sign behind it."""
        return (
            self.value is not None
            and self.value >= 0
            and self.value == int(self.value)
            and self.half >= 0.5
            and not self.unit
        )


def tidied(text: str) -> str:
    """The text with ordinary digits, spaces and minus signs, and nothing that cannot be seen."""
    if "&" in text:
        text = html.unescape(text)
    if text.isascii():
        return text.strip()
    bare = "".join(_ordinary(c) for c in text if unicodedata.category(c) not in ("Cf", "Me"))
    if _RAISED.sub("", bare).strip():
        bare = _RAISED.sub("", bare)
    return unicodedata.normalize("NFKC", bare).translate(_SIGNS).strip()


def _ordinary(sign: str) -> str:
    """A fraction, a Roman or a bracketed number as digits; variants of signs are dropped."""
    if "\ufe00" <= sign <= "\ufe0f":
        return ""
    if unicodedata.category(sign) not in ("No", "Nl") or _RAISED.match(sign):
        return sign
    number = f"{unicodedata.numeric(sign):.15g}"
    return number.removeprefix("0") if number.startswith("0.") else number


@lru_cache(maxsize=200_000)
def amount(text: str) -> Amount | None:
    """The number with which a cell begins, or None where it begins with words."""
    bare = tidied(text)
    if spelled := _SPELLED.match(bare):
        digit = str(_WORDS[spelled["word"].lower()])
        found = _read(f"{spelled['before'] or ''}{digit}{spelled['after']}")
        return _with(found, plain=False, more=found.more) if found else None
    return _read(bare)


def _read(bare: str) -> Amount | None:
    """The number of a tidied text: as it stands, without its marks, or without what leads it."""
    found = _simple(bare)
    if found or not any(c.isdigit() for c in bare):
        return found
    if found := _bounded(bare):
        return found
    marked = bare
    while (cut := _MARK.sub("", marked)) != marked:
        marked = cut
    if marked != bare and (found := _simple(marked)):
        return _with(found, plain=False)
    if found := _begun(marked):
        return found
    led = _LED.sub("", bare, count=1)
    if led != bare and led[:1] == "(" and led[-1:] == ")":
        led = led[1:-1]
    inner = _TRAILED.sub("", led)
    if inner.count("(") != inner.count(")"):
        inner = inner.replace("(", " ").replace(")", " ").strip()
    found = _read(inner) if inner != bare else None
    return _with(found, plain=False, more=found.more) if found else None


def _bounded(bare: str) -> Amount | None:
    """Bounds in words: 5 or fewer, 10 or more, between 1 and 4."""
    if found := _OR_LESS.match(bare):
        return _simple(f"<{found['number']}")
    if found := _OR_MORE.match(bare):
        return _simple(f">{found['number']}")
    if found := _BETWEEN.match(bare):
        return _simple(f"{found['low']}-{found['high']}")
    return None


def numbers(text: str) -> tuple[float, ...]:
    """Every number that stands anywhere in a text."""
    return tuple(_value(match) for match in _NUMBER.finditer(tidied(text)))


def _simple(bare: str) -> Amount | None:
    """A number alone, with a sign of currency or percent, a bound, or a range."""
    if bounds := _RANGE.match(bare.replace("−", "-")):
        low, high = (float(bounds[side].replace(",", "")) for side in ("low", "high"))
        return Amount(None, low, high, 0.5, plain=False) if low < high else None
    text, low_open, high_open, about = bare, False, False, False
    if cut := _UNDER.match(text):
        text, low_open = text[cut.end() :], True
    elif cut := _OVER.search(text):
        text, high_open = text[: cut.start()] + text[cut.end() :], True
    elif cut := _ABOUT.match(text):
        text, about = text[cut.end() :], True
    negative = False
    if text[:1] == "(" and text[-1:] == ")":
        text, negative = text[1:-1].strip(), True
    text = text.strip()
    for _ in range(2):
        if text[:1] in ("-", "+") and text[1:2]:
            negative, text = negative or text[0] == "-", text[1:].strip()
        if text[:1] and text[0] in "$€£":
            unit_before, text = text[0], text[1:].strip()
            break
    else:
        unit_before = ""
    unit = unit_before
    if text[-1:] and text[-1] in _UNITS:
        unit, text = unit or text[-1], text[:-1].strip()
    match = _NUMBER.fullmatch(text)
    if not match:
        return None
    value = _value(match) * (-1 if negative else 1)
    if abs(value) > LARGEST:
        return None
    half = 0.5 * 10.0 ** -len(match["digits"].partition(".")[2])
    if low_open:
        return Amount(None, 0.0, value, half, unit, plain=False)
    if high_open:
        return Amount(None, value, LARGEST, half, unit, plain=False)
    return Amount(value, value, value, half, unit, plain=not about)


def _begun(bare: str) -> Amount | None:
    """A number followed by other things, such as "4 (8%)" or "4 of 50"."""
    match = re.match(
        rf"[$€£]?\s*(?P<first>[<≤>≥~]?\s*(?:{_DIGITS})\s*%?)(?=[\s(/;,|=:±^\[+]|[a-z]{{2,}})(?P<rest>.*)",
        bare,
        re.S | re.I,
    )
    if match and re.match(r"(?:st|nd|rd|th)\b", match["rest"], re.I):
        return None
    if span := _SPAN.match(bare):
        found = _simple(span[0].strip())
        return _with(found, plain=False, more=numbers(bare[span.end() :])) if found else None
    first = _simple(match["first"].strip()) if match else None
    if not match or not first:
        return None
    return _with(first, plain=False, more=numbers(match["rest"]))


def _with(found: Amount, *, plain: bool, more: tuple[float, ...] = ()) -> Amount:
    return Amount(found.value, found.low, found.high, found.half, found.unit, more, plain)


def _value(match: re.Match[str]) -> float:
    """The number as a float; infinite where it is beyond all floats."""
    return float(match[0].replace(",", ""))
