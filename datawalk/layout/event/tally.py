"""The tally: two people count the ballots by hand, openly."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from datawalk.layout.event import ballot
from datawalk.layout.event.coded import coded, language_sign
from datawalk.layout.event.forms import form_foot, form_head
from datawalk.layout.event.sheet import INNER, LEFT, Edge, EventSheet, Materials
from datawalk.page.document import Page
from datawalk.page.form import SheetCode
from datawalk.page.ink import Align
from datawalk.words import later, say

FIFTY = 50
"""Votes that a row has boxes for; more go on the next sheet."""
RANKS = (later("1st"), later("2nd"), later("3rd"))
ACCOUNT = (
    later("Handed out"),
    later("In the box"),
    later("Traded in"),
    later("Not returned"),
    later("Blank (in the box)"),
    later("Cannot be read"),
)
PITCH = 0.6
FIRST, LATER = 2.02, 2.2
"""Where the account of ballots stands on the first sheet, and where votes begin on later ones."""


def pages(materials: Materials) -> Iterator[Page]:
    """Sheets for fifty votes on each idea, until all ballots have room; of ranked ones for each
    place."""
    occasion = materials.plan.occasion
    if not occasion.ballot:
        return
    parts = -(-ballot.printed(materials) // FIFTY)
    ranks = RANKS[: len(occasion.ballot)] if occasion.ranked else ("",)
    kinds = [(say(rank) if rank else "", part) for rank in ranks for part in range(parts)]
    for number, (rank, part) in enumerate(kinds, start=1):
        sheet = EventSheet(materials)
        _drawn(sheet, rank, part, first=number == 1)
        code = SheetCode(materials.plan.key, "T", 0, "X", number, language_sign())
        coded(sheet, "tally", code, ())
        yield sheet.page("tally", f"tally-{number}", say("Tally sheet"))


def _drawn(sheet: EventSheet, rank: str, part: int, *, first: bool) -> None:
    form_head(sheet, say("Tally sheet. One reads, one marks"), say("Count the votes"))
    sheet.text(1.25, 1.12, 4.3, say("Do this in the open. Anyone may watch."), 12, "bold", most=1)
    votes = say("Votes {first} to {last}", first=part * FIFTY + 1, last=(part + 1) * FIFTY)
    told = say("{rank} choices. {votes}", rank=rank, votes=votes) if rank else votes
    sheet.text(1.25, 1.4, 4.3, told, 15, "black", most=1)
    y = LATER
    if first:
        _account(sheet, FIRST)
        y = FIRST + 1.9
    head = say("2  Then one stroke in a small box for each vote")
    sheet.text(LEFT, y, INNER, head, 15, "black", role="H2", most=1)
    _table(sheet, sheet.materials.plan.occasion.ballot, y + 0.48)
    last = say(
        "If the two counts differ, count that idea again. Write the last count. "
        "Cross out, never erase."
    )
    sheet.text(LEFT, 9.5, INNER, last, 12, "bold", most=2)
    signs = say("Reader (role) ______________    Marker (role) ______________")
    form_foot(sheet, signs, say("Keep all ballots until the results are sent."))


def _account(sheet: EventSheet, y: float) -> None:
    theme = sheet.theme
    sheet.rect(LEFT, y, INNER, 1.5, theme.paper, Edge(theme.ink, 0.018, 0.08))
    head = say("1  First, count the ballots")
    sheet.text(0.66, y + 0.07, 7, head, 15, "black", role="H2", most=1)
    for i, name in enumerate(ACCOUNT):
        x, low = 0.66 + i % 3 * 2.45, y + 0.43 + i // 3 * 0.52
        sheet.rect(x, low, 0.62, 0.42, theme.paper, Edge(theme.ink, 0.015, 0.03))
        sheet.text(x + 0.72, low + 0.1, 1.65, say(name), 12, "bold", most=1)
    told = say(
        "Handed out = in the box + traded in + not returned. Printed: {count}.",
        count=ballot.printed(sheet.materials),
    )
    sheet.text(LEFT, y + 1.54, INNER, told, 11, color=theme.muted, most=1)


def _table(sheet: EventSheet, choices: Sequence[str], top: float) -> None:
    theme = sheet.theme
    heads: tuple[tuple[float, float, str, Align], ...] = (
        (LEFT, 2.1, say("Idea"), "left"),
        (2.75, 3.6, say("Votes, in tens"), "left"),
        (6.5, 0.74, say("Total"), "center"),
        (7.27, 0.74, say("Again"), "center"),
    )
    for x, wide, name, align in heads:
        sheet.text(x, top, wide, name, 11, "bold", theme.muted, align, role="H2", most=1)
    for i, choice in enumerate(choices):
        y = top + 0.28 + i * PITCH
        sheet.text(LEFT, y + 0.04, 2.15, choice, 12, "bold", most=2, leading=1.1)
        for vote in range(FIFTY):
            x = 2.75 + vote // 10 * 0.74 + vote % 5 * 0.135
            low = y + 0.06 + vote % 10 // 5 * 0.2
            sheet.rect(x, low, 0.125, 0.18, theme.paper, Edge(theme.muted, 0.01))
        for x in (6.55, 7.32):
            sheet.rect(x, y + 0.04, 0.64, 0.42, theme.paper, Edge(theme.ink, 0.018, 0.03))
        sheet.rule(LEFT, y + 0.53, LEFT + INNER, y + 0.53, theme.rule, 0.01)
