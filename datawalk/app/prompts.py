"""Questions to the person at the keyboard: which place, which pillars, whether to download."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from datawalk.app import console
from datawalk.app.new import walk as start
from datawalk.app.progress import downloading
from datawalk.metrics.knowledge.published import Published
from datawalk.metrics.places.finding import Meant, PlaceError
from datawalk.problems import Problems, refuse

MOST_NAMESAKES = 6
"""Other places of a name that are listed."""


def place(written: str | None, data: Sequence[Path]) -> Meant:
    """The place as written, or as answered; a wrong or doubtful answer is asked again.

    Raises Problems where nobody is there to ask.
    """
    answer = written or console.asked("Which county or city", default="Boone County, Missouri")
    while True:
        try:
            found = start.meant(answer, data)
        except PlaceError as error:
            if written and not console.at_a_terminal():
                raise
            answer = _again(error)
        else:
            _say(found)
            return found


def _again(error: PlaceError) -> str:
    """What is answered to a list of places: one of its numbers, or another name."""
    console.problems(error.problems, counted=False)
    if not error.choices:
        return console.asked("Which county or city")
    console.choices(
        [f"{place.full} ({_kind(place.level)}{place.geoid})" for place in error.choices]
    )
    answer = console.asked("Which one: its number, or another place").strip()
    within = answer.isdigit() and 1 <= int(answer) <= len(error.choices)
    return error.choices[int(answer) - 1].geoid if within else answer


def _kind(level: str) -> str:
    return "city, " if level == "place" else ""


def _say(found: Meant) -> None:
    console.say(f"{found.place.full} ({_kind(found.place.level)}{found.place.geoid}).")
    others = [f"{p.short} ({_kind(p.level)}{p.geoid})" for p in found.others[:MOST_NAMESAKES]]
    more = len(found.others) - len(others)
    if others:
        listed = "; ".join([*others, *([f"{more} more"] if more else [])])
        console.say(f"Others of that name: {listed}.")


def pillars() -> tuple[str, ...]:
    """The pillars that are answered; a wrong answer is asked again."""
    while True:
        answer = console.asked("Which pillars", default=", ".join(start.PILLARS))
        try:
            return start.chosen(answer)
        except Problems as found:
            console.problems(found.problems, counted=False)


def download(files: Sequence[Published], *, yes: bool, offline: bool) -> bool:
    """Whether the files are here now; those that lack are downloaded if a person says yes."""
    lacking = [file for file in files if not file.here]
    if not lacking:
        return True
    if offline or not (yes or (console.at_a_terminal() and _agreed(lacking))):
        return False
    from datawalk.app import fetch as fetching

    for file in lacking:
        with downloading(file.name) as tell:
            done = fetching.fetch(file, file.path.parent, tell)
        console.say(f"Fetched: {done.path}")
    return True


def _agreed(lacking: Sequence[Published]) -> bool:
    for file in lacking:
        size = console.size_words(file.size) if file.size else "of unknown size"
        console.say(f"  {file.name} ({size}): {file.what}")
    known = sum(file.size or 0 for file in lacking)
    total = console.size_words(known) if all(file.size for file in lacking) else ""
    console.say(
        "They are kept for all your walks."
        if len(lacking) > 1
        else "It is kept for all your walks."
    )
    return console.confirmed(f"Download {total or 'them'} from the Urban Institute")


def require(files: Sequence[Path | Published], *, yes: bool, offline: bool) -> None:
    """Download what a walk cannot be made without. Raises Problems if that may not be."""
    published = [file for file in files if isinstance(file, Published)]
    if not download(published, yes=yes, offline=offline):
        lacking = [file for file in published if not file.here]
        raise refuse(
            f"The figures are in {lacking[0].name}, which is not on this computer.",
            f"`datawalk fetch-data {lacking[0].number}` downloads it, and so does --yes here.",
        )
