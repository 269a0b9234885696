"""What the program would write about a table under `local_data:`, for its author to agree to."""

from __future__ import annotations

import re
from collections.abc import Iterator

from datawalk.metrics.local.columns.kinds import Kind
from datawalk.metrics.local.protection.entries import LedgerEntry


def measures(entry: LedgerEntry) -> Iterator[tuple[str, str]]:
    """For each undescribed column of numbers the line to paste, and why it reads so."""
    done: set[str] = set()
    for at, kind in enumerate(entry.kinds):
        name = entry.matrix.heading(at)
        if not kind.said and name not in done and not _part(entry, at):
            done.add(name)
            yield _line(entry, name, kind), kind.reason


def _part(entry: LedgerEntry, at: int) -> bool:
    """Whether a field of a long table stands beside its value, and so needs no line."""
    matrix = entry.matrix
    return matrix.shape.long and matrix.fields[at].column != matrix.shape.value


def _line(entry: LedgerEntry, name: str, kind: Kind) -> str:
    said = [f"column: {quoted(name)}"]
    match kind.name:
        case "share":
            said += _share(entry, kind)
        case "derived":
            said.append(f"derived: {kind.derived or 'change'}")
        case "margin":
            said.append("derived: margin")
        case "other" | "unknown":
            said.append("people: false")
        case "count":
            pass
    return f"{{{', '.join(said)}}}"


def _share(entry: LedgerEntry, kind: Kind) -> Iterator[str]:
    scale = kind.scales[0] if len(kind.scales) == 1 else None
    if scale == 100:
        yield 'suffix: "%"'
    for part, at in (("count", kind.count), ("of", kind.of)):
        if at is not None:
            yield f"{part}: {quoted(entry.matrix.heading(at))}"
    if scale not in (100, None):
        yield f"per: {scale}"


def quoted(text: str) -> str:
    """A text as it can stand in a list of YAML on one line."""
    plain = re.sub(r"(?<=\w)[ _.-](?=\w)", "", text)
    if (
        plain.isalnum()
        and plain[0].isalpha()
        and plain.lower() not in ("yes", "no", "on", "off", "null", "true", "false")
    ):
        return text
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def entry(of: LedgerEntry) -> str:
    """All that the program would say of a file, to be completed and pasted into a walk."""
    table = of.matrix.shape.table
    lines = [
        "local_data:",
        f"  - file: {quoted(table.name)}",
        "    name: …     # what it is, such as Street survey",
        "    who: …      # who counted",
        "    when: …     # when they counted",
    ]
    if table.sheet:
        lines.append(f"    sheet: {quoted(table.sheet)}")
    proposed = list(measures(of))
    if proposed:
        lines.append("    measures:")
        lines += [f"      - {line}   # {reason}" for line, reason in proposed]
    return "\n".join(lines)
