"""A walk is edited with plain forms: saved at once, undone, brought together; nothing is lost."""

from __future__ import annotations

import re
import time
from pathlib import Path
from typing import Any

import pytest
from httpx import Response
from starlette.testclient import TestClient

from datawalk.app.studio.desk.desk import Desk
from datawalk.app.studio.desk.storage import tag_of
from datawalk.app.studio.studio import Studio
from datawalk.config.load import load

PIECES = {"x-datawalk-pieces": "1"}


class Walk:
    """The walk of Boone in a browser."""

    def __init__(self, guest: TestClient, studio: Studio) -> None:
        self.guest, self.path = guest, studio.folder / "boone" / "walk.yaml"
        (self.home,) = re.findall(r'href="(/w/boone-\w+)"', guest.get("/").text)[:1]
        shown = guest.get(f"{self.home}/s/1").text
        self.ids = list(dict.fromkeys(re.findall(r"/s/([\w-]+)\"", shown)))

    @property
    def text(self) -> str:
        return self.path.read_text(encoding="utf-8")

    def post(self, path: str = "change", **fields: Any) -> Response:
        return self.guest.post(f"{self.home}/{path}", data=fields)

    def put(self, field: str, value: str, station: int = 2, **more: Any) -> Response:
        return self.post(do="put", station=self.ids[station - 1], field=field, value=value, **more)

    def page(self, path: str) -> str:
        return self.guest.get(f"{self.home}/{path}").text

    def templates(self) -> list[str | None]:
        return [station.template for station in load(self.path).config.stations]


@pytest.fixture
def walk(guest: TestClient, studio: Studio) -> Walk:
    return Walk(guest, studio)


def test_a_word_is_on_the_disk_and_no_other_line_is_touched(walk: Walk) -> None:
    before = walk.text.splitlines()
    back = walk.put("question", "Who can find work here?", back=f"{walk.home}/s/2#f-question")
    assert back.status_code == 303
    assert back.headers["location"] == f"{walk.home}/s/2#f-question"
    assert [line for line in walk.text.splitlines() if line not in before] == [
        "    question: Who can find work here?"
    ]
    assert "Who can find work here?" in walk.page("s/2")


def test_words_of_a_template_come_into_the_walk_before_they_are_changed(walk: Walk) -> None:
    was = load(walk.path).config.stations[1]
    last = len(was.blocks) - 1
    walk.put(f"blocks.{last}.questions.0", "What do you see here?")
    now = load(walk.path).config.stations[1]
    assert now.blocks[:last] == was.blocks[:last]
    assert now.blocks[last].questions[0] == "What do you see here?"  # type: ignore[union-attr]
    assert now.blocks[last].questions[1:] == was.blocks[last].questions[1:]  # type: ignore[union-attr]


def test_blocks_of_a_template_behind_those_of_the_walk_are_changed_too(walk: Walk) -> None:
    text = walk.text.replace("jobs\n", "jobs\n    blocks: [{kind: text, text: One}]\n")
    walk.path.write_text(text, encoding="utf-8")
    was = load(walk.path).config.stations[1]
    walk.put("blocks.1.questions.0", "What do you see here?")
    now = load(walk.path).config.stations[1]
    assert len(now.blocks) == len(was.blocks)
    assert now.blocks[1].questions[0] == "What do you see here?"  # type: ignore[union-attr]


def test_a_field_of_two_languages_keeps_the_other(walk: Walk) -> None:
    text = walk.text.replace('place: "29019"', 'place: "29019"\nlanguage: [en, es]')
    walk.path.write_text(text, encoding="utf-8")
    walk.put("question.en", "Who works?")
    assert load(walk.path, language="es").config.stations[1].question != "Who works?"
    walk.put("question", "Who has work?")
    assert load(walk.path).config.stations[1].question == "Who has work?"
    assert "Se puede" in walk.text or "¿" in walk.text


def test_an_emptied_field_is_none(walk: Walk) -> None:
    walk.put("kicker", "")
    assert load(walk.path).config.stations[1].kicker is None


def test_stations_are_added_copied_moved_removed_and_that_is_undone(walk: Walk) -> None:
    start = walk.text
    added = walk.post(
        do="insert", field="stations", index=1, kind="json", value='{"template": "health/air"}'
    )
    assert re.search(r"/s/air-\w+$", added.headers["location"])
    assert walk.templates() == ["welcome", "health/air", "work/jobs", "visioning"]
    walk.post(do="move", field="stations", index=1, to=3)
    assert walk.templates()[-1] == "health/air"
    walk.post(do="copy", field="stations", index=3)
    assert walk.templates()[-2:] == ["health/air"] * 2
    gone = walk.post(do="drop", field="stations.4")
    assert "removed=" in gone.headers["location"]
    assert "Removed: " in walk.guest.get(gone.headers["location"]).text
    for _ in range(4):
        walk.post("undo")
    assert walk.text == start
    walk.post("redo")
    assert walk.templates()[1] == "health/air"


def test_moving_a_station_breaks_no_link_to_it(walk: Walk) -> None:
    jobs = walk.ids[1]
    answer = walk.guest.post(
        f"{walk.home}/change",
        data={"do": "move", "field": "stations", "index": 1, "to": 0},
        headers=PIECES,
    )
    assert "is now 1 of 3" in answer.text
    assert "Can people here find a job?</h1>" in walk.page(f"s/{jobs}")


def test_changes_of_two_that_go_together_are_both_kept(walk: Walk) -> None:
    tag = tag_of(walk.path.read_bytes())
    walk.put("question", "Who works?", tag=tag)
    answer = walk.guest.post(
        f"{walk.home}/change",
        data={"station": walk.ids[2], "field": "question", "value": "And then?"},
        headers={**PIECES, "if-match": f'"{tag}"'},
    )
    assert "both kept" in answer.text
    assert answer.headers["etag"] == f'"{tag_of(walk.path.read_bytes())}"'
    assert "Who works?" in walk.text
    assert "And then?" in walk.text


@pytest.mark.parametrize(
    ("keep", "left"), [("mine", "Ours?"), ("theirs", "Theirs?"), ("both", "Ours? / Theirs?")]
)
def test_the_same_words_changed_by_two_wait_for_a_choice(walk: Walk, keep: str, left: str) -> None:
    tag = tag_of(walk.path.read_bytes())
    walk.put("question", "Theirs?", tag=tag, who="a")
    walk.put("question", "Ours?", tag=tag, who="b")
    assert "question: Theirs?" in walk.text
    assert "changed in two places at once" in walk.page("s/2")
    shown = walk.page(f"conflict/{walk.ids[1]}")
    assert "Ours?" in shown
    assert "Theirs?" in shown
    (contest,) = re.findall(r'name="contest" value="(\w+)"', shown)
    walk.post(f"conflict/{walk.ids[1]}", contest=contest, keep=keep)
    assert load(walk.path).config.stations[1].question == left
    assert "changed in two places" not in walk.page("s/2")


def test_what_cannot_be_saved_says_why_and_gives_the_words_back(
    walk: Walk, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = walk.text

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("datawalk.app.studio.desk.storage._put", full)
    told = walk.put("question", "Typed for an hour")
    assert told.status_code == 409
    assert "the disk is full" in told.text
    assert "Typed for an hour" in told.text
    assert walk.text == before


def test_what_is_gone_or_from_long_ago_is_told(walk: Walk) -> None:
    gone = walk.post(do="put", station="nobody-1", field="title", value="My words")
    assert gone.status_code == 410
    assert "My words" in gone.text
    old = walk.put("question", "My words", tag="0" * 32)
    assert old.status_code == 410
    assert "old version" in old.text
    strange = walk.post(do="explode", station=walk.ids[1], field="title")
    assert strange.status_code == 409


def test_another_program_is_seen(walk: Walk, studio: Studio) -> None:
    asked = {"station": walk.ids[1], "tag": tag_of(walk.path.read_bytes())}
    for _ in range(200):
        first = walk.guest.get(f"{walk.home}/news", params=asked)
        seen = first.headers.get("x-datawalk-seen", "")
        if seen:
            break
        time.sleep(0.1)
    asked["seen"] = seen
    assert walk.guest.get(f"{walk.home}/news", params=asked).status_code == 204
    other = walk.text.replace("work/jobs", "work/jobs\n    question: Typed elsewhere?")
    walk.path.write_text(other, encoding="utf-8")
    told = walk.guest.get(f"{walk.home}/news", params=asked)
    assert told.status_code == 200
    assert "Typed elsewhere?" in told.text
    assert "in another program" in walk.page("history")


def test_a_second_program_on_the_same_file_loses_nothing(walk: Walk) -> None:
    desk = Desk(walk.path)
    tag = desk.now().tag
    desk.change(tag, lambda read: read.put(("title",), "By hand"), "x")
    walk.put("question", "Who works?", tag=tag)
    assert "By hand" in walk.text
    assert "Who works?" in walk.text


def test_history_tells_each_change_and_goes_back(walk: Walk) -> None:
    start = walk.text
    walk.put("question", "Who works?")
    walk.put("kicker", "Our work")
    shown = walk.page("history")
    assert "Changed: Title" in shown
    assert "Changed: Line above the title" in shown
    numbers = re.findall(r"look=(\d+)", shown)
    look = walk.page(f"history?look={numbers[1]}")
    assert "Who works?" in look
    walk.post("history/revert", number=numbers[1])
    assert "Who works?" not in walk.text
    assert "Our work" in walk.text
    walk.post("history/restore", number=numbers[-1])
    assert walk.text == start
    assert walk.post("history/restore", number="x").status_code == 404


def test_the_picture_is_asked_for_by_its_hash(walk: Walk) -> None:
    seen = walk.page("see/2")
    source = re.findall(r'src="([^"]+)"', seen)[0]
    made = walk.guest.get(source)
    assert made.headers["content-type"] == "image/jpeg"
    assert "immutable" in made.headers["cache-control"]
    assert 'href="#f-question"' in seen
    assert "Up to date" in seen
    slide = walk.page("see/2?show=slide")
    assert 'class="sheet wide"' in slide
    walk.put("question", "Can people " + "here " * 60)
    assert "the last words that fit" in walk.page("see/2")
    assert source in walk.page("see/2")


def test_a_broken_walk_opens_as_its_text_and_is_mended_there(
    guest: TestClient, studio: Studio
) -> None:
    path = studio.folder / "boone" / "walk.yaml"
    good = path.read_text(encoding="utf-8")
    broken = good.replace("template: work/jobs", "template: [work/jobs")
    path.write_text(broken, encoding="utf-8")
    home = re.findall(r'href="(/w/boone-\w+)"', guest.get("/").text)[0]
    assert guest.get(home).headers["location"] == f"{home}/text"
    shown = guest.get(f"{home}/text").text
    assert "cannot be read" in shown
    assert "[work/jobs" in shown
    assert "What can be read" in shown
    (tag,) = set(re.findall(r'name="tag" value="(\w+)"', shown))
    mended = guest.post(f"{home}/text", data={"tag": tag, "text": good.replace("\n", "\r\n")})
    assert mended.status_code == 303
    assert path.read_text(encoding="utf-8") == good
    assert guest.get(f"{home}/s/2").status_code == 200


def test_a_walk_with_a_broken_station_keeps_the_forms_of_the_others(walk: Walk) -> None:
    good = walk.text
    torn = good.replace("template: work/jobs", 'template: "work/jobs').replace("May", '"May')
    walk.path.write_text(torn, encoding="utf-8")
    text = walk.page("text")
    assert "All that can be read has its forms still." in text
    assert f'href="{walk.home}/s/{walk.ids[0]}"' in text
    assert f'href="{walk.home}/s/{walk.ids[1]}"' not in text.partition("What can be read")[2]
    broken = walk.page("s/2")
    assert "This station cannot be read" in broken
    assert f'href="{walk.home}/text#line-9"' in broken
    assert 'data-field="question"' not in broken
    assert "Something in the text file" in walk.page("s/3")
    assert 'data-field="question"' in walk.page("s/3")
    assert walk.put("question", "What now?", station=3).status_code == 303
    assert walk.text == f"{torn}    question: What now?\n"
    assert walk.guest.get(f"{walk.home}/languages").status_code == 200
    place = walk.page("place")
    assert "This cannot be read in the text file" in place
    for station, field in ((2, "question"), (2, "minutes")):
        refused = walk.put(field, "9", station=station)
        assert refused.status_code == 409
        assert "9" in refused.text
    assert walk.post(do="put", field="event", value="{}", kind="json").status_code == 409
    assert walk.page(f"wall/{walk.ids[1]}.jpg").startswith("<svg")
    pieces = walk.guest.get(f"{walk.home}/news", params={"station": walk.ids[1]}).text
    assert 'id="torn"' in pieces
    assert 'id="cards"' not in pieces
    walk.path.write_text(good, encoding="utf-8")
    assert "cannot be read" not in walk.page("s/2")


def test_doubts_are_answered_and_tips_hidden(walk: Walk, studio: Studio) -> None:
    walk.post(do="accept", station=walk.ids[1], value="jump")
    walk.post(do="accept", station=walk.ids[1], value="jump")
    assert load(walk.path).config.stations[1].accept == ("jump",)
    walk.post("tip", tip="some tip")
    assert studio.benches.of(walk.path).hidden() == ("some tip",)


def test_few_walks_are_kept_open(studio: Studio) -> None:
    paths = [Path(f"{number}.yaml") for number in range(6)]
    first = studio.benches.of(paths[0])
    for path in paths:
        studio.benches.of(path)
    assert studio.benches.of(paths[-1]) is studio.benches.of(paths[-1])
    assert studio.benches.of(paths[0]) is not first
