"""What can be typed as it stands where something else was written: an example for each setting."""

from __future__ import annotations

import difflib
from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import get_args

from pydantic.fields import FieldInfo

from datawalk.config.advising import BLOCKS
from datawalk.config.outputs import Output

MEDIA: tuple[str, ...] = tuple(
    get_args(one.model_fields["medium"].annotation)[0] for one in get_args(get_args(Output)[0])
)
"""Everything that an output can be."""
SETS: Mapping[str, str] = MappingProxyType(
    {
        "event": 'date: "March 14, 2027"',
        "session": "starts: 6:00 pm",
        "print": "price_per_page: 0.10",
        "theme": 'ink: "#14213d"',
        "pillars": 'work: "#0b5c69"',
        "face": "regular: MyFont-Regular.ttf",
    }
)
"""A line that may stand under each setting which holds others."""
ENTRIES: Mapping[str, str] = MappingProxyType(
    {
        "outputs": "medium: poster",
        "stations": "template: work/jobs",
        "blocks": "kind: text",
        "more_blocks": "kind: text",
        "local_data": "file: survey.csv",
        "parts": "part: welcome",
        "glossary": "term: Median",
        "further": "name: City library",
        "agenda": "what: Welcome",
    }
)
"""The first line of an entry of each list of settings."""
COUNTS: Mapping[str, str] = MappingProxyType(
    {
        "people": "40",
        "year": "2023",
        "year_to": "2023",
        "min_count": "10",
        "bleed": "0.125",
        "price_per_page": "0.10",
        "minutes": "8",
    }
)
"""Numbers for settings that have none of themselves."""


def of_set(key: str, index: int | None, known: Sequence[str]) -> str:
    """'Write event: and under it, further to the right, date: "March 14, 2027"'.

    `index` is that of an entry of a list. Without an example the settings are listed.
    """
    listed = f" It has: {', '.join(known)}." if known else ""
    if index is not None:
        first = ENTRIES.get(key) or (f"{known[0]}: …" if known else "")
        return f"Write - {first}.{listed}" if first else ""
    if key in SETS:
        return f"Write {key}: and under it, further to the right, {SETS[key]}.{listed}"
    return listed.strip()


def of_entry(key: str, given: object) -> str:
    """'Write outputs: and under it - medium: poster', for a list whose entries are settings."""
    if key not in ENTRIES or not isinstance(given, (str, dict)) or key in ("stations", *BLOCKS):
        return ""
    first = ENTRIES[key]
    if key == "outputs" and isinstance(given, str):
        first = f"medium: {near_medium(given)}"
    elif isinstance(given, dict) and given:
        first = f"{next(iter(given))}: …"
    return f"Write {key}: and under it - {first}"


def near_medium(given: str) -> str:
    """The output that a word means, or the first one."""
    likely = difflib.get_close_matches(given.lower().strip(), MEDIA, n=1, cutoff=0.6)
    return likely[0] if likely else MEDIA[0]


def of_number(key: str, field: FieldInfo | None) -> str:
    """'Write people: 40', a number that the setting takes."""
    usual = COUNTS.get(key) or _usual(field)
    return f"Write a number in digits{f', such as {key}: {usual}' if usual else ''}."


def of_switch(key: str) -> str:
    """'Write icons: true or icons: false'."""
    return f"Write {key}: true or {key}: false"


def _usual(field: FieldInfo | None) -> str:
    if field is None:
        return ""
    if isinstance(field.default, (int, float)) and not isinstance(field.default, bool):
        return f"{field.default:g}"
    return next((f"{one.ge:g}" for one in field.metadata if hasattr(one, "ge")), "")
