"""The small card of a sheet: what its data lack, as a question, or how sure its number is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from datawalk import prose
from datawalk.blocks.context import Context
from datawalk.exhibits import Exhibit, Prose, Stat, is_gap
from datawalk.metrics.findings import weighing
from datawalk.metrics.knowledge.groups import BY
from datawalk.metrics.model import ALL, Gap, Observation, Printed
from datawalk.metrics.words import reasons, wording
from datawalk.prose import Run
from datawalk.words import later, say

NO_FIGURES = later("**We have no figures {by} for {place}** ({why}). Who could help us find out?")
NO_NUMBER = later("**We have no number for {place}** ({why}). Who could help us find out?")
SHOWING = ("stat", "chart", "map", "gap")
"""Kinds of blocks whose figures a card is about."""
ASKED = ("disability", "race", "age", "gender", "income")
"""Groups of people that residents ask for; the first that the data lack is named."""


def card_of(exhibits: Sequence[Exhibit], context: Context) -> Prose | None:
    """What is missing of the main number of a sheet, else how sure it is; None for neither.

    Missing is only what the data lack: not what stands in a published file that was not given. A
    sheet without its number says so already.
    """
    ours = _main(exhibits, context)
    if ours is None or any(map(is_gap, exhibits)):
        return None
    return next(_missing(ours, exhibits, context), None) or _sure(ours, exhibits, context)


def _main(exhibits: Sequence[Exhibit], context: Context) -> Observation | None:
    """The first figure of our own place and of everyone that a number, a chart or a map shows."""
    shown = (exhibit for exhibit in exhibits if exhibit.kind in SHOWING)
    seen = (figure.observation for exhibit in shown for figure in exhibit.figures)
    return next((o for o in seen if o.place == context.place and o.group == ALL and o.known), None)


def _missing(ours: Observation, exhibits: Sequence[Exhibit], context: Context) -> Iterator[Prose]:
    shown = {f.observation.group_kind for exhibit in exhibits for f in exhibit.figures}
    name, place = context.place.name, context.place
    for kind in ASKED:
        if kind in shown or context.store.unread(ours.metric, place, kind):
            continue
        if context.store.groups(ours.metric, place, kind):
            continue
        why = reasons.told(Gap("no cell"))
        yield _card(say("Missing"), say(NO_FIGURES, by=say(BY[kind]), place=name, why=why))
    seen = [figure.observation for exhibit in exhibits for figure in exhibit.figures]
    if all(one.lower is None for one in seen) and not weighing.counted(ours):
        said = later("**We do not know how sure these numbers are**: no ranges are published.")
        asked = say("Who could help us find out?")
        yield _card(say("Missing"), f"{say(said)} {asked}")


def _sure(ours: Observation, exhibits: Sequence[Exhibit], context: Context) -> Prose | None:
    """Where a big number does not say so itself."""
    span = wording.range_words(ours, context.metric(ours.metric))
    if not span or any(isinstance(exhibit, Stat) and exhibit.range for exhibit in exhibits):
        return None
    number = wording.figure(ours.value or 0.0, context.metric(ours.metric))
    said = later("We say {number} for {place}. The true number is most likely {span}.")
    told = say(said, number=number, place=context.place.name, span=span)
    return _card(say("How sure?"), told, Printed(number, ours))


def _card(title: str, text: str, *figures: Printed) -> Prose:
    words = ((Run(title, bold=True),), prose.words(text))
    return Prose(form="card", paragraphs=words, figures=figures)
