"""Which setting of a walk words on a page come from."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from pydantic import BaseModel

from datawalk.config.load import WalkFile
from datawalk.config.station import StationConfig
from datawalk.source.builder import KeyPath

Address = KeyPath
"""Where a value stands in a walk, such as ("stations", 3, "blocks", 1, "text"): counted from 0."""

MAIN: Mapping[str, tuple[str, ...]] = {
    "text": ("text", "items"),
    "quote": ("text", "quotes"),
    "questions": ("questions",),
    "stat": ("metric", "number"),
    "gap": ("metric",),
    "table": ("of", "file", "rows"),
    "chart": ("metric",),
    "local_chart": ("measure",),
    "hundred": ("metric", "measure", "of"),
    "map": ("metric", "column", "boundaries"),
    "image": ("file",),
    "programs": ("programs", "file"),
    "ecosystem": ("organizations",),
    "timeline": ("events",),
    "narrative": ("stories",),
    "evaluation": ("evaluations",),
    "representation": ("officials",),
    "visioning": ("vision",),
    "writing": ("choices", "hint", "heading"),
}
"""For each kind of block what its body is made from; the first that is written."""
LEAST = 3
"""Letters that a text must share with words on the page."""
GIVEN = frozenset({"kind", "metric", "file", "width", "emphasis", "supplement", "show", "form"})
"""Settings of which no word is printed as it is written."""


def written(address: Address) -> str:
    """'stations.3.blocks.1.text'."""
    return ".".join(map(str, address))


@dataclass(frozen=True, slots=True)
class SpokenField:
    """A text of the walk, and where it stands. `pieces` are its letters between figures."""

    address: Address
    pieces: tuple[str, ...]

    def on(self, words: str) -> int:
        """How many letters of the text are among those words; 0 for too few."""
        plain = letters(words)
        if not plain or not self.pieces:
            return 0
        whole = "".join(self.pieces)
        if len(plain) >= LEAST and plain in whole:
            return len(plain)
        found = [piece for piece in self.pieces if piece in plain]
        shared = sum(map(len, found))
        return shared if shared >= max(LEAST, 0.6 * len(whole)) or plain == whole else 0


def letters(text: str) -> str:
    """Letters and digits alone, in lower case."""
    return "".join(sign for sign in text.casefold() if sign.isalnum())


def texts(here: object, address: Address) -> Iterator[SpokenField]:
    """All texts at an address and below it."""
    if isinstance(here, BaseModel):
        for name in type(here).model_fields:
            if name not in GIVEN:
                yield from texts(getattr(here, name), (*address, name))
    elif isinstance(here, tuple):
        for i, value in enumerate(here):
            yield from texts(value, (*address, i))
    elif isinstance(here, str):
        pieces = map(letters, re.split(r"\{\w+\}", here))
        yield SpokenField(address, tuple(piece for piece in pieces if piece))


def best(fields: Iterator[SpokenField] | tuple[SpokenField, ...], words: str) -> Address | None:
    """The field that most of these words are from."""
    rated = [(field.on(words), field.address) for field in fields]
    most = max((rate for rate, _ in rated), default=0)
    return next((address for rate, address in rated if rate == most), None) if most else None


def block_at(file: WalkFile, address: Address) -> BaseModel | None:
    """The block whose address this is."""
    here: object = file.config
    for step in address:
        if isinstance(here, BaseModel) and isinstance(step, str):
            here = getattr(here, step, None)
        elif isinstance(here, tuple) and isinstance(step, int) and step < len(here):
            here = here[step]
        else:
            return None
    return here if isinstance(here, BaseModel) else None


def main_field(block: BaseModel, address: Address) -> Address:
    """What the body of a block is made from."""
    names = MAIN.get(str(getattr(block, "kind", "")), ())
    chosen = next((name for name in names if getattr(block, name, None)), None)
    chosen = chosen or next(iter(names), None)
    return (*address, chosen) if chosen else address


def title_field(station: StationConfig, address: Address) -> Address:
    """Where the title of a station is written, or would be."""
    return (*address, "title" if station.title else "question")


def of_template(file: WalkFile, address: Address) -> bool:
    """Whether what stands there is a template's, and not written in the walk itself."""
    return file.at(*address).file not in ("", str(file.path))
