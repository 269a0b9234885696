"""The framework behind the walk: five pillars, what each looks at, and where the walk shows it."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from datawalk.compose.session.given import Given
from datawalk.walk import Framework, Pillar, Predictor
from datawalk.words import later, phrase, say, spoken

PILLARS: Mapping[str, str] = MappingProxyType(
    {
        "work": later("Rewarding work"),
        "education": later("High-quality education"),
        "neighborhoods": later("Opportunity-rich and inclusive neighborhoods"),
        "health": later("Healthy environment and access to good health care"),
        "governance": later("Responsive and just governance"),
    }
)
"""Urban Institute, Upward Mobility Framework."""
SHORT: Mapping[str, str] = MappingProxyType(
    {
        "work": later("Work"),
        "education": later("Education"),
        "neighborhoods": later("Neighborhoods"),
        "health": later("Health"),
        "governance": later("Governance"),
    }
)
"""The same where room lacks."""


def framework(given: Given) -> Framework:
    """Every predictor under its pillar, with the numbers of the stations about it."""
    at: dict[str, tuple[int, ...]] = {}
    for station in given.walk.stations:
        name = station.about.predictor
        at[name] = (*at.get(name, ()), station.number)
    found: dict[str, dict[str, None]] = {key: {} for key in PILLARS}
    for metric in given.context.catalog.metrics.values():
        if metric.pillar in found and metric.predictor:
            found[metric.pillar][called(metric.predictor)] = None
    return Framework(
        tuple(
            Pillar(
                key,
                say(PILLARS[key]),
                say(SHORT[key]),
                tuple(Predictor(n, at.get(n, ())) for n in names),
            )
            for key, names in found.items()
        )
    )


def called(predictor: str) -> str:
    """A predictor in the language of the walk."""
    return phrase(spoken(), "catalog.csv predictor", predictor)
