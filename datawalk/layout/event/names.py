"""What each kind of sheet is called on lists."""

from __future__ import annotations

from collections.abc import Mapping

from datawalk.config.outputs import EventSheetName
from datawalk.words import later, say

NAMES: Mapping[EventSheetName, str] = {
    "run-of-show": later("run of show"),
    "rotation": later("where groups go"),
    "guide": later("guide"),
    "timekeeper": later("timekeeper"),
    "tags": later("name tags"),
    "sign-in": later("sign-in"),
    "station-card": later("station cards"),
    "notes": later("notes"),
    "spare-notes": later("spare notes"),
    "wall-field": later("note walls"),
    "note-key": later("note key"),
    "who-counted": later("who counted"),
    "agreement": later("agreement"),
    "way-signs": later("door signs"),
    "booklet": later("booklets"),
    "large-print": later("large print"),
    "ballot": later("ballots"),
    "tally": later("tally"),
    "my-step": later("my step"),
    "pledge-wall": later("pledge wall"),
    "evaluation": later("evaluation"),
    "consent": later("consent"),
    "quote-form": later("quote forms"),
    "exit-card": later("exit cards"),
    "debrief": later("debrief"),
    "invitation": later("texts to send"),
    "floor-plan": later("floor plan"),
    "supplies": later("supplies"),
    "timeline": later("timeline"),
}


def sheet_name(name: str) -> str:
    """A kind of sheet in a word or two; pages that are no kind are named as they are."""
    return next((say(told) for key, told in NAMES.items() if key == name), name)
