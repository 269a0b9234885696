"""Changes of a walk in words, for undoing and for its history."""

from __future__ import annotations

from datawalk.app.studio.desk import address as addresses
from datawalk.app.studio.desk.address import Value
from datawalk.app.studio.desk.version import Version
from datawalk.app.studio.line.changing import Ask
from datawalk.app.studio.line.stations import label_of, named_kind, rows
from datawalk.app.studio.phrases import told

LONGEST = 60


def what_of(ask: Ask, seen: Version) -> str:
    """What a change does, said of the version that it was asked for."""
    if not ask.station and ask.field[:1] == ("stations",):
        return _of_list(ask, seen)
    part = _part(ask, seen)
    match ask.do:
        case "insert":
            return told("Added: {part}", part=part)
        case "move":
            return told("Moved: {part}", part=part)
        case "copy":
            return told("Copied: {part}", part=part)
        case "drop":
            return told("Removed: {part}", part=part)
        case "adopt":
            return told("Opened for writing: {part}", part=part)
        case "accept":
            return told("Looked at a number and used it")
    return told("Changed: {part}", part=part)


def _of_list(ask: Ask, seen: Version) -> str:
    at = ask.field[1] if len(ask.field) > 1 else ask.index
    found = next((row for row in rows(seen) if row.number - 1 == at), None)
    name = _short(found.question) if found else ""
    match ask.do:
        case "move":
            return told("Station {name} moved to place {number}", name=name, number=ask.to + 1)
        case "copy":
            return told("Station {name} copied", name=name)
        case "drop":
            return told("Station {name} removed", name=name)
        case "insert":
            return told("Station added")
    return told("Station {name} changed", name=name)


def _short(name: str) -> str:
    return f"“{name}”" if len(name) <= LONGEST else f"“{name[:LONGEST].rstrip()}…”"


def _part(ask: Ask, seen: Version) -> str:
    """The part that is changed: a setting, or a block by what it is called."""
    whole = ask.field
    if whole[:1] in (("blocks",), ("more_blocks",)) and len(whole) <= 2:
        return named_kind(_kind(ask, seen))
    return label_of(whole)


def _kind(ask: Ask, seen: Version) -> str:
    if ask.do == "insert":
        return _of(ask.value)
    stop = seen.station(ask.station)
    at = ask.field if len(ask.field) == 2 else (*ask.field, ask.index)
    try:
        return _of(addresses.at(stop.value, at)) if stop else ""
    except KeyError:
        return ""


def _of(block: Value) -> str:
    kind = block.get("kind") if isinstance(block, dict) else None
    return kind if isinstance(kind, str) else ""
