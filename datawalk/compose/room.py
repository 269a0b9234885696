"""Room to write on sheets that have none of their figures."""

from __future__ import annotations

from datawalk.exhibits import Bullets, Exhibit, WritingSpace, is_gap
from datawalk.words import say


def with_room(exhibits: list[Exhibit], *, left: bool) -> list[Exhibit]:
    """A sheet that asks and has none of its figures gets room for what people know.

    `left` if figures of its own were left off.
    """
    asks = [e for e in exhibits if isinstance(e, Bullets) and e.form == "questions"]
    data = [e for e in exhibits if e not in asks]
    if not asks or not (data or left) or not all(is_gap(exhibit) for exhibit in data):
        return exhibits
    last = (data or asks)[-1]
    room = WritingSpace(
        form="zone",
        heading=say("What do you know about this?"),
        hint=say("Write what you have seen, or who would have the number."),
        at=last.at,
    )
    after = exhibits.index(last) + 1 if data else 0
    return [*exhibits[:after], room, *exhibits[after:]]
