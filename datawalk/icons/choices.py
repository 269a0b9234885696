"""Which icon stands for what: one row of choices.csv for each predictor, pillar and sign."""

from __future__ import annotations

from typing import Literal

from datawalk.icons.outlines import names
from datawalk.problems import nearest
from datawalk.shipped import table

Kind = Literal["predictor", "pillar", "sign", "word"]


def icon_for(kind: Kind, name: str) -> str:
    """The icon of a predictor, a pillar or a sign such as "talk"; "" for an unknown one."""
    rows = table("icons/choices.csv")
    return next((r["icon"] for r in rows if (r["kind"], r["name"]) == (kind, name)), "")


def station_icon(named: str, predictor: str, pillar: str) -> str:
    """That which the station names; else that of its predictor; else that of its pillar."""
    return named or icon_for("predictor", predictor) or icon_for("pillar", pillar)


def icon_about(text: str) -> str:
    """The icon of the first row whose word stands in a text; a check mark where none does."""
    said = text.casefold()
    rows = (r for r in table("icons/choices.csv") if r["kind"] == "word" and r["name"] in said)
    return next((r["icon"] for r in rows), icon_for("sign", "any"))


def unknown(name: str) -> tuple[str, str]:
    """What is wrong with an icon of this name, and what to write instead."""
    known = ", ".join(names())
    return f'icon: "{name}" is not an icon that datawalk has.', " ".join(
        filter(None, (nearest(name, names()), f"Known are: {known}."))
    )
