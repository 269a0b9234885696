"""YAML with positions. The only module that knows PyYAML.

Every plain scalar stays text, so that 01001 keeps its zero and `no` stays a word; the config
model, which knows what each setting is, turns text into numbers and switches.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal

import yaml

from datawalk import characters, inputs, slips
from datawalk.problems import At, Problem, Problems, refuse

DEEPEST = 40
MOST_NODES = 50_000
LARGEST = 2_000_000
"""Limits of a walk file: levels, nodes, bytes. Real walks stay under a tenth of each."""

KeyPath = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class Source:
    """What was read. `data` holds dicts, lists, text and None; `lines` the line of each path."""

    file: str
    data: Any
    lines: Mapping[KeyPath, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class SourceSpan:
    """Where something is written: from its first character to behind its last, as YAML marks it.

    `style` is how a text is quoted, or a bracket for lists and maps in brackets. `key` is where its
    key stands, of what has one.
    """

    start: int
    end: int
    form: Literal["text", "list", "map"]
    style: str = ""
    key: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class Unsaved:
    """A walk that stands in no file: its YAML, and where it would lie. Paths in it start from that
    folder, and problems call it by that name."""

    content: bytes = field(repr=False)
    path: Path


def read_file(path: Path, shown: str = "") -> Source:
    """Read a YAML file. `shown` is what problems call it. Raises Problems."""
    name = shown or str(path)
    try:
        if inputs.readable(path, name).stat().st_size > LARGEST:
            raise _large(name, path.stat().st_size)
        raw = path.read_bytes()
    except OSError as error:
        raise refuse(
            f"{name} cannot be read: {error.strerror or error}.", "Check the name and the folder."
        ) from error
    return read_bytes(raw, name)


def read_bytes(raw: bytes, name: str) -> Source:
    """Read YAML in UTF-8 or UTF-16. Raises Problems."""
    if len(raw) > LARGEST:
        raise _large(name, len(raw))
    try:
        text = raw.decode(encoding(raw))
    except UnicodeDecodeError as error:
        line = raw[: error.start].count(b"\n") + 1
        raise refuse(
            "This line holds a character that is not UTF-8.",
            "Save the file with the encoding UTF-8.",
            At(name, line),
        ) from error
    return read_text(text, name)


def encoding(raw: bytes) -> str:
    """UTF-8, or what Windows calls Unicode: UTF-16, told by its mark or by its zeros."""
    if raw.startswith((b"\xff\xfe", b"\xfe\xff")):
        return "utf-16"
    start = raw[:200]
    for first, code in ((1, "utf-16-le"), (0, "utf-16-be")):
        if len(start) > 1 and start[first::2].count(0) * 4 > len(start):
            return code
    return "utf-8-sig"


def _large(name: str, size: int) -> Problems:
    return refuse(f"{name} is {size / 1e6:.0f} MB: this is not a walk file.")


def read_text(text: str, name: str) -> Source:
    """Read YAML from text. Raises Problems with the line of each mistake."""
    return _read(text, name)[0]


def read_pieces(text: str, name: str) -> tuple[Source, Mapping[KeyPath, SourceSpan]]:
    """Read YAML from text, and where each path of it is written in `characters.tidied(text)`.

    Raises Problems.
    """
    read, node = _read(text, name)
    return read, dict(_pieces(node, (), None)) if node else {}


def _read(text: str, name: str) -> tuple[Source, yaml.Node | None]:
    text = characters.tidied(text)
    if text.startswith("{\\rtf"):
        raise refuse(
            "This is rich text, not plain text.",
            "In TextEdit choose Format › Make Plain Text, and save it again.",
            At(name, 1),
        )
    _refuse_strange(text, name)
    node = _composed(text, name)
    builder = _Builder(name)
    data = builder.build(node, ()) if node else None
    if builder.problems:
        raise Problems(builder.problems)
    return Source(name, data, builder.lines), node


def _pieces(
    node: yaml.Node, path: KeyPath, key: yaml.Node | None
) -> Iterator[tuple[KeyPath, SourceSpan]]:
    bounds = node.start_mark.index, node.end_mark.index
    named = (key.start_mark.index, key.end_mark.index) if key else None
    if isinstance(node, yaml.MappingNode):
        yield path, SourceSpan(*bounds, "map", "{" if node.flow_style else "", named)
        for inner, value in node.value:
            yield from _pieces(value, (*path, characters.tidied(inner.value)), inner)
    elif isinstance(node, yaml.SequenceNode):
        yield path, SourceSpan(*bounds, "list", "[" if node.flow_style else "", named)
        for i, child in enumerate(node.value):
            yield from _pieces(child, (*path, i), None)
    else:
        yield path, SourceSpan(*bounds, "text", getattr(node, "style", "") or "", named)


def _composed(text: str, name: str) -> yaml.Node | None:
    """The tree of a text, by libyaml where PyYAML has it. Raises Problems.

    libyaml words mistakes otherwise and takes tabs that PyYAML refuses: such texts PyYAML reads.
    """
    if yaml.__with_libyaml__ and "\t" not in text:
        with suppress(yaml.YAMLError, Problems):
            return _guarded(text, name, yaml.CBaseLoader)
    try:
        return _guarded(text, name, yaml.BaseLoader)
    except yaml.MarkedYAMLError as error:
        raise Problems([_explained(error, name, text)]) from error
    except yaml.YAMLError as error:
        raise refuse(f"This is not YAML: {error}", at=At(name, 1)) from error


def _guarded(text: str, name: str, loader: Any) -> yaml.Node | None:
    _guard(text, name, loader)
    return yaml.compose(text, Loader=loader)


def _refuse_strange(text: str, name: str) -> None:
    problems = [
        _strange(character, At(name, line))
        for line, written in enumerate(text.splitlines(), start=1)
        for character in characters.strange(written)
    ]
    if problems:
        raise Problems(problems)


def _strange(character: str, at: At) -> Problem:
    return Problem(f"This line holds {characters.named(character)}.", characters.RETYPE, at)


def _guard(text: str, name: str, loader: Any) -> None:
    """Refuse aliases, tags, depth and size before any tree is built."""
    flows: list[bool | None] = []
    for nodes, event in enumerate(_events(text, loader)):
        line = event.start_mark.line + 1
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
            raise refuse(
                "Anchors (&) and aliases (*) are not used in a walk.",
                "Write the text out, or put it in quotes if it starts with & or *.",
                At(name, line),
            )
        if getattr(event, "tag", None):
            raise refuse(
                f"Tags such as {event.tag} are not used in a walk.",
                "Put the text in quotes if it starts with !.",
                At(name, line),
            )
        if isinstance(event, yaml.CollectionStartEvent):
            flows.append(event.flow_style)
        elif isinstance(event, yaml.CollectionEndEvent):
            flows.pop()
        elif flows and flows[-1] and _bare_question(event):
            raise yaml.YAMLError("libyaml takes a question in brackets that PyYAML refuses")
        if len(flows) > DEEPEST or nodes > MOST_NODES:
            raise refuse("This file is nested too deeply or too long.", at=At(name, line))


def _events(text: str, loader: Any) -> Iterator[Any]:
    return iter(yaml.parse(text, Loader=loader))


def _bare_question(event: yaml.Event) -> bool:
    return isinstance(event, yaml.ScalarEvent) and not event.style and "?" in event.value


def _explained(error: yaml.MarkedYAMLError, name: str, text: str) -> Problem:
    mark = error.problem_mark or error.context_mark
    line = mark.line + 1 if mark else 1
    written = (*text.splitlines(), *[""] * line)[line - 1]
    said = error.problem or "this cannot be read"
    hint = ""
    if tabbed := slips.tabbed(text):
        said, hint, line = "A tab indents this line.", "Use spaces.", tabbed
    elif (slip := slips.unspaced(text))[0]:
        line, hint = slip
        said = "This line cannot be read."
    elif "mapping values are not allowed" in said:
        said, hint = "A colon stands where none is expected.", slips.in_quotes(written)
    elif "escape" in said:
        said = "A backslash in double quotes begins a code, such as \\n for a new line."
        hint = slips.path_without_backslash(written)
    elif "found character '\\t'" in said:
        said, hint = "A tab stands in this line.", "Use spaces."
    elif "expected <block end>" in said or "did not find expected" in said:
        said = "The indentation or a quote does not match the lines above."
        hint = "Align the keys of one block; close every quote and bracket."
    elif "expected ',' or" in said:
        said = "A list or a set in brackets is not closed."
        hint = "Check commas and brackets; in brackets a text with ? or : stands in quotes."
        if slips.has_curly(written):
            hint = f"{hint} Curly quotes are none: type straight ones."
    elif "found unexpected end of stream" in said:
        said, hint = "A quote opens here and never closes.", "Add the closing quote."
    elif "cannot start any token" in said:
        said, hint = "A text starts with a sign that YAML keeps for itself.", "Put it in quotes."
    return Problem(said if said.endswith(".") else f"{said}.", hint, At(name, line))


def _dashed(key: str, at: At) -> Problem:
    bare = key.lstrip("-–— ")
    if key[0] == "-":
        return Problem("A dash stands before a word.", f"Write a space behind it: - {bare}:", at)
    hint = f"Write a short one and a space: - {bare}:"
    return Problem("A long dash stands where an item begins.", hint, at)


class _Builder:
    """Turns nodes into plain data, keeping lines and refusing repeated keys."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.lines: dict[KeyPath, int] = {}
        self.problems: list[Problem] = []

    def build(self, node: yaml.Node, path: KeyPath) -> Any:
        self.lines.setdefault(path, node.start_mark.line + 1)
        if isinstance(node, yaml.MappingNode):
            return self._mapping(node, path)
        if isinstance(node, yaml.SequenceNode):
            return [self.build(child, (*path, i)) for i, child in enumerate(node.value)]
        plain_null = not getattr(node, "style", "") and node.value in ("", "~", "null")
        return None if plain_null else self._text(node)

    def _text(self, node: yaml.Node) -> str:
        """A text as its escapes spell it, such as "\\u00e9"."""
        text = characters.tidied(node.value)
        at = At(self.name, node.start_mark.line + 1)
        self.problems += [_strange(character, at) for character in characters.strange(text)]
        return text

    def _mapping(self, node: yaml.MappingNode, path: KeyPath) -> dict[str, Any]:
        built: dict[str, Any] = {}
        for key_node, value_node in node.value:
            line = key_node.start_mark.line + 1
            if not isinstance(key_node, yaml.ScalarNode):
                self._refuse("A key is a word, not a list.", line)
                continue
            key = self._text(key_node)
            if key.startswith(("-", "–", "—")):
                self.problems.append(_dashed(key, At(self.name, line)))
                continue
            if key in built:
                first = self.lines[(*path, key)]
                self._refuse(f'"{key}" is written twice; the first is on line {first}.', line)
                continue
            self.lines[(*path, key)] = line
            built[key] = self.build(value_node, (*path, key))
        return built

    def _refuse(self, what: str, line: int) -> None:
        self.problems.append(Problem(what, "Keep one of them.", At(self.name, line)))
