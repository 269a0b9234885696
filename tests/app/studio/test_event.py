"""The event of a walk in the studio: the form, the plan beside it, its sheets."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from datawalk.app.studio.line import shelf
from datawalk.app.studio.studio import Studio
from tests.app.studio.conftest import WALK

EVENT = """\
event:
  date: 2127-04-15
  people: 24
  minutes: 90
  room: {width: 40, depth: 30, doors: [{wall: south, at: 3, width: 6}]}
session: {starts: 6:00 pm}
"""


def written(studio: Studio, event: str) -> str:
    """The address of the walk with this event."""
    path = studio.folder / "boone" / "walk.yaml"
    path.write_text(re.sub(r"event: .*\n", event, WALK), encoding="utf-8")
    return next(f"/w/{w.name}" for w in shelf.walks(studio.folder) if w.name.startswith("boone"))


def test_the_plan_stands_beside_its_form(guest: TestClient, studio: Studio) -> None:
    walk = written(studio, EVENT)
    page = guest.get(f"{walk}/event").text
    assert 'data-field="event.people"' in page
    assert 'data-field="session.starts"' in page
    for words in ("3 groups of 8", "Welcome, all together", "8 weeks before", "6:10"):
        assert words in page
    assert "room.webp" in page
    assert "under Look and paper" in page


def test_it_is_told_in_spanish(guest: TestClient, studio: Studio) -> None:
    walk = written(studio, EVENT)
    guest.get("/language/es", params={"back": "/"})
    page = guest.get(f"{walk}/event").text
    for words in ("Quién está dónde", "3 grupos de 8", "8 semanas antes"):
        assert words in page


@pytest.mark.parametrize(
    ("event", "said", "field"),
    [
        ("event: {people: 0}\n", "how many people you expect", "event-people"),
        ("event: {people: 300}\n", "300 people are too many for 3 stations", "event-people"),
        ("event: {people: 20, minutes: 40}\n", "more than there are", "event-minutes"),
        ("event: {people: 20, date: 2020-01-01}\n", "Write a day to come", "event-date"),
        ("event: {people: 20, group_count: 9}\n", "Make it 3 groups", "event-group_count"),
    ],
)
def test_what_does_not_work_is_told_with_a_proposal(
    event: str, said: str, field: str, guest: TestClient, studio: Studio
) -> None:
    page = guest.get(f"{written(studio, event)}/event").text
    assert "There is no plan yet" in page
    assert said in page
    assert f'href="#f-{field}"' in page


def test_things_are_counted_and_sheets_are_there(guest: TestClient, studio: Studio) -> None:
    walk = written(studio, EVENT)
    part = guest.get(f"{walk}/event/supplies").text
    assert "Painter’s tape" in part
    assert "$" in part
    files = re.findall(r'href="(/w/[^"]+/event/file/[^"]+)"', part)
    assert len(files) > 10
    notes = guest.get(next(one for one in files if "notes" in one))
    assert notes.content.startswith(b"%PDF")
    assert guest.get(f"{walk}/event/file/timeline.ics").content.startswith(b"BEGIN:VCALENDAR")
    assert guest.get(f"{walk}/event/file/nothing.pdf").status_code == 404
    assert guest.get(f"{walk}/event/room.webp").headers["content-type"] == "image/webp"


def test_each_audience_has_a_plan(guest: TestClient, studio: Studio) -> None:
    more = "audiences:\n- {name: Teens, stations: [1, 2], people: 12}\n"
    more += "- {name: Adults, stations: [2, 3]}\n"
    walk = written(studio, EVENT + more)
    page = guest.get(f"{walk}/event").text
    assert "2 groups of 6" in page
    assert "2 groups of 8" not in page
    other = guest.get(f"{walk}/event", params={"for": "Adults"}).text
    assert "24 people" in other


def test_a_change_leads_back_to_the_plan(guest: TestClient, studio: Studio) -> None:
    walk = written(studio, EVENT)
    page = guest.get(f"{walk}/event").text
    tag = re.search(r'name="tag" value="([^"]+)"', page)
    assert tag
    sent = {"tag": tag[1], "station": "", "do": "put", "field": "event.people", "value": "9"}
    answer = guest.post(f"{walk}/change", data={**sent, "kind": "json", "back": f"{walk}/event"})
    assert answer.headers["location"].endswith("/event")
    assert "9 people" in guest.get(f"{walk}/event").text
    text = Path(studio.folder / "boone" / "walk.yaml").read_text()
    assert "people: 9" in text
