"""What slides tell of whom, and which of it a fresh deck hides."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from itertools import chain

from datawalk.metrics.local.own import HIDDEN, HIDDEN_WORDS
from datawalk.render.pptx.types import ChartPart, Node, XmlPart, chart_part
from datawalk.render.pptx.update.amounts import Numeral, amounts
from datawalk.render.pptx.update.identity import A, P, words
from datawalk.words import LOCALE, say, speaking

C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"

COUNTED = re.compile(r"^Count of ")
"""How the name of a big number over its part begins."""
SENTENCES = re.compile(r"; |\. ")


@dataclass(frozen=True, slots=True)
class Fact:
    """A number that is hidden now: under which names it stood, and what it was."""

    labels: tuple[str, ...]
    value: float


Facts = tuple[Fact, ...]


@cache
def hidden_words() -> tuple[tuple[str, str], ...]:
    """The word in a cell and the words elsewhere for a hidden number, in each language."""
    found = []
    for language in ("en", *sorted(path.name for path in LOCALE.iterdir() if path.is_dir())):
        with speaking(language):
            found.append((say(HIDDEN), say(HIDDEN_WORDS)))
    return tuple(dict.fromkeys(found))


def says_hidden(text: str) -> bool:
    """Whether a text tells that a number is hidden."""
    return any(long in text for _, long in hidden_words()) or cell_hides(text)


def cell_hides(text: str) -> bool:
    """Whether a cell holds nothing but the word for a hidden number, be it in two languages."""
    left = text
    for short, long in sorted(hidden_words(), key=len, reverse=True):
        left = left.replace(long, "").replace(short, "")
    return left != text and not re.search(r"\w", left)


def word_of(texts: Iterable[str]) -> str:
    """The word for a hidden number in the language of these texts."""
    told = list(texts)
    for short, long in hidden_words():
        if any(long in text or text == short for text in told):
            return short
    return hidden_words()[0][0]


def chart_of(element: Node, part: XmlPart) -> ChartPart | None:
    """The part of the chart that a shape shows, or None."""
    node = next(element.iter(f"{C}chart"), None)
    link = node.get(f"{R}id") if node is not None else None
    return chart_part(part, link) if link is not None and link in part.rels else None


def texts_of(element: Node, part: XmlPart) -> Iterator[str]:
    """All that a shape tells: its words cell by cell, its other texts, its chart's names."""
    cells = list(element.iter(f"{A}tc"))
    yield from map(words, cells or [element])
    yield from (node.get("descr", "") for node in element.iter(f"{P}cNvPr"))
    chart = chart_of(element, part)
    if chart is not None:
        yield from (node.text or "" for node in chart._element.iter(f"{C}v", f"{A}t"))


def facts_hidden(old: Node, new: Node, part: XmlPart, source: XmlPart) -> Iterator[Fact]:
    """What `old` tells and `new`, the same shape as it is now, hides."""
    before, after = chart_of(old, part), chart_of(new, source)
    if before is not None and after is not None:
        yield from _of_charts(before._element, after._element)
    elif next(new.iter(f"{A}tbl"), None) is not None:
        if next(old.iter(f"{A}tbl"), None) is not None:
            yield from _of_tables(rows_of(old), rows_of(new))
    else:
        yield from _of_drawings(old, new)
    yield from _of_sentences(list(texts_of(old, part)), list(texts_of(new, source)))


def facts_gone(old: Node, part: XmlPart, kind: str) -> Iterator[Fact]:
    """All that a shape tells which the fresh slide has no longer."""
    chart = chart_of(old, part)
    if chart is not None:
        told = points(chart._element)
        yield from (Fact(_labels(key), value) for key, value in told.items() if value is not None)
    for row in rows_of(old)[1:]:
        yield from (Fact((row[0],), n) for cell in row[1:] for n in _values(cell))
    if chart is None and not rows_of(old):
        name = COUNTED.sub("", kind)
        yield from (Fact((name,), n) for n in _values(words(old)))
        yield from (Fact((label,), n) for label, ns in _named(old).items() for n in ns)


def rows_of(element: Node) -> list[list[str]]:
    """The words of a native table, row by row."""
    return [[words(cell) for cell in row.iter(f"{A}tc")] for row in element.iter(f"{A}tr")]


def _values(text: str) -> list[float]:
    return [value for amount in amounts(text) for value in _meant(amount, text)]


def _meant(amount: Numeral, text: str) -> tuple[float, ...]:
    """What a number of ours is: with a comma it has thousands; a file may write 1.237 for both."""
    return amount.values[:1] if "," in text[amount.start : amount.end] else amount.values


def _of_tables(old: list[list[str]], new: list[list[str]]) -> Iterator[Fact]:
    """Numbers in the cells that are hidden now, found by their row and column, or their place."""
    if not old or not new:
        return
    columns = {column: _column(old, new, column) for column in range(len(new[0]))}
    for number, row in enumerate(new[1:], start=1):
        hidden = [column for column, cell in enumerate(row) if cell_hides(cell)]
        same = _row(old, new, number)
        if not hidden or same is None:
            continue
        names = tuple(dict.fromkeys(cell for cell in (row[0], same[0]) if cell))
        for column in hidden:
            place = columns[column]
            cells = [same[place]] if place is not None and place < len(same) else same[1:]
            yield from (Fact(names, value) for cell in cells for value in _values(cell))


def _column(old: list[list[str]], new: list[list[str]], column: int) -> int | None:
    head = new[0][column]
    if old[0].count(head) == 1:
        return old[0].index(head)
    return column if len(old[0]) == len(new[0]) else None


def _row(old: list[list[str]], new: list[list[str]], number: int) -> list[str] | None:
    """The row of the same names; else of the same place in a table of as many rows."""
    name = _label(new[number])
    found = [row for row in old[1:] if _label(row) == name]
    if len(found) != 1:
        found = [row for row in old[1:] if row and row[0] == new[number][0]]
    if len(found) == 1:
        return found[0]
    return old[number] if len(old) == len(new) else None


def _label(row: list[str]) -> tuple[str, ...]:
    return tuple(cell for cell in row if cell and not cell_hides(cell) and not _values(cell))


def _of_charts(old: Node, new: Node) -> Iterator[Fact]:
    """Points that have no value any more, where the chart says that something is hidden."""
    after = points(new)
    shown = {(series, _base(name)) for (series, name), v in after.items() if v is not None}
    for (series, name), value in points(old).items():
        if value is not None and not any(s == series and _same(name, n) for s, n in shown):
            told = [value, *_values(name.partition(": ")[2])]
            yield from (Fact(_labels((series, name)), number) for number in told)


def points(space: Node) -> dict[tuple[str, str], float | None]:
    """The values of a chart by series and category; None where a category has no value."""
    found: dict[tuple[str, str], float | None] = {}
    for series in space.iter(f"{C}ser"):
        title = _cached(series.find(f"{C}tx")).get(0, "")
        names = _cached(next(chain(*map(series.iterchildren, (f"{C}cat", f"{C}xVal"))), None))
        values = _cached(next(chain(*map(series.iterchildren, (f"{C}val", f"{C}yVal"))), None))
        for place in names.keys() | values.keys():
            found[title, names.get(place, str(place))] = _float(values.get(place, ""))
    return found


def _cached(holder: Node | None) -> dict[int, str]:
    if holder is None:
        return {}
    return {int(pt.attrib["idx"]): pt.findtext(f"{C}v") or "" for pt in holder.iter(f"{C}pt")}


def _float(text: str) -> float | None:
    try:
        return float(text)
    except ValueError:
        return None


def _base(category: str) -> str:
    """The name of a category, without what is said behind it: 'Stayed: 33 fewer'."""
    return category.partition(": ")[0]


def _same(name: str, other: str) -> bool:
    return name == other or _base(name) == other


def _labels(key: tuple[str, str]) -> tuple[str, ...]:
    series, category = key
    return tuple(name for name in (_base(category), series) if re.search(r"[^\W\d]", name))


def _of_drawings(old: Node, new: Node) -> Iterator[Fact]:
    """Parts of maps and squares whose other text tells a number no longer."""
    now = _named(new)
    for label, values in _named(old).items():
        if not now.get(label):
            yield from (Fact((label,), value) for value in values)


def _of_sentences(old: list[str], new: list[str]) -> Iterator[Fact]:
    """Numbers behind a name, 'Stayed: 40 of 100', where it says now that they are hidden."""
    now = {name for text in new for part in SENTENCES.split(text) if (name := _hidden_name(part))}
    for part in (part for text in old for part in SENTENCES.split(text)):
        amount = next(amounts(part), None)
        name = part[: amount.start].rstrip(": (") if amount else ""
        # The first of a row follows what it is about: "People: Yes 16".
        known = next((n for n in now if name == n or name.endswith(f": {n}")), "")
        if amount and known:
            yield from (Fact((known,), value) for value in _meant(amount, part))


def _hidden_name(text: str) -> str:
    """Of whom a text says that a number is hidden: 'Stayed: hidden to protect privacy'."""
    for _, long in hidden_words():
        before, found, _ = text.partition(long)
        if found:
            return before.rstrip(": (").rpartition(": ")[2]
    return ""


def _named(element: Node) -> dict[str, list[float]]:
    """What parts of a drawing tell, by their names: 'North: 1,237'."""
    told = (node.get("descr", "").partition(": ") for node in element.iter(f"{P}cNvPr"))
    return {label: _values(rest) for label, mark, rest in told if mark and "; " not in rest}
