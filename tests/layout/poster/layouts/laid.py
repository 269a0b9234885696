"""What the tests of layouts share: a walk of stations, its sheets, and what is on them."""

from __future__ import annotations

from dataclasses import asdict, replace

from datawalk.check.contrast import check_contrast
from datawalk.check.page import check
from datawalk.config.schema import ThemeConfig
from datawalk.config.sheets import SIZES
from datawalk.exhibits import Bullets, Exhibit, Picture
from datawalk.layout.exhibits.look import scale_of
from datawalk.layout.mirror import directed
from datawalk.layout.poster.poster import arrange_posters
from datawalk.layout.poster.type_scale import type_scale
from datawalk.metrics.model import Place
from datawalk.page.document import Document, Page
from datawalk.page.marks import Icon, Text
from datawalk.prose import words
from datawalk.theme import theme_of
from datawalk.typography.measure import LATO
from datawalk.walk import Event, Station, Walk

EVERY_SIZE = (*SIZES, "18x24", "24x36", "36x24", "36x48", "48x36", "17x11", "96x144")
THEMES = ("default", "high-contrast", "print-grey", "urban")
PLACE = Place("29019", "county", "Boone County", "Missouri", "MO")
TALK = Bullets(
    heading="Your turn",
    items=(words("What would you add about your own days?"), words("What should we keep?")),
    form="questions",
)


def station(*exhibits: Exhibit, pillar: str = "voices", number: int = 1) -> Station:
    icon = {"voices": "megaphone", "vision": "binoculars"}.get(pillar, "hand-waving")
    return Station(
        number, "What is it like?", "A kicker", pillar, 8, (), exhibits, ("Us, 2023.",), icon=icon
    )


def sheets(
    *stations: Station, size: str = "24x36", theme: str = "default", people: int = 0
) -> Document:
    walk = Walk("A walk", PLACE, "en", Event(people=people), stations)
    return arrange_posters(LATO, walk, theme_of(ThemeConfig(base=theme)), size)


def wrong(document: Document) -> list[str]:
    """All that the checks find, also on the sheets turned round, and sizes that no scale has."""
    turned = directed(replace(document, language="ar"))
    found = [p.what for d in (document, turned) for p in (*check(d), *check_contrast(d))]
    for page in document.pages:
        known = asdict(type_scale(scale_of(page.width, page.height))).values()
        found += [f"{t.size} pt: {t.text}" for t in texts(page) if t.size not in known]
    return found


def texts(page: Page) -> list[Text]:
    return [ink for box in page.boxes for ink in box.leaves if isinstance(ink, Text)]


def said(page: Page) -> str:
    return " ".join(text.text for text in texts(page))


def icons(page: Page) -> list[str]:
    """Those of the exhibits."""
    shown = [box for box in page.boxes if box.role == "exhibit"]
    return [ink.name for box in shown for ink in box.leaves if isinstance(ink, Icon)]


def picture(width: int, height: int) -> Picture:
    return Picture(
        data=b"", width=width, height=height, alt="A street", caption="Main Street", credit="Ann"
    )
