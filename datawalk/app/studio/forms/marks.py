"""Small things that fields tell: bounds, what is usual, what files they take."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from datawalk.app.studio.forms.description import Brings, FormField, FormOption
from datawalk.app.studio.forms.plan import SettingPlan
from datawalk.exhibits import Focus

PHOTOS = frozenset({"ImageBlock", "HostConfig"})
TABLES = frozenset(
    {
        ("HundredBlock", "file"),
        ("LocalChartBlock", "file"),
        ("ProgramsBlock", "file"),
        ("TableBlock", "file"),
        ("MapBlock", "table"),
    }
)

SPOTS: tuple[Focus, ...] = ("top", "upper", "center", "bottom", "left", "right")
"""What may stay in sight of a photo, in the order in which keys go over it."""


def with_headings(fields: Sequence[FormField]) -> list[FormField]:
    """Those of a table; headings of rows that are typed stand over them, in the same grid."""
    heads = next(one for one in fields if one.address.endswith(".columns"))
    made = [
        replace(one, parts=heads.parts, main=one.main or bool(one.rows))
        if one.sort == "grid" and one.rows
        else one
        for one in fields
    ]
    typed = any(one.rows for one in made)
    return [one for one in made if one is not heads or not typed]


def with_spots(fields: Sequence[FormField]) -> list[FormField]:
    """Those of a photo; what stays in sight of it is chosen on the picture itself, if there is one.

    Something else that is written there stays a plain choice.
    """
    file = next(one for one in fields if one.address.endswith(".file"))
    return [
        replace(one, sort="spots", main=True, picture=file.value, options=_in_turn(one))
        if file.value and {option.value for option in one.options} == {*SPOTS}
        else one
        for one in fields
    ]


def _in_turn(field: FormField) -> tuple[FormOption, ...]:
    return tuple(sorted(field.options, key=lambda option: SPOTS.index(option.value)))


def brought(plan: SettingPlan) -> Brings:
    """What kind of file can be brought right there."""
    if plan.sort != "file":
        return ""
    if plan.owner in PHOTOS or plan.name == "logos":
        return "photo"
    if plan.owner == "FaceConfig" or plan.name == "fonts":
        return "font"
    if (plan.owner, plan.name) == ("DeckOutput", "template"):
        return "slides"
    return "table" if (plan.owner, plan.name) in TABLES else ""


def usual(plan: SettingPlan) -> str:
    """What is shown where nothing is written."""
    found = plan.usual
    told = isinstance(found, str | int | float) and not isinstance(found, bool)
    return f"{found:g}" if isinstance(found, float) else str(found) if told else ""


def bound(value: float | None) -> str:
    """A bound as an attribute; nothing for none."""
    return "" if value is None else f"{value:g}"


def yes(text: str) -> str:
    """Whether a switch is on, however that is written."""
    return "true" if text.lower() in ("true", "yes", "on", "1") else "false"


def ticked(option: FormOption, chosen: Sequence[str]) -> str:
    """Whether one of several is chosen."""
    return "true" if option.value in chosen else ""


def without_help(field: FormField) -> FormField:
    """The same without its help, which is told above already."""
    return replace(field, help="", parts=tuple(map(without_help, field.parts)))
