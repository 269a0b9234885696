"""The settings of the walk itself, each on the tab where people look for it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType

from datawalk.app.studio.desk.version import Version
from datawalk.app.studio.forms.colors import colored
from datawalk.app.studio.forms.description import WalkForms
from datawalk.app.studio.forms.fields import FormReader, first
from datawalk.app.studio.forms.plan import WALK, plan
from datawalk.app.studio.forms.stations import walk_codes
from datawalk.app.studio.preview.findings import FieldFinding

TABS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "place": ("title", "place", "compare", "event", "session", "audiences"),
        "look": ("theme", "icons", "titles", "fonts"),
        "languages": ("language",),
        "print": ("outputs", "print"),
        "data": ("data", "local_data", "min_count", "prices", "policy", "allow_weak", "accept"),
    }
)
"""The settings of each tab; stations have pages of their own."""

EVENT: tuple[tuple[str, str], ...] = (
    ("event", "people"),
    ("event", "minutes"),
    ("event", "date"),
    ("session", "starts"),
    ("event", "groups"),
    ("event", "round"),
    ("event", "breaks"),
    ("event", "group_count"),
    ("event", "move"),
    ("event", "languages"),
    ("event", "ballot"),
    ("event", "vote"),
    ("event", "room"),
    ("event", "online"),
    ("event", "prices"),
)
"""The settings that the plan of the event is made of, with their owners; the first ones first."""
FIRST = 7
OWNERS = {"event": "EventConfig", "session": "SessionConfig"}


def walk_forms(
    version: Version, tab: str, language: str, findings: Sequence[FieldFinding] = ()
) -> WalkForms:
    """The forms of a tab in a language of the studio. Raises KeyError for an unknown tab."""
    data = version.readable.data if version.readable else None
    inside = data if isinstance(data, dict) else {}
    reader = FormReader(language, walk_codes(version), (), tuple(findings))
    made = [reader.field(plan(WALK, name), inside.get(name), (name,)) for name in TABS[tab]]
    if tab == "look":
        made = [
            colored(one, inside.get("theme")) if one.address == "theme" else one for one in made
        ]
    return WalkForms(
        version.tag,
        tab,
        tuple(one for one in made if first(one, inside)),
        tuple(one for one in made if not first(one, inside)),
    )


def event_forms(
    version: Version, language: str, findings: Sequence[FieldFinding] = ()
) -> WalkForms:
    """The settings that the plan of the event is made of, and the audiences."""
    data = version.readable.data if version.readable else None
    inside = data if isinstance(data, dict) else {}
    reader = FormReader(language, walk_codes(version), (), tuple(findings))
    made = []
    for owner, name in EVENT:
        held = inside.get(owner)
        value = held.get(name) if isinstance(held, dict) else None
        made.append(reader.field(plan(OWNERS[owner], name), value, (owner, name)))
    audiences = reader.field(plan(WALK, "audiences"), inside.get("audiences"), ("audiences",))
    return WalkForms(version.tag, "event", tuple(made[:FIRST]), (*made[FIRST:], audiences))
