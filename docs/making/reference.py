"""Tables and lists of the reference as Markdown, made from the code that they tell of."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from functools import cache
from typing import Any, get_args

import typer.main

from datawalk.app.cli import app
from datawalk.blocks import AnyBlock
from datawalk.config import schema
from datawalk.config.templates import listed

SHARED = ("kind", "heading", "supplement", "width", "emphasis")
"""Settings that all blocks have: one page tells of them."""
WORDS = {
    "string": "text",
    "integer": "whole number",
    "number": "number",
    "boolean": "`true` or `false`",
}


@cache
def _schema() -> dict[str, Any]:
    """Making it takes a fifth of a second, and every part is told from it."""
    return schema.json_schema()


def made(name: str) -> str:
    """What a page asks for by name, or the settings of a kind of block."""
    makers = {
        "templates": templates_table,
        "kinds": kinds_table,
        "shared": shared_table,
        "settings": walk_settings,
        "commands": commands,
    }
    return makers[name]() if name in makers else block_settings(name)


def templates_table() -> str:
    rows = [f"| `{name}` | {predictor} | {question} |" for name, predictor, question in listed()]
    return _table(("template", "predictor", "question"), rows)


def kinds() -> dict[str, type[Any]]:
    """Each kind of block with its class."""
    classes = get_args(get_args(AnyBlock)[0])
    return {get_args(one.model_fields["kind"].annotation)[0]: one for one in classes}


def kinds_table() -> str:
    """Each kind with the first line of its class, as a link to its page."""
    rows = [
        f"| [`{kind}`]({kind}.md) | {(block.__doc__ or '').splitlines()[0]} |"
        for kind, block in kinds().items()
    ]
    return _table(("kind", "what it is"), rows)


def block_settings(kind: str) -> str:
    """What can be written in a block, and in the parts that it has."""
    name = kinds()[kind].__name__
    inside = [_part(part, "###") for part in _inside(name)]
    return "\n\n".join([_settings(_schema()["$defs"][name], SHARED), *inside])


def walk_settings() -> str:
    """What can be written in a walk, and in its parts, blocks aside."""
    whole = _schema()
    blocks = [block.__name__ for block in kinds().values()]
    told = {*blocks, *(part for block in blocks for part in _inside(block))}
    parts = [_part(name, "##") for name in _reached(whole["properties"]) if name not in told]
    return "\n\n".join([_settings(whole), *parts])


def _inside(name: str) -> list[str]:
    """The classes that a class of the schema has in it."""
    return _named_in(_schema()["$defs"][name])


def _reached(written: Any) -> list[str]:
    """All classes that lead on from a part of the schema, the nearest first."""
    found = _named_in(written)
    for name in found:
        found += [inner for inner in _inside(name) if inner not in found]
    return found


def _named_in(written: Any) -> list[str]:
    return list(dict.fromkeys(re.findall(r"#/\$defs/(\w+)", json.dumps(written))))


def _called(name: str) -> str:
    """A class in words: LocalSource is a local source."""
    words = re.findall("[A-Z][a-z]+", re.sub("(Config|Output)$", "", name))
    return " ".join(words).capitalize()


def _part(name: str, level: str) -> str:
    part = _schema()["$defs"][name]
    told = part.get("description", "")
    medium = part["properties"].get("medium", {}).get("const")
    written = f"`medium: {medium}`. " if medium else ""
    table = _settings(part, ("medium",))
    return f"({name.lower()})=\n{level} {_called(name)}\n\n{written}{told}\n\n{table}"


def _settings(part: dict[str, Any], without: tuple[str, ...] = ()) -> str:
    rows = [
        f"| {_name(key, part)} | {_value(value)} | {_meaning(value)} |"
        for key, value in part["properties"].items()
        if key not in without
    ]
    return _table(("setting", "what to write", "what it does"), rows)


def shared_table() -> str:
    """The settings that every block has."""
    properties = _schema()["$defs"]["TextBlock"]["properties"]
    rows = [
        f"| `{key}` | {_value(properties[key])} | {_meaning(properties[key])} |"
        for key in SHARED[1:]
    ]
    return _table(("setting", "what to write", "what it does"), rows)


def commands() -> str:
    """Every command with its arguments and options."""
    group: Any = typer.main.get_command(app)
    return "\n\n".join(_command(name, command) for name, command in group.commands.items())


def _command(name: str, command: Any) -> str:
    arguments = [p for p in command.params if p.param_type_name == "argument"]
    options = [p for p in command.params if p.param_type_name == "option"]
    line = " ".join(["datawalk", name, *map(_argument, arguments)])
    rows = [f"| `{_argument(p)}` | {_cell(p.help)} |" for p in arguments]
    rows += [f"| `{_option(p)}` | {_cell(p.help)} |" for p in options if p.name != "help"]
    told = " ".join((command.help or "").split())
    table = f"\n\n{_table(('write', 'what it does'), rows)}" if rows else ""
    return f"## {name}\n\n`{line}`\n\n{told}{table}"


def _argument(param: Any) -> str:
    name = (param.metavar or param.name.upper()).strip("[]{}")
    return name if param.required else f"[{name}]"


def _option(param: Any) -> str:
    taken = "" if param.is_flag else f" {(param.metavar or param.name.upper()).strip('<>')}"
    return f"{max(param.opts, key=len)}{taken}"


def _table(heads: tuple[str, ...], rows: list[str]) -> str:
    return "\n".join([f"| {' | '.join(heads)} |", "|---" * len(heads) + "|", *rows])


def _name(key: str, part: dict[str, Any]) -> str:
    return f"`{key}` (needed)" if key in part.get("required", ()) else f"`{key}`"


def _cell(text: str | None) -> str:
    return " ".join((text or "").split()).replace("|", "\\|")


def _meaning(value: dict[str, Any]) -> str:
    """The words of the schema, and what holds if nothing is written."""
    told = _cell(value.get("description") or _inner(value).get("description") or _of_part(value))
    usual = value.get("default")
    if usual in (None, "", [], {}) or isinstance(usual, dict | list):
        return told
    said = str(usual).lower() if isinstance(usual, bool) else usual
    return f"{told} Usually `{said}`.".strip()


def _of_part(value: dict[str, Any]) -> str | None:
    """What the schema says of the part that a setting holds."""
    names = _named_in(value)
    part: dict[str, Any] = _schema()["$defs"][names[0]] if len(names) == 1 else {}
    return part.get("description")


def _inner(value: dict[str, Any]) -> dict[str, Any]:
    """The first form that a setting may have, empty aside."""
    forms = value.get("anyOf", [value])
    return next((form for form in forms if form.get("type") != "null"), value)


def _value(value: dict[str, Any]) -> str:
    said = [word for form in value.get("anyOf", [value]) for word in _form(form)]
    return " or ".join(dict.fromkeys(said))


def _form(form: dict[str, Any]) -> Iterator[str]:
    """What a person may write for one form of a setting."""
    if "const" in form:
        yield f"`{form['const']}`"
    elif "enum" in form:
        yield ", ".join(f"`{word}`" for word in form["enum"])
    elif "$ref" in form:
        yield f"{_link(form['$ref'])} settings"
    elif "oneOf" in form:
        yield _one_of(form["discriminator"])
    elif "anyOf" in form:
        yield from (word for inner in form["anyOf"] for word in _form(inner))
    elif form.get("type") == "array":
        inside = " or ".join(_form(form["items"])) if "items" in form else "values"
        yield f"list of {inside}"
    elif form.get("type") == "object":
        if "patternProperties" not in form:  # any text may be given for each language
            yield "names and values"
    elif form.get("type") != "null":
        kind = form.get("type", "string")
        yield WORDS["string" if isinstance(kind, list) else kind]


def _link(reference: str) -> str:
    name = reference.rpartition("/")[2]
    return f"{{ref}}`{_called(name)} <{name.lower()}>`"


def _one_of(discriminator: Any) -> str:
    """The forms of an output or a block: those of outputs stand on the same page."""
    field, forms = discriminator["propertyName"], discriminator["mapping"]
    if field == "kind":
        return "[blocks](blocks/index.md)"
    return ", ".join(
        f"{{ref}}`{name} <{form.rpartition('/')[2].lower()}>`" for name, form in forms.items()
    )
