"""When and where a walk is, and who invites to it."""

from __future__ import annotations

from dataclasses import dataclass

from datawalk.exhibits import Picture
from datawalk.prose import Run, Words
from datawalk.walk.occasion import NO_OCCASION, Occasion


@dataclass(frozen=True, slots=True)
class Host:
    """Who invites; all but the name may be empty."""

    name: str
    role: str = ""
    organization: str = ""
    photo: Picture | None = None
    email: str = ""
    phone: str = ""

    @property
    def reached(self) -> tuple[Words, ...]:
        """Where people reach them, as links."""
        dialed = "".join(sign for sign in self.phone if sign in "+0123456789")
        mail: Words = (Run(self.email, link=f"mailto:{self.email}"),) if self.email else ()
        call: Words = (Run(self.phone, link=f"tel:{dialed}"),) if self.phone else ()
        return tuple(words for words in (mail, call) if words)


@dataclass(frozen=True, slots=True)
class Event:
    """When and where; every field may be empty. `people` are how many are expected.

    `hosts` are the names of those who invite, `hosting` tells more of each. The `picture` stands
    on the first slide.
    What people need to know before they come stands on the cover and on the flyer; `welcomes` are
    the greeting in each language of the walk. The plan of the event is made from the `occasion`.
    """

    date: str = ""
    venue: str = ""
    hosts: tuple[str, ...] = ()
    logos: tuple[Picture, ...] = ()
    link: str = ""
    people: int = 0
    time: str = ""
    food: str = ""
    childcare: str = ""
    interpretation: str = ""
    access: str = ""
    contact: str = ""
    welcomes: tuple[str, ...] = ()
    hosting: tuple[Host, ...] = ()
    occasion: Occasion = NO_OCCASION
    picture: Picture | None = None
