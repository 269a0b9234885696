"""The forms of one station: its own fields, a card for each block, and what can be added."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from datawalk.app.studio.desk import adoption
from datawalk.app.studio.desk.address import Value
from datawalk.app.studio.desk.version import Version
from datawalk.app.studio.forms import samples, words
from datawalk.app.studio.forms.description import AddGroup, BlockCard, FormField, StationForms
from datawalk.app.studio.forms.fields import FormReader, first
from datawalk.app.studio.forms.plan import SettingPlan, plan, plans
from datawalk.app.studio.forms.samples import OwnColumn
from datawalk.app.studio.preview.findings import FieldFinding
from datawalk.config.templates import TITLE_KEYS
from datawalk.fields import in_one, spoken
from datawalk.problems import Problems

OWNER = "StationConfig"
LISTS = ("blocks", "more_blocks")
TALK: Mapping[str, frozenset[str]] = {
    "questions": frozenset({"questions"}),
    "writing": frozenset({"writing", "visioning"}),
}
"""Kinds of a template's blocks that stay beside blocks of one's own, and what stands for them."""


def station_forms(
    version: Version,
    station_id: str,
    language: str,
    folder: Path = Path(),
    findings: Sequence[FieldFinding] = (),
    number: str = "",
) -> StationForms:
    """The forms of a station in a language of the studio. `folder` is that of the walk, `number`
    a metric that new blocks show. Raises KeyError for a station that is gone."""
    stop = version.station(station_id)
    if stop is None:
        raise KeyError(station_id)
    own = stop.value if isinstance(stop.value, dict) else {}
    ready = _ready(version, stop.index, folder)
    reader = FormReader(language, walk_codes(version), ("stations", stop.index), tuple(findings))
    fields = [_field(reader, one, own, ready) for one in plans(OWNER) if one.name not in LISTS]
    cards = _cards(reader, own, ready)
    list_ = "blocks" if "blocks" in own or not ready else "more_blocks"
    there = own.get(list_)
    return StationForms(
        version.tag,
        station_id,
        stop.index,
        tuple(one for one in fields if one.address != "template" and first(one, own)),
        tuple(one for one in fields if one.address == "template" or not first(one, own)),
        cards,
        add_groups(reader, own_columns(version), folder, number),
        list_,
        len(there) if isinstance(there, list) else 0,
    )


def walk_codes(version: Version) -> tuple[str, ...]:
    """The languages of a walk, its main one first."""
    data = version.readable.data if version.readable else None
    said = data.get("language") if isinstance(data, dict) else None
    codes = said if isinstance(said, list) else [said]
    return tuple(code for code in codes if isinstance(code, str)) or ("en",)


def own_columns(version: Version) -> tuple[OwnColumn, ...]:
    """The columns of the walk's own files that its author described."""
    data = version.readable.data if version.readable else None
    sources = data.get("local_data") if isinstance(data, dict) else None
    found = []
    for source in sources if isinstance(sources, list) else ():
        if not isinstance(source, dict):
            continue
        measures = source.get("measures")
        for measure in measures if isinstance(measures, list) else ():
            column = measure.get("column") if isinstance(measure, dict) else None
            if isinstance(column, str) and isinstance(source.get("file"), str):
                share = isinstance(measure, dict) and bool({"of", "suffix"} & measure.keys())
                found.append(OwnColumn(str(source["file"]), column, share))
    return tuple(found)


def add_groups(
    reader: FormReader,
    columns: Sequence[OwnColumn] = (),
    folder: Path = Path(),
    number: str = "",
) -> tuple[AddGroup, ...]:
    """All kinds of blocks in four groups, each with what is put when it is chosen."""
    made = {}
    for kind in plan(OWNER, "blocks").kinds:
        if kind == "image":
            made[kind] = reader.offer(kind, None, "photo")
        elif kind == "local_chart":
            chart = samples.own_chart(columns, folder) if columns else None
            made[kind] = reader.offer(kind, chart, "" if columns else "table")
        else:
            put = samples.with_number(kind, number, reader.codes) if number else None
            made[kind] = reader.offer(kind, put or samples.block(kind, reader.codes))
    return tuple(
        AddGroup(
            name.told(reader.reader),
            tuple(made[one.kind] for one in words.kinds().values() if one.group == group),
        )
        for group, name in words.GROUPS.items()
    )


def _ready(version: Version, index: int, folder: Path) -> Mapping[str, Value]:
    """What the station's template says; nothing where it has none or cannot be read."""
    if version.readable is None:
        return {}
    try:
        found = adoption.template(version.readable, index, folder)
    except Problems:
        return {}
    return found.data if found and isinstance(found.data, dict) else {}


def _field(
    reader: FormReader, one: SettingPlan, own: Mapping[str, Value], ready: Mapping[str, Value]
) -> FormField:
    """A setting of the station itself, or as its template has it."""
    titled = one.name in TITLE_KEYS and bool(TITLE_KEYS & own.keys())
    if one.name in own or titled or one.name not in ready:
        return reader.field(one, own.get(one.name), (one.name,))
    value = _in_walk(ready[one.name], reader.codes)
    return replace(reader, adopted=one.name).field(one, value, (one.name,))


def _cards(
    reader: FormReader, own: Mapping[str, Value], ready: Mapping[str, Value]
) -> tuple[BlockCard, ...]:
    blocks, more = (plan(OWNER, name) for name in LISTS)
    written, theirs = own.get("blocks"), ready.get("blocks")
    mine = written if isinstance(written, list) else []
    known = theirs if isinstance(theirs, list) else []
    if "blocks" in own:
        cards = reader.cards(blocks, mine, ("blocks",))
        cards += _borrowed(reader, blocks, mine, known)
    else:
        told = [_in_walk(one, reader.codes) for one in known]
        cards = replace(reader, adopted="blocks").cards(blocks, told, ("blocks",))
    added = own.get("more_blocks")
    return cards + reader.cards(more, added if isinstance(added, list) else [], ("more_blocks",))


def _borrowed(
    reader: FormReader, blocks: SettingPlan, mine: Sequence[Value], theirs: Sequence[Value]
) -> tuple[BlockCard, ...]:
    """Blocks to talk and write on that the template puts behind those of the station."""
    kinds = {one.get("kind") for one in mine if isinstance(one, dict)}
    found: list[Value] = []
    for one in theirs:
        kind = str(one.get("kind")) if isinstance(one, dict) else ""
        if kind in TALK and not kinds & TALK[kind]:
            found.append(_in_walk(one, reader.codes))
    count = len(mine) + len(found)
    reader = replace(reader, adopted="blocks")
    return tuple(
        reader.card(blocks, one, ("blocks", i), count) for i, one in enumerate(found, len(mine))
    )


def _in_walk(value: Value, codes: Sequence[str]) -> Value:
    """A value of a template in the languages of the walk, as adopting it would write it there."""
    if spoken(value) and any(in_one(value, code) for code in (*codes, "en")):
        found = {code: str(text) for code in codes if (text := in_one(value, code))}
        return dict(found) if len(found) > 1 else next(iter(found.values()), _english(value))
    if isinstance(value, list):
        return [_in_walk(item, codes) for item in value]
    if isinstance(value, dict):
        return {key: _in_walk(item, codes) for key, item in value.items()}
    return value


def _english(value: Mapping[str, object]) -> str:
    return str(value.get("en") or next(iter(value.values()), ""))
