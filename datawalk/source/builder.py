"""From nodes of YAML to plain data, with the line of each."""

from __future__ import annotations

from typing import Any

import yaml

from datawalk.problems import At, Problem
from datawalk.source import characters

KeyPath = tuple[str | int, ...]


class Builder:
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
        self.problems += [unprintable(character, at) for character in characters.strange(text)]
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


def unprintable(character: str, at: At) -> Problem:
    """A character that stands where it cannot be printed."""
    return Problem(f"This line holds {characters.named(character)}.", characters.RETYPE, at)


def _dashed(key: str, at: At) -> Problem:
    bare = key.lstrip("-–— ")
    if key[0] == "-":
        return Problem("A dash stands before a word.", f"Write a space behind it: - {bare}:", at)
    hint = f"Write a short one and a space: - {bare}:"
    return Problem("A long dash stands where an item begins.", hint, at)
