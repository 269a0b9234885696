"""Findings in words: a sentence of what a figure says, and what is said after it."""

from __future__ import annotations

from dataclasses import replace

from datawalk.metrics.knowledge import doubts
from datawalk.metrics.knowledge.catalog import Metric
from datawalk.metrics.knowledge.takeaways import Sentences
from datawalk.metrics.model import NumberFormat, Observation, Printed
from datawalk.metrics.words import wording
from datawalk.metrics.words.comparing import named_beside
from datawalk.metrics.words.credits import mark
from datawalk.words import say

PERCENT = NumberFormat(100, 0, suffix="%")


def told(observation: Observation, metric: Metric) -> Printed:
    """The figure as a sentence says it, with the mark of its quality: a share is told of 100."""
    value = observation.value
    if value is None or metric.kind != "share":
        return Printed(wording.marked(observation, metric), observation)
    plain = replace(metric.format, suffix="")
    step, whole = wording.steps(value, plain), wording.steps(1.0, plain)
    text = wording.from_steps(step, plain) if value else "0"
    if value > 0 and step == 0:
        text = say("fewer than {number}", number=wording.from_steps(1, plain))
    elif value < 1 and step == whole:
        text = say("more than {number}", number=wording.from_steps(step - 1, plain))
    return Printed(text + mark(observation), observation)


def level(found: Observation, metric: Metric, words: Sentences) -> tuple[str, Printed]:
    """'In 2023, 84 of every 100 adults … in Boone County had a job.'"""
    place = doubts.where(found) or named_beside(found.place, found.place)
    said = {"year": found.year, "place": place}
    if found.pair:
        left, right = (wording.figure(side, metric) + mark(found) for side in found.pair)
        both = Printed(wording.marked(found, metric), found)
        return words.level.format(value=left, right=right, **said), both
    figure = told(found, metric)
    return words.level.format(value=figure.text, **said), figure


def gap(one: Printed, two: Printed, named: tuple[str, str], words: Sentences) -> str:
    """Both groups in one sentence: 'In 2023, 62 of 100 … had a job; for … it was 86.'"""
    seen = one.observation
    place = named_beside(seen.place, seen.place)
    said = words.gap.format(year=seen.year, place=place, group=named[0], value=one.text)
    return say("{first}; for {group} it was {value}.", first=said, group=named[1], value=two.text)


def percent(share: float) -> str:
    """'29%', however the figure moved."""
    return wording.number(abs(share), PERCENT)
