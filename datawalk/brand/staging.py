"""Where slides stand in a template: frames of its layouts, and panels where its ground is busy."""

from __future__ import annotations

from dataclasses import dataclass, replace

from datawalk.brand.ground import base_under
from datawalk.brand.layouts import Holder, Layout
from datawalk.brand.looks import legible
from datawalk.brand.obstacles import clear, taken
from datawalk.page.marks import Rect
from datawalk.page.stage import BELOW, INDENT, MARGIN, Frame, Front, Stage, around
from datawalk.theme import contrast
from datawalk.typography.fonts import LEADING

SIZES = (40.0, 36.0, 32.0, 28.0, 26.0, 24.0, 22.0, 20.0)
USUAL_SIZE = 40.0
"""Points of titles where the template says none."""
GAP = 8.0
CARD = 12.0
"""Points that a panel reaches beyond what stands on it."""
ROUND = 10.0
PANEL = 10.0
"""Contrast of black or white on the colour of a panel."""
TOP, TITLE_TALL = 26.0, 88.0
"""Where titles stand where the template says nothing of it; points."""
NARROW = 360.0
"""Points; over titles that are narrower stands the disc, rather than beside them."""
DISC_TALL = 66.0
ROOMY = 300.0
"""Points of height that charts and big numbers need; a body that has less takes what it can."""
TIGHT = 68.0
"""Height of a title that must leave room: two lines of 28 points."""
WIDE_BODY = 560.0
"""Points; in a narrower body words begin at its edge."""
LONG_TITLE = 600.0
"""Points; titles with less room may have three lines and more."""
FRONT_SIZE = 54.0
"""Points of the title of the walk where it fits; larger where the template has it so."""
FRONT_TALL = 84.0
"""Least height for the title of the walk."""
LEAST_REST = 175.0
REST_TALL = 190.0
"""Points of height for place, date and hosts: at least, and where the slide has them."""
LOWEST = 20.0
"""Points that stay free at the lower edge."""
LEAST_NUMBER = 40.0
AS_WIDE, BANNER = 0.8, 0.5
LEAST_TITLE, LEAST_BODY = (150.0, 28.0), 255.0
"""Points; with less, slides are laid out as in our own design."""
HINTS = ("footer", "<footer>", "fußzeile", "pie de página", "click to add text")
"""What stands in a footer that nobody has filled in, in small letters."""


@dataclass(frozen=True, slots=True)
class Staged:
    """The frames and the paper of a template's slides; `own` says that it gave frames itself.

    `around` says what was made smaller for the template's pictures and shapes.
    """

    stage: Stage
    paper: str
    title_even: bool
    body_even: bool
    own: bool
    around: tuple[str, ...] = ()


def staged(layout: Layout, slide: Frame, slots: dict[str, str]) -> Staged:
    """Where slides after the first stand: on `layout`, or as in our own design where it has no
    room for a title and content."""
    frames = _frames(layout)
    return on_frames(layout, frames or usual(slide), slots, own=bool(frames))


def on_frames(
    layout: Layout, frames: tuple[Frame, Frame], slots: dict[str, str], *, own: bool
) -> Staged:
    """Where slides on a layout stand that have title and body in these frames.

    `own` says that the frame of the title is the layout's.
    """
    title, body = frames
    slide = layout.slide
    title = clear(title, layout.painted, (NARROW, TIGHT))
    body = clear(body, layout.painted, (NARROW, ROOMY))
    lost = (*taken("titles", frames[0], title), *taken("content", frames[1], body))
    held = layout.title if own else None
    band, even = (layout.ground(frame).color for frame in (title, body))
    paper = even or base_under(layout.painted, slide) or _panel_color(slots)
    sizes = _sizes(held)
    lines = 2 if title.w > LONG_TITLE else max(3, int(title.h / (sizes[-1] * LEADING)))
    if band != paper and title.h < 2 * sizes[-1] * LEADING:
        band = ""
    stage = Stage(
        width=slide.w,
        height=slide.h,
        title=_under_disc(title),
        body=replace(body, indent=0) if _at_edge(title, body) else body,
        titles=sizes,
        title_lines=lines,
        anchor=held.anchor if held else "top",
        title_ink=legible((held.color if held else "", slots["tx1"], slots["bg1"]), band or paper),
        on_band=band not in ("", paper),
        ours=False,
        grounds=_grounds(((title, band), (body, even)), slide),
        cards=_cards(title, body, band, even, paper, slide),
    )
    return Staged(_numbered(stage, layout), paper, bool(band), bool(even), own, lost)


def usual(slide: Frame) -> tuple[Frame, Frame]:
    """Title and body of a slide without furniture, with room for the disc beside the title."""
    wide = slide.w - 2 * MARGIN
    body = Frame(MARGIN, TOP, wide, slide.h - TOP - BELOW)
    return replace(body, h=TITLE_TALL), body


def _under_disc(title: Frame) -> Frame:
    """Over a narrow title stands the disc; beside others it has the indent."""
    if title.w >= NARROW:
        return title
    return Frame(title.x, title.y + DISC_TALL, title.w, title.h - DISC_TALL, indent=0)


def _at_edge(title: Frame, body: Frame) -> bool:
    """Whether words in the body begin at its edge: no title over it, or little width."""
    return body.w < WIDE_BODY or not _over(title, body)


def _over(title: Frame, body: Frame) -> bool:
    return title.y <= body.y and title.x < body.right and body.x < title.right


def _frames(layout: Layout) -> tuple[Frame, Frame] | None:
    """Title and body as the layout has them, with what is free around; None without room."""
    if not layout.title:
        return None
    title = replace(layout.title.frame, indent=INDENT)
    body = _body(layout, title)
    wider = replace(title, x=body.x, w=body.w)
    if _over(title, body) and title.w < _narrow(layout, title, wider) * body.w:
        title = wider
    even, band = (layout.ground(frame).color for frame in (body, title))
    if not even and _over(title, body) and body.w < WIDE_BODY < title.w:
        # A panel is drawn there anyway: let it be as wide as the title.
        body = replace(body, x=title.x, w=title.w)
    if _over(title, body) and band in ("", even):
        tall = max(title.h, body.y - title.y - GAP)
        title = replace(title, h=tall if body.h >= ROOMY else min(tall, TIGHT))
        top = min(body.y, title.bottom + GAP) if body.h < ROOMY else body.y
        body = replace(body, y=top, h=body.bottom - top)
    fits = title.w >= LEAST_TITLE[0] and title.h >= LEAST_TITLE[1] and body.h >= LEAST_BODY
    return (title, body) if fits else None


def _narrow(layout: Layout, title: Frame, wider: Frame) -> float:
    """The share of the width of a body under which its title is made as wide.

    A title on a ground of its own, such as a banner, is left there if it has half of the width.
    """
    before = layout.ground(title)
    return AS_WIDE if before.busy or layout.ground(wider) == before else BANNER


def _body(layout: Layout, title: Frame) -> Frame:
    """The frame of the content, or all that the title and the foot leave."""
    top = title.bottom + GAP
    wide = layout.slide.w - 2 * MARGIN
    free = Frame(MARGIN, top, wide, layout.slide.h - top - LOWEST)
    frame = layout.body.frame if layout.body else free
    frame = replace(frame, h=min(frame.bottom, _foot(layout, frame)) - frame.y, indent=INDENT)
    return _lower(layout, frame)


def _foot(layout: Layout, frame: Frame) -> float:
    """Where the footer begins under a frame, if slides show one; else the slide's lower edge."""
    shown = [holder for holder in layout.of("ftr") if footer_of(holder.text)]
    tops = [holder.frame.y for holder in shown if holder.frame.y > frame.y + frame.h / 2]
    return min([layout.slide.h - LOWEST + GAP / 2, *tops]) - GAP / 2


def _lower(layout: Layout, frame: Frame) -> Frame:
    """The frame down to the foot of the slide, if the ground stays even, or room is scarce."""
    lower = replace(frame, h=_foot(layout, frame) - frame.y)
    calm = layout.ground(lower) == layout.ground(frame)
    return lower if calm or frame.h < ROOMY else frame


def footer_of(text: str) -> str:
    """The words of a footer, unless they are only those that PowerPoint puts there."""
    return "" if text.lower() in HINTS else text


def _sizes(holder: Holder | None) -> tuple[float, ...]:
    most = holder.size if holder and holder.size else USUAL_SIZE
    return tuple(size for size in SIZES if size <= most) or SIZES[-1:]


def _panel_color(slots: dict[str, str]) -> str:
    """The template's paper, unless neither black nor white reads well on it."""
    ground = slots["bg1"]
    return ground if contrast(legible((), ground), ground) >= PANEL else "#ffffff"


def _grounds(pairs: tuple[tuple[Frame, str], ...], slide: Frame) -> tuple[Rect, ...]:
    """What the template paints under these frames, for the check of contrasts."""
    frames = [(frame.outset(CARD, slide.w, slide.h), color) for frame, color in pairs if color]
    return tuple(Rect(f.x, f.y, f.w, f.h, fill=color) for f, color in reversed(frames))


def _cards(
    title: Frame, body: Frame, band: str, even: str, paper: str, slide: Frame
) -> tuple[Rect, ...]:
    """Panels behind what would stand on a busy ground."""
    if not band and not even:
        return (card(around(title, body), paper, slide),)
    if not even:
        return (card(body, paper, slide),)
    return () if band else (card(title, paper, slide),)


def card(frame: Frame, paper: str, slide: Frame) -> Rect:
    """A panel under a frame, a little larger."""
    held = frame.outset(CARD, slide.w, slide.h)
    return Rect(held.x, held.y, held.w, held.h, fill=paper, radius=ROUND)


def _numbered(stage: Stage, layout: Layout) -> Stage:
    """With the number of the slide where the template has it, if it can be read there."""
    if layout.numbered:
        return replace(stage, numbered=True)
    for holder in layout.of("sldNum"):
        frame, color = holder.frame, layout.ground(holder.frame).color
        inside = frame.shared(Frame(0, 0, stage.width, stage.height)) >= 0.98 * frame.area
        apart = not frame.shared(stage.body)
        if inside and apart and color and frame.w >= LEAST_NUMBER:
            ground = Rect(frame.x, frame.y, frame.w, frame.h, fill=color)
            ink = legible((holder.color,), color)
            grounds = (*stage.grounds, ground)
            return replace(stage, number=frame, number_ink=ink, grounds=grounds)
    return stage


def fronted(layout: Layout, slide: Frame, slots: dict[str, str], paper: str) -> Front:
    """The first slide on `layout`: its title, and its subtitle made large enough for the event."""
    plain = replace(usual(slide)[0], y=slide.h * 0.2)
    title = layout.title.frame if layout.title else plain
    title = title if title.w >= NARROW else replace(title, x=plain.x, w=plain.w)
    title = replace(title, h=min(max(title.h, FRONT_TALL), slide.h - title.y - LOWEST))
    title = clear(title, layout.painted, (NARROW, FRONT_TALL))
    rest = clear(_rest(layout, title, slide), layout.painted, (NARROW, LEAST_REST))
    if rest.h < LEAST_REST:
        title = replace(plain, y=slide.h * 0.12, h=slide.h * 0.3)
        rest = Frame(plain.x, title.bottom + GAP, plain.w, slide.h - LOWEST - title.bottom - GAP)
    over, under = layout.ground(title).color, layout.ground(rest).color
    held = layout.title
    cards = _cards(title, rest, over, under, paper, slide)
    return Front(
        title=title,
        rest=rest,
        size=max(held.size if held else 0.0, FRONT_SIZE),
        anchor=held.anchor if held else "bottom",
        title_ink=legible((held.color if held else "", slots["tx1"], slots["bg1"]), over or paper),
        rest_ink=legible((slots["tx1"], slots["bg1"]), under or paper),
        grounds=_grounds(((title, over), (rest, under)), slide),
        cards=cards,
    )


def _rest(layout: Layout, title: Frame, slide: Frame) -> Frame:
    """Under the title or where the subtitle is, down to what place, date and hosts take."""
    held = next(iter((*layout.of("subTitle"), *layout.bodies)), None)
    frame = held.frame if held else Frame(title.x, title.bottom + GAP, title.w, 0)
    if frame.y < title.bottom + GAP and frame.bottom > title.y and frame.x < title.right:
        low = max(frame.bottom, title.bottom + GAP)
        frame = Frame(frame.x, title.bottom + GAP, frame.w, low - title.bottom - GAP)
    if abs(frame.x - title.x) < slide.w / 4:
        # Both begin at one edge, as all words of ours do.
        frame = replace(frame, x=title.x, w=frame.right - title.x)
    most = slide.h - LOWEST - frame.y
    lower = replace(frame, h=most)
    if layout.ground(lower) == layout.ground(frame):
        return lower
    return replace(frame, h=min(max(frame.h, REST_TALL), most))
