"""From a text to nodes of YAML. Nothing is made of a text that is too deep, too long or no YAML."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from typing import Any

import yaml

from datawalk.problems import At, Problems, refuse
from datawalk.source.mistakes import explained

DEEPEST = 40
MOST_NODES = 50_000
"""Limits of a walk file: levels and nodes. Real walks stay under a tenth of each."""


def composed(text: str, name: str) -> yaml.Node | None:
    """The tree of a text, by libyaml where PyYAML has it. Raises Problems.

    libyaml words mistakes otherwise and takes tabs that PyYAML refuses: such texts PyYAML reads.
    """
    if yaml.__with_libyaml__ and "\t" not in text:
        with suppress(yaml.YAMLError, Problems):
            return _guarded(text, name, yaml.CBaseLoader)
    try:
        return _guarded(text, name, yaml.BaseLoader)
    except yaml.MarkedYAMLError as error:
        raise Problems([explained(error, name, text)]) from error
    except yaml.YAMLError as error:
        raise refuse(f"This is not YAML: {error}", at=At(name, 1)) from error


def _guarded(text: str, name: str, loader: Any) -> yaml.Node | None:
    _guard(text, name, loader)
    return yaml.compose(text, Loader=loader)


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
