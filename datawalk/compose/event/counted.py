"""Who counted a number, when and how, how sure it is, and what it leaves out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from datawalk.metrics.findings.finding import Finding
from datawalk.metrics.knowledge.catalog import Metric, catalog
from datawalk.metrics.knowledge.counting import counting
from datawalk.metrics.knowledge.unsaid import unsaid
from datawalk.metrics.model import Observation, Printed, Quality
from datawalk.metrics.words.wording import range_words
from datawalk.walk import Station
from datawalk.words import say, spoken


@dataclass(frozen=True, slots=True)
class CountedNumber:
    """A number that hangs at a station, and all that is known of how it came about.

    Of a community's own data, of which many numbers hang, `number` is empty.
    """

    number: str
    what: str
    who: str
    when: str
    how: str
    sure: str
    left: str


def counted(station: Station) -> tuple[CountedNumber, ...]:
    """The latest number of each metric that the station tells of, then each measure of a
    community's own."""
    return (*_counted(station), *_own(station))


def _counted(station: Station) -> Iterator[CountedNumber]:
    metrics = dict.fromkeys(finding.metric for finding in station.findings)
    for name in metrics:
        own = [finding for finding in station.findings if finding.metric == name]
        finding = next((one for one in own if one.kind == "level"), own[0])
        figure = latest(finding)
        if figure is None:
            continue
        metric = catalog(spoken()).get(name)
        seen = figure.observation
        yield CountedNumber(
            told_number(figure, metric),
            metric.short,
            metric.source,
            when_told(seen, metric),
            counting(name),
            sure_told(seen, metric),
            unsaid(name),
        )


def _own(station: Station) -> Iterator[CountedNumber]:
    told: dict[tuple[str, str], tuple[str, set[str]]] = {}
    for exhibit in station.exhibits:
        for printed in exhibit.own:
            # What was worked out of a published figure is told with that.
            if printed.measure in catalog().metrics:
                continue
            key = (printed.label or printed.measure, printed.source)
            _, years = told.setdefault(key, (exhibit.terms, set()))
            years |= {printed.year} - {""}
    for (what, who), (terms, years) in told.items():
        yield CountedNumber(
            "",
            what,
            who,
            ", ".join(sorted(years)) or say("See under “Who”."),
            terms or say("Those who counted can say how."),
            say("No range is given. Counts of few people are not shown."),
            say("Those who were not asked or gave no answer."),
        )


def latest(finding: Finding) -> Printed | None:
    """The newest figure of a sentence, the first that it names; None where it prints none."""
    years = [figure.observation.year or 0 for figure in finding.figures]
    newest = max(years, default=0)
    told = zip(finding.figures, years, strict=True)
    return next((figure for figure, year in told if year == newest), None)


def told_number(figure: Printed, metric: Metric) -> str:
    """A number that stands alone: '84 of 100' for a share that its sentence calls 84."""
    if metric.kind == "share" and figure.text.isdigit():
        return say("{number} of 100", number=figure.text)
    return figure.text


def when_told(seen: Observation, metric: Metric) -> str:
    """The year, and what it stands for."""
    year = str(seen.year) if seen.year else say("no year stated in the file")
    grouped = seen.group_kind != "all" and metric.groups_mean
    meaning = grouped or metric.years_mean
    return f"{year} ({meaning})" if meaning else year


def sure_told(seen: Observation, metric: Metric) -> str:
    """The range that a figure most likely lies in, and whether it is to be used with care."""
    told = range_words(seen, metric)
    said = say("Most likely {range}.", range=told) if told else say("No range is given.")
    if seen.quality in (Quality.MARGINAL, Quality.WEAK):
        said += " " + say("Use it with care.")
    return said
