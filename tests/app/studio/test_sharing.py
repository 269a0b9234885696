"""Sharing on the network, tried as somebody would who was not asked, and by those who were."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

import pytest
from starlette.testclient import TestClient

from datawalk.app.studio.line import shelf
from datawalk.app.studio.safety.guests import MOST_GUESSES, MOST_WRONG, Guests, TooManyError
from datawalk.app.studio.sharing import Door, Sharing
from datawalk.app.studio.site import guest_site, site
from datawalk.app.studio.studio import Studio
from tests.app.studio.conftest import BASE

HOST = "192.168.1.20:8754"
NET = f"http://{HOST}"


class Clock:
    now = 0.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def walk(studio: Studio) -> str:
    return next(w.name for w in shelf.walks(studio.folder) if w.name.startswith("boone"))


@pytest.fixture
def guests(walk: str, clock: Clock) -> Guests:
    return Guests(walk, HOST, writes=True, clock=clock)


@pytest.fixture
def visitor(studio: Studio, guests: Guests) -> Iterator[TestClient]:
    """A browser on the network."""
    with TestClient(
        guest_site(studio, guests), NET, follow_redirects=False, raise_server_exceptions=False
    ) as client:
        client.headers["origin"] = NET
        yield client


def enter(visitor: TestClient, guests: Guests, name: str = "Ana") -> str:
    """Lets a browser in, and gives the token of its pages."""
    sent = {"code": f"{guests.code[:3]} {guests.code[3:]}", "name": name}
    assert visitor.post("/enter", data=sent).status_code == 303
    page = visitor.get(f"/w/{guests.walk}/wall").text
    found = re.search(r'name="change-token" content="([^"]+)"', page)
    return found[1] if found else ""


def test_without_the_code_nothing_is_seen(visitor: TestClient, guests: Guests) -> None:
    for path in ("/", f"/w/{guests.walk}/wall", f"/w/{guests.walk}/wall/jobs.jpg", "/new/place"):
        answer = visitor.get(path)
        assert answer.status_code == 401
        assert "Boone" not in answer.text
        assert guests.walk not in answer.text
    assert visitor.post(f"/w/{guests.walk}/change").status_code == 401


def test_a_guest_sees_the_one_walk_and_no_other(
    visitor: TestClient, guests: Guests, studio: Studio
) -> None:
    enter(visitor, guests)
    other = next(w.name for w in shelf.walks(studio.folder) if w.name != guests.walk)
    assert visitor.get("/").headers["location"] == f"/w/{guests.walk}"
    assert visitor.get(f"/w/{guests.walk}/wall").status_code == 200
    for path in (
        f"/w/{other}",
        f"/w/{guests.walk}x",
        f"/w/{guests.walk}/../{other}",
        f"/w/{guests.walk}/share",
        f"/w/{guests.walk}//share",
        f"/w/{guests.walk}/print",
        f"/w/{guests.walk}/text",
        f"/w/{guests.walk}/data",
        "/new/place",
        "/work/x",
    ):
        assert visitor.get(path).status_code == 403, path


def test_pages_of_guests_hold_no_secret_of_the_studio(
    visitor: TestClient, guests: Guests, studio: Studio
) -> None:
    token = enter(visitor, guests)
    page = visitor.get(f"/w/{guests.walk}/wall").text
    assert token
    assert token in page
    for secret in (studio.key.change, studio.key.session, studio.key.entry, guests.code):
        assert secret not in page
    assert str(studio.folder) not in page


def test_all_guests_see_the_plan_and_only_those_who_write_its_sheets(
    visitor: TestClient, guests: Guests
) -> None:
    enter(visitor, guests)
    event = f"/w/{guests.walk}/event"
    assert f'href="{event}"' in visitor.get(f"/w/{guests.walk}/wall").text
    assert "Say who comes" in visitor.get(event).text
    assert visitor.get(f"{event}/supplies").status_code != 403
    visitor.cookies.clear()
    visitor.get(f"/enter?look={guests.look}")
    looked = visitor.get(event)
    assert looked.status_code == 200
    assert "Say who comes" not in looked.text
    assert "supplies" not in looked.text
    for inner in ("supplies", "file/sign-in.pdf", "file/timeline.ics"):
        assert visitor.get(f"{event}/{inner}").status_code == 403, inner
    assert visitor.get(f"{event}/room.webp").status_code != 403


@pytest.mark.parametrize("path", ["share", "share/stop", "print", "more/copy", "text"])
def test_a_guest_who_writes_changes_words_and_nothing_else(
    visitor: TestClient, guests: Guests, path: str
) -> None:
    token = enter(visitor, guests)
    headers = {"x-datawalk-token": token}
    assert visitor.post(f"/w/{guests.walk}/{path}", headers=headers).status_code == 403
    assert visitor.post("/sample", headers=headers).status_code == 403
    # There is no such page in this test, but the gate lets the change through.
    assert visitor.post(f"/w/{guests.walk}/change", headers=headers).status_code != 403


def test_a_change_needs_the_token_and_the_origin_of_our_own_page(
    visitor: TestClient, guests: Guests, studio: Studio
) -> None:
    token = enter(visitor, guests)
    to = f"/w/{guests.walk}/change"
    assert visitor.post(to).status_code == 403
    wrong = {"x-datawalk-token": studio.key.change}
    assert visitor.post(to, headers=wrong).status_code == 403
    for origin in ("http://evil.example", "null", f"https://{HOST}", "http://192.168.1.20"):
        headers = {"x-datawalk-token": token, "origin": origin}
        assert visitor.post(to, headers=headers).status_code == 403, origin


@pytest.mark.parametrize("host", ["evil.example:8754", "192.168.1.20", "192.168.1.20:8753", ""])
def test_another_name_for_this_computer_is_refused(
    visitor: TestClient, guests: Guests, host: str
) -> None:
    enter(visitor, guests)
    assert visitor.get(f"/w/{guests.walk}", headers={"host": host}).status_code in (400, 421)


def test_guessing_is_slowed_and_in_the_end_the_code_is_another(
    guests: Guests, clock: Clock
) -> None:
    wrong = "000000" if guests.code != "000000" else "111111"
    for _ in range(MOST_GUESSES):
        assert guests.enter(wrong, "", "10.0.0.9") is None
    with pytest.raises(TooManyError):
        guests.enter(guests.code, "", "10.0.0.9")
    assert guests.enter(guests.code, "", "10.0.0.8") is not None
    clock.now = 61
    assert guests.enter(guests.code, "", "10.0.0.9") is not None
    before = guests.look, guests.code
    for i in range(MOST_WRONG):
        guests.enter("wrong", "", f"10.0.1.{i}")
    assert guests.look == before[0]
    assert guests.code != before[1]


def test_too_many_codes_are_told_in_words(visitor: TestClient, guests: Guests) -> None:
    for _ in range(MOST_GUESSES):
        assert visitor.post("/enter", data={"code": "wrong"}).status_code == 403
    answer = visitor.post("/enter", data={"code": guests.code})
    assert answer.status_code == 429
    assert "Wait a minute" in answer.text
    assert visitor.post("/enter", data={"code": "x" * 2_000_000}).status_code == 413
    headers = {"origin": "http://evil.example"}
    assert visitor.post("/enter", data={"code": guests.code}, headers=headers).status_code == 403


def test_who_only_looks_has_no_token_and_may_not_write_later_either(
    visitor: TestClient, guests: Guests
) -> None:
    assert visitor.get("/enter?look=wrong").status_code == 401
    assert visitor.get(f"/enter?look={guests.look}").status_code == 303
    page = visitor.get(f"/w/{guests.walk}/wall").text
    assert "change-token" not in page
    assert "You may look, not write" in page
    (one,) = guests.here()
    headers = {"x-datawalk-token": one.change}
    assert visitor.post(f"/w/{guests.walk}/change", headers=headers).status_code == 403
    guests.allow(writes=True)
    assert not one.writes
    assert visitor.post(f"/w/{guests.walk}/change", headers=headers).status_code == 403


def test_who_is_ended_is_out_and_the_code_is_another(visitor: TestClient, guests: Guests) -> None:
    enter(visitor, guests, "Ana\n<b>x</b>")
    visitor.get(f"/w/{guests.walk}/s/jobs")
    (one,) = guests.here()
    assert (one.name, one.where) == ("Ana<b>x</b>", f"/w/{guests.walk}/s/jobs")
    code = guests.code
    guests.end(one.number)
    assert visitor.get(f"/w/{guests.walk}/wall").status_code == 401
    assert visitor.post("/enter", data={"code": code}).status_code == 403
    assert guests.here() == ()


def test_the_cookie_of_one_gate_opens_no_other(
    visitor: TestClient, stranger: TestClient, guests: Guests, studio: Studio
) -> None:
    enter(visitor, guests)
    (one,) = guests.here()
    stranger.cookies.set(studio.key.cookie, one.session)
    assert stranger.get("/").status_code == 401
    visitor.cookies.clear()
    visitor.cookies.set("datawalk-guest-8754", studio.key.session)
    assert visitor.get(f"/w/{guests.walk}/wall").status_code == 401


def test_sharing_is_off_until_somebody_asks(guest: TestClient, studio: Studio, walk: str) -> None:
    page = guest.get(f"/w/{walk}/share").text
    assert "datawalk studio --share" in page
    assert guest.post(f"/w/{walk}/share", data={"may": "write"}).status_code == 409
    assert studio.sharing.door is None


def test_the_page_shares_shows_who_is_here_and_stops(
    studio: Studio, guests: Guests, walk: str
) -> None:
    closed = []
    sharing = Sharing(lambda *_: lambda: closed.append(1))
    shared = replace(studio, sharing=sharing)
    with TestClient(site(shared), BASE, follow_redirects=False) as owner:
        owner.get("/", params={"token": studio.key.entry})
        owner.headers.update(
            {"sec-fetch-site": "same-origin", "x-datawalk-token": studio.key.change}
        )
        assert "Share this walk" in owner.get(f"/w/{walk}/share").text
        sharing.door = Door(guests, lambda: closed.append(1))
        guests.enter(guests.code, "Ana <i>", "10.0.0.9")
        page = owner.get(f"/w/{walk}/share").text
        assert f"{guests.code[:3]} {guests.code[3:]}" in page
        assert "Ana &lt;i&gt;" in page
        owner.post(f"/w/{walk}/share", data={"may": "look"})
        assert not guests.writes
        assert not guests.here()[0].writes
        owner.post(f"/w/{walk}/share/end", data={"number": "1"})
        assert guests.here() == ()
        owner.post(f"/w/{walk}/share/stop")
    assert sharing.door is None
    assert closed == [1]
