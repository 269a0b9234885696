"""Why there is no figure, in words: those of the codes in `Gap`, in the language in use."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from datawalk.metrics.knowledge.catalog import catalog
from datawalk.metrics.knowledge.gaps import known_gaps
from datawalk.metrics.knowledge.groups import called, inside
from datawalk.metrics.knowledge.zeros import since
from datawalk.metrics.model import Gap
from datawalk.words import later, phrase, say, speaking, spoken

WORDS: Mapping[str, str] = MappingProxyType(
    {
        "no metric": later("the data files do not hold this metric"),
        "no place": later("not in the data files"),
        "groups alone": later("the data files hold this metric for groups only"),
        "no counties": later("not measured for counties"),
        "no cities": later("not measured for cities"),
        "some counties": later("the data files do not hold all counties"),
        "some cities": later("the data files do not hold all cities"),
        "no county": later("no figure for any county in {year}"),
        "no city": later("no figure for any city in {year}"),
        "this county": later("no figure for this county in any year"),
        "this city": later("no figure for this city in any year"),
        "year": later("no figure for {year}"),
        "any year": later("no figure in any year"),
        "before": later("not in the data before {year}"),
        "after": later("not in the data after {year}"),
        "hidden": later("graded but not published, so that no one can be known"),
        "group": later("no figure for this group"),
        "everyone": later("no figure beside these groups"),
        "few": later("too few cases to print"),
        "few in a large place": later("too few cases to print, in a large place"),
        "few of a part": later("held back to protect a small group"),
        "unsure": later("graded Weak, too unsure to show"),
        "unchecked": later("in doubt, and not checked yet"),
        "nothing": later("no data"),
        "no cell": later("not in the data"),
        "not published": later("not published"),
        "lone county": later("the data hold no other county of {state} to map"),
        "lone city": later("the data hold no other city to map"),
        "few places": later("the data have only {count} places to stand among"),
    }
)
"""The words of every code but those whose words stand in a knowledge file: the codes of gaps.csv,
"zero" (catalog.csv) and "none since" (zeros.csv)."""


def told(gap: Gap | None) -> str:
    """The reason as it is printed, in lower case and without a full stop; '' for none."""
    if gap is None:
        return ""
    words = _words(gap)
    return f"{inside(called(gap.group, spoken(), gap.metric))}: {words}" if gap.group else words


def noted(gap: Gap | None) -> str:
    """The reason as an author reads it among problems, which are told in English."""
    with speaking("en"):
        return told(gap)


def _words(gap: Gap) -> str:
    if gap.code in WORDS:
        return say(WORDS[gap.code], year=gap.year, state=gap.state, count=gap.count)
    if gap.code == "zero":
        return catalog(spoken()).get(gap.metric).zero
    if gap.code == "none since":
        return phrase(spoken(), "zeros.csv since", since()[gap.metric]).format(year=gap.year)
    reason = next(known.reason for known in known_gaps() if known.code == gap.code)
    return phrase(spoken(), "gaps.csv reason", reason)
