"""From nothing to a kit, with plain forms: no script runs in these tests."""

from __future__ import annotations

import io
import os
import re
import time
import zipfile
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from starlette.testclient import TestClient

from datawalk.app.studio.line import seeking
from datawalk.app.studio.pages import start
from datawalk.app.studio.pages.draft import NewWalk
from datawalk.app.studio.studio import Studio
from datawalk.config.load import load
from datawalk.problems import refuse

BOONE = {"typed": "Boone County, Missouri", "code": "29019"}


def code_of(address: str) -> str:
    return parse_qs(urlsplit(address).query)["code"][0]


@pytest.mark.parametrize(
    ("typed", "code"),
    [("boone county mo", "29019"), ("29019", "29019"), ("Honolulu County HI", "15003")],
)
def test_a_place_that_is_sure_goes_on(guest: TestClient, typed: str, code: str) -> None:
    to = guest.get("/new/place/chosen", params={"typed": typed, "venue": "Hall"}).headers[
        "location"
    ]
    assert to.startswith("/new/questions")
    assert code_of(to) == code
    assert "venue=Hall" in to


def test_a_place_in_doubt_is_asked_again_and_loses_nothing(guest: TestClient) -> None:
    to = guest.get("/new/place/chosen", params={"typed": "columbia", "venue": "Hall"})
    shown = guest.get(to.headers["location"]).text
    assert 'name="choice" value="2915670"' in shown
    assert 'value="Hall"' in shown
    chosen = guest.get("/new/place/chosen", params={"typed": "columbia", "choice": "2915670"})
    assert code_of(chosen.headers["location"]) == "2915670"


def test_what_is_typed_anew_wins_over_what_was_chosen_before(guest: TestClient) -> None:
    sent = {"typed": "Story County, Iowa", "code": "29019"}
    assert code_of(guest.get("/new/place/chosen", params=sent).headers["location"]) == "19169"


@pytest.mark.parametrize(
    ("typed", "code", "kind"),
    [
        ("columbia mo", "2915670", "city"),
        ("boon county mo", "29019", "county"),
        ("colubmia mo", "2915670", "city"),
        ("dona ana", "35013", "county"),
    ],
)
def test_the_search_forgives(typed: str, code: str, kind: str) -> None:
    first = seeking.sought(typed).found[0]
    assert (first.place.geoid, first.kind) == (code, kind)


def test_the_invitation_is_in_the_words_of_the_walk() -> None:
    english = NewWalk(day="2027-05-16", hour="18:00", hosts=" A \n\nB", spoken="en").invitation
    assert (english.date, english.time, english.hosts) == ("May 16, 2027", "6:00 pm", ("A", "B"))
    spanish = NewWalk(code="29019", day="2027-05-16", spoken="es").invitation
    assert spanish.date == "16 de mayo de 2027"
    assert spanish.title == "Recorrido de datos: Boone County"


def test_questions_strong_here_are_chosen_and_counted(guest: TestClient) -> None:
    shown = guest.get("/new/questions", params=BOONE).text
    assert "84</b> of every 100 adults" in shown
    assert "Strong here" in shown
    assert shown.count(" checked>") >= 6
    one = guest.get("/new/questions/sum", params={**BOONE, "seen": "1", "take": "work/jobs"}).text
    assert "28 minutes" in one
    assert "3 stations" in one


def test_nothing_is_downloaded_unless_asked(
    guest: TestClient, studio: Studio, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked_for: list[object] = []

    def fetched(file: object, *_: object) -> None:
        asked_for.append(file)
        raise refuse("No network here.")

    monkeypatch.setattr("datawalk.app.studio.line.fetching.fetch", fetched)
    asked = {"code": "30069", "seen": "1", "take": "work/jobs"}
    shown = guest.get("/new/numbers", params=asked).text
    assert "Get the numbers" in shown
    assert "Go to my posters" not in shown
    assert guest.post("/new/walk", data=asked).headers["location"].startswith("/new/numbers")
    assert asked_for == []
    guest.post("/new/numbers/get", data=asked)
    task = studio.tasks.latest("download")
    assert task is not None
    for _ in range(100):
        if task.state == "troubled":
            break
        time.sleep(0.1)
    assert len(asked_for) == 1
    assert "Nothing is lost" in guest.get("/new/numbers", params=asked).text


def test_a_walk_is_written_as_the_command_line_would_and_makes_its_kit(
    guest: TestClient, studio: Studio
) -> None:
    asked = {**BOONE, "name": 'Our "{walk}"', "hosts": "A\nB", "seen": "1", "take": "work/jobs"}
    to = guest.post("/new/walk", data=asked).headers["location"]
    path = studio.folder / "our-walk" / "walk.yaml"
    file = load(path)
    assert [s.template for s in file.config.stations] == ["welcome", "work/jobs", "visioning"]
    assert [host.name for host in file.config.event.hosts] == ["A", "B"]
    assert guest.get(to).headers["location"].startswith(f"{to}/s/welcome-")
    shown = guest.get(f"{to}/s/2").text
    assert "Our &#34;{walk}&#34;" in shown
    guest.post(f"{to}/print", data={"into": "zip"})
    task = studio.tasks.latest(f"print {to.removeprefix('/w/')}")
    assert task is not None
    for _ in range(1200):
        if task.state != "going":
            break
        time.sleep(0.1)
    kit = guest.get(f"{to}/print/{task.name}/kit")
    with zipfile.ZipFile(io.BytesIO(kit.content)) as zipped:
        names = {Path(name).suffix for name in zipped.namelist()}
    assert {".pdf", ".pptx", ".csv", ".xlsx"} <= names


def test_the_sample_opens_as_a_copy(guest: TestClient, studio: Studio) -> None:
    to = guest.post("/sample").headers["location"]
    assert guest.get(to).headers["location"].startswith(f"{to}/s/")
    file = load(studio.folder / "boone-county-sample" / "walk.yaml")
    assert file.beside() == []


def test_walks_that_may_only_be_read_are_copied_to_where_they_can_be_changed(
    guest: TestClient, studio: Studio, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(start, "home", lambda: tmp_path / "documents" / "Data walks")
    closed = lambda path, way: way != os.W_OK or studio.folder not in (path, path.parent)  # noqa: E731
    monkeypatch.setattr(os, "access", closed)
    shown = guest.get("/").text
    assert "We cannot save in this folder" in shown
    (walk,) = set(re.findall(r'action="(/w/boone-\w+)/copy"', shown))
    assert "You may look at this walk, but not change it." in guest.get(f"{walk}/s/1").text
    there = (studio.folder / "boone" / "walk.yaml").read_bytes()
    to = guest.post(f"{walk}/copy").headers["location"]
    path = tmp_path / "documents" / "Data walks" / "boone" / "walk.yaml"
    assert path.read_bytes() == there
    assert "You may look at this walk" not in guest.get(f"{to}/s/1").text
    assert guest.post(f"{to}/change", data={"field": "title", "value": "Ours"}).status_code == 303
    assert path.read_bytes() != there
    assert (studio.folder / "boone" / "walk.yaml").read_bytes() == there
    shown = guest.get("/").text
    assert "cannot save" not in shown
    assert "Half a walk" not in shown


def test_broken_walks_are_named_and_say_why(guest: TestClient) -> None:
    shown = guest.get("/").text
    assert "Something in this walk cannot be read" in shown
    assert "Boone County Data Walk" in shown
    assert "milk" not in shown
