"""What kind of thing a file of a kit is, by its name."""

from __future__ import annotations

from collections.abc import Mapping

POSTERS = "-posters"
KINDS: Mapping[str, str] = {
    POSTERS: "Posters",
    "-deck": "Slides",
    "-handouts": "Handouts",
    "-web": "Web page",
    "-numbers": "All numbers",
    "-print-list": "List of what to print",
    "-event": "For the event",
}
"""What a file is called by a part of its name, in the order in which files are listed."""


def kind_of(name: str) -> str:
    """The last part that tells it, or ''. Titles may have the same words before it."""
    return max(KINDS, key=name.rfind) if any(part in name for part in KINDS) else ""
