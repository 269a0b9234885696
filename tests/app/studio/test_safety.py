"""What an attacker would try: another site in the same browser, another program, too much."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import PlainTextResponse
from starlette.routing import Route
from starlette.testclient import TestClient

from datawalk.app.studio.pages import faults
from datawalk.app.studio.pages.places import ours
from datawalk.app.studio.safety import limits
from datawalk.app.studio.server import _bound
from datawalk.app.studio.studio import Studio
from datawalk.problems import Problems
from tests.app.studio.conftest import BASE, PORT


def walks(studio: Studio) -> set[Path]:
    return {path for path in studio.folder.rglob("*") if path.is_file()}


def test_it_listens_on_this_computer_only() -> None:
    with _bound(None) as bound:
        assert bound.getsockname()[0] == "127.0.0.1"
        with pytest.raises(Problems, match="Another program uses port"):
            _bound(bound.getsockname()[1])


def test_the_token_opens_once_and_becomes_a_strict_cookie(
    stranger: TestClient, studio: Studio
) -> None:
    opened = stranger.get("/", params={"token": studio.key.entry})
    assert (opened.status_code, opened.headers["location"]) == (303, "/")
    cookie = opened.headers["set-cookie"].lower()
    assert "httponly" in cookie
    assert "samesite=strict" in cookie
    assert studio.key.entry not in cookie
    assert stranger.get("/").status_code == 200
    # The address works again where the cookie is, and nowhere else.
    assert stranger.get("/", params={"token": studio.key.entry}).status_code == 303
    stranger.cookies.clear()
    assert stranger.get("/", params={"token": studio.key.entry}).status_code == 401


@pytest.mark.parametrize("path", ["/", "/new/place", "/w/x/print", "/new/place/hits?typed=boone"])
def test_without_the_cookie_no_page_tells_anything(stranger: TestClient, path: str) -> None:
    for cookie in ("", "wrong"):
        stranger.cookies.set(f"datawalk-{PORT}", cookie)
        found = stranger.get(path)
        assert found.status_code == 401
        assert "Boone" not in found.text
        assert "change-token" not in found.text
    assert stranger.get("/", params={"token": "wrong"}).status_code == 401


@pytest.mark.parametrize(
    "host",
    ["evil.example", f"evil.example:{PORT}", "127.0.0.1", "127.0.0.1:1", f"127.0.0.1.evil:{PORT}"],
)
def test_a_name_made_to_mean_this_computer_is_refused(guest: TestClient, host: str) -> None:
    """DNS rebinding: the page is of the same origin then, and only its name tells."""
    for path in ("/", "/static/studio.css"):
        assert guest.get(path, headers={"host": host}).status_code == 421
    assert guest.post("/sample", headers={"host": host}).status_code == 421


@pytest.mark.parametrize(
    "headers",
    [
        {"origin": "https://evil.example"},
        {"origin": f"http://127.0.0.1:{PORT + 1}"},
        {"origin": f"https://127.0.0.1:{PORT}"},
        {"sec-fetch-site": "cross-site"},
        {"sec-fetch-site": "same-site"},
        {"origin": "null", "sec-fetch-site": "cross-site"},
    ],
)
def test_other_sites_get_nothing_and_change_nothing(
    guest: TestClient, studio: Studio, headers: dict[str, str]
) -> None:
    before = walks(studio)
    assert guest.get("/", headers=headers).status_code == 403
    assert guest.post("/sample", headers=headers).status_code == 403
    assert walks(studio) == before


def test_a_change_needs_the_token_of_our_pages(guest: TestClient, studio: Studio) -> None:
    before = walks(studio)
    del guest.headers["x-datawalk-token"]
    plain = {"origin": BASE}
    assert guest.post("/sample", headers=plain).status_code == 403
    for wrong in ("", "wrong", studio.key.session, studio.key.entry):
        assert guest.post("/sample", headers=plain | {"x-datawalk-token": wrong}).status_code == 403
        assert guest.post("/sample", headers=plain, data={"token": wrong}).status_code == 403
    # A form with files cannot carry it in a field, nor in its address.
    sent = {"data": {"token": studio.key.change}, "files": {"f": b"x"}}
    assert guest.post("/sample", headers=plain, **sent).status_code == 403  # type: ignore[arg-type]
    address = f"/sample?token={studio.key.change}"
    assert guest.post(address, headers=plain).status_code == 403
    assert walks(studio) == before
    assert guest.post("/sample", headers=plain, data={"token": studio.key.change}).is_redirect
    assert walks(studio) > before


def test_a_change_without_any_origin_is_refused(guest: TestClient) -> None:
    """A program that knows nothing of browsers sends neither Origin nor Sec-Fetch-Site."""
    del guest.headers["sec-fetch-site"]
    assert guest.post("/sample").status_code == 403
    assert guest.post("/sample", headers={"origin": "null"}).status_code == 403


@pytest.mark.parametrize("method", ["PATCH", "OPTIONS", "TRACE", "BREW"])
def test_other_methods_are_refused(guest: TestClient, method: str) -> None:
    assert guest.request(method, "/").status_code == 405


@pytest.mark.parametrize("path", ["/", "/nothing", "/static/studio.css", "/static/icons.svg"])
def test_every_answer_says_what_a_browser_may_do(guest: TestClient, path: str) -> None:
    for headers in ({}, {"host": "evil.example"}):
        found = guest.get(path, headers=headers).headers
        policy = found["content-security-policy"]
        assert "default-src 'self'" in policy
        assert "unsafe" not in policy
        assert "frame-ancestors 'none'" in policy
        assert found["x-content-type-options"] == "nosniff"
        assert found["referrer-policy"] == "no-referrer"


def test_pages_are_not_kept_by_browsers(guest: TestClient) -> None:
    assert guest.get("/").headers["cache-control"] == "no-store"


@pytest.mark.parametrize(
    "path",
    [
        "/static/../../../cli.py",
        "/static/%2e%2e/site.py",
        "/static/..%2f..%2fcli.py",
        "/w/../w",
        "/w/..%2f..%2fetc/s/x",
        "/w/boone/s/x",
        "/w/%2Fetc%2Fpasswd",
        "/w/boone%00/print",
        "/work/nothing",
    ],
)
def test_no_address_leads_out_of_the_folder(guest: TestClient, path: str) -> None:
    found = guest.get(path)
    assert found.status_code == 404
    assert "import" not in found.text


def test_links_out_of_the_folder_are_no_walks(guest: TestClient, studio: Studio) -> None:
    outside = studio.folder.parent / "secret.yaml"
    outside.write_text("title: Secret\nstations: []\n", encoding="utf-8")
    (studio.folder / "link.yaml").symlink_to(outside)
    assert "ecret" not in guest.get("/").text


@pytest.mark.parametrize(
    "address", ["//evil.example", "https://evil.example", "/\\evil.example", "x", "/a\nb", ""]
)
def test_going_back_never_leads_away(guest: TestClient, address: str) -> None:
    assert ours(address) == "/"
    assert guest.get("/language/es", params={"back": address}).headers["location"] == "/"


def test_words_of_others_are_words(guest: TestClient) -> None:
    typed = '"><script>alert(1)</script>'
    for path in ("/new/place", "/new/place/hits", "/new/questions", "/new/numbers"):
        found = guest.get(path, params={"typed": typed, "name": typed, "code": typed, "next": "1"})
        assert "<script>alert" not in found.text


async def _sent(request: Request) -> PlainTextResponse:
    sent = await limits.form(request)
    await sent.close()
    return PlainTextResponse(str(len(sent)))


@pytest.fixture
def taker(monkeypatch: pytest.MonkeyPatch) -> Iterator[TestClient]:
    """Takes any form, within limits small enough to be tried."""
    monkeypatch.setattr(limits, "MOST_BYTES", 30_000)
    monkeypatch.setattr(limits, "MOST_OF_A_FILE", 6_000)
    monkeypatch.setattr(limits, "MOST_WORDS", 5_000)
    app = Starlette(
        routes=[Route("/", _sent, methods=["POST"])], exception_handlers=dict(faults.HANDLERS)
    )
    with TestClient(limits.Limit(app), raise_server_exceptions=False) as client:
        yield client


def test_what_is_within_the_limits_is_taken(taker: TestClient) -> None:
    files = [("f", b"x" * 6_000)] * 4
    assert taker.post("/", files=files, data={"a": "b"}).text == "2"
    assert taker.post("/", data={"a": "b"}).text == "1"


@pytest.mark.parametrize(
    "files",
    [
        [("f", b"x" * 6_001)],
        [("f", b"x" * 5_900)] * 6,
        [("f", b"x")] * 41,
        [("f", (None, "x" * 5_001))],
        [("f", (None, "x"))] * 401,
    ],
    ids=["a file", "all together", "files", "a field", "fields"],
)
def test_too_much_is_refused(taker: TestClient, files: list[tuple[str, bytes]]) -> None:
    found = taker.post("/", files=files)
    assert found.status_code == 413
    assert "20 MB" in found.text


def test_bytes_are_counted_whatever_the_length_is_said_to_be(taker: TestClient) -> None:
    taken: list[int] = []

    def chunks() -> Iterator[bytes]:
        yield b'--b\r\nContent-Disposition: form-data; name="f"; filename="f"\r\n\r\n'
        for part in range(1000):
            taken.append(part)
            yield b"x" * 1_000

    kind = {"content-type": "multipart/form-data; boundary=b"}
    assert taker.post("/", content=chunks(), headers=kind).status_code == 413
    told = kind | {"content-length": "999999999"}
    assert taker.post("/", content=b"--b--\r\n", headers=told).status_code == 413


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (b"--b\r\nnothing", "multipart/form-data; boundary=b"),
        (b"x", "multipart/form-data"),
        (b"a=\xff\xfe", "application/x-www-form-urlencoded"),
    ],
)
def test_what_is_no_form_is_told(taker: TestClient, content: bytes, kind: str) -> None:
    found = taker.post("/", content=content, headers={"content-type": kind})
    assert found.status_code == 400
    assert "Nothing was changed" in found.text


def test_a_fault_of_ours_is_a_page_that_tells_nothing_of_the_inside(
    guest: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("datawalk.app.studio.pages.start.shelf.walks", lambda _: 1 / 0)
    found = guest.get("/")
    assert found.status_code == 500
    assert "Your walks are safe" in found.text
    assert "ZeroDivision" not in found.text
    assert "default-src" in found.headers["content-security-policy"]
