"""Docstrings are contracts: what is public has one, and says what it raises."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.house import FILES, PACKAGE

COMMANDS = ("app/cli.py", "app/kits.py", "app/inquiries.py", "app/console.py", "app/options.py")
"""Their docstrings are what the terminal shows; they end the program."""
SAYS = re.compile(r"[Rr]aise|[Rr]efuse")


def public(path: Path) -> Iterator[tuple[ast.FunctionDef | ast.ClassDef, str]]:
    """What others may use of a file, each with its docstring."""
    for node in ast.parse(path.read_text(encoding="utf-8")).body:
        if isinstance(node, ast.FunctionDef | ast.ClassDef) and not node.name.startswith("_"):
            yield node, ast.get_docstring(node) or ""


def raises(node: ast.AST) -> bool:
    """Whether it raises something itself, not only lets it through."""
    return any(isinstance(inner, ast.Raise) and inner.exc for inner in ast.walk(node))


@pytest.mark.parametrize("path", FILES, ids=lambda p: str(p.relative_to(PACKAGE)))
def test_what_is_public_says_what_it_does_and_what_it_raises(path: Path) -> None:
    assert [node.name for node, told in public(path) if not told] == []
    if str(path.relative_to(PACKAGE)) not in COMMANDS:
        functions = [(n, told) for n, told in public(path) if isinstance(n, ast.FunctionDef)]
        assert [n.name for n, told in functions if raises(n) and not SAYS.search(told)] == []


MEASURED = ("page", "figures", "layout", "render")
"""The rooms in which things have a place and a size."""
LENGTHS = {"x", "y", "w", "h", "width", "height", "size", "room", "tall"}
UNIT = re.compile(
    r"\b(?:points?|ems?|inch(?:es)?|EMU|pixels?|shares?|thousandths|metres|degrees|percent)\b"
)


def _measures(node: ast.FunctionDef) -> bool:
    """Whether a function takes a length: a number under one of these names."""
    every = [*node.args.args, *node.args.kwonlyargs]
    return any(a.arg in LENGTHS and a.annotation and _is_float(a.annotation) for a in every)


def _is_float(annotation: ast.expr) -> bool:
    return "float" in ast.unparse(annotation)


@pytest.mark.parametrize(
    "path",
    [path for path in FILES if path.relative_to(PACKAGE).parts[0] in MEASURED],
    ids=lambda p: str(p.relative_to(PACKAGE)),
)
def test_who_takes_a_length_says_its_unit(path: Path) -> None:
    """In its own docstring, or once for all in that of its file."""
    if UNIT.search(ast.get_docstring(ast.parse(path.read_text(encoding="utf-8"))) or ""):
        return
    functions = [(n, told) for n, told in public(path) if isinstance(n, ast.FunctionDef)]
    assert [n.name for n, told in functions if _measures(n) and not UNIT.search(told)] == []
