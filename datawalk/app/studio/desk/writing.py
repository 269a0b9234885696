"""How a value is written as YAML, to stand at some place in a text."""

from __future__ import annotations

import io
import json
import re
import textwrap
from collections.abc import Iterator

from ruamel.yaml import YAML
from ruamel.yaml.scalarstring import DoubleQuotedScalarString, LiteralScalarString

from datawalk import source
from datawalk.app.studio.desk.address import Value
from datawalk.problems import Problems

WIDEST = 10**9
"""No line is broken but where the author broke it."""
_FOLD = 90
_ORDINARY = re.compile(r"[^\W\d_]([\w ’'(),.;!?/…–-]*[\w)!?.…’])?")
"""Words that need no quotes outside of brackets; what they might mean is looked at besides."""
_MEANING = {"yes", "no", "on", "off", "null", "y", "n"}
"""Words that programs other than ours may take for something else."""
_NUMBER = re.compile(r"0|[1-9]\d{0,3}")
"""Years, minutes; longer ones are codes, which stand in quotes."""


def block(value: Value) -> str:
    """A list or map on lines of its own, from the first column, without a line end behind it."""
    return textwrap.dedent(_dumped(_styled(value, lines=True), flow=False))


def flow(value: Value) -> str:
    """Any value on one line, as it may stand in brackets."""
    if isinstance(value, str):
        return next(texts(value, "", brackets=True))
    return _dumped(_styled(value, lines=False), flow=True)


def scalar(text: str) -> str:
    """A text without line breaks, in quotes only where it may be taken for something else."""
    return _dumped(_styled(text, lines=True), flow=False)


def texts(text: str | None, style: str, brackets: bool, column: int = 0) -> Iterator[str]:
    """Ways to write a text, the nearest to `style` first; each reads back as the text.

    Lines of those on several lines start at `column`.
    """
    if text is None:
        yield "null"
        return
    seen = set()
    for written in _ways(text, style, brackets):
        if written not in seen and _reads_back(written, text, brackets):
            seen.add(written)
            first, *rest = written.split("\n")
            yield "\n".join([first, *(" " * column + line if line else "" for line in rest)])


def _ways(text: str, style: str, brackets: bool) -> Iterator[str]:
    if not brackets and text.strip():
        if style == ">":
            yield _folded(text)
        if "\n" in text or style == "|":
            yield _literal(text)
    if style == "'":
        yield _single(text)
    if style == '"':
        yield json.dumps(text, ensure_ascii=False)
    if style == "" and "\n" not in text:
        yield text
    if _ordinary(text):
        yield text
    yield json.dumps(text, ensure_ascii=False)
    yield json.dumps(text)


def _ordinary(text: str) -> bool:
    if _NUMBER.fullmatch(text):
        return True
    return bool(_ORDINARY.fullmatch(text)) and text.lower() not in _MEANING


def _single(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"


def _literal(text: str) -> str:
    return f"|{_ending(text)}\n" + text.rstrip("\n")


def _folded(text: str) -> str:
    parts = text.rstrip("\n").split("\n")
    lines = [textwrap.fill(p, _FOLD, break_long_words=False, break_on_hyphens=False) for p in parts]
    return f">{_ending(text)}\n" + "\n\n".join(lines)


def _ending(text: str) -> str:
    return "" if text.endswith("\n") and not text.endswith("\n\n") else "-"


def _reads_back(written: str, text: str, brackets: bool) -> bool:
    first, *rest = written.split("\n")
    indented = "\n".join([first, *(f"  {line}" if line else "" for line in rest)])
    try:
        around = f"[{indented}]" if brackets else f"a: {indented}\nb: c"
        read = source.read_text(around, "").data
    except Problems:
        return False
    return bool(read == ([text] if brackets else {"a": text, "b": "c"}))


def _styled(value: Value, lines: bool) -> object:
    """The value with each text as it is to be quoted."""
    if isinstance(value, dict):
        return {key: _styled(item, lines) for key, item in value.items()}
    if isinstance(value, list):
        return [_styled(item, lines) for item in value]
    if value is None:
        return None
    if lines and "\n" in value.strip("\n") and _reads_back(_literal(value), value, brackets=False):
        return LiteralScalarString(value)
    if _NUMBER.fullmatch(value):
        return int(value)
    if value in ("true", "false"):
        return value == "true"
    plain = _ordinary(value) and (lines or "," not in value)
    return value if plain else DoubleQuotedScalarString(value)


def _dumped(value: object, flow: bool) -> str:
    yaml = YAML(pure=True)
    yaml.width = WIDEST
    yaml.indent(mapping=2, sequence=4, offset=2)
    yaml.default_flow_style = flow
    yaml.representer.add_representer(type(None), _nothing)
    out = io.StringIO()
    yaml.dump(value, out)
    text = out.getvalue()
    return text.removesuffix("\n").removesuffix("\n...")


def _nothing(representer: object, _none: None) -> object:
    return representer.represent_scalar("tag:yaml.org,2002:null", "null")  # type: ignore[attr-defined]
