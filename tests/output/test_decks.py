"""Rendering over decks: untouched ones are replaced, edited ones never."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from pptx import Presentation
from typer.testing import CliRunner

from datawalk import kit
from datawalk.app.cli import app
from datawalk.problems import Problems

pytestmark = pytest.mark.usefixtures("read_anew")

WALK = """title: W
place: "29019"
data: [metrics.csv]
outputs: [{medium: deck}]
session: {parts: [title, stations]}
stations:
  - question: Who has a job?
    blocks: [{kind: stat, metric: share_employed}]
"""
WRITE = Callable[[str], Path]


def render(folder: Path, *, update: bool = False) -> kit.Rendered:
    return kit.rendered(kit.prepared(folder / "walk.yaml"), folder / "out", update=update)


def retitled(path: Path, title: str) -> None:
    deck: Any = Presentation(str(path))
    deck.slides[1].shapes.title.text = title
    deck.save(str(path))


def changed(folder: Path) -> None:
    data = folder / "metrics.csv"
    data.write_text(data.read_text("utf-8").replace("2023,0.8411", "2023,0.6184"), "utf-8")


@pytest.fixture
def folder(write_walk: WRITE) -> Path:
    found = write_walk(WALK).parent
    render(found)
    return found


def decks(folder: Path) -> list[str]:
    return sorted(path.name for path in (folder / "out").glob("*.pptx"))


def test_a_deck_that_nobody_touched_is_replaced(folder: Path) -> None:
    changed(folder)
    before = (folder / "out" / "boone-county-missouri-w-deck.pptx").read_bytes()
    assert render(folder).told == ()
    assert decks(folder) == ["boone-county-missouri-w-deck.pptx"]
    assert (folder / "out" / "boone-county-missouri-w-deck.pptx").read_bytes() != before


def test_an_edited_deck_stays_and_the_new_one_stands_beside_it(folder: Path) -> None:
    path = folder / "out" / "boone-county-missouri-w-deck.pptx"
    retitled(path, "Mine")
    mine = path.read_bytes()
    (told,) = render(folder).told
    assert told.what == (
        "boone-county-missouri-w-deck.pptx was edited since datawalk made it, and stays as it is."
    )
    assert "boone-county-missouri-w-deck-new.pptx" in told.try_this
    assert path.read_bytes() == mine
    render(folder)
    assert decks(folder) == [
        "boone-county-missouri-w-deck-new.pptx",
        "boone-county-missouri-w-deck.pptx",
    ]
    retitled(folder / "out" / "boone-county-missouri-w-deck-new.pptx", "Mine too")
    render(folder)
    assert decks(folder) == [
        "boone-county-missouri-w-deck-new-2.pptx",
        "boone-county-missouri-w-deck-new.pptx",
        "boone-county-missouri-w-deck.pptx",
    ]
    assert path.read_bytes() == mine


def test_update_refreshes_figures_and_keeps_what_was(folder: Path) -> None:
    path = folder / "out" / "boone-county-missouri-w-deck.pptx"
    retitled(path, "Mine")
    mine = path.read_bytes()
    changed(folder)
    said = [told.what for told in render(folder, update=True).told]
    assert said == [
        "boone-county-missouri-w-deck.pptx has new figures on slides 2 and 3.",
        "boone-county-missouri-w-deck.pptx keeps what you wrote: slide 2 (title).",
    ] or said == ["boone-county-missouri-w-deck.pptx has new figures on slide 3."]
    assert (folder / "out" / "boone-county-missouri-w-deck-before.pptx").read_bytes() == mine
    deck: Any = Presentation(str(path))
    assert deck.slides[1].shapes.title.text == "Mine"
    words = [s.text_frame.text for s in deck.slides[2].shapes if s.has_text_frame]
    assert "62" in words


def test_update_without_changes_says_so_and_writes_no_copy(folder: Path) -> None:
    path = folder / "out" / "boone-county-missouri-w-deck.pptx"
    deck: Any = Presentation(str(path))
    deck.slides.add_slide(deck.slide_layouts[1]).shapes.title.text = "Mine"
    deck.save(str(path))
    (told,) = render(folder, update=True).told
    assert told.what == "boone-county-missouri-w-deck.pptx is up to date."
    assert decks(folder) == ["boone-county-missouri-w-deck.pptx"]


def test_update_without_a_deck_just_renders(write_walk: WRITE) -> None:
    folder = write_walk(WALK).parent
    assert render(folder, update=True).told == ()
    assert decks(folder) == ["boone-county-missouri-w-deck.pptx"]


def test_a_deck_with_a_torn_part_is_kept_and_the_new_one_stands_beside_it(folder: Path) -> None:
    path = folder / "out" / "boone-county-missouri-w-deck.pptx"
    blob = bytearray(path.read_bytes())
    start = 30 + len("[Content_Types].xml")
    blob[start : start + 12] = b"\xff" * 12
    path.write_bytes(blob)
    render(folder)
    assert path.read_bytes() == blob
    assert decks(folder) == [
        "boone-county-missouri-w-deck-new.pptx",
        "boone-county-missouri-w-deck.pptx",
    ]


@pytest.mark.parametrize("content", [b"no deck at all", b"\xd0\xcf\x11\xe0 locked"])
def test_a_broken_deck_is_a_problem_and_stays(folder: Path, content: bytes) -> None:
    path = folder / "out" / "boone-county-missouri-w-deck.pptx"
    path.write_bytes(content)
    numbers = (folder / "out" / "boone-county-missouri-w-numbers.csv").stat().st_mtime_ns
    with pytest.raises(Problems) as found:
        render(folder, update=True)
    assert "--update" in found.value.problems[0].try_this
    assert path.read_bytes() == content
    assert (folder / "out" / "boone-county-missouri-w-numbers.csv").stat().st_mtime_ns == numbers


def test_a_deck_that_may_not_be_read_is_a_problem(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = Path.read_bytes

    def read(self: Path) -> bytes:
        if self.suffix == ".pptx":
            raise PermissionError(13, "Permission denied", str(self))
        return real(self)

    monkeypatch.setattr(Path, "read_bytes", read)
    with pytest.raises(Problems, match=r"w-deck\.pptx cannot be read: Permission denied"):
        render(folder)


def test_the_command_says_what_it_did(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(folder)
    retitled(folder / "out" / "boone-county-missouri-w-deck.pptx", "Mine")
    done = CliRunner().invoke(app, ["render", "walk.yaml"])
    assert done.exit_code == 0
    assert "stays as it is" in done.output
    changed(folder)
    done = CliRunner().invoke(app, ["render", "walk.yaml", "--update"])
    assert done.exit_code == 0
    assert "has new figures on slide" in done.output


@pytest.mark.parametrize(
    ("was", "now", "what"),
    [
        ('place: "29019"', 'place: "29077"', "another place"),
        ("title: W", "title: Other", "another walk"),
    ],
)
def test_a_deck_of_another_place_or_walk_is_not_brought_up_to_date(
    folder: Path, was: str, now: str, what: str
) -> None:
    path = folder / "out" / "boone-county-missouri-w-deck.pptx"
    retitled(path, "Mine")
    walk = folder / "walk.yaml"
    walk.write_text(walk.read_text("utf-8").replace(was, now), "utf-8")
    made = kit.prepared(walk)
    other = path.rename(path.with_name(f"{made.stem}-deck.pptx"))
    before = other.read_bytes()
    with pytest.raises(Problems) as raised:
        kit.rendered(made, folder / "out", update=True)
    assert raised.value.problems[0].what.startswith(f"{other.name} is a deck of {what};")
    assert other.read_bytes() == before


def test_walks_of_two_places_keep_apart_in_one_folder(folder: Path) -> None:
    walk = folder / "walk.yaml"
    walk.write_text(walk.read_text("utf-8").replace("29019", "29077"), "utf-8")
    before = {path: path.read_bytes() for path in (folder / "out").glob("[!.]*")}
    render(folder)
    assert all(path.read_bytes() == content for path, content in before.items())
    assert {path.name.partition("-county")[0] for path in (folder / "out").glob("[!.]*")} == {
        "boone",
        "greene",
    }


def test_update_says_what_libreoffice_lost(folder: Path) -> None:
    """It gives placeholders new names; decks made earlier do not keep theirs elsewhere."""
    path = folder / "out" / "boone-county-missouri-w-deck.pptx"
    with zipfile.ZipFile(path) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    parts["docProps/app.xml"] = (
        b"<Properties><Application>LibreOffice/7.4</Application></Properties>"
    )
    parts["docProps/custom.xml"] = b"<Properties/>"
    with zipfile.ZipFile(path, "w") as package:
        for name, content in parts.items():
            package.writestr(name, content)
    told = [problem.what for problem in render(folder, update=True).told]
    assert any("was saved by LibreOffice" in what for what in told)
