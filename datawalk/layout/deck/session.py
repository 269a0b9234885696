"""What makes the slides of each part of a session, and the sections of the file they stand in."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import partial
from itertools import filterfalse, pairwise
from types import MappingProxyType

from datawalk.exhibits import Bullets, Exhibit, WritingSpace
from datawalk.layout.deck.around import how_it_works, sources
from datawalk.layout.deck.draft import SlideDraft
from datawalk.layout.deck.exhibits import DeckLook
from datawalk.layout.deck.framework import framework
from datawalk.layout.deck.jumps import leading_on
from datawalk.layout.deck.moderation import led
from datawalk.layout.deck.opening import closing, on_section
from datawalk.layout.deck.parts import has_form, is_promise, part_slide, promised
from datawalk.layout.deck.slide import frame_alone
from datawalk.layout.deck.station import Maker, slides_makers, station_makers
from datawalk.metrics.words.comparing import named_beside
from datawalk.page.stage import Aim, SectionStage, Stage, Variant
from datawalk.problems import At, Problems
from datawalk.theme import Theme
from datawalk.typography.measure import Measurer
from datawalk.walk import SessionPart, Station, Walk
from datawalk.words import say

LEFT_OUT: Mapping[Variant, frozenset[str]] = MappingProxyType(
    {
        "room": frozenset({"heard"}),
        "virtual": frozenset({"about", "heard"}),
        "report-back": frozenset(
            {"welcome", "agenda", "takeaways", "hosts", "about", "framework", "walk", "visioning"}
        ),
    }
)
"""Parts that have no place in the room, on a call, where nobody walks, or in a report some weeks
later."""


BACKUP = frozenset({"metrics"})
"""Parts for those who ask for more."""
REST = frozenset({"comparison", "resources"})
"""Parts of which only the first slide is presented; what it has no room for waits behind."""
ITEMIZED = frozenset({"heard", "welcome", "takeaways", "resources"})
"""Parts that are a card for each item, so that they can stand on several slides."""
MOST_SLIDES = 3
"""Slides of cards; more items are a list."""


@dataclass(frozen=True, slots=True)
class SlideMaker:
    """What makes some slides, where their problems are shown, and their section of the file."""

    make: Maker
    at: At
    section: str

    def drafts(self) -> list[SlideDraft]:
        """The slides. Raises Problems where something does not fit."""
        return [replace(draft, section=self.section) for draft in self.make()]


def before(variant: Variant) -> str:
    """The section of what stands before the stations."""
    if variant == "report-back":
        return say("Since we met")
    return say("Before we begin") if variant == "virtual" else say("Before we walk")


def makers(
    measurer: Measurer,
    walk: Walk,
    theme: Theme,
    stage: Stage,
    aim: Aim,
    section: SectionStage | None = None,
) -> list[SlideMaker]:
    """What makes all slides but the first, in their order."""
    parts = [
        part
        for part in walk.session
        if part.name != "title" and part.name not in LEFT_OUT[aim.variant]
        if part.name != "hosts" or part.own or not _said_on_cover(walk)
    ]
    rotates = aim.variant == "room" and not walk.together
    here = named_beside(walk.place, walk.place)
    color = theme.pillar("welcome")
    look = DeckLook(theme, color, measurer, stage, aim, rotates, walk.icons, here, section)
    found: list[SlideMaker] = []
    named = before(aim.variant)
    for part in parts:
        found += (_led(made, part, aim.variant) for made in _of_part(part, walk, look, named))
        if part.name in ("stations", "visioning"):
            named = say("Together")
    return found


def _led(made: SlideMaker, part: SessionPart, variant: Variant) -> SlideMaker:
    """With what is asked on slides of our own making."""
    if part.own:
        return made
    return replace(made, make=lambda: [led(draft, part.name, variant) for draft in made.make()])


def _said_on_cover(walk: Walk) -> bool:
    """Whether of the hosts no more is known than the one name on the first slide."""
    hosts = walk.event.hosting
    return len(hosts) == 1 and not (hosts[0].role or hosts[0].organization or hosts[0].photo)


def _of_part(part: SessionPart, walk: Walk, look: DeckLook, section: str) -> Iterator[SlideMaker]:
    thanks = part.slides
    if part.name == "thanks" and thanks and not part.own:
        opened = on_section(look, "welcome")
        yield SlideMaker(lambda: [closing(thanks, walk, opened)], thanks.at, section)
        return
    if look.variant == "report-back" and part.name == "next_steps" and not part.own:
        if not is_promise(part):
            return  # Nothing was promised, and an empty table is no promise.
        part = promised(part)
    if part.slides and has_form(part):
        formed = partial(_formed, part, walk, look)
        yield SlideMaker(_presented(formed, part), part.slides.at, section)
        return
    if part.slides:
        made = slides_makers(part.slides, look)
        if part.name in REST:
            whole = partial(_all_of, [make for make, _ in made])
            yield SlideMaker(_presented(whole, part), part.slides.at, section)
            return
        yield from (SlideMaker(_presented(make, part), at, section) for make, at in made)
        return
    match part.name:
        case "walk":
            yield from _of_walk(part, walk, look, section)
        case "framework":
            yield SlideMaker(lambda: framework(part, look), At(where="session"), section)
        case "sources":
            yield SlideMaker(
                lambda: _behind(sources(walk, look, part.title)), At(where="sources"), section
            )
        case "stations":
            apart = any(other.name == "visioning" for other in walk.session)
            left = {"vision"} if apart else set()
            left |= {"welcome", "vision"} if look.variant == "report-back" else set()
            shown = (s for s in walk.stations if s.pillar not in left)
            begun = _begun(walk, look)
            yield from _of_stations((s for s in shown if s not in begun), look)
        case "visioning":
            yield from _of_stations((s for s in walk.stations if s.pillar == "vision"), look)


def _of_walk(part: SessionPart, walk: Walk, look: DeckLook, section: str) -> Iterator[SlideMaker]:
    """The steps, then the way, which stays in sight while people walk."""
    begun = _begun(walk, look)
    yield from (replace(made, section=section) for made in _of_stations(iter(begun), look))
    title = part.title or (say("From station to station") if begun else "")
    yield SlideMaker(lambda: how_it_works(walk, look, title), At(where="stations"), section)


def _begun(walk: Walk, look: DeckLook) -> tuple[Station, ...]:
    """The welcoming station where the way leads straight on to the others: there all are still
    together, and it says how to walk.
    """
    drawn = ("" if part.slides else part.name for part in walk.session)
    if look.variant != "room" or ("walk", "stations") not in pairwise(drawn):
        return ()
    return tuple(station for station in walk.stations[:1] if station.pillar == "welcome")


def _formed(part: SessionPart, walk: Walk, look: DeckLook) -> list[SlideDraft]:
    """A part in its own form, a slide for each of its exhibits, or several where there are too many
    items; where words are too long for that, as running text.
    """
    assert part.slides
    apart = part.name in ITEMIZED and not any(part.pictures)
    for count in range(1, MOST_SLIDES + 1 if apart else 2):
        drafts = list(_of_items(part, count, walk, look))
        if all(_is_full(draft, look) for draft in drafts):
            return drafts
    return _all_of([make for make, _ in slides_makers(part.slides, look)])


def _of_items(part: SessionPart, count: int, walk: Walk, look: DeckLook) -> Iterator[SlideDraft]:
    """So many slides for each exhibit, which show some of its items each."""
    assert part.slides
    for exhibit in part.slides.exhibits:
        for held in _in_so_many(exhibit, count):
            slides = replace(part.slides, exhibits=(held,))
            draft = part_slide(replace(part, slides=slides), walk, look)
            # Its figures are traced to each of the slides.
            yield replace(draft, shows=(exhibit,))


def _is_full(draft: SlideDraft, look: DeckLook) -> bool:
    """Whether all that a slide is to show has room there."""
    try:
        draft.fill(frame_alone(draft, look.theme))
    except Problems:
        return False
    return True


def _in_so_many(exhibit: Exhibit, count: int) -> tuple[Exhibit, ...]:
    """A list in so many parts, evenly filled."""
    if not isinstance(exhibit, Bullets) or len(exhibit.items) < count:
        return (exhibit,)
    each = -(-len(exhibit.items) // count)
    starts = range(0, len(exhibit.items), each)
    return tuple(replace(exhibit, items=exhibit.items[i : i + each]) for i in starts)


def _all_of(makers: list[Maker]) -> list[SlideDraft]:
    return [draft for make in makers for draft in make()]


def _presented(make: Maker, part: SessionPart) -> Maker:
    """What makes slides of a part, of which some are not presented."""
    if part.own or part.name not in BACKUP | REST:
        return make
    count = int(part.name in REST)

    def made() -> list[SlideDraft]:
        drafts = make()
        shown = [*drafts[:count], *_behind(drafts[count:])]
        return leading_on(shown, part.name) if count else shown

    return made


def _waiting(make: Maker) -> Maker:
    return lambda: _behind(make())


def _behind(drafts: list[SlideDraft]) -> list[SlideDraft]:
    return [replace(draft, backup=True) for draft in drafts]


def _of_stations(stations: Iterator[Station], look: DeckLook) -> Iterator[SlideMaker]:
    for station in stations:
        own = replace(look, color=look.theme.pillar(station.pillar))
        section = f"{station.number} {station.question}"
        if look.variant == "virtual" and station.pillar == "welcome":
            station = replace(station, exhibits=tuple(filterfalse(_is_method, station.exhibits)))
        if look.variant == "report-back":
            station = replace(station, exhibits=tuple(filterfalse(_is_form, station.exhibits)))
        waits = look.variant == "virtual" and station.pillar == "welcome"
        made = station_makers(station, own)
        yield from (SlideMaker(_waiting(make) if waits else make, at, section) for make, at in made)


def _is_form(exhibit: Exhibit) -> bool:
    """Whether this is room to write, which nobody fills in some weeks later."""
    return isinstance(exhibit, WritingSpace)


def _is_method(exhibit: Exhibit) -> bool:
    """Whether these are steps, which on a welcoming sheet are those of walking and sticking."""
    return isinstance(exhibit, Bullets) and exhibit.form == "numbers"
