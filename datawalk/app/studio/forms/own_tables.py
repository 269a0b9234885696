"""Tables of one's own as they are shown before they are used, and what becomes of the answers."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from starlette.datastructures import FormData

from datawalk.app.studio.desk.address import Value
from datawalk.app.studio.desk.tables import TableLook
from datawalk.app.studio.forms.description import FormOption
from datawalk.app.studio.preview.words import InBoth
from datawalk.words import spoken

ASKED = ("name", "who", "when", "how", "use")
NEEDED = ("name", "who", "when")
KINDS: Mapping[str, InBoth] = MappingProxyType(
    {
        "people": InBoth("Count of people", "Conteo de personas"),
        "share": InBoth("Percent or rate", "Porcentaje o tasa"),
        "things": InBoth("Number, not of people", "Número, no de personas"),
        "area": InBoth("Areas", "Zonas"),
        "group": InBoth("Groups of people", "Grupos de personas"),
        "year": InBoth("Years", "Años"),
        "words": InBoth("Words, not used", "Palabras, no se usan"),
    }
)
"""What a column may hold."""
_TAKEN: Mapping[str, str] = MappingProxyType(
    {"counts people": "people", "a share or rate": "share", "no people": "things"}
)


@dataclass(frozen=True, slots=True)
class ReadColumn:
    """A column of a table: its number, its heading, and what it is taken for."""

    number: int
    heading: str
    kind: str


def kinds() -> tuple[FormOption, ...]:
    """What a column may be, in the language of the studio."""
    return tuple(FormOption(kind, words.told(spoken())) for kind, words in KINDS.items())


def columns(look: TableLook, sent: FormData) -> tuple[ReadColumn, ...]:
    """The columns as they are understood, or as their author said."""
    entry = look.entry if isinstance(look.entry, dict) else {}
    return tuple(
        ReadColumn(i, heading, _kind(look, entry, sent, i, heading))
        for i, heading in enumerate(look.headings)
    )


def _kind(look: TableLook, entry: Mapping[str, Value], sent: FormData, i: int, heading: str) -> str:
    said = sent.get(f"column{i}")
    if isinstance(said, str) and said in KINDS:
        return said
    for role in ("year", "group", "area"):
        named = entry.get(role)
        if heading == named or (isinstance(named, list) and heading in named):
            return role
    report = next((one for one in look.columns if one.name == heading), None)
    measured = _measure(entry, heading)
    if measured is None:
        return "group" if heading == "group" else "area" if i == 0 else "words"
    if measured.get("of") or measured.get("count"):
        return "share"
    return _TAKEN.get(report.kind if report else "", "things")


def _measure(entry: Mapping[str, Value], heading: str) -> Mapping[str, Value] | None:
    listed = entry.get("measures")
    found = [
        one
        for one in (listed if isinstance(listed, list) else ())
        if isinstance(one, dict) and one.get("column") == heading
    ]
    return found[0] if found else None


def answers(look: TableLook, sent: FormData) -> Mapping[str, str]:
    """What was answered so far, or what is proposed."""
    entry = look.entry if isinstance(look.entry, dict) else {}
    found = {}
    for name in ASKED:
        said, proposed = sent.get(name), entry.get(name)
        found[name] = said if isinstance(said, str) else str(proposed or "")
    return found


def lacking(look: TableLook, sent: FormData) -> tuple[str, ...]:
    """The questions that have to be answered before the table is used."""
    said = answers(look, sent)
    return tuple(name for name in NEEDED if not said[name].strip())


def entry(look: TableLook, sent: FormData) -> dict[str, Value]:
    """The description of the table with its author's answers."""
    proposed = dict(look.entry) if isinstance(look.entry, dict) else {}
    said = {name: text.strip() for name, text in answers(look, sent).items() if text.strip()}
    chosen = columns(look, sent)
    made: dict[str, Value] = {**proposed, **said, "file": look.file}
    measures: list[Value] = [
        {**(_measure(proposed, one.heading) or {"column": one.heading}), **_people(one.kind)}
        for one in chosen
        if one.kind in ("people", "share", "things")
    ]
    made["measures"] = measures
    before = columns(look, FormData())
    for role in ("area", "group", "year"):
        now = [one.heading for one in chosen if one.kind == role]
        if now != [one.heading for one in before if one.kind == role]:
            made[role] = now[0] if now else None
    return {key: value for key, value in made.items() if value not in (None, "", [])}


def _people(kind: str) -> dict[str, Value]:
    return {"people": "false"} if kind == "things" else {}
