"""What the speaker of a slide says."""

from __future__ import annotations

from collections.abc import Iterable

from datawalk.about import FurtherSource
from datawalk.exhibits import Bullets
from datawalk.prose import Words, plain
from datawalk.walk import Station
from datawalk.words import say


def questions_of(station: Station) -> tuple[Words, ...]:
    """What a station asks, from all its lists of questions."""
    asked = (e.items for e in station.exhibits if isinstance(e, Bullets) and e.form == "questions")
    return tuple(item for items in asked for item in items)


def speaker_notes(station: Station) -> str:
    """What the facilitator says, asks, can explain and can name as sources."""
    told = station.about
    asked = [f"{i}. {plain(words)}" for i, words in enumerate(questions_of(station), start=1)]
    parts = (
        _block(say("What it is"), [plain(told.definition)]),
        _block(say("Why it matters"), [plain(told.why)]),
        _block(
            say("How to lead it") if told.definition else "",
            (plain(n) for n in station.notes),
        ),
        _block(say("Questions"), asked),
        _block(
            say("Words to explain"),
            (f"{t.term}: {plain(t.meaning)}" for t in told.glossary),
        ),
        _block(say("To find out more"), (_found(source) for source in told.further)),
        _block(say("Sources"), station.sources),
    )
    return "\n\n".join(part for part in parts if part)


def _found(source: FurtherSource) -> str:
    where = f" ({source.link})" if source.link else ""
    return f"{source.name}{where}: {plain(source.finds)}"


def _block(head: str, lines: Iterable[str]) -> str:
    said = [line for line in lines if line]
    return "\n".join([head, *said] if head and said else said)
