"""Forms: what a camera finds on a sheet that people fill in. Lengths are inches."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class CornerMark:
    """An ArUco mark with its left top at (x, y)."""

    id: int
    x: float
    y: float
    side: float


@dataclass(frozen=True, slots=True)
class FormBox:
    """A box to mark with its left top at (x, y); `name` is what it means, such as '3 story'."""

    name: str
    x: float
    y: float
    side: float


@dataclass(frozen=True, slots=True)
class SheetCode:
    """What the code of a sheet says. `station` is 0 and `group` X where there is none."""

    event: str
    kind: str
    station: int
    group: str
    number: int
    language: str

    @property
    def payload(self) -> str:
        """16 capitals and digits: what fits a QR code of the smallest size that mends a quarter."""
        body = f"{self.event}{self.kind}{self.station:02d}{self.group}{self.number:04d}"
        body += self.language
        return f"DW{body}{check_sign(body)}"

    @property
    def typed(self) -> str:
        """The same for people, to type it in."""
        station = f"{self.kind}{self.station:02d} {self.group}" if self.station else self.kind
        return f"{self.event} {station} {self.number:04d}"


@dataclass(frozen=True, slots=True)
class CameraForm:
    """A sheet, or a part of one, that is read from a photo."""

    sheet: str
    code: SheetCode
    code_x: float
    code_y: float
    code_side: float
    marks: tuple[CornerMark, ...]
    boxes: tuple[FormBox, ...]


SIGNS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"


def check_sign(body: str) -> str:
    """The last sign of a code: the sum of its signs, each times its place, modulo 36."""
    total = sum(place * SIGNS.index(sign) for place, sign in enumerate(body, start=1))
    return SIGNS[total % len(SIGNS)]
