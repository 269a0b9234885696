"""The shape of the house: imports run one way, and each library has its rooms."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

PACKAGE = Path(__file__).resolve().parents[1] / "datawalk"
FILES = sorted(PACKAGE.rglob("*.py"))

# From the ground up: a module imports from its own storey or from those below.
STOREYS = [
    {"problems", "characters", "inputs", "memory", "source", "fields", "prose", "shipped", "words"},
    {"exhibits", "metrics"},
    {"blocks"},
    {"config"},
    {"about", "walk", "session", "composing", "needing", "unread", "inviting", "bilingual"},
    {"lettering"},
    {"theme", "fonts", "faces", "charts", "layout"},
    {"provenance"},
    {"advice", "brand", "check", "contrasts", "grounds", "render"},
    {"journal"},
    {"folder", "write", "prints"},
    {"decks", "lists", "manifest"},
    {"results"},
    {"predictors", "trials"},
    {"seconds"},
    {"differences", "fetching", "kit", "naming", "start", "watching"},
    {"asking", "console", "cli", "__main__"},
]
FENCES = {
    "reportlab": [
        "charts/reportlab_backend.py",
        "render/pdf",
        "render/tile",
        "fonts.py",
        "lettering/",
    ],
    "matplotlib": ["charts/"],
    "pptx": ["render/pptx", "brand/"],
    "yaml": ["source.py"],
    "pandas": ["metrics/"],
    "pyproj": ["metrics/local/outlines/systems.py"],
    "sqlite3": ["metrics/local/outlines/geopackage.py"],
    "openpyxl": ["render/xlsx", "metrics/local/"],
    "xlrd": ["metrics/local/"],
    "highspy": ["metrics/local/audit.py"],
    "pikepdf": ["render/pdf", "render/tile"],
    "rich": ["console.py"],
}


def storey(module: str) -> int:
    return next(i for i, names in enumerate(STOREYS) if module in names)


def imported(path: Path) -> set[str]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    names: set[str] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            names |= {f"{node.module}.{alias.name}" for alias in node.names}
    return names


def inner(name: str) -> str | None:
    parts = name.split(".")
    known = {module for names in STOREYS for module in names}
    return parts[1] if parts[0] == "datawalk" and len(parts) > 1 and parts[1] in known else None


def test_looks_at_the_whole_package() -> None:
    assert len(FILES) > 30


@pytest.mark.parametrize("path", FILES, ids=lambda p: str(p.relative_to(PACKAGE)))
def test_imports_run_one_way(path: Path) -> None:
    relative = path.relative_to(PACKAGE)
    own = relative.parts[0].removesuffix(".py")
    if own == "__init__":
        return
    wrong = {n for n in imported(path) if (m := inner(n)) and storey(m) > storey(own)}
    # exhibits and metrics stand on one storey; problems and the exhibits know only what they show.
    assert not wrong


@pytest.mark.parametrize("library", FENCES)
def test_libraries_stay_in_their_rooms(library: str) -> None:
    users = [
        str(path.relative_to(PACKAGE))
        for path in FILES
        if any(name.split(".")[0] == library for name in imported(path))
    ]
    strangers = [u for u in users if not any(u.startswith(room) for room in FENCES[library])]
    assert not strangers
    assert users, f"nobody imports {library}: is the fence still needed?"


def test_only_the_console_prints() -> None:
    printing = [
        str(path.relative_to(PACKAGE))
        for path in FILES
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Name)
        and node.func.id == "print"
    ]
    assert set(printing) == {"console.py"}


FEW_VALUES = {"bool", "Face", "Vintage", "Literal['area', 'whole']"}
"""Types of which there are only a few values."""
FEW_NAMES = {"_shipped", "_about_predictors", "rows"}
"""Functions of the names of files that come with datawalk."""


def _unbounded(path: Path) -> set[str]:
    """Functions at the top of a module that remember whatever they are asked."""
    found = set()
    for node in ast.parse(path.read_text(encoding="utf-8")).body:
        if not isinstance(node, ast.FunctionDef) or node.name in FEW_NAMES:
            continue
        kinds = {ast.unparse(arg.annotation) for arg in node.args.args if arg.annotation}
        kept = {ast.unparse(decorator) for decorator in node.decorator_list}
        if kept & {"cache", "lru_cache(maxsize=None)"} and not kinds <= FEW_VALUES:
            found.add(node.name)
    return found


@pytest.mark.parametrize("path", FILES, ids=lambda p: str(p.relative_to(PACKAGE)))
def test_what_is_remembered_has_an_end(path: Path) -> None:
    assert not _unbounded(path)
