"""Texts to send: the invitation, reminders and thanks, each ready to be pasted and changed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from datawalk.compose.event.plan import EventPlan
from datawalk.compose.event.telling import results_told, span_of
from datawalk.walk import Walk
from datawalk.words import say


@dataclass(frozen=True, slots=True)
class SentText:
    """A text of some paragraphs; `name` is that of its file, `when` says when to send it.

    `brief` ones fit into a message of a phone.
    """

    name: str
    title: str
    when: str
    paragraphs: tuple[str, ...]
    brief: bool = False

    @property
    def file(self) -> str:
        """Its name with its ending: Markdown for letters, plain text for phones."""
        return f"{self.name}.{'txt' if self.brief else 'md'}"


def texts_of(walk: Walk, plan: EventPlan) -> tuple[SentText, ...]:
    """All of them, in the order in which they are sent."""
    return (
        SentText(
            "invitation",
            say("Invitation"),
            say("Four weeks before, by letter or email"),
            tuple(_invitation(walk, plan)),
        ),
        SentText(
            "invitation-phone",
            say("Invitation for phones"),
            say("Four weeks before, as a message"),
            (" ".join((say("You are invited: {walk}.", walk=walk.title), *_where(walk, plan))),),
            brief=True,
        ),
        SentText(
            "reminder",
            say("Reminder"),
            say("One week before"),
            tuple(_reminder(walk, plan)),
        ),
        SentText(
            "reminder-phone",
            say("Reminder for phones"),
            say("The day before"),
            (" ".join((say("Tomorrow: {walk}.", walk=walk.title), *_where(walk, plan))),),
            brief=True,
        ),
        SentText("thanks", say("Thank you"), say("The day after"), tuple(_thanks(walk, plan))),
    )


def _where(walk: Walk, plan: EventPlan) -> Iterator[str]:
    """The day, the hours and the place, each as a sentence; or room for them."""
    start, end = span_of(plan)
    hours = walk.event.time
    if plan.clock.starts is not None:
        hours = say("{start} to {end}", start=start, end=end)
    when = ", ".join(filter(None, (walk.event.date, hours)))
    known = [f"{said.rstrip('.')}." for said in (when, walk.event.venue) if said]
    yield from known or [say("(day, hours and place)")]
    if call := plan.occasion.online:
        yield say("The call: {link}", link=call.link or say("(link to the call)"))


def _needs(walk: Walk) -> Iterator[str]:
    """What is there for people, and whom to ask for more."""
    event = walk.event
    for said in (event.food, event.childcare, event.interpretation, event.access):
        if said:
            yield f"{said.rstrip('.')}."
    if event.contact:
        yield say(
            "Do you need something to be able to come? {contact}.", contact=_bare(event.contact)
        )


def _bare(said: str) -> str:
    return said.rstrip(".")


def _invitation(walk: Walk, plan: EventPlan) -> Iterator[str]:
    yield say("Hello,")
    yield _called(walk) if plan.occasion.online else _met(walk)
    yield " ".join(f"**{said}**" for said in _where(walk, plan))
    asked = [station.question for station in walk.stations if station.findings][:3]
    if asked:
        yield say("We ask, for example: {questions}", questions=" ".join(asked))
    yield " ".join((say("It is free. You need not know about numbers."), *_needs(walk)))
    yield say(
        "Nobody has to speak. We write down what is said, without names. {results}",
        results=results_told(plan),
    )
    if walk.event.link:
        yield say("More: {link}", link=walk.event.link)
    yield _signed(walk)


def _met(walk: Walk) -> str:
    """What a walk in a hall is."""
    return say(
        "You are invited to {walk}. On the walls hang numbers about {place}. We go from one to the "
        "next in small groups and talk about what they say and what they miss. You know what it is "
        "like to live here. That is why we ask you.",
        walk=f"**{walk.title}**",
        place=walk.place.name,
    )


def _called(walk: Walk) -> str:
    """What a walk on a call is."""
    return say(
        "You are invited to {walk}. It is held on a call, with numbers about {place}. We go from "
        "room to room in small groups and talk about what they say and what they miss. You know "
        "what it is like to live here. That is why we ask you.",
        walk=f"**{walk.title}**",
        place=walk.place.name,
    )


def _reminder(walk: Walk, plan: EventPlan) -> Iterator[str]:
    yield say("Hello,")
    yield say("In a week we meet for {walk}. We look forward to you.", walk=f"**{walk.title}**")
    yield " ".join(f"**{said}**" for said in _where(walk, plan))
    needs = " ".join(_needs(walk))
    if needs:
        yield needs
    if plan.occasion.online:
        yield say("The call opens 15 minutes before. Tell a neighbor. You may leave early.")
    else:
        yield say("Doors open 15 minutes before. Bring a neighbor. You may leave early.")
    yield _signed(walk)


def _thanks(walk: Walk, plan: EventPlan) -> Iterator[str]:
    yield say("Hello,")
    yield say(
        "Thank you for coming to {walk}. You told us things that no number can.",
        walk=f"**{walk.title}**",
    )
    yield results_told(plan)
    if plan.occasion.online:
        yield say("Did you think of something since? Write back. We add it to the notes.")
    else:
        yield say("Did you think of something on the way home? Write back. We add it to the notes.")
    yield _signed(walk)


def _signed(walk: Walk) -> str:
    """Who invites, or a line to fill in."""
    return ", ".join(walk.event.hosts) or say("(your name)")
