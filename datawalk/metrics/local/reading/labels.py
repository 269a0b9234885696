"""What columns of the Census Bureau hold, in words for a sheet: Estimate!!Total!!Male is Male."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Mapping

_LEVEL = re.compile(r"!!|; | - (?=\w)")
_PLAIN = re.compile(r"estimates?|totals?", re.I)
"""What stands in front of every number of a file, and tells none from another."""
_ABOUT = re.compile(r"(?:annotation of )?(?:percent )?(?:margin of error|standard error)", re.I)
_PERCENT = re.compile(r"percent", re.I)


def shown(told: Mapping[str, str], head: str) -> Mapping[str, str]:
    """The words to print for each name, from the label that its file gives it, or the name itself.

    `head` is left out of them. Names that would be alike keep theirs. Only those are held whose
    words differ from the name.
    """
    words = {name: _worded(_levels(name, label), head) for name, label in told.items()}
    times = Counter(words.values())
    return {name: said for name, said in words.items() if said != name and times[said] == 1}


def head_of(names: Collection[str]) -> str:
    """The place that stands in front of all names in levels, or ''."""
    deep = [name.partition("!!")[0].strip() for name in names if "!!" in name]
    one = len(deep) > 1 and len(set(deep)) == 1
    return "" if not one or _PLAIN.fullmatch(deep[0].rstrip(":")) else deep[0]


def _levels(name: str, label: str) -> tuple[str, ...]:
    labelled = label != name and (_PLAIN.match(label) or _ABOUT.match(label))
    if "!!" not in label and not labelled:
        return (label,)
    parts = tuple(part.strip().rstrip(":") for part in _LEVEL.split(label) if part.strip(" :"))
    return parts or (label,)


def _worded(parts: tuple[str, ...], head: str) -> str:
    """The levels in one, with the kind of number behind: Male, margin of error."""
    if len(parts) == 1:
        return parts[0]
    rest = parts[1:] if parts[0] == head else parts
    kinds = [part for part in rest if _ABOUT.fullmatch(part) or _PERCENT.fullmatch(part)]
    named = [part for part in rest if part not in kinds]
    named = [part for part in named if not _PLAIN.fullmatch(part)] or named[-1:]
    if not named:
        return kinds[-1]
    return ", ".join([": ".join(named), *(kind.lower() for kind in kinds)])
