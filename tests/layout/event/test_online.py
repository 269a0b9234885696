"""A walk on a call: rooms in place of posters, and no paper to write on."""

from __future__ import annotations

import pytest

from datawalk.compose.event.plan import plan_of
from datawalk.layout.event.sheets import arrange_event
from datawalk.problems import Problems
from datawalk.theme import base_theme
from datawalk.typography.measure import LATO
from datawalk.walk.occasion import Hall, OnlineCall, Opening
from tests.layout.event.made import collisions, said, sheets, walk

CALL = OnlineCall("https://meet.example.org/walk", "https://docs.example.org/notes")


@pytest.mark.parametrize("language", ["en", "es"])
@pytest.mark.parametrize(("stations", "people"), [(6, 47), (8, 120), (3, 12)])
def test_the_rooms_and_their_links_are_told(language: str, stations: int, people: int) -> None:
    made = walk(stations, language, people=people, minutes=0, online=CALL)
    document = sheets(made)
    rooms = said(document, "rotation")
    assert CALL.link in rooms
    assert CALL.notes in rooms
    assert {p.section for p in document.pages} == {
        "run-of-show",
        "rotation",
        "guide",
        "debrief",
        "invitation",
        "timekeeper",
        "station-card",
        "timeline",
    }
    assert [page.name for page in document.pages if collisions(page)] == []


def test_the_run_of_show_tells_of_rooms() -> None:
    told = said(sheets(walk(online=CALL)), "run-of-show")
    assert "Write to all rooms at 2 minutes left." in told
    for paper in ("tag", "Posters", "chair", "Note sheets"):
        assert paper not in told


@pytest.mark.parametrize("ballot", [(), ("Later buses", "Job training")])
def test_what_hosts_and_guests_read_fits_a_call(ballot: tuple[str, ...]) -> None:
    document = sheets(walk(online=CALL, ballot=ballot))
    told = {sheet: said(document, sheet) for sheet in ("guide", "debrief", "invitation")}
    halls = ("walls", "on the wall", "bell", "quiet corner", "chair", "Doors open", "note sheets")
    for sheet, words in told.items():
        assert [hall for hall in halls if hall in words] == [], sheet
    assert "Before the call opens" in told["guide"]
    assert "Say when 2 minutes are left." in told["guide"]
    assert f"The call: {CALL.link}" in told["invitation"]
    assert "Save the shared notes and the chat" in told["debrief"]
    assert ("votes" in told["debrief"]) == bool(ballot)


def test_an_invitation_to_a_call_without_a_link_leaves_room_for_it() -> None:
    told = said(sheets(walk(online=OnlineCall())), "invitation")
    assert "The call: (link to the call)" in told


def test_each_room_has_its_own_link() -> None:
    links = tuple(f"https://meet.example.org/{number}" for number in range(1, 7))
    told = said(sheets(walk(online=OnlineCall(rooms=links))), "rotation")
    assert all(link in told for link in links)


def test_what_does_not_go_together_is_told() -> None:
    links = ("https://meet.example.org/1",)
    hall = Hall(40, 30, (Opening("south", 3, 6),))
    with pytest.raises(Problems) as found:
        plan_of(walk(online=OnlineCall(rooms=links), hall=hall))
    told = " ".join(problem.what for problem in found.value.problems)
    assert "There is 1 link to a room for 6" in told
    assert "on a call" in told


def test_paper_is_refused_on_a_call() -> None:
    with pytest.raises(Problems, match="notes is for paper"):
        arrange_event(LATO, walk(online=CALL), base_theme(), "letter", ("notes",))


@pytest.mark.parametrize("online", [None, CALL])
def test_where_nobody_votes_no_ballot_is_told_of(online: OnlineCall | None) -> None:
    told = said(sheets(walk(ballot=(), online=online)))
    for words in ("ballot", "Votes", "the vote"):
        assert words not in told
    assert "Both are your choice." in told
