"""The pages name what there is: each kind, each command and its options, each file they link to."""

from __future__ import annotations

import re
import shlex
from pathlib import Path
from typing import Any
from urllib.parse import urlparse

import pytest
import typer.main
from markdown_it import MarkdownIt

from datawalk.app.cli import app
from datawalk.check.advice.grade import grade
from datawalk.config.schema import json_schema
from datawalk.config.templates import names
from docs.making import reference
from docs.making.examples import DOCS, ROOT, fences, pages

COMMANDS: dict[str, Any] = typer.main.get_command(app).commands  # type: ignore[attr-defined]
CALL = re.compile(r"`((?:\S*[/\\])?datawalk(?: [^`]+)?)`")
LINK = re.compile(r"\]\(([^)\s]+)\)")
FACILITATORS = sorted((DOCS / "facilitators").glob("*.md"))
HARDEST = 7.0
"""The grade of the pages for people who run a walk; those of residents' sheets are held to 8."""


def calls(path: Path) -> list[str]:
    """Every command line of a page: in text, and in fences line by line."""
    text = path.read_text(encoding="utf-8")
    lines = [line.strip() for piece in fences(path) for line in piece.text.splitlines()]
    found = [line for line in lines if re.match(r"(\S*[/\\])?datawalk ", line)]
    return [*found, *CALL.findall(re.sub(r"```.*?```", "", text, flags=re.DOTALL))]


def wrong_in(call: str) -> list[str]:
    """What of a command line the program does not have."""
    words = shlex.split(call.replace("\\", "/").partition(" && ")[0])
    asked = [word for word in words[1:] if word != "…"]
    if not asked or asked[0] == "--version":
        return []
    command = COMMANDS.get(asked[0])
    if command is None:
        return [asked[0]]
    known = {option for param in command.params for option in param.opts} | {"--help"}
    return [word for word in asked if word.startswith("-") and word not in known]


CALLS = [(path, call) for path in pages() for call in calls(path)]


@pytest.mark.parametrize(
    ("path", "call"), CALLS, ids=[f"{path.stem}: {call}" for path, call in CALLS]
)
def test_a_command_on_a_page_exists(path: Path, call: str) -> None:
    assert not wrong_in(call)


def test_wrong_commands_are_noticed() -> None:
    assert wrong_in("datawalk rendr walk.yaml") == ["rendr"]
    assert wrong_in("datawalk render walk.yaml --updat") == ["--updat"]
    assert not wrong_in(r".venv\Scripts\datawalk render configs\boone.yaml --out out")
    assert len(CALLS) > 40


def test_the_reference_names_every_command_and_option() -> None:
    text = reference.commands()
    for name, command in COMMANDS.items():
        told = text.partition(f"## {name}\n")[2].partition("\n## ")[0]
        assert f"`datawalk {name}" in told
        for param in command.params:
            assert param.param_type_name == "argument" or max(param.opts, key=len) in told


def test_there_is_a_page_for_each_kind_and_no_other() -> None:
    folder = DOCS / "analysts" / "blocks"
    assert {path.stem for path in folder.glob("*.md")} - {"index"} == set(reference.kinds())


@pytest.mark.parametrize("kind", reference.kinds())
def test_the_page_of_a_kind_shows_it_and_its_settings(kind: str) -> None:
    path = DOCS / "analysts" / "blocks" / f"{kind}.md"
    text = path.read_text(encoding="utf-8")
    examples = [piece for piece in fences(path) if piece.sort == "{example}"]
    assert any(
        f"kind: {kind}\n" in piece.text + "\n"
        or f"kind: {kind}," in piece.text
        or f"kind: {kind}}}" in piece.text
        for piece in examples
    )
    assert f"<!-- made: {kind} -->" in text


def test_tables_hold_all() -> None:
    assert all(f"| `{name}` |" in reference.templates_table() for name in names())
    assert all(f"[`{kind}`]({kind}.md)" in reference.kinds_table() for kind in reference.kinds())
    settings = reference.walk_settings()
    assert all(f"| `{name}`" in settings for name in json_schema()["properties"])
    everywhere = settings + "".join(map(reference.block_settings, reference.kinds()))
    for name in json_schema()["$defs"]:
        assert name.endswith("Block") or f"({name.lower()})=" in everywhere
    assert not re.search(r"\| +\|$", everywhere, re.MULTILINE), "a setting without words"


@pytest.mark.parametrize("path", pages(), ids=lambda path: str(path.relative_to(ROOT)))
def test_links_lead_to_files(path: Path) -> None:
    for link in LINK.findall(path.read_text(encoding="utf-8")):
        target = urlparse(link)
        if not target.scheme and target.path:
            assert (path.parent / target.path).exists(), link


def test_every_page_is_in_a_table_of_contents() -> None:
    told = {
        (path.parent / f"{line.partition('<')[2].rstrip('>') or line}.md").resolve()
        for path in pages()
        for piece in fences(path)
        if piece.sort == "{toctree}"
        for line in piece.text.split("\n")
        if line
    }
    assert told | {DOCS / "index.md"} == set(DOCS.rglob("*.md"))


def prose(path: Path) -> str:
    """The sentences of a page: code, tables and headings aside, names of files as one word."""
    said = [
        token.content
        for token in MarkdownIt().enable("table").parse(path.read_text(encoding="utf-8"))
        if token.type == "inline" and token.level > 0 and not token.content.startswith(":::")
    ]
    text = "\n".join(said)
    text = re.sub(r"`[^`]*`", "it", text)
    return re.sub(r"\]\([^)]*\)|:{3,}.*|[*\[]", "", text)


@pytest.mark.parametrize("path", FACILITATORS, ids=lambda path: path.stem)
def test_pages_for_facilitators_are_plain(path: Path) -> None:
    assert grade(prose(path)) <= HARDEST
