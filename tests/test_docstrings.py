"""Docstrings are contracts: what is public has one, and says what it raises."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.house import FILES, PACKAGE

COMMANDS = ("app/cli.py", "app/inquiries.py", "app/console.py", "app/options.py")
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
