"""How a value comes to its place in a text: which characters go, and which stand there then."""

from __future__ import annotations

import re
from collections.abc import Iterator

from datawalk.app.studio.desk import writing
from datawalk.app.studio.desk.address import Address, Value
from datawalk.app.studio.desk.entries import Passages

Cut = tuple[int, int, str]
"""From where to where of a text, and what is to stand there."""
STEP = 2


def item(layout: Passages, owner: Address, value: Value) -> Iterator[str]:
    """Ways to write a new item of a list."""
    if layout.bracketed(owner):
        yield writing.flow(value)
        return
    column = layout.column(layout.pieces[owner].start) + STEP
    for text in _in_lines(layout, value, column):
        yield f"- {text}"


def setting(layout: Passages, owner: Address, key: str, value: Value) -> Iterator[str]:
    """Ways to write a new key of a map with its value."""
    brackets = layout.bracketed(owner)
    name = next(writing.texts(key, "", brackets=brackets or ":" in key))
    if brackets:
        yield f"{name}: {writing.flow(value)}"
        return
    column = layout.column(layout.pieces[owner].start) + STEP
    parting = (
        f"{layout.newline}{' ' * column}" if isinstance(value, (dict, list)) and value else " "
    )
    for text in _in_lines(layout, value, column):
        yield f"{name}:{parting}{text}"


def cuts(layout: Passages, address: Address, value: Value) -> Iterator[list[Cut]]:
    """Ways to put a value in the place of what stands at an address."""
    piece, end = layout.pieces[address], layout.end(address)
    if address and layout.bracketed(address[:-1]):
        space = " " if piece.start == piece.end else ""
        start = end if space else piece.start
        for text in _flows(value, piece.style):
            yield [(start, end, space + text)]
    elif isinstance(value, (dict, list)) and value:
        yield from _many(layout, address, value)
    else:
        yield from _one(layout, address, value)


def _flows(value: Value, style: str) -> Iterator[str]:
    if isinstance(value, str):
        yield from writing.texts(value, style, brackets=True)
    else:
        yield writing.flow(value)


def _one(layout: Passages, address: Address, value: Value) -> Iterator[list[Cut]]:
    """A text, nothing or an empty list, where lines are free."""
    piece, end = layout.pieces[address], layout.end(address)
    old = layout.text[piece.start : end]
    lines = piece.form == "text" and piece.style in ("|", ">")
    column = _content(old) if lines and "\n" in old else _inner(layout, address)
    style = piece.style if piece.form == "text" and end > piece.start else None
    before, start, behind = "", piece.start, ""
    if piece.key and (piece.start == piece.end or (piece.form != "text" and not piece.style)):
        start = layout.colon(address)
        between = layout.text[start : piece.start]
        before, behind = " ", between.rstrip() if "#" in between else ""
    elif piece.start == piece.end and layout.text[piece.start - 1 : piece.start] == "-":
        before = " "
    for text in _scalars(layout, value, style, column):
        yield [(start, max(end, start), before + text + behind)]


def _many(layout: Passages, address: Address, value: Value) -> Iterator[list[Cut]]:
    """A list or map that holds something, where lines are free."""
    piece, end = layout.pieces[address], layout.end(address)
    form = "map" if isinstance(value, dict) else "list"
    if piece.style in ("[", "{") and piece.form == form:
        yield [(piece.start, end, writing.flow(value))]
    if piece.form == form and not piece.style:
        text = _indented(layout, writing.block(value), layout.column(piece.start))
        yield [(piece.start, end, text)]
    text = _indented(layout, writing.block(value), column := _inner(layout, address))
    on_lines = f"{layout.newline}{' ' * column}{text}"
    if not address:
        yield [(piece.start, end, text)]
    elif not piece.key:
        space = " " if layout.text[piece.start - 1 : piece.start] == "-" else ""
        yield [(piece.start, end, space + text)]
    elif piece.form == "text" or piece.style:
        colon, line_end = layout.colon(address), layout.line_end(end)
        yield [(colon, max(end, colon), ""), (line_end, line_end, on_lines)]
    else:
        yield [(layout.line_end(layout.colon(address)), end, on_lines)]
    yield [(piece.start, end, writing.flow(value))]


def _in_lines(layout: Passages, value: Value, column: int) -> Iterator[str]:
    if isinstance(value, (dict, list)) and value:
        yield _indented(layout, writing.block(value), column)
        yield writing.flow(value)
    else:
        yield from _scalars(layout, value, None, column)


def _scalars(layout: Passages, value: Value, style: str | None, column: int) -> Iterator[str]:
    if isinstance(value, (dict, list)):
        yield writing.flow(value)
        return
    new = style is None
    if new and isinstance(value, str) and "\n" not in value:
        yield writing.scalar(value)
    for text in writing.texts(
        value, '"' if style is None else style, brackets=False, column=column
    ):
        yield text.replace("\n", layout.newline)


def _indented(layout: Passages, text: str, column: int) -> str:
    first, *rest = text.split("\n")
    lines = [first, *(" " * column + line if line else "" for line in rest)]
    return layout.newline.join(lines)


def _inner(layout: Passages, address: Address) -> int:
    """The column of what belongs to a key or a dash."""
    piece = layout.pieces[address]
    if not address:
        return 0
    if piece.key:
        return layout.column(piece.key[0]) + STEP
    return layout.column(layout.pieces[address[:-1]].start) + STEP


def _content(old: str) -> int:
    """The column of a text on lines of its own."""
    return min(len(lead) for lead in re.findall(r"[\r\n]( *)(?=[^\s])", old)) or STEP
