"""A walk on the desk: each change is on the disk, and what two people do goes together."""

from __future__ import annotations

import errno
import os
import shutil
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest

from datawalk.app.studio.desk import history, storage
from datawalk.app.studio.desk.desk import Desk
from datawalk.app.studio.desk.manuscript import Manuscript
from datawalk.app.studio.desk.sitting import Outdated, Saved
from datawalk.app.studio.desk.steps import Conflict
from datawalk.problems import Problems

WALK = """# a walk
title: Our walk
stations:
  # one
  - template: welcome
  # two
  - title: What we heard
    blocks:
      - kind: quote
        text: Rent is high.   # said in May
        by: Parent
      - {kind: questions, questions: ["One?", "Two?"]}
  - template: visioning
"""
TEXT = ("stations", 1, "blocks", 0, "text")


def put(*address: str | int, to: object) -> Callable[[Manuscript], Manuscript]:
    return lambda one: one.put(address, to)


@pytest.fixture
def walk(tmp_path: Path) -> Path:
    folder = tmp_path / "Youth’s «walks» 'x' \"y\""
    folder.mkdir()
    path = folder / "ein Spaß; $(rm) .yaml"
    path.write_bytes(WALK.encode())
    return path


def test_a_change_is_on_the_disk_and_nothing_else_is_touched(walk: Path) -> None:
    desk = Desk(walk)
    now = desk.now()
    saved = desk.change(now.tag, put(*TEXT, to="Rent is too high."), "words", "x", "You")
    assert isinstance(saved, Saved)
    assert walk.read_text() == WALK.replace("Rent is high.", "Rent is too high.")
    assert desk.now() == saved.version
    assert [path.name for path in walk.parent.iterdir() if path.name.endswith(".part")] == []


def test_undo_and_redo_go_on_after_a_restart(walk: Path) -> None:
    desk = Desk(walk)
    for n in range(3):
        desk.change(desk.now().tag, put("title", to=f"Walk {n}"), f"title {n}")
    assert [c.what for c in desk.versions()] == ["title 2", "title 1", "title 0", "Opened"]
    for n in (1, 0):
        Desk(walk).undo()
        assert f"title: Walk {n}\n" in walk.read_text()
    again = Desk(walk)
    back, forth = again.next_steps()
    assert back
    assert forth
    assert (back.what, forth.what) == ("title 0", "title 1")
    again.redo()
    assert "title: Walk 1\n" in walk.read_text()
    Desk(walk).undo()
    Desk(walk).undo()
    assert walk.read_text() == WALK
    assert Desk(walk).undo() is None
    Desk(walk).redo()
    assert "Walk 0" in walk.read_text()
    desk.change(desk.now().tag, put("place", to="29019"), "place")
    assert desk.redo() is None


def test_typing_is_one_change_for_undo(walk: Path) -> None:
    desk = Desk(walk)
    for end in range(1, 6):
        desk.change(desk.now().tag, put(*TEXT, to="Hello"[:end]), "words", "s", "You")
    assert len(desk.versions()) == 2
    desk.undo()
    assert walk.read_text() == WALK


def test_different_fields_go_together_and_ids_find_their_station(walk: Path) -> None:
    desk, other = Desk(walk), Desk(walk)
    seen = desk.now()
    heard = seen.stations[1].id
    other.change(seen.tag, lambda m: m.move(("stations",), 1, 0), "moved", heard, "Tablet")
    saved = desk.change(seen.tag, put(*TEXT, to="Mine"), "words", heard, "You")
    assert isinstance(saved, Saved)
    assert saved.both
    stop = saved.version.station(heard)
    assert stop is not None
    assert stop.index == 0
    assert saved.version.manuscript is not None
    assert saved.version.manuscript.value(("stations", 0, "blocks", 0, "text")) == "Mine"
    assert "# said in May" in walk.read_text()


def conflict(walk: Path) -> tuple[Desk, Conflict]:
    desk, other = Desk(walk), Desk(walk)
    seen = desk.now()
    heard = seen.stations[1].id
    questions = ("stations", 1, "blocks", 1, "questions")
    other.change(seen.tag, put(*questions, to=["Theirs?", "Two again?"]), "q", heard, "Tablet")
    found = desk.change(seen.tag, put(*questions, 0, to="Mine, and one more?"), "q", heard, "You")
    assert isinstance(found, Conflict)
    return desk, found


def test_the_same_field_waits_for_a_choice_and_the_rest_is_in(walk: Path) -> None:
    desk, found = conflict(walk)
    (contest,) = found.contests
    assert contest.station == desk.now().stations[1].id
    assert (contest.who, contest.theirs) == ("You", "Tablet")
    assert [(f.base, f.mine, f.theirs) for f in contest.fields] == [
        ("One?", "Mine, and one more?", "Theirs?")
    ]
    assert 'questions: ["Theirs?", "Two again?"]' in walk.read_text()
    assert Desk(walk).contests() == found.contests


@pytest.mark.parametrize(
    ("choice", "now"),
    [
        ("mine", ["Mine, and one more?", "Two again?"]),
        ("theirs", ["Theirs?", "Two again?"]),
        ("both", ["Mine, and one more?", "Theirs?", "Two again?"]),
    ],
)
def test_a_choice_settles_it(walk: Path, choice: Any, now: list[str]) -> None:
    desk, found = conflict(walk)
    saved = desk.resolve(found.contests[0].id, choice)
    assert saved.version.manuscript is not None
    assert saved.version.manuscript.value(("stations", 1, "blocks", 1, "questions")) == now
    assert desk.contests() == ()
    mine = next(change for change in desk.versions() if change.kind == "aside")
    kept = desk.version(mine.after)
    assert kept is not None
    assert "Mine, and one more?" in kept.text


def test_typing_goes_on_while_a_choice_is_open(walk: Path) -> None:
    desk, found = conflict(walk)
    words = put("stations", 1, "blocks", 1, "questions", 0, to="Mine, longer?")
    again = desk.change(found.version.tag, words, "q", "", "You")
    assert isinstance(again, Conflict)
    assert again.contests[0].fields[0].mine == "Mine, longer?"
    assert "Theirs?" in walk.read_text()
    assert len(desk.contests()) == 1


def test_a_station_taken_out_while_another_wrote_in_it_is_not_lost(walk: Path) -> None:
    desk, other = Desk(walk), Desk(walk)
    seen = desk.now()
    other.change(seen.tag, lambda m: m.drop(("stations", 1)), "removed", "", "Tablet")
    found = desk.change(seen.tag, put(*TEXT, to="Still here"), "words", "", "You")
    assert isinstance(found, Conflict)
    assert "Still here" not in walk.read_text()
    desk.resolve(found.contests[0].id, "mine")
    assert "Still here" in walk.read_text()


def test_an_editor_on_the_same_file_counts(walk: Path) -> None:
    desk = Desk(walk)
    seen = desk.now()
    walk.write_text(WALK.replace("Our walk", "Edited"))
    saved = desk.change(seen.tag, put(*TEXT, to="Mine"), "words", "", "You")
    assert isinstance(saved, Saved)
    assert saved.both
    assert walk.read_text() == WALK.replace("Our walk", "Edited").replace("Rent is high.", "Mine")
    assert [c.kind for c in desk.versions()] == ["change", "other", "opened"]
    desk.undo()
    desk.undo()
    assert walk.read_text() == WALK


def test_a_broken_text_says_where_and_what_can_be_read(walk: Path) -> None:
    desk = Desk(walk)
    seen = desk.now()
    walk.write_text(WALK.replace("title: What", 'title: "What'))
    now = desk.now()
    assert now.manuscript is None
    assert now.problems[0].at.line
    assert [stop.id for stop in now.stations] == [stop.id for stop in seen.stations]
    assert [stop.value is None for stop in now.stations] == [False, True, False]
    assert (now.salvaged[1].first, now.salvaged[2].first) == (7, 13)
    found = desk.change(seen.tag, put(*TEXT, to="Mine"), "words", "", "You")
    assert isinstance(found, Conflict)
    assert desk.resolve(found.contests[0].id, "mine").version.manuscript
    assert "text: Mine" in walk.read_text()


def test_a_full_disk_leaves_the_old_file_whole(walk: Path, monkeypatch: Any) -> None:
    desk = Desk(walk)
    seen = desk.now()

    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(Problems, match="disk is full"):
        desk.change(seen.tag, put(*TEXT, to="Mine"), "words")
    monkeypatch.undo()
    assert walk.read_text() == WALK
    assert len(list(walk.parent.iterdir())) == 2
    assert isinstance(desk.change(seen.tag, put(*TEXT, to="Mine"), "words"), Saved)


def test_a_walk_is_saved_where_no_history_can_be_kept(walk: Path) -> None:
    (walk.parent / ".datawalk").write_text("in the way")
    desk = Desk(walk)
    saved = desk.change(desk.now().tag, put(*TEXT, to="Mine"), "words")
    assert isinstance(saved, Saved)
    assert saved.untold is not None
    assert "Mine" in walk.read_text()


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="for root all is open")
def test_a_folder_that_may_not_be_written(walk: Path) -> None:
    walk.parent.chmod(0o555)
    try:
        desk = Desk(walk)
        assert len(desk.now().stations) == 3
        with pytest.raises(Problems, match="may be read but not changed"):
            desk.change(desk.now().tag, put(*TEXT, to="Mine"), "words")
    finally:
        walk.parent.chmod(0o755)


def test_links_and_permissions_stay(walk: Path, tmp_path: Path) -> None:
    walk.chmod(0o640)
    link = tmp_path / "link.yaml"
    link.symlink_to(walk)
    desk = Desk(link)
    desk.change(desk.now().tag, put(*TEXT, to="Mine"), "words")
    assert link.is_symlink()
    assert walk.stat().st_mode & 0o777 == 0o640
    assert "Mine" in walk.read_text()
    Desk(walk).undo()
    assert link.read_text() == WALK


def test_a_history_that_is_deleted_or_damaged_meanwhile(walk: Path) -> None:
    desk = Desk(walk)
    seen = desk.now()
    desk.change(seen.tag, put("title", to="A"), "one")
    shutil.rmtree(walk.parent / ".datawalk")
    desk.change(desk.now().tag, put("title", to="B"), "two")
    with pytest.raises(Outdated):
        desk.change(seen.tag, put("title", to="C"), "three")
    log = next(walk.parent.rglob("log.jsonl"))
    log.write_bytes(b'{"number": "x"}\n\xff\xfe\n[1]\n' + log.read_bytes() + b'{"kind": "cha')
    desk.change(desk.now().tag, put("title", to="D"), "four")
    assert [c.what for c in desk.versions()][:2] == ["four", "two"]
    for text in walk.parent.rglob("*.z"):
        text.write_bytes(b"damaged")
    with pytest.raises(Problems, match="not kept any more"):
        desk.undo()
    assert "title: D" in walk.read_text()


def test_a_clock_that_goes_backwards_changes_no_order(walk: Path, monkeypatch: Any) -> None:
    desk = Desk(walk)
    for n in range(4):
        monkeypatch.setattr(time, "time", lambda n=n: 1_000_000.0 - 1000 * n)
        desk.change(desk.now().tag, put("title", to=f"{n}"), "title")
    assert len(desk.versions()) == 5
    desk.undo()
    assert "title: 2" in walk.read_text()


@pytest.mark.parametrize("code", ["utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
def test_the_encoding_stays(walk: Path, code: str) -> None:
    before = WALK.replace("\n", "\r\n").rstrip().replace("Our", "Öur")
    walk.write_bytes(before.encode(code))
    desk = Desk(walk)
    desk.change(desk.now().tag, put(*TEXT, to="Mine €"), "words")
    assert walk.read_bytes() == before.replace("Rent is high.", "Mine €").encode(code)
    desk.undo()
    assert walk.read_bytes() == before.encode(code)


@pytest.mark.parametrize(
    "content",
    [b"", b"\xff\xfe\xfa", b"title: \xff", b"a: &x 1\nb: *x", b"[" * 5000, b"x" * 5_000_000],
)
def test_whatever_lies_there_is_told(walk: Path, content: bytes) -> None:
    walk.write_bytes(content)
    desk = Desk(walk)
    if len(content) > 2_000_000:
        with pytest.raises(Problems, match="larger"):
            desk.now()
        return
    now = desk.now()
    assert bool(now.problems) == bool(content)
    if not content:
        desk.change(now.tag, put("title", to="New"), "title")
        assert walk.read_text() == "title: New\n"


def test_a_broken_text_can_be_written_and_mended(walk: Path) -> None:
    desk = Desk(walk)
    broken = desk.write(desk.now().tag, "title: [", "text")
    assert isinstance(broken, Saved)
    assert broken.version.problems
    desk.write(broken.version.tag, "title: x\n", "text")
    assert walk.read_text() == "title: x\n"
    with pytest.raises(Problems, match="more than a walk"):
        desk.write(desk.now().tag, "#" * 3_000_000, "text")


def test_one_change_alone_can_be_undone(walk: Path) -> None:
    desk = Desk(walk)
    desk.change(desk.now().tag, put("title", to="New"), "title")
    desk.change(desk.now().tag, put(*TEXT, to="Mine"), "words")
    desk.revert(desk.versions()[1].number)
    assert walk.read_text() == WALK.replace("Rent is high.", "Mine")
    desk.restore(desk.versions()[-1].number)
    assert walk.read_text() == WALK
    desk.undo()
    assert "Mine" in walk.read_text()


def test_the_history_is_bounded(walk: Path, monkeypatch: Any) -> None:
    monkeypatch.setattr(history, "MOST", 5)
    monkeypatch.setattr(history, "SPARE", 3)
    monkeypatch.setattr(history, "LONGEST_LOG", 20)
    desk = Desk(walk)
    for n in range(41):
        desk.change(desk.now().tag, put("title", to=f"T{n}"), f"title {n}")
        if n == 18:
            desk.undo()
            desk.undo()
    folder = next(walk.parent.rglob("log.jsonl")).parent
    assert len((folder / "log.jsonl").read_bytes().splitlines()) <= 21
    assert len(list((folder / "texts").iterdir())) < 30
    desk.undo()
    assert "T39" in walk.read_text()
    assert storage.tag_of(walk.read_bytes()) == desk.now().tag


def test_a_folder_of_a_disk_that_is_for_reading_only(walk: Path, monkeypatch: Any) -> None:
    def refused(*_: object, **__: object) -> None:
        raise OSError(errno.EROFS, "Read-only file system")

    monkeypatch.setattr(storage, "_put", refused)
    monkeypatch.setattr(history, "_written", refused)
    monkeypatch.setattr(history.History, "add", refused)
    desk = Desk(walk)
    now = desk.now()
    assert [stop.id for stop in now.stations] == [stop.id for stop in desk.now().stations]
    with pytest.raises(Problems, match="may be read but not changed"):
        desk.change(now.tag, put(*TEXT, to="Mine"), "words")
    assert walk.read_text() == WALK


def test_a_program_that_ended_before_it_could_note_its_change(walk: Path, monkeypatch: Any) -> None:
    class Ended(BaseException):
        """As if it were killed."""

    def ended(*_: object) -> None:
        raise Ended

    desk = Desk(walk)
    seen = desk.now()
    monkeypatch.setattr(history.History, "add", ended)
    with pytest.raises(Ended):
        desk.change(seen.tag, put(*TEXT, to="Mine"), "words of quote 1", "", "You")
    monkeypatch.undo()
    assert "Mine" in walk.read_text()
    last = Desk(walk).versions()[0]
    assert (last.kind, last.what) == ("change", "words of quote 1")
    Desk(walk).undo()
    assert walk.read_text() == WALK


def test_many_at_once_lose_nothing(walk: Path) -> None:
    tag = Desk(walk).now().tag
    keys = [f"key{n}" for n in range(8)]

    def write(key: str) -> object:
        return Desk(walk).change(tag, put(key, to=key), key, "", key)

    with ThreadPoolExecutor(4) as pool:
        found = list(pool.map(write, keys))
    assert all(isinstance(one, Saved) for one in found)
    made = Desk(walk).now().manuscript
    assert made is not None
    assert [made.value((key,)) for key in keys] == keys
    assert len(Desk(walk).versions()) == 9


def test_an_edit_that_fails_changes_nothing(walk: Path) -> None:
    desk = Desk(walk)
    now = desk.now()
    with pytest.raises(KeyError):
        desk.change(now.tag, put("stations", 9, "x", to="y"), "words")
    with pytest.raises(Problems):
        desk.change(now.tag, put("title", to="\0"), "words")
    assert desk.now() == now
    assert len(desk.versions()) == 1
