"""Where a value stands in the YAML of a walk, and the values that stand there."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TypeAlias

from datawalk.problems import refuse
from datawalk.source import characters

Address: TypeAlias = tuple[str | int, ...]
"""Keys, and numbers of items from 0: ("stations", 3, "blocks", 1, "text")."""

Value: TypeAlias = "str | list[Value] | dict[str, Value] | None"
"""What is written somewhere: as `datawalk.source` reads it, all numbers and switches are text."""

_STEP = re.compile(r"\d+|(?:[^.~]|~[01])+")


def written(address: Address) -> str:
    """`stations.3.blocks.1.text`. A dot in a key is ~1, and ~ is ~0; a key of digits only has ~2
    before it."""
    return ".".join(map(_step, address))


def read(text: str) -> Address:
    """The address that `written` wrote. Raises Problems for what is none."""
    steps = text.split(".") if text else []
    if len(text) > 2000 or not all(steps) or any(re.search("~(?![012])", step) for step in steps):
        raise refuse("This is no address of a setting.")
    return tuple(map(_read_step, steps))


def _step(step: str | int) -> str:
    if isinstance(step, int):
        return str(step)
    told = step.replace("~", "~0").replace(".", "~1")
    return f"~2{told}" if re.fullmatch(r"[0-9]*", step) else told


def _read_step(text: str) -> str | int:
    if re.fullmatch("[0-9]{1,9}", text):
        return int(text)
    return text.removeprefix("~2").replace("~1", ".").replace("~0", "~")


def plain(value: object) -> Value:
    """A value as it would be read back from a file. Raises Problems for what no walk can hold."""
    match value:
        case None:
            return None
        case bool():
            return "true" if value else "false"
        case int() | float():
            return str(value)
        case str():
            return _text(value)
        case list() | tuple():
            return [plain(item) for item in value]
        case dict():
            return {_text(str(key)): plain(item) for key, item in value.items()}
    raise TypeError(f"a walk holds no {type(value).__name__}")


def _text(text: str) -> str:
    lines = characters.tidied(text.replace("\r\n", "\n").replace("\r", "\n"))
    for character in characters.strange(lines):
        raise refuse(f"This text holds {characters.named(character)}.", characters.RETYPE)
    return lines


def at(data: Value, address: Address) -> Value:
    """What stands at an address. Raises KeyError where nothing does."""
    for step in address:
        match data, step:
            case dict(), str() if step in data:
                data = data[step]
            case list(), int() if 0 <= step < len(data):
                data = data[step]
            case _:
                raise KeyError(written(address))
    return data


def has(data: Value, address: Address) -> bool:
    """Whether anything stands at an address."""
    try:
        at(data, address)
    except KeyError:
        return False
    return True


def replaced(data: Value, address: Address, value: Value) -> Value:
    """The data with a value at an address; a key may be new, an item may not. Raises KeyError."""
    if not address:
        return value
    step, rest = address[0], address[1:]
    if isinstance(data, dict) and isinstance(step, str) and (step in data or not rest):
        return {**data, step: replaced(data.get(step), rest, value)}
    if isinstance(data, list) and isinstance(step, int) and 0 <= step < len(data):
        return [*data[:step], replaced(data[step], rest, value), *data[step + 1 :]]
    raise KeyError(written(address))


def leaves(data: Value, address: Address = ()) -> Iterator[tuple[Address, Value]]:
    """Every text (or nothing) in the data, with its address."""
    if isinstance(data, dict):
        for key, value in data.items():
            yield from leaves(value, (*address, key))
    elif isinstance(data, list):
        for i, value in enumerate(data):
            yield from leaves(value, (*address, i))
    else:
        yield address, data
