"""Our own words on the web page, in the language in use."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress

from babel import Locale, UnknownLocaleError

from datawalk.blocks.visioning import COMMITMENTS
from datawalk.prose import capital
from datawalk.walk import Station, Walk
from datawalk.words import say, say_many, with_state


def labels_of(walk: Walk) -> Mapping[str, str]:
    """What stands on buttons, over lists and beside fields, by key."""
    place = with_state(walk.place.full)
    summary = say_many(
        "A data walk about {place}, in {count} station.",
        "A data walk about {place}, in {count} stations.",
        len(walk.stations),
        place=place,
    )
    return {
        "place": place,
        "tongue": _tongue(walk.language),
        "name": say(COMMITMENTS[-1]),
        "summary": summary,
        "skip": say("Skip to the first station"),
        "stations": say("The stations"),
        "language": say("Language"),
        "table": say("The figures as a table"),
        "sources": say("Who counted this, when, and how sure it is"),
        "counted": say("What is counted"),
        "why": say("Why it matters"),
        "glossary": say("Words explained"),
        "further": say("Where to find more"),
        "turn": say("Your turn"),
        "answer": say("Your answer"),
        "privacy": say(
            "What you write stays on this device, without your name. Nobody sees it until you save "
            "it as a file and send that."
        ),
        "forgets": say(
            "This browser does not keep what you write. Save it as a file before you close the "
            "page."
        ),
        "no_script": say(
            "Without JavaScript this page forgets what you write when you close it. You can print "
            "it."
        ),
        "answers": say("Your answers"),
        "save": say("Save my answers as a file"),
        "delete": say("Delete my answers"),
        "saved": say("The file is in your downloads. Send it to those who hold the walk."),
        "nothing": say("You have not written anything yet."),
        "deleted": say("Your answers are deleted from this device."),
        "top": say("All stations"),
        "next": say("Next station"),
        "more": say("Read on:"),
        "when": say("When"),
        "where": say("Where"),
    }


def _tongue(code: str) -> str:
    """What a language calls itself: Español."""
    with suppress(UnknownLocaleError, ValueError):
        return capital(Locale.parse(code, sep="-").display_name or code)
    return code


def said_of(station: Station, count: int) -> Mapping[str, str]:
    """The same beside one station of so many."""
    minutes = say_many("{count} minute", "{count} minutes", station.minutes)
    return {
        "name": capital(say("station {number}", number=station.number)),
        "of": say("{number} of {count}", number=station.number, count=count),
        "minutes": minutes if station.minutes else "",
    }
