"""What the studio says of each kind of problem: what is so, and what to do, in plain words.

The program's own problems keep their words for the command line. These are made from their kinds,
and stand in messages.csv.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from types import MappingProxyType
from typing import Literal, cast

from datawalk.app.studio.preview.words import InBoth
from datawalk.shipped import table

Sort = Literal["trouble", "fix", "look", "tip"]

LABELS: Mapping[Sort, InBoth] = MappingProxyType(
    {
        "trouble": InBoth("Something outside went wrong", "Algo de afuera salió mal"),
        "fix": InBoth("To fix", "Por arreglar"),
        "look": InBoth("Look before you choose", "Mire antes de elegir"),
        "tip": InBoth("Tip", "Consejo"),
    }
)
LOOKED = InBoth("I looked: use it", "Ya miré: usarlo")
"""The button that answers a doubt."""
NUMBERS = frozenset({"int", "float"})
"""How kinds begin that ask for a number."""


@dataclass(frozen=True, slots=True)
class PlainMessage:
    """What is so, and what to do. {lines}, {letters}, {words}, {count}, {line} and the counts from
    {a} to {e} are filled in; `field` is the setting that it is about, where a problem knows only
    its station or its block."""

    sort: Sort
    what: InBoth
    do: InBoth
    field: str = ""


@lru_cache(maxsize=1)
def messages() -> Mapping[tuple[Sort, str], PlainMessage]:
    """All messages by sort and kind; the kind '' is for every other one."""
    return MappingProxyType(
        {
            (cast(Sort, row["sort"]), row["kind"]): PlainMessage(
                cast(Sort, row["sort"]),
                InBoth(row["what_en"], row["what_es"]),
                InBoth(row["do_en"], row["do_es"]),
                row["field"],
            )
            for row in table("app/studio/preview/messages.csv")
        }
    )


def message_of(kind: str, severity: str) -> PlainMessage:
    """What is said of a problem of that kind; there is something for every kind."""
    known = messages()
    if found := known.get(("look", kind)) or known.get(("trouble", kind)):
        return found
    if severity != "problem":
        return known.get(("tip", kind)) or known["tip", ""]
    return known.get(("fix", _family(kind))) or known["fix", ""]


def _family(kind: str) -> str:
    """Kinds of which the same is said."""
    if kind in ("greater-than-equal", "less-than-equal"):
        return "range"
    return "number" if kind.partition("-")[0] in NUMBERS else kind
