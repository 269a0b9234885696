"""What people said at the walk, with which a report back to them begins."""

from __future__ import annotations

from datawalk import prose
from datawalk.compose.session.given import Given, slides
from datawalk.config.session import HeardConfig
from datawalk.exhibits import Bullets
from datawalk.metrics.model import Printed
from datawalk.prose import Run, Words
from datawalk.walk import Station
from datawalk.words import say, say_many

MOST = 6
"""Things that people said on one slide."""


def heard(given: Given) -> Station | None:
    """What people said, how many of them, and how one put it; None where nobody wrote it down."""
    told = [_item(given, said) for said in given.session.heard]
    if not told:
        return None
    notes = say(
        "Begin with what people said, before any number. Ask whether it is told rightly, and what "
        "is missing. Thank them for it."
    )
    lists = [
        Bullets(
            items=tuple(words for words, _ in part),
            figures=tuple(figure for _, figures in part for figure in figures),
        )
        for part in (told[start : start + MOST] for start in range(0, len(told), MOST))
    ]
    return slides(say("You said"), lists, notes, "heard")


def _item(given: Given, said: HeardConfig) -> tuple[Words, tuple[Printed, ...]]:
    what = given.context.fill(said.what)
    quote = given.context.fill(said.quote or "")
    runs: list[Run] = []
    if said.count:
        count = say_many("1 of you", "{count} of you", said.count)
        runs += [Run(count, bold=True), Run("\n")]
    runs += what.words
    if quote.text:
        by = given.context.fill(said.by or "").text
        put = prose.words(f"“{quote.text}”")
        runs += [Run("\n"), *(Run(r.text, r.bold, True, r.link) for r in put)]
        runs += [Run(f" — {by}")] if by else []
    return tuple(runs), (*what.figures, *quote.figures)
