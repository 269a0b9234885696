"""What the guide says of a station: its question, and of each number what it means and does not."""

from __future__ import annotations

from datawalk.compose.event.card import MOST_FACTS, CardFact, card_of, without_facts
from datawalk.compose.event.counted import latest, sure_told, when_told
from datawalk.layout.event.guide.parts import GuidePart, GuideSection, GuideTable, GuideText
from datawalk.metrics.knowledge.catalog import catalog
from datawalk.walk import Station
from datawalk.words import say, spoken

MOST_NUMBERS = MOST_FACTS
SHARES = (0.4, 0.24, 0.36)


def station_section(station: Station, most: int) -> GuideSection:
    """With the facts of its card, so many at most."""
    card = card_of(station)
    parts: list[GuidePart] = [GuideText(say("**Open with:** {question}", question=card.opening))]
    facts = card.facts[:most]
    if facts:
        heads = (say("It says"), say("It does not say"), say("Year, source, how sure"))
        rows = tuple((fact.said, fact.unsaid, _sure(fact)) for fact in facts)
        parts.append(GuideTable(heads, rows, SHARES))
    elif not card.facts:
        parts.append(GuideText(without_facts(station)))
    title = f"{station.number}. {station.question}"
    return GuideSection(title, tuple(parts), station.number)


def _sure(fact: CardFact) -> str:
    """When and by whom it was counted, and how sure it is; of an author's own that it is."""
    figure = latest(fact.finding) if fact.finding else None
    if figure is None or fact.finding is None:
        return say("Local data. The foot of the poster says who counted.")
    if not fact.number:
        return say("Same source.")
    metric = catalog(spoken()).get(fact.finding.metric)
    seen, years = figure.observation, sorted(set(fact.finding.years))
    sure = sure_told(seen, metric)
    if len(years) > 1:
        when = f"{years[0]}–{years[-1]}"
        return f"{when}. {metric.source}. " + say("In {year}: {sure}", year=years[-1], sure=sure)
    return f"{when_told(seen, metric)}. {metric.source}. {sure}"
