"""Stations as the list shows them, and what their parts are called."""

from __future__ import annotations

from dataclasses import dataclass

from datawalk.app.studio.desk.address import Address
from datawalk.app.studio.desk.version import StationAt, Version
from datawalk.app.studio.forms.words import kinds
from datawalk.app.studio.line import seeking
from datawalk.app.studio.line.offers import ready_made
from datawalk.app.studio.phrases import told
from datawalk.config.templates import names
from datawalk.fields import in_one, spoken
from datawalk.icons.choices import icon_for, station_icon
from datawalk.words import spoken as reader


@dataclass(frozen=True, slots=True)
class StationRow:
    """A station as the list shows it; one that is `torn` cannot be read."""

    id: str
    number: int
    question: str
    pillar: str
    icon: str
    minutes: int
    torn: bool = False


def rows(version: Version) -> tuple[StationRow, ...]:
    """The stations of a walk in their order, whatever is wrong with them."""
    languages, place = languages_of(version), place_of(version)
    return tuple(_row(stop, languages, place) for stop in version.stations)


def _row(stop: StationAt, languages: tuple[str, ...], place: str) -> StationRow:
    own = stop.value if isinstance(stop.value, dict) else {}
    name = own.get("template")
    ready = ready_made(name, languages[0]) if isinstance(name, str) and name in names() else None
    title = _in(own.get("question") or own.get("title"), languages[0])
    unnamed = told("This station cannot be read") if stop.torn else told("Station without a title")
    title = title or (ready.question if ready else "") or unnamed
    pillar = _text(own.get("pillar")) or (ready.pillar if ready else "voices")
    icon = station_icon(_text(own.get("icon")), _text(own.get("predictor")), pillar)
    icon = (ready.icon if ready and not own.get("icon") else "") or icon or icon_for("sign", "any")
    minutes = _text(own.get("minutes"))
    spent = int(minutes) if minutes.isdecimal() and len(minutes) < 4 else None
    usual = ready.minutes if ready else 8
    asks = _filled(title, place)
    return StationRow(
        stop.id, stop.index + 1, asks, pillar, icon, usual if spent is None else spent, stop.torn
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
    read = version.readable
    said = read.value(("title",)) if read and read.has(("title",)) else ""
    return _filled(_in(said, languages_of(version)[0]), place_of(version))


def place_of(version: Version) -> str:
    """The name of the place of a walk, if it is known."""
    read = version.readable
    written = _text(read.value(("place",))) if read and read.has(("place",)) else ""
    found = (seeking.place_of(written) or seeking.sure(written)) if written else None
    return found.name if found else ""


def languages_of(version: Version) -> tuple[str, ...]:
    """The languages of a walk, its main one first."""
    read = version.readable
    said = read.value(("language",)) if read and read.has(("language",)) else None
    codes = said if isinstance(said, list) else [said]
    return tuple(code for code in codes if isinstance(code, str)) or ("en",)


def named_kind(kind: str) -> str:
    """What a kind of block is called."""
    known = kinds().get(kind)
    return known.name.told(reader()) if known else told("Part of the poster")


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
