"""What to bring, with counts and a cost that can be changed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from datawalk.compose.event.supplies import Supply, SupplyGroup, supplies
from datawalk.layout.event.furniture import foot, head
from datawalk.layout.event.names import sheet_name
from datawalk.layout.event.sheet import INNER, LEFT, PALE, Edge, EventSheet, Materials, tint
from datawalk.page.document import Page
from datawalk.page.ink import Align
from datawalk.words import later, say

GROUPS: Mapping[SupplyGroup, str] = {
    "print": later("Print"),
    "tools": later("Paper tools"),
    "room": later("Room and people"),
}
THINGS: Mapping[str, tuple[str, str]] = {
    "poster": (later("Posters"), later("{first} stations x {second} set")),
    "page": (later("Pages, black and white"), later("see the list below")),
    "color-page": (later("Pages, color"), later("where groups go, tags, key")),
    "sticky-notes": (
        later("Sticky notes, pads of 100"),
        later("{first} x {second} x {third} = {all} notes"),
    ),
    "pen": (later("Pens"), later("{first} guests, {second} team")),
    "marker": (later("Markers"), later("two for each of {first} posters")),
    "clipboard": (later("Clipboards"), later("{first} note-takers, {second} to lend")),
    "tape": (later("Painter’s tape, rolls"), later("one for 4 of {first} posters")),
    "box": (later("Box for ballots"), ""),
    "paper-box": (later("Box for papers"), later("by the door")),
    "chair": (later("Chairs"), later("{first} guests, {second} by posters, {third} quiet")),
    "bell": (later("Bell and watch"), later("one of each")),
    "food": (later("Food and water, each"), later("{first} guests, {second} team")),
    "interpreter": (later("Interpreters"), later("one for each more language")),
    "child-care": (later("Child care helpers"), later("one for {first} guests")),
}
"""Each by its key: its name, and how its number was found."""
ROW = 0.325
BAR = 1.0


def pages(materials: Materials) -> Iterator[Page]:
    """One sheet."""
    sheet = EventSheet(materials)
    plan, theme = materials.plan, sheet.theme
    kicker = say(
        "Supplies. {people} people, {stations} stations, {groups} groups",
        people=plan.people,
        stations=len(plan.stops),
        groups=plan.groups,
    )
    head(sheet, "list", kicker, say("What to bring"))
    colored = sum(count for name, count in materials.pages if name in COLORED)
    plain = sum(count for name, count in materials.pages if name not in COLORED)
    y, total = _head(sheet, 1.5), 0.0
    group = ""
    for supply in supplies(plan, plain, colored):
        if supply.group != group:
            group = supply.group
            hue = theme.pillar("welcome")
            sheet.text(LEFT, y + 0.03, 5, say(GROUPS[supply.group]), 12, "black", hue, role="H2")
            y += 0.28
        _row(sheet, supply, y)
        total += supply.cost
        y += ROW
    y = _sum(sheet, total, y + 0.06)
    y = _list(sheet, plain, y)
    _warning(sheet, y + 0.08)
    foot(sheet, say("Prices in dashed boxes are guesses. Write yours under “prices:” in the walk."))
    yield sheet.page("supplies", "supplies", say("What to bring"))


COLORED = ("rotation", "tags", "note-key")
"""Sheets that need color to be found by."""


def _head(sheet: EventSheet, y: float) -> float:
    paper = sheet.theme.paper
    sheet.rect(LEFT, y, INNER, 0.3, sheet.theme.ink)
    columns = (
        (0.86, 2.2, say("Thing"), False),
        (3.1, 0.65, say("Need"), True),
        (3.9, 2.3, say("How we got there"), False),
        (6.3, 0.72, say("Each"), True),
        (7.1, 0.8, say("Cost"), True),
    )
    for x, width, name, right in columns:
        align: Align = "right" if right else "left"
        sheet.text(x, y + 0.03, width, name, 12, "black", paper, align, role="H2", most=1)
    return y + 0.34


def supply_name(supply: Supply) -> str:
    """What it is called."""
    return say(THINGS[supply.key][0])


def how_counted(supply: Supply) -> str:
    """How its number was found, in words; may be empty."""
    how = THINGS[supply.key][1]
    return say(how, **_values(supply)) if how else ""


def unpriced(supply: Supply) -> str:
    """What stands in place of a price of 0; "" for what has one."""
    if supply.lent:
        return say("lent")
    if supply.unknown:
        return say("ask")
    return "" if supply.price else say("free")


def _row(sheet: EventSheet, supply: Supply, y: float) -> None:
    how = how_counted(supply)
    sheet.rect(0.52, y + 0.05, 0.2, 0.2, sheet.theme.paper, Edge(sheet.theme.ink, 0.015, 0.02))
    sheet.text(0.86, y + 0.03, 2.35, supply_name(supply), 12, most=1)
    sheet.text(3.1, y + 0.03, 0.65, f"{supply.need:,}", 12, "black", align="right")
    if how:
        sheet.text(3.9, y + 0.045, 2.4, how, 11, color=sheet.theme.muted, most=1)
    sheet.rect(6.36, y + 0.02, 0.72, 0.26, sheet.theme.paper, Edge(sheet.grey, 0.012, 0.03, 0.04))
    free = unpriced(supply)
    each = free or f"${supply.price:,.2f}"
    sheet.text(6.3, y + 0.03, 0.72, each, 12, align="right", most=1)
    if not free:
        sheet.text(7.1, y + 0.03, 0.8, f"${supply.cost:,.2f}", 12, align="right", most=1)
    sheet.rule(LEFT, y + ROW - 0.015, LEFT + INNER, y + ROW - 0.015, sheet.theme.rule, 0.008)


def _values(supply: Supply) -> dict[str, str]:
    """The numbers by which a count was found, in words."""
    names = ("first", "second", "third", "all")
    return {name: f"{value:,}" for name, value in zip(names, supply.counted, strict=False)}


def _sum(sheet: EventSheet, total: float, y: float) -> float:
    theme = sheet.theme
    sheet.rect(LEFT, y, INNER, 0.4, tint(theme, theme.pillar("welcome"), PALE), Edge(radius=0.05))
    sheet.text(0.66, y + 0.08, 4.5, say("Sum, at these prices"), 12, "black", most=1)
    sheet.text(5.9, y + 0.05, 2.0, f"${total:,.2f}", 15, "black", align="right", most=1)
    return y + 0.5


def _list(sheet: EventSheet, plain: int, y: float) -> float:
    """How many pages of each sheet to print."""
    title = say("The {count} black and white pages", count=f"{plain:,}")
    y = sheet.text(LEFT, y, INNER, title, 12, "black", role="H2", most=1)
    told = " · ".join(
        f"{sheet_name(name)} {count:,}"
        for name, count in sheet.materials.pages
        if name not in COLORED
    )
    return sheet.text(LEFT, y + 0.03, INNER, told, 10, most=5)


def _warning(sheet: EventSheet, y: float) -> None:
    theme = sheet.theme
    sheet.rect(LEFT, y, INNER, 0.6, theme.paper, Edge(theme.accent, 0.02, 0.06))
    said = say(
        "**Print at 100% (“Actual size”), on one side.** Never “fit to page”: the camera marks "
        "must keep their size. Check the bar below with a ruler: 1 inch."
    )
    sheet.text(0.66, y + 0.08, INNER - 0.3, said, 12, most=2)
    low = sheet.height - 0.78
    sheet.rule(LEFT, low, LEFT + BAR, low, line=0.02)
    for x in (LEFT, LEFT + BAR):
        sheet.rule(x, low - 0.06, x, low + 0.06, line=0.02)
    sheet.text(LEFT + BAR + 0.1, low - 0.1, 1.5, say("1 inch"), 10, "bold")
