"""The contrast of every text on a page with the ground that it stands on."""

from __future__ import annotations

from collections.abc import Iterator

from datawalk import figures
from datawalk.check.colours import readable
from datawalk.page.document import Box, Document, Page
from datawalk.page.marks import Disc, Drawing, Leaf, Photo, Rect, Symbol, Text
from datawalk.problems import NOWHERE, Problem
from datawalk.theme import Theme, base_theme, contrast
from datawalk.typography.fonts import Face

LEAST = 4.5
LEAST_LARGE = 3.0
"""WCAG 2.1, 1.4.3."""
LARGE, LARGE_BOLD = 24.0, 18.66
"""Points from which a text is large; bold ones from the second."""
BOLD: tuple[Face, ...] = ("bold", "black", "bolditalic")


def check_contrast(document: Document) -> list[Problem]:
    """Texts that are too faint on their ground; each pair of colours once for a page."""
    found = [problem for page in document.pages for problem in _page(page, document.theme)]
    return list(dict.fromkeys(found))


def _page(page: Page, theme: Theme) -> Iterator[Problem]:
    painted: list[Leaf] = []
    for box in page.boxes:
        for ink in box.leaves:
            # Drawing everything twice takes time; the base theme is tested once for all.
            if isinstance(ink, Drawing) and theme != base_theme():
                yield from _drawing(page, box, ink, theme)
            if isinstance(ink, Text):
                yield from _text(page, box, ink, ground_of(ink, painted, theme.paper))
            elif isinstance(ink, Rect | Disc | Photo | Drawing | Symbol):
                painted.append(ink)


def ground_of(text: Text, painted: list[Leaf], paper: str) -> str:
    """The colour under the middle of a text, or nothing where a picture lies under it."""
    x, y = text.x + text.width / 2, text.y - text.size * 0.35
    for ink in reversed(painted):
        match ink:
            case Rect() if ink.fill and _inside(ink.x, ink.y, ink.w, ink.h, x, y):
                return ink.fill
            case Disc() if (x - ink.x) ** 2 + (y - ink.y) ** 2 <= ink.r**2:
                return ink.fill
            case Photo() | Drawing() if _inside(ink.x, ink.y, ink.w, ink.h, x, y):
                return ""
    return paper


def _drawing(page: Page, box: Box, drawing: Drawing, theme: Theme) -> Iterator[Problem]:
    """Texts inside a chart or map, on its bars and areas."""
    for text in figures.texts(drawing, theme):
        large = text.size >= (LARGE_BOLD if text.bold else LARGE)
        yield from _faint(page, box, text.text, text.color, text.ground, large)


def _inside(left: float, top: float, w: float, h: float, x: float, y: float) -> bool:
    return left <= x <= left + w and top <= y <= top + h


def _text(page: Page, box: Box, text: Text, ground: str) -> Iterator[Problem]:
    if not ground or not text.text.strip():
        return
    large = text.size >= (LARGE_BOLD if text.face in BOLD else LARGE)
    yield from _faint(page, box, text.text, text.color, ground, large)


def _faint(
    page: Page, box: Box, text: str, color: str, ground: str, large: bool
) -> Iterator[Problem]:
    least = LEAST_LARGE if large else LEAST
    reached = contrast(color, ground)
    if reached < least - 0.005:
        better = readable(color, ground, least)
        hint = f"The nearest that can be read is {better}. " if better else ""
        yield Problem(
            f'On "{page.title}" the color {color} on {ground} is too faint to read: '
            f"{reached:.1f} to 1, under {least:g}.",
            f"{hint}Choose a darker or lighter color in the theme (WCAG 1.4.3). "
            f'The text begins "{text[:30]}".',
            box.exhibit.at if box.exhibit else NOWHERE,
        )
