"""Stations as they are written and as templates fill them: rows of the list, words to edit."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from datawalk.app.studio.desk import address as addresses
from datawalk.app.studio.desk.address import Address, Value
from datawalk.app.studio.desk.adoption import template
from datawalk.app.studio.desk.version import StationAt, Version
from datawalk.app.studio.line import seeking
from datawalk.app.studio.line.offers import ready_made
from datawalk.app.studio.phrases import told
from datawalk.config.templates import TITLE_KEYS, names, talk
from datawalk.fields import in_one, spoken
from datawalk.icons.choices import icon_for, station_icon
from datawalk.problems import Problems

LONG = 60
"""Letters from which a text gets a field of several lines."""


@dataclass(frozen=True, slots=True)
class StationRow:
    """A station as the list shows it."""

    id: str
    number: int
    question: str
    pillar: str
    icon: str
    minutes: int


@dataclass(frozen=True, slots=True)
class WordsField:
    """A text that can be written anew; `field` is its address within the station."""

    field: str
    label: str
    value: str
    language: str = ""

    @property
    def id(self) -> str:
        return "f-" + self.field.replace(".", "-")

    @property
    def long(self) -> bool:
        return len(self.value) > LONG


@dataclass(frozen=True, slots=True)
class WordsCard:
    """The texts of a block, or of a station itself, whose `key` is then ''."""

    key: str
    name: str
    first: str
    fields: tuple[WordsField, ...]


def rows(version: Version) -> tuple[StationRow, ...]:
    """The stations of a walk in their order, whatever is wrong with them."""
    languages, place = languages_of(version), place_of(version)
    return tuple(_row(stop, languages, place) for stop in version.stations)


def _row(stop: StationAt, languages: tuple[str, ...], place: str) -> StationRow:
    own = stop.value if isinstance(stop.value, dict) else {}
    name = own.get("template")
    ready = ready_made(name, languages[0]) if isinstance(name, str) and name in names() else None
    title = _in(own.get("question") or own.get("title"), languages[0])
    title = title or (ready.question if ready else "") or told("Station without a title")
    pillar = _text(own.get("pillar")) or (ready.pillar if ready else "voices")
    icon = station_icon(_text(own.get("icon")), _text(own.get("predictor")), pillar)
    icon = (ready.icon if ready and not own.get("icon") else "") or icon or icon_for("sign", "any")
    minutes = _text(own.get("minutes"))
    spent = int(minutes) if minutes.isdecimal() and len(minutes) < 4 else None
    usual = ready.minutes if ready else 8
    asks = _filled(title, place)
    return StationRow(
        stop.id, stop.index + 1, asks, pillar, icon, usual if spent is None else spent
    )


def _filled(text: str, place: str) -> str:
    return text.replace("{place}", place).replace("{{", "{").replace("}}", "}")


def _text(value: object) -> str:
    return value if isinstance(value, str) else ""


def _in(value: object, language: str) -> str:
    if spoken(value):
        return _text(in_one(value, language) or next((t for t in value.values() if t), ""))
    return _text(value)


def title_of(version: Version) -> str:
    """What a walk is called; '' where that cannot be read."""
    read = version.manuscript
    said = read.value(("title",)) if read and read.has(("title",)) else ""
    return _filled(_in(said, languages_of(version)[0]), place_of(version))


def place_of(version: Version) -> str:
    """The name of the place of a walk, if it is known."""
    read = version.manuscript
    written = _text(read.value(("place",))) if read and read.has(("place",)) else ""
    found = (seeking.place_of(written) or seeking.sure(written)) if written else None
    return found.name if found else ""


def languages_of(version: Version) -> tuple[str, ...]:
    """The languages of a walk, its main one first."""
    read = version.manuscript
    said = read.value(("language",)) if read and read.has(("language",)) else None
    codes = said if isinstance(said, list) else [said]
    return tuple(code for code in codes if isinstance(code, str)) or ("en",)


def filled(version: Version, stop: StationAt, folder: Path) -> dict[str, Value]:
    """What a station says with what its template says where it says nothing."""
    own = stop.value if isinstance(stop.value, dict) else {}
    try:
        ready = template(version.manuscript, stop.index, folder) if version.manuscript else None
    except (Problems, KeyError):
        ready = None
    said = ready.data if ready and isinstance(ready.data, dict) else {}
    hidden = TITLE_KEYS if TITLE_KEYS & own.keys() else set()
    whole = {key: value for key, value in said.items() if key not in hidden} | own
    blocks = own.get("blocks")
    if isinstance(blocks, list):
        behind = said.get("blocks")
        whole["blocks"] = [*blocks, *talk(blocks, behind if isinstance(behind, list) else [])]
    return whole


def named_kind(kind: str) -> str:
    """What a kind of block is called."""
    return {
        "stat": told("Big number"),
        "chart": told("Chart"),
        "map": told("Map"),
        "hundred": told("100 people"),
        "gap": told("Two groups compared"),
        "table": told("Table"),
        "quote": told("What residents said"),
        "image": told("Photo or drawing"),
        "timeline": told("What happened here"),
        "narrative": told("Stories told here"),
        "ecosystem": told("Who works with whom"),
        "representation": told("Officials and residents"),
        "questions": told("Questions"),
        "writing": told("Room to write or vote"),
        "visioning": told("Vision and promises"),
        "local_chart": told("Chart of your data"),
        "text": told("Words of your own"),
        "programs": told("Programs that help"),
        "evaluation": told("What studies found"),
    }.get(kind, told("Part of the poster"))


def label_of(address: Address) -> str:
    """What a setting is called."""
    steps = [step for step in address if isinstance(step, str) and len(step) > 2]
    known = {
        "question": told("Title"),
        "title": told("Title"),
        "kicker": told("Line above the title"),
        "takeaway": told("Main point"),
        "definition": told("What is counted"),
        "why": told("Why it matters here"),
        "minutes": told("Minutes"),
        "heading": told("Heading"),
        "questions": told("Question"),
        "starters": told("Start of an answer"),
        "text": told("What it says"),
        "items": told("Line of a list"),
        "by": told("Who said it"),
        "note": told("Small print"),
        "caption": told("Words under the picture"),
        "alt": told("What is in the picture"),
        "hint": told("Hint"),
        "sentence": told("Sentence"),
        "vision": told("Vision"),
    }
    name = known.get(steps[-1]) if steps else None
    number = next((step for step in reversed(address[2:]) if isinstance(step, int)), None)
    if name and steps[-1] in ("questions", "starters", "items") and number is not None:
        return f"{name} {number + 1}"
    return name or (named_kind("") if steps else told("Station"))


STATION_WORDS = ("question", "title", "kicker", "takeaway", "definition", "why")
BLOCK_WORDS = (
    *("heading", "text", "by", "items", "questions", "starters", "sentence"),
    *("note", "caption", "alt", "hint"),
)


def cards(version: Version, stop: StationAt, folder: Path) -> tuple[WordsCard, ...]:
    """The words of a station: its own, then those of each block."""
    whole, codes = filled(version, stop, folder), languages_of(version)
    own = tuple(_fields((), whole, STATION_WORDS, codes))
    found = [WordsCard("", told("Title and words at the top"), _first(own), own)]
    for key in ("blocks", "more_blocks"):
        blocks = whole.get(key)
        for i, block in enumerate(blocks if isinstance(blocks, list) else ()):
            if isinstance(block, dict):
                fields = tuple(_fields((key, i), block, BLOCK_WORDS, codes))
                name = named_kind(_text(block.get("kind")))
                found.append(WordsCard(f"{key}.{i}", name, _first(fields), fields))
    return tuple(found)


def _first(fields: tuple[WordsField, ...]) -> str:
    return next((field.value for field in fields if field.value), "")


def _fields(
    where: Address, data: dict[str, Value], keys: tuple[str, ...], codes: tuple[str, ...]
) -> Iterator[WordsField]:
    for key in keys:
        if key in data:
            yield from _texts((*where, key), data[key], codes)


def _texts(where: Address, value: Value, codes: tuple[str, ...]) -> Iterator[WordsField]:
    if isinstance(value, list):
        for i, item in enumerate(value):
            yield from _texts((*where, i), item, codes)
    elif spoken(value) and len(codes) > 1:
        for code in codes:
            field = addresses.written((*where, code))
            yield WordsField(field, label_of(where), _text(in_one(value, code)), code)
    elif isinstance(value, dict) and not spoken(value):
        return
    else:
        yield WordsField(addresses.written(where), label_of(where), _in(value, codes[0]))
