"""A walk whose text is broken: what can be read is changed as ever, and all else stays as it is."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

import pytest

from datawalk.app.studio.desk import veiling
from datawalk.app.studio.desk.desk import Desk
from datawalk.app.studio.desk.manuscript import Manuscript, read
from datawalk.app.studio.desk.sitting import Saved
from datawalk.app.studio.desk.steps import Conflict
from datawalk.app.studio.desk.version import Version, version
from datawalk.problems import Problems
from tests.app.studio.desk.test_desk import WALK, put

LINES = WALK.splitlines()
TEARS = ('"', "[", "{", " - x: [", "\t- ", "&", "*gone", "%", "}")
OWN = "title: What"
TORN = WALK.replace(OWN, 'title: "What')


def torn(text: str) -> Version:
    found = version(text.encode(), "walk.yaml")
    assert found.manuscript is None
    return found


def kept(lines: Iterable[str], text: str) -> bool:
    """Whether all lines are there, in their order."""
    there = iter(text.splitlines())
    return all(line in there for line in lines)


@pytest.mark.parametrize("tear", TEARS)
@pytest.mark.parametrize("newline", ["\n", "\r\n"])
@pytest.mark.parametrize("at", range(1, len(LINES)))
def test_whatever_line_is_torn_the_rest_is_changed_and_all_lines_stay(
    at: int, newline: str, tear: str
) -> None:
    key, colon, rest = LINES[at].partition(": ")
    line = f"{key}{colon}{tear}{rest}" if colon else LINES[at] + tear
    broken = newline.join([*LINES[:at], line, *LINES[at + 1 :], ""])
    found = version(broken.encode(), "walk.yaml")
    if found.manuscript or found.legible is None:
        return
    names = {part.part.station for part in found.legible.parts}
    for index in {0, 1, 2} - names:
        made = found.legible.manuscript.put(("stations", index, "minutes"), "9")
        text = found.legible.whole(made)
        assert kept(broken.splitlines(), text)
        assert len(text.splitlines()) == len(LINES) + 1
        mended = read(text.replace(line, LINES[at]))
        assert mended.data == read(WALK).put(("stations", index, "minutes"), "9").data


def test_most_tears_leave_something_to_be_changed() -> None:
    texts = (WALK.replace(line, f"{line} {tear}", 1) for line in LINES[3:] for tear in TEARS)
    broken = [one for text in texts if not (one := version(text.encode(), "walk.yaml")).manuscript]
    assert len(broken) > 20
    assert all(one.legible for one in broken)


def test_what_is_behind_a_mark_is_not_changed_and_nothing_takes_its_place() -> None:
    found = torn(TORN.replace("title: Our", 'title: "Our'))
    assert found.legible
    assert found.legible.keys == ("title",)
    whole, legible = found.legible.manuscript, found.legible
    assert "torn-" not in legible.whole(whole)
    moved = legible.whole(whole.move(("stations",), 1, 0))
    assert moved.index('"What') < moved.index("welcome")
    wrong = (
        whole.put(("title",), "Mine"),
        whole.put(("stations", 1, "minutes"), "9"),
        whole.put(("stations", 1, "title"), "Mine"),
        whole.drop(("stations", 1)),
        whole.copy(("stations",), 1),
        whole.put(("stations",), "none"),
    )
    for made in wrong:
        with pytest.raises(Problems, match="cannot be read"):
            legible.whole(made)


@pytest.mark.parametrize("text", ["stations: [", "title: x\n\tstations:\n", 'a: "\n', "{", ""])
def test_without_stations_there_is_nothing_to_be_changed(text: str) -> None:
    assert veiling.legible(text, "walk.yaml") is None


def test_a_setting_that_stands_there_twice_stays_so() -> None:
    found = torn(WALK.replace("stations:", "title: Another\nstations:"))
    assert found.legible
    made = found.legible.manuscript.put(("title",), "Mine")
    assert found.legible.whole(made) == found.text.replace("Our walk", "Mine")


def test_a_torn_walk_is_edited_on_the_disk_undone_and_mended(tmp_path: Path) -> None:
    path = tmp_path / "walk.yaml"
    path.write_text(WALK, encoding="utf-8")
    desk = Desk(path)
    names = [stop.id for stop in desk.now().stations]
    path.write_text(TORN, encoding="utf-8")
    edit = put("stations", 2, "question", to="What now?")
    saved = desk.change(desk.now().tag, edit, "words", names[2])
    assert isinstance(saved, Saved)
    assert path.read_text(encoding="utf-8") == f"{TORN}    question: What now?\n"
    assert [stop.id for stop in saved.version.stations] == names
    assert [stop.torn for stop in saved.version.stations] == [False, True, False]
    for number in range(3):
        edit = put("stations", 0, "question", to=f"First {number}?")
        saved = desk.change(desk.now().tag, edit, "words", names[0])
    assert [stop.id for stop in desk.now().stations] == names
    late = desk.change(desk.version(desk.versions()[1].after).tag, edit, "late")  # type: ignore[union-attr]
    assert isinstance(late, Conflict)
    whole = path.read_text(encoding="utf-8").replace('"What', "What")
    desk.write(desk.now().tag, whole, "mended")
    now = desk.now()
    assert now.manuscript
    assert [stop.id for stop in now.stations] == names
    desk.undo()
    desk.undo()
    assert re.search('"What', path.read_text(encoding="utf-8"))
    assert "First" not in path.read_text(encoding="utf-8")


def test_an_edit_that_is_refused_leaves_the_file(tmp_path: Path) -> None:
    path = tmp_path / "walk.yaml"
    path.write_text(TORN, encoding="utf-8")
    desk = Desk(path)
    with pytest.raises(Problems, match="cannot be read"):
        desk.change(desk.now().tag, lambda one: Manuscript.drop(one, ("stations", 1)), "gone")
    assert path.read_text(encoding="utf-8") == TORN
