"""What the speaker of a slide says, asks, takes care of, and names as sources."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from datawalk.exhibits import Bullets, Chart, Exhibit, Map, Stat, Table
from datawalk.layout.deck.finding import sentences
from datawalk.layout.deck.seen import seen
from datawalk.layout.deck.spoken import sentence, spoken
from datawalk.page.document import Note
from datawalk.prose import Words, plain
from datawalk.walk import FurtherSource, Station
from datawalk.words import say


def questions_of(station: Station) -> tuple[Words, ...]:
    """What a station asks, from all its lists of questions."""
    asked = (e.items for e in station.exhibits if isinstance(e, Bullets) and e.form == "questions")
    return tuple(item for items in asked for item in items)


def asked_beside(notes: Iterable[Note], asked: Iterable[Words]) -> tuple[Note, ...]:
    """The notes of a slide with the questions that stand beside what it shows."""
    return (*notes, Note(say("Ask"), (" ".join(map(plain, asked)),)))


def opening_notes(station: Station, lead: Stat | None) -> tuple[Note, ...]:
    """For the slide that begins a station: its number, how long, what to take home, why, what is
    counted, how to lead it."""
    told = station.about
    main = [plain(station.takeaway.words)] if station.takeaway else []
    why = [plain(told.why)]
    return _notes(
        (say("Say"), spoken(lead) if lead else why),
        (say("Time"), _minutes(station)),
        (say("What to take home"), main),
        (say("Why it matters"), why if lead else ()),
        (say("What it is"), [plain(told.definition)]),
        (say("How to lead it"), map(plain, station.notes)),
        (say("Words to explain"), (f"{t.term}: {plain(t.meaning)}" for t in told.glossary)),
        (say("To find out more"), map(_found, told.further)),
        (say("Sources"), lead.sources if lead else ()),
    )


def exhibit_notes(
    station: Station, exhibits: Iterable[Exhibit], point: str = "", left: Sequence[str] = ()
) -> tuple[Note, ...]:
    """For a slide that shows something: what people see, its main `point` or else its figures, who
    counted them; what to take care of, with what is `left`; and all figures for those who ask.

    Slides of the session, which have no number, begin with what their author wants to be said.
    """
    shown = tuple(exhibits)
    own = [plain(words) for words in station.notes] if not station.number else []
    told = [point] if point else [text for exhibit in shown for text in spoken(exhibit)]
    # A comparison is read line by line, and its notes say how.
    said = [*own, *([] if own and _tables(shown) else [*map(seen, shown), *told])]
    return _notes(
        (say("Say"), [*said, *_counted_by(shown)]),
        (
            say("Take care"),
            [*(text for e in shown for text in _cares(e)), *_not_noted(shown, left)],
        ),
        (say("If someone asks"), (text for e in shown for text in _all_figures(e))),
        (say("Sources"), (line for exhibit in shown for line in exhibit.sources)),
    )


def _not_noted(shown: Sequence[Exhibit], left: Iterable[str]) -> Iterable[str]:
    """What no remark of an exhibit says."""
    noted = " ".join(exhibit.note for exhibit in shown)
    return (sentence(text) for text in left if text.rstrip(".") not in noted)


def _tables(shown: Sequence[Exhibit]) -> bool:
    return all(isinstance(exhibit, Table) for exhibit in shown)


def _counted_by(shown: Sequence[Exhibit]) -> Iterable[str]:
    """Who counted what a chart or a map shows, and when, without how good the data are."""
    first = next((e for e in shown if isinstance(e, Chart | Map | Stat) and e.sources), None)
    if first and first.figures:
        line = sentences(first.sources[0])[0].rstrip(".")
        yield say("Who counted: {source}.", source=line.partition(": ")[2] or line)


def _all_figures(exhibit: Exhibit) -> Iterable[str]:
    """What the alternative text of a chart or a map says on paper: every figure."""
    if isinstance(exhibit, Chart | Map) and exhibit.figures:
        yield exhibit.alt


def talk_notes(station: Station, asked: Iterable[Words] | None = None) -> tuple[Note, ...]:
    """For a slide with questions: all of the station, or those that it asks."""
    questions = questions_of(station) if asked is None else tuple(asked)
    numbered = [f"{i}. {plain(words)}" for i, words in enumerate(questions, start=1)]
    if len(questions) == 1:
        numbered = [plain(questions[0])]
    return _notes(
        (say("Time"), _minutes(station)),
        (say("Ask"), numbered),
        (
            say("Take care"),
            [say("Count to ten before you help. Then hear who has not spoken.")],
        ),
    )


def _minutes(station: Station) -> list[str]:
    minutes = station.minutes
    return [say("About {minutes} minutes at this station", minutes=minutes)] if minutes else []


def _cares(exhibit: Exhibit) -> Iterable[str]:
    """Remarks and footnotes; how sure a chart's numbers are."""
    notes = (exhibit.note, *(exhibit.footnotes if isinstance(exhibit, Table) else ()))
    yield from (sentence(note) for note in notes if note)
    if isinstance(exhibit, Chart) and exhibit.form in ("bars", "dots") and _bounded(exhibit):
        yield say("Where the thin lines overlap, the numbers may be the same.")


def _bounded(chart: Chart) -> bool:
    points = [point for series in chart.series for point in series.points]
    return sum(point.lower is not None for point in points) > 1


def _found(source: FurtherSource) -> str:
    where = f" ({source.link})" if source.link else ""
    return f"{source.name}{where}: {plain(source.finds)}"


def _notes(*parts: tuple[str, Iterable[str]]) -> tuple[Note, ...]:
    """The parts that say anything, no line twice."""
    found = [(head, tuple(dict.fromkeys(filter(None, lines)))) for head, lines in parts]
    return tuple(Note(head, lines) for head, lines in found if lines)
