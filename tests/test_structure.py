"""The shape of the house: imports run one way, and each library has its rooms."""

from __future__ import annotations

import ast
import re
import sys
import tomllib
from collections import Counter
from graphlib import TopologicalSorter
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest

from tests.conftest import ROOT
from tests.generated import with_tree
from tests.house import FENCES, FILES, OUTSIDE, PACKAGE, STOREYS, imported, storey_of

CONTRIBUTING = ROOT / "CONTRIBUTING.md"

MOST_OPEN = 120
"""How often `Any` may stand for what a library leaves open."""


def dotted(path: Path) -> str:
    """The name by which others import a file."""
    parts = ("datawalk", *path.relative_to(PACKAGE).with_suffix("").parts)
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


MODULES = {dotted(path): path for path in FILES}


def test_every_room_stands_on_one_storey() -> None:
    planned = [room for rooms in STOREYS for room in rooms]
    built = {path.relative_to(PACKAGE).parts[0].removesuffix(".py") for path in FILES}
    assert sorted(planned) == sorted(built - set(OUTSIDE))


@pytest.mark.parametrize("path", FILES, ids=lambda p: str(p.relative_to(PACKAGE)))
def test_imports_run_one_way(path: Path) -> None:
    own = storey_of(dotted(path))
    if own is not None:
        wrong = {n for n in imported(path) if (s := storey_of(n)) is not None and s < own}
        assert not wrong


def test_no_file_imports_itself_round_a_corner() -> None:
    def modules(name: str) -> set[str]:
        return {name, name.rpartition(".")[0]} & MODULES.keys()

    arrows = {
        own: {m for n in imported(path) for m in modules(n)} - {own, "datawalk"}
        for own, path in MODULES.items()
    }
    # A package's own list of its parts is not an import of the parts from it.
    packages = {name for name, path in MODULES.items() if path.name == "__init__.py"}
    order = {own: {m for m in used if m not in packages} for own, used in arrows.items()}
    assert tuple(TopologicalSorter(order).static_order())


def test_the_plan_on_paper_is_the_plan() -> None:
    text = CONTRIBUTING.read_text(encoding="utf-8")
    assert with_tree(text) == text, "python -m tests.generated"


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


def declared(*extras: str) -> set[str]:
    """Names of the packages that the project says it needs, with those of these extras."""
    project = tomllib.loads((PACKAGE.parent / "pyproject.toml").read_text("utf-8"))["project"]
    optional = project["optional-dependencies"]
    needed = [*project["dependencies"], *(need for extra in extras for need in optional[extra])]
    return {normal(re.split(r"[\[<>=!~;, ]", need)[0]) for need in needed}


def normal(name: str) -> str:
    """A package's name as indexes compare it (PEP 503)."""
    return re.sub(r"[-_.]+", "-", name).lower()


def outer() -> dict[str, set[str]]:
    """The modules of others that are imported, each with the packages that it may come from."""
    names = {name.split(".")[0] for path in FILES for name in imported(path)}
    known = packages_distributions()
    strangers = names - {"datawalk", *sys.stdlib_module_names}
    return {name: {*map(normal, known.get(name, [name]))} for name in strangers}


def test_every_import_is_of_a_declared_package() -> None:
    needed = declared("maps", "scripts", "towns", "parquet", "cluster")
    assert {name for name, packages in outer().items() if not packages & needed} == set()


THROUGH_OTHERS = {"python-multipart"}
"""Starlette reads forms by it, and does not bring it along."""


def test_no_package_is_declared_that_nobody_imports() -> None:
    """Those of extras may be found by their name only."""
    assert declared() - set().union(*outer().values()) == THROUGH_OTHERS


def test_few_types_are_left_open() -> None:
    names = (node for path in FILES for node in ast.walk(ast.parse(path.read_text("utf-8"))))
    assert sum(isinstance(node, ast.Name) and node.id == "Any" for node in names) < MOST_OPEN


def test_only_the_console_prints() -> None:
    printing = [
        str(path.relative_to(PACKAGE))
        for path in FILES
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Name)
        and node.func.id == "print"
    ]
    assert set(printing) == {"app/console.py"}


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


SPEAKS = {"render/pptx/update/facts.py"}
"""Reads edited decks, whose language it tells by the words for a hidden number in each."""
MEASURING = ("datawalk.words", "datawalk.typography.measure", "datawalk.typography.widths")


def test_painters_neither_measure_nor_speak() -> None:
    """What they need is on the page: its layout put it there."""
    strangers = {
        str(path.relative_to(PACKAGE))
        for path in (PACKAGE / "render").rglob("*.py")
        if any(name.startswith(MEASURING) for name in imported(path))
    }
    assert strangers == SPEAKS


def test_faces_are_handed_down() -> None:
    """No face is in use unseen: the same words in other faces would be measured as before."""
    typography = (PACKAGE / "typography").rglob("*.py")
    assert not [path.name for path in typography if "contextvars.ContextVar" in imported(path)]


def test_a_class_has_a_name_of_its_own() -> None:
    """One word for one thing: who reads a name anywhere knows which class is meant."""
    named = [
        node.name
        for path in FILES
        for node in ast.parse(path.read_text(encoding="utf-8")).body
        if isinstance(node, ast.ClassDef) and not node.name.startswith("_")
    ]
    assert [name for name, often in Counter(named).items() if often > 1] == []
