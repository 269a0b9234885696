"""What is put where something is added: small and whole, so that the poster prints at once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

from datawalk.app.studio.desk.address import Value
from datawalk.app.studio.desk.tables import first_shown
from datawalk.app.studio.preview.words import InBoth
from datawalk.words import say, speaking

NUMBER: Mapping[str, str] = MappingProxyType(
    {"stat": "share_employed", "chart": "share_employed", "map": "share_employed"}
)
"""The number that a new block shows until another one is chosen; counties and cities have it."""
_WHO = InBoth("Who counted, and when", "Quién contó y cuándo")
_HERE = InBoth("Write here", "Escriba aquí")
_NAME = InBoth("Name", "Nombre")


def _program() -> dict[str, object]:
    return {
        "name": InBoth("Name of a program", "Nombre de un programa"),
        "what": InBoth("What it does", "Qué hace"),
        "where": InBoth("Where to find it", "Dónde encontrarlo"),
    }


ITEMS: Mapping[str, Mapping[str, object]] = MappingProxyType(
    {
        "Actor": {"label": InBoth("Who can act", "Quién puede actuar")},
        "AgendaConfig": {"what": InBoth("What is done", "Qué se hace"), "minutes": "10"},
        "AudienceConfig": {"name": _NAME, "stations": ["1"]},
        "AudienceStationConfig": {"station": "1"},
        "BreakConfig": {"after": "1", "minutes": "10"},
        "DoorConfig": {"wall": "south", "at": "0"},
        "Evaluation": {
            "program": InBoth("Name of a program", "Nombre de un programa"),
            "found": InBoth("What the study found", "Qué halló el estudio"),
            "design": "participants only",
            "by": InBoth("Who did the study", "Quién hizo el estudio"),
            "year": "2024",
        },
        "FurtherConfig": {
            "name": InBoth("Who has it", "Quién lo tiene"),
            "finds": InBoth("What people find there", "Qué se encuentra ahí"),
        },
        "Happening": {"when": "2020", "what": InBoth("What happened", "Qué pasó")},
        "HeardConfig": {"what": InBoth("What people said", "Lo que dijo la gente")},
        "HostConfig": {"name": _NAME},
        "LocalMeasure": {"column": _NAME},
        "LocalSource": {
            "file": "data/table.csv",
            "name": InBoth("What it is called", "Cómo se llama"),
            "who": InBoth("Who counted", "Quién contó"),
            "when": InBoth("When", "Cuándo"),
        },
        "OpeningConfig": {"wall": "north", "at": "0"},
        "Organization": {
            "name": InBoth("Another organization", "Otra organización"),
            "sort": InBoth("nonprofit", "organización"),
        },
        "PartConfig": {"part": "welcome"},
        "Program": _program(),
        "Saying": {
            "text": InBoth("What was said", "Qué se dijo"),
            "by": InBoth("Who said it", "Quién lo dijo"),
        },
        "Side": {"name": _NAME, "items": [_HERE]},
        "StepConfig": {"what": InBoth("What will be done", "Qué se hará")},
        "Story": {"told": InBoth("The story as it is told here", "El relato como se cuenta aquí")},
        "TableConfig": {"name": InBoth("Sign in", "Registro"), "x": "1", "y": "1"},
        "TermConfig": {
            "term": InBoth("Word", "Palabra"),
            "meaning": InBoth("What it means", "Qué quiere decir"),
        },
        "ToolConfig": {
            "name": _NAME,
            "finds": InBoth("What people find there", "Qué se encuentra ahí"),
        },
        "Tie": {
            "who": InBoth("Library", "Biblioteca"),
            "whom": InBoth("School", "Escuela"),
            "what": InBoth("what they share", "lo que comparten"),
        },
    }
)
"""A new item of each list of groups."""

BLOCKS: Mapping[str, Mapping[str, object]] = MappingProxyType(
    {
        "stat": {"metric": NUMBER["stat"]},
        "chart": {"metric": NUMBER["chart"]},
        "map": {
            "metric": NUMBER["map"],
            "legend": InBoth("Share of adults with a job", "Parte de los adultos con trabajo"),
        },
        "hundred": {"metric": "share_desc_rep_hispanic"},
        "gap": {
            "metric": "share_digital_access",
            "by": "race",
            "groups": ["Black", "Hispanic"],
        },
        "table": {
            "columns": [
                InBoth("What", "Qué"),
                InBoth("How many", "Cuántos"),
            ],
            "rows": [[_HERE, "1"], [_HERE, "2"]],
            "source": _WHO,
        },
        "quote": ITEMS["Saying"],
        "timeline": {"events": [{**ITEMS["Happening"], "when": "2010"}, ITEMS["Happening"]]},
        "narrative": {"stories": [ITEMS["Story"]]},
        "ecosystem": {
            "organizations": [
                {
                    "name": InBoth("Library", "Biblioteca"),
                    "sort": InBoth("public", "pública"),
                },
                {"name": InBoth("School", "Escuela"), "sort": InBoth("public", "pública")},
            ],
            "ties": [ITEMS["Tie"]],
            "source": InBoth("Who made the list, and when", "Quién hizo la lista y cuándo"),
        },
        "representation": {
            "body": InBoth("City Council", "Concejo Municipal"),
            "officials": {
                "black": "0",
                "hispanic": "0",
                "other": "0",
                "white": "0",
                "unknown": "7",
            },
            "as_of": InBoth("When they were counted", "Cuándo se contaron"),
            "source": _WHO,
        },
        "questions": {
            "questions": [
                InBoth("What do you notice?", "¿Qué nota usted?"),
                InBoth("What would you change?", "¿Qué cambiaría usted?"),
            ],
            "starters": [InBoth("I notice …", "Noto que…"), InBoth("I would …", "Yo…")],
        },
        "sides": {
            "sides": [
                {"name": InBoth("What helps", "Lo que ayuda"), "items": [_HERE]},
                {"name": InBoth("What gets in the way", "Lo que estorba"), "items": [_HERE]},
            ]
        },
        "cycle": {
            "steps": [
                InBoth("Look at the numbers.", "Mirar los números."),
                InBoth("Talk about them.", "Conversar sobre ellos."),
                InBoth("Do what was agreed.", "Hacer lo acordado."),
            ]
        },
        "writing": {
            "form": "zone",
            "heading": InBoth("What do you think?", "¿Qué piensa usted?"),
        },
        "visioning": {},
        "text": {"text": InBoth("Write your own words here.", "Escriba aquí sus palabras.")},
        "programs": {
            "programs": [_program()],
            "source": InBoth("Who made the list, and when", "Quién hizo la lista y cuándo"),
        },
        "evaluation": {"evaluations": [ITEMS["Evaluation"]]},
    }
)
"""A new block of each kind but those that need a file."""


@dataclass(frozen=True, slots=True)
class OwnColumn:
    """A column of a file of one's own that can be drawn at once."""

    file: str
    measure: str
    share: bool = False


def item(owner: str, codes: Sequence[str]) -> Value:
    """A new item of a list of groups of that class, in the languages of the walk."""
    return _said(ITEMS[owner], codes)


def block(kind: str, codes: Sequence[str]) -> Value:
    """A new block or output; None for one that needs a file."""
    if kind in BLOCKS:
        made = _said(BLOCKS[kind], codes)
        return {"kind": kind, **made} if isinstance(made, dict) else None
    return None


def output(medium: str) -> Value:
    """A new output."""
    return {"medium": medium}


def with_number(kind: str, metric: str, codes: Sequence[str]) -> Value:
    """A new block that shows this number, where its kind can show any."""
    made = block(kind, codes)
    return {**made, "metric": metric} if kind in NUMBER and isinstance(made, dict) else made


def own_chart(columns: Sequence[OwnColumn], folder: Path) -> Value:
    """A chart of the first of these columns that is a share, or else of the first: of its areas,
    its groups or its years, whichever its file has."""
    column = next((one for one in columns if one.share), columns[0])
    made: dict[str, Value] = {
        "kind": "local_chart",
        "file": column.file,
        "measure": column.measure,
    }
    show = first_shown(column.file, folder)
    return made if show == "areas" else {**made, "show": show}


def usual(whole: object, codes: Sequence[str]) -> list[Value]:
    """What a list holds where nobody wrote it, in the languages of the walk."""
    if not isinstance(whole, list):
        return []
    made = [one for one in whole if isinstance(one, dict) and "medium" in one]
    return [output(str(one["medium"])) for one in made] or [_usual(one, codes) for one in whole]


def _usual(value: object, codes: Sequence[str]) -> Value:
    if isinstance(value, dict):
        return {key: _usual(one, codes) for key, one in value.items()}
    found = {}
    for code in codes:
        with speaking(code):
            found[code] = say(str(value))
    return dict(found) if len(found) > 1 else found[codes[0]]


def texts(whole: Sequence[Value], code: str) -> list[str]:
    """The first words of each item."""
    return [found for one in whole if (found := _first(one, code))]


def _first(value: Value, code: str) -> str:
    while isinstance(value, dict) and value:
        value = value.get(code) or next(iter(value.values()))
    return value if isinstance(value, str) else ""


def _said(sample: object, codes: Sequence[str]) -> Value:
    """In the language of the walk, or in each of them."""
    match sample:
        case InBoth():
            if len(codes) > 1:
                return {code: sample.told(code) for code in codes}
            return sample.told(codes[0])
        case Mapping():
            return {str(key): _said(one, codes) for key, one in sample.items()}
        case list():
            return [_said(one, codes) for one in sample]
    return str(sample)
