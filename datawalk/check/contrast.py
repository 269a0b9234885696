"""The contrast of every text on a page with the ground that it stands on."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from datawalk.check.colours import readable
from datawalk.figures.map.labels import is_inside
from datawalk.page.document import Box, Document, Page
from datawalk.page.figure import Drawing, FigurePlan
from datawalk.page.ink import Leaf
from datawalk.page.marks import Disc, Icon, Mark, Path, Photo, Rect, Text
from datawalk.problems import NOWHERE, Problem
from datawalk.theme import Theme, contrast, mix
from datawalk.typography.fonts import Face

LEAST = 4.5
LEAST_LARGE = 3.0
"""WCAG 2.1, 1.4.3."""
LARGE, LARGE_BOLD = 24.0, 18.66
"""Points from which a text is large; bold ones from the second."""
BOLD: tuple[Face, ...] = ("bold", "black", "bolditalic")


ALONG = (0.08, 0.5, 0.92)
"""Where along a text its ground is looked up: a name may begin on one area and end on another."""
CAPITALS = 0.35
"""The middle of capitals over their baseline, in ems."""


def check_contrast(document: Document) -> list[Problem]:
    """Texts that are too faint on their ground; each pair of colours once for a page."""
    found = [problem for page in document.pages for problem in _page(page, document.theme)]
    return list(dict.fromkeys(found))


def _page(page: Page, theme: Theme) -> Iterator[Problem]:
    laid: list[Laid] = []
    for box in page.boxes:
        for ink in box.leaves:
            if isinstance(ink, Text):
                yield from _text(page, box, ink, laid, theme.paper)
            elif isinstance(ink, Drawing):
                for text, under in standing(ink.plan):
                    yield from _text(page, box, text, under, theme.paper)
            laid += _laid(ink)


@dataclass(frozen=True, slots=True)
class Laid:
    """A shape that covers what is under it, and its extent: left, top, right and low edge."""

    ink: Leaf | Mark
    left: float
    top: float
    right: float
    low: float

    def covers(self, x: float, y: float) -> bool:
        if not (self.left <= x <= self.right and self.top <= y <= self.low):
            return False
        match self.ink:
            case Disc():
                return (x - self.ink.x) ** 2 + (y - self.ink.y) ** 2 <= self.ink.r**2
            case Path():
                return is_inside((x, y), self.ink.lines)
        return True

    @property
    def translucent(self) -> bool:
        return isinstance(self.ink, Rect) and self.ink.opaque < 1

    def over(self, ground: str) -> str:
        """The color of a point that it covers; nothing where it is a picture."""
        match self.ink:
            case Rect() if self.ink.opaque < 1 and ground:
                return mix(self.ink.fill, ground, 1 - self.ink.opaque)
            case Rect() | Disc() | Path():
                return self.ink.fill
            case Icon():
                return self.ink.color
        return ""


def standing(plan: FigurePlan) -> Iterator[tuple[Text, tuple[Laid, ...]]]:
    """Every text of a figure with the shapes that were painted before it."""
    laid: list[Laid] = []
    for mark in plan.marks:
        if isinstance(mark, Text):
            yield mark, tuple(laid)
        laid += _laid(mark)


def _laid(ink: Leaf | Mark) -> Iterator[Laid]:
    match ink:
        case Disc() if ink.fill:
            yield Laid(ink, ink.x - ink.r, ink.y - ink.r, ink.x + ink.r, ink.y + ink.r)
        case Path() if ink.fill:
            xs, ys = zip(*(point for line in ink.lines for point in line), strict=True)
            yield Laid(ink, min(xs), min(ys), max(xs), max(ys))
        case Rect() if ink.fill:
            yield Laid(ink, ink.x, ink.y, ink.x + ink.w, ink.y + ink.h)
        case Icon():
            yield Laid(ink, ink.x, ink.y, ink.x + ink.w, ink.y + ink.w)
        case Photo() | Drawing():
            yield Laid(ink, ink.x, ink.y, ink.x + ink.w, ink.y + ink.h)


def worst_ground(text: Text, laid: Sequence[Laid], paper: str) -> str:
    """The color that a text is hardest to read on; nothing where a picture lies under it."""
    y = text.y - text.size * CAPITALS
    level = [one for one in laid if one.top <= y <= one.low]
    grounds = [_ground(text.x + text.width * share, y, level, paper) for share in ALONG]
    return min(grounds, key=lambda ground: contrast(text.color, ground)) if all(grounds) else ""


def _ground(x: float, y: float, laid: Sequence[Laid], paper: str) -> str:
    top = next((i for i in reversed(range(len(laid))) if laid[i].covers(x, y)), None)
    if top is None:
        return paper
    shape = laid[top]
    return shape.over(_ground(x, y, laid[:top], paper) if shape.translucent else "")


def _text(page: Page, box: Box, text: Text, laid: Sequence[Laid], paper: str) -> Iterator[Problem]:
    ground = worst_ground(text, laid, paper)
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
            kind="faint",
        )
