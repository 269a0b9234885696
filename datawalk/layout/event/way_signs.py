"""Signs for doors and halls: what is there in the languages of the walk, and an arrow to it."""

from __future__ import annotations

from collections.abc import Iterator

from datawalk.icons.choices import icon_for
from datawalk.layout.event.furniture import foot
from datawalk.layout.event.sheet import LEFT, Edge, EventSheet, Materials
from datawalk.page.document import Page
from datawalk.walk import Event
from datawalk.words import later, say, speaking, spoken, translated

BAND = 3.3
LARGEST = (112.0, 84.0, 58.0)
MORE = 58.0
"""Type of the other language."""
ARROWS = ("on", "left", "up")
"""Signs of arrows: to the right, to the left, straight on."""
SIGNS: tuple[tuple[str, str, tuple[str, ...]], ...] = (
    ("walk", later("Data walk"), ARROWS),
    ("access", later("No steps"), ARROWS),
    ("pencil", later("Sign in"), ()),
    ("quiet", later("Quiet corner"), ()),
    ("toilet", later("Restrooms"), ("on", "left")),
    ("childcare", later("Child care"), ("on",)),
    ("food", later("Food"), ("on",)),
)
"""Icon, words, and an arrow for each sheet; none where people have arrived."""


def pages(materials: Materials) -> Iterator[Page]:
    """Those for what the event has."""
    for sign, words, arrows in SIGNS:
        if _missing(sign, materials.walk.event):
            continue
        for arrow in arrows or ("",):
            sheet = EventSheet(materials, lying=True)
            _drawn(sheet, sign, words, arrow)
            name = "-".join(filter(None, ("way-signs", sign, arrow)))
            yield sheet.page("way-signs", name, say(words))


def _missing(sign: str, event: Event) -> bool:
    return (sign == "childcare" and not event.childcare) or (sign == "food" and not event.food)


def _icon(sign: str) -> str:
    return icon_for("sign", sign) or icon_for("word", sign)


def _drawn(sheet: EventSheet, sign: str, words: str, arrow: str) -> None:
    theme = sheet.theme
    color, paper = theme.pillar("welcome"), theme.paper
    sheet.rect(-sheet.dx, 0, sheet.width, BAND, color)
    sheet.rect(LEFT, 0, 2.2, BAND - 0.5, paper)
    sheet.rect(LEFT, BAND - 0.8, 2.2, 0.6, paper, Edge(radius=0.15))
    sheet.icon(_icon(sign), LEFT + 0.35, 0.65, 1.5, color)
    told = _told(sheet, words)
    room = sheet.width - 2 * sheet.dx - 3.5
    size = next((s for s in LARGEST if sheet.fits_at(told[0], room, s, "black")), 30.0)
    tall = (size + (MORE if len(told) > 1 else 0)) * 1.2 / 72
    y = sheet.text(3.05, (BAND - tall) / 2 - 0.1, room, told[0], size, "black", paper, role="H1")
    if len(told) > 1:
        sheet.text(3.05, y, room, told[1], MORE, "bold", paper, most=1)
    side = sheet.height - BAND - 1.1
    middle = (sheet.width - 2 * sheet.dx) / 2
    icon = icon_for("sign", arrow) if arrow else _icon(sign)
    sheet.icon(icon, middle - side / 2, BAND + 0.2, side, color)
    event = sheet.materials.walk.event
    said = ". ".join(filter(None, (sheet.materials.walk.title, event.date, event.venue))) + "."
    foot(sheet, said, say("All are welcome"))


def _told(sheet: EventSheet, words: str) -> list[str]:
    """What is there, in the language of the walk and in one more of its languages."""
    found = [say(words)]
    for code in sheet.materials.plan.occasion.translations:
        if translated(code) and code != spoken():
            with speaking(code):
                found.append(say(words))
    return found[:2]
