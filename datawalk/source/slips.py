"""What to type instead: slips of those who meet YAML for the first time, told from the line."""

from __future__ import annotations

import re

_KEYED = re.compile(r"\s*(?:- +)*(?:\{\s*)?([\w-]+): +(\S.*?)\s*$")
_ITEM = re.compile(r"\s*- +(\S.*?)\s*$")
_CURLY = re.compile("[“”„«»‘’‚]")
_QUOTED_PATH = re.compile(r'"([^"]*\\[^"]*)"')
_LONG_DASH = re.compile(r"\s*[–—]\s*([\w-]+:.*?)\s*$")
_NO_SPACE_AFTER_DASH = re.compile(r"\s*-([A-Za-z_]\w*:(?:\s.*)?)$")
_NO_SPACE_AFTER_COLON = re.compile(r"\s*(?:- )?([a-z_]+):([^\s/:].*?)\s*$")
TAB = re.compile(r"[ -]*\t")
"""The beginning of a line that a tab indents."""


def quoted(text: str) -> str:
    """A text in straight quotes: double ones unless it holds such."""
    bare = text.strip().strip("“”„«»").strip()
    return (
        f'"{bare}"' if '"' not in bare and "\\" not in bare else "'" + bare.replace("'", "''") + "'"
    )


def in_quotes(line: str) -> str:
    """'Put the text in quotes: title: "Jobs: what pays"', from a line that lacks them."""
    keyed, item = _KEYED.match(line), _ITEM.match(line)
    curly = "Curly quotes hold no text together. " if _CURLY.search(line) else ""
    if "{" in line or "[" in line:
        return f"{curly}Put the text in straight quotes." if curly else "Put the text in quotes."
    if keyed:
        return f"{curly}Put the text in quotes: {keyed[1]}: {quoted(keyed[2])}"
    if item:
        return f"{curly}Put the text in quotes: - {quoted(item[1])}"
    return f"{curly}Put the text in quotes."


def path_without_backslash(line: str) -> str:
    """What to write for a path of Windows in double quotes."""
    written = _QUOTED_PATH.search(line)
    path = written[1].replace("\\", "/") if written else "data/metrics.csv"
    return f'Write / in paths: "{path}"'


def unspaced(text: str) -> tuple[int, str]:
    """The first line, from 1, that lacks a space behind its colon or dash or begins with a long
    dash, and what to type; (0, '') for none.
    """
    for number, line in enumerate(text.splitlines(), start=1):
        if told := _unspaced(line):
            return number, told
    return 0, ""


def _unspaced(line: str) -> str:
    if found := _LONG_DASH.match(line):
        return f"This is a long dash: write a short one and a space, - {found[1]}"
    if found := _NO_SPACE_AFTER_DASH.match(line):
        return f"Write a space behind the dash: - {found[1]}"
    if found := _NO_SPACE_AFTER_COLON.match(line):
        return f"Write a space behind the colon: {found[1]}: {found[2]}"
    return ""


def tabbed(text: str) -> int:
    """The first line, from 1, that a tab indents; 0 for none."""
    lines = text.splitlines()
    return next((i for i, line in enumerate(lines, start=1) if TAB.match(line)), 0)


def has_curly(line: str) -> bool:
    """Whether typographic quotes stand in a line."""
    return bool(_CURLY.search(line))
