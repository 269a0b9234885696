"""How people talk with each other at a walk, in six lines."""

from __future__ import annotations

from collections.abc import Sequence

from datawalk.icons.choices import icon_for
from datawalk.words import say


def agreement() -> Sequence[tuple[str, str, str]]:
    """The icon of each line, the line, and what it means."""
    return (
        (
            icon_for("sign", "fair"),
            say("Every voice counts the same."),
            say("Leave room for the next one."),
        ),
        (icon_for("sign", "seat"), say("You may pass."), say("At any time. No reason needed.")),
        (
            icon_for("sign", "talk"),
            say("Speak for yourself."),
            say("“I saw …”, not “they all …”"),
        ),
        (
            icon_for("sign", "look"),
            say("Numbers can be wrong. So can we."),
            say("Ask who counted, and who is missing."),
        ),
        (
            icon_for("sign", "write"),
            say("Stories stay. Ideas leave."),
            say("We write no names."),
        ),
        (
            icon_for("word", "camera"),
            say("Photos only with a yes."),
            say("So it is with your words."),
        ),
    )
