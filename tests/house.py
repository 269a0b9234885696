"""The plan of the house: its storeys, and which library lives in which room.

CONTRIBUTING's tree is made from it (`python -m tests.generated`); tests/test_structure.py holds
the code to it.
"""

from __future__ import annotations

import ast
from functools import cache
from pathlib import Path

from tests.conftest import ROOT

PACKAGE = ROOT / "datawalk"
FILES = sorted(PACKAGE.rglob("*.py"))

# From the roof down: a module imports from its own storey or from those below it.
STOREYS: tuple[tuple[str, ...], ...] = (
    ("app",),
    ("kit",),
    ("prepare",),
    ("output",),
    ("render",),
    ("brand",),
    ("check",),
    ("layout",),
    ("figures",),
    ("page",),
    ("compose",),
    ("walk", "theme"),
    ("config",),
    ("blocks",),
    ("exhibits",),
    ("metrics",),
    ("typography",),
    ("icons",),
    (
        "source",
        "fields",
        "prose",
        "words",
        "inputs",
        "problems",
        "shipped",
    ),
)
OUTSIDE = ("__init__", "__main__")
"""The front door stands before all storeys."""

FENCES = {
    "reportlab": ["render/pdf/", "typography/"],
    "matplotlib": ["render/image/"],
    "pptx": ["render/pptx/", "brand/"],
    "lxml": ["render/pptx/", "brand/"],
    "yaml": ["source/"],
    "ruamel": ["app/studio/desk/writing.py"],
    "pandas": ["metrics/"],
    "pyproj": ["metrics/local/outlines/systems.py"],
    "sqlite3": ["metrics/local/outlines/geopackage.py"],
    "openpyxl": ["render/xlsx/", "metrics/local/"],
    "xlrd": ["metrics/local/"],
    "highspy": ["metrics/local/protection/audit.py"],
    "pikepdf": ["render/pdf/"],
    "distributed": ["app/batch/cluster.py"],
    "fsspec": ["app/batch/destination.py"],
    "pyarrow": ["app/batch/summary.py"],
    "markupsafe": ["render/html/"],
    "rich": ["app/console.py", "app/progress.py"],
    "starlette": ["app/studio/"],
    "uvicorn": ["app/studio/answering.py"],
    "jinja2": ["app/studio/", "app/batch/site/", "render/html/"],
    "pypdfium2": ["render/image/raster.py"],
    "docx": ["render/docx/"],
    "icalendar": ["output/calendar.py"],
}


@cache
def imported(path: Path) -> frozenset[str]:
    """Dotted names of all that a file imports, wherever in it."""
    names: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            names |= {f"{node.module}.{alias.name}" for alias in node.names}
    return frozenset(names)


def storey_of(name: str) -> int | None:
    """How far under the roof a dotted name of the package is; None for its front door."""
    parts = name.split(".")
    if parts[0] != "datawalk" or len(parts) < 2:
        return None
    return next((i for i, rooms in enumerate(STOREYS) if parts[1] in rooms), None)


def tree() -> str:
    """The rooms from the roof down, each with the first sentence of its docstring."""
    lines = ["```", "datawalk/"]
    for rooms in STOREYS:
        for room in rooms:
            lines += _lines(PACKAGE / room, 1)
    return "\n".join([*lines, "```"])


def _lines(place: Path, depth: int) -> list[str]:
    folder = place.is_dir()
    file = place / "__init__.py" if folder else place.with_suffix(".py")
    name = f"{'  ' * depth}{place.name}{'/' if folder else '.py'}"
    told = ast.get_docstring(ast.parse(file.read_text(encoding="utf-8"))) or ""
    lines = [f"{name:<24} {told.splitlines()[0]}"]
    if folder:
        rooms = [p for p in sorted(place.iterdir()) if (p / "__init__.py").exists()]
        lines += [line for room in rooms for line in _lines(room, depth + 1)]
    return lines
