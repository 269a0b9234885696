"""Tables that are brought to a walk: where they go, and what the program takes them for."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType

from pydantic import ValidationError

from datawalk import source
from datawalk.app.studio.desk import uploads
from datawalk.app.studio.desk.address import Value, plain
from datawalk.inputs import Stamp, readable, resolved, stamp
from datawalk.metrics.files.inspection import FileReport, Report, inspect
from datawalk.metrics.knowledge.catalog import catalog
from datawalk.metrics.local.description import USUAL_LEAST, LocalSource
from datawalk.metrics.local.inspection import EXAMPLES, ColumnReport, OwnReport
from datawalk.metrics.local.own import OwnTable
from datawalk.metrics.local.protection.protected import kept, opened
from datawalk.problems import Problem, Problems, refuse

FOLDER = "data"
SHOWN = 8
"""Rows that a preview shows."""
ENDINGS = (".csv", ".tsv", ".tab", ".txt", ".xlsx", ".xlsm", ".xls", ".ods")
_TO_SAY = "…"
"""What proposals have where the author must say something."""


@dataclass(frozen=True)
class TableLook:
    """What a table is taken for. `file` is its name as the walk writes it.

    Of the community's own: its columns with what they hold, the first rows with hidden cells marked
    as such, how many rows have any, and `entry`, what may be put under `local_data:` once its
    author has said the rest (`to_say`). Of published figures: only `metrics` are told, and the file
    goes under `data:`.
    """

    file: str
    headings: tuple[str, ...] = ()
    columns: tuple[ColumnReport, ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()
    height: int = 0
    hidden_rows: int = 0
    hidden_note: str = ""
    warnings: tuple[Problem, ...] = ()
    entry: Value = None
    to_say: tuple[str, ...] = ()
    metrics: FileReport | None = None


def added(content: bytes, name: str, folder: Path) -> TableLook:
    """Bring a table into the folder of a walk, and say what it is.

    Raises Problems for what is no table or may not be shown; then no file stays.
    """
    uploads.checked_size(content)
    ending = Path(name.replace("\\", "/")).suffix.lower()
    if ending not in ENDINGS:
        raise refuse(
            "This is not a table that we can read.", "Save it as CSV or Excel (.xlsx) and add that."
        )
    before = {path.name for path in (folder / FOLDER).glob("*")}
    stem = uploads.safe_stem(name, "table")
    file = uploads.placed(folder, FOLDER, stem, ending, content)
    try:
        return looked_at(file, folder)
    except BaseException:
        if Path(file).name not in before:
            with suppress(OSError):
                (folder / file).unlink()
        raise


def looked_at(
    file: str, folder: Path, described: Value = None, least: int = USUAL_LEAST
) -> TableLook:
    """What a table in the walk's folder is, with a description if its author gave one.

    `least` is the walk's min_count. Raises Problems.
    """
    path = resolved(folder / file, file)
    if not path.is_relative_to(resolved(folder, str(folder))):
        raise refuse("This table lies outside of the walk's folder.", "Add it again.")
    report = inspect(readable(path, file), catalog())
    _refuse(report)
    if isinstance(report, FileReport):
        return TableLook(file, metrics=report, height=report.rows)
    one = opened(path, _description(described), least)
    own = kept((one,))[path]
    entry = _entry(report, file)
    return replace(
        _shown(own, report),
        file=file,
        entry=entry,
        to_say=tuple(k for k, v in entry.items() if v == "") if isinstance(entry, dict) else (),
    )


def first_shown(file: str, folder: Path) -> str:
    """What a chart of a table shows of it if nothing more is said: areas, groups or years."""
    path = resolved(folder / file, file)
    return _first_shown(path, file, stamp(path)) if path.is_file() else "areas"


@lru_cache(maxsize=32)
def _first_shown(path: Path, file: str, _state: Stamp | None) -> str:
    try:
        report = inspect(readable(path, file), catalog())
    except Problems:
        return "areas"
    held = {one.kind for one in report.columns} if isinstance(report, OwnReport) else set()
    found = (show for kind, show in _SHOWS.items() if kind in held)
    return next(found, "areas")


_SHOWS: Mapping[str, str] = MappingProxyType(
    {"names of areas": "areas", "groups": "groups", "years": "years"}
)


def withdrawn(file: str, folder: Path) -> None:
    """Take a table out of the walk's folder again. Raises Problems for any other file."""
    path = resolved(folder / file, file)
    if path.parent != resolved(folder / FOLDER, FOLDER) or path.suffix.lower() not in ENDINGS:
        raise refuse("This file was not added here.", "Delete it yourself.")
    with suppress(OSError):
        path.unlink()


def _refuse(report: Report) -> None:
    if report.ok:
        return
    reasons = (report.reason,) if isinstance(report, FileReport) else report.reasons
    raise Problems(Problem(reason) for reason in reasons)


def _description(described: Value) -> LocalSource | None:
    if described is None:
        return None
    try:
        return LocalSource.model_validate(described, context=("en",))
    except ValidationError as error:
        found = [Problem(f"{'.'.join(map(str, e['loc']))}: {e['msg']}.") for e in error.errors()]
        raise Problems(found) from error


def _shown(own: OwnTable, report: OwnReport) -> TableLook:
    """The first rows and the columns; of a table that would give people away no cell at all."""
    table = own.table(None)
    rows = {row for row, _ in own.hidden}
    cells = [[""] * 0 if own.unsafe else list(column) for column in table.cells]
    examples = [tuple(dict.fromkeys(filter(None, column)))[:EXAMPLES] for column in cells]
    columns = tuple(
        replace(column, examples=such)
        for column, such in zip(report.columns, examples, strict=True)
    )
    return TableLook(
        "",
        headings=table.columns,
        columns=columns,
        rows=() if own.unsafe else table.rows[:SHOWN],
        height=table.height,
        hidden_rows=table.height if own.unsafe else len(rows),
        hidden_note=own.hidden_note if rows or own.unsafe else "",
        warnings=own.warnings,
    )


def _entry(report: OwnReport, file: str) -> Value:
    """The proposed description with empty texts where its author must say something."""
    data = source.read_text(report.entry, file).data
    proposed = data["local_data"][0]
    made = {key: "" if value == _TO_SAY else value for key, value in proposed.items()}
    return plain({**made, "file": file})
