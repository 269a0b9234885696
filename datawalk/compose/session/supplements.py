"""The seven kinds of knowledge beside the numbers, and where the walk holds them."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from datawalk.blocks.supplements import Supplement
from datawalk.compose.session.given import Given, slides
from datawalk.exhibits import Bullets
from datawalk.prose import Run, Words, capital
from datawalk.walk import Station
from datawalk.words import later, say, say_many

TOLD: Mapping[Supplement, str] = MappingProxyType(
    {
        "voices": later("what residents say in their own words"),
        "local data": later("what we counted ourselves"),
        "ecosystem": later("who works with whom"),
        "inventory": later("which programs there are"),
        "evaluation": later("which programs were found to work"),
        "history": later("what happened here before"),
        "narrative": later("which stories are told about us, and by whom"),
    }
)
"""What each kind of supplement would tell residents, in their order around a wheel."""


def supplements(given: Given) -> Station:
    """Each kind, with the stations of this walk that hold it."""
    notes = say(
        "Numbers are a start. Each of these tells what they leave out. Ask who in the room could "
        "bring one of them next time, and write down names."
    )
    held = given.walk.supplements
    items = tuple(_item(held.get(kind, ()), text, any_=bool(held)) for kind, text in TOLD.items())
    title = say("Seven ways to learn what numbers leave out")
    return slides(title, [Bullets(items=items)], notes, "supplements")


def _item(numbers: tuple[int, ...], text: str, *, any_: bool) -> Words:
    """What it tells and where; where no station holds any of them, only what it tells."""
    if not any_:
        return (Run(capital(say(text)), bold=True),)
    named = ", ".join(map(str, numbers))
    where = say_many("Station {numbers}", "Stations {numbers}", len(numbers), numbers=named)
    told = where if numbers else say("Not in this walk")
    return (Run(capital(say(text)), bold=True), Run("\n"), Run(told))
