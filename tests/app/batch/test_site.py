"""The site of a batch: whole versions, one switch, nothing but what is there, and open to all."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from html.parser import HTMLParser
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest

from datawalk.app.batch.destination import Destination
from datawalk.app.batch.records import MadeFile, Record
from datawalk.app.batch.run import BatchResult
from datawalk.app.batch.site.entries import site_places
from datawalk.app.batch.site.pages import SiteText, pages, sitemap
from datawalk.app.batch.site.publishing import KEPT, POINTER, live, publish, published
from datawalk.app.batch.site.tiles import tiles
from datawalk.app.batch.task import Order
from datawalk.metrics.places.places import STATES
from datawalk.problems import Problems
from tests.app.batch.test_batch import HERE, SHORT, made
from tests.browsers import faults, launched, needs_axe, needs_browser

EVIL = Record(
    "99999", "<script>x</script>", "Ohio", "county", "refused", reasons=("<b>no</b> figures",)
)


class _Links(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found += [value or "" for name, value in attrs if name in ("href", "src")]


def links(page: Path) -> list[str]:
    parser = _Links()
    parser.feed(page.read_text(encoding="utf-8"))
    return parser.found


@pytest.fixture
def site(write_walk: Callable[[str], Path], tmp_path: Path) -> tuple[Order, BatchResult, Path]:
    out = tmp_path / "out"
    order = Order(write_walk(SHORT), (), "leave-out", None, str(out), site=True)
    result = made(order, HERE[:2])
    publish(order, result, "https://walks.example")
    return order, result, out


def test_every_link_leads_somewhere(site: tuple[Order, BatchResult, Path]) -> None:
    _, _, out = site
    found = [*out.rglob("site/**/*.html")]
    assert len(found) == 2 + 1 + 2
    for page in found:
        for link in links(page):
            if not link.startswith("#"):
                assert (page.parent / link).resolve().is_file(), (page, link)
    place = out / "site" / live(Destination(str(out))) / "29019" / "index.html"
    text = place.read_text(encoding="utf-8")
    assert text.count("<img") == 1
    assert "Posters (PDF, 1 page)" in text
    assert (out / "sitemap.xml").read_text(encoding="utf-8").count("<url>") == 1 + 1 + 2


def test_one_switch_and_two_versions(
    site: tuple[Order, BatchResult, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    order, result, out = site
    to = Destination(str(out))
    first = live(to)
    publish(order, result, "")
    assert live(to) == first
    put = Destination.put

    def full(self: Destination, folder: str, files: dict[str, bytes]) -> None:
        if folder.endswith("/missouri"):
            raise Problems([])
        put(self, folder, files)

    monkeypatch.setattr(Destination, "put", full)
    later = replace(result, made=frozenset())
    with pytest.raises(Problems):
        publish(order, later, "")
    assert live(to) == first
    monkeypatch.undo()
    publish(order, later, "")
    assert live(to) != first
    assert "Nothing has changed" in (out / "site" / live(to) / "new.html").read_text("utf-8")
    published(to, {"index.html": b"third"})
    assert len({name.split("/")[1] for name in to.sizes("site")}) == KEPT
    assert live(to) in (out / POINTER).read_text(encoding="utf-8")


def test_names_and_reasons_are_only_text() -> None:
    found = pages(SiteText("A & B", ()), site_places([EVIL]))
    for name, content in found.items():
        text = content.decode()
        if name.endswith(".html"):
            assert "<script>x" not in text
            assert "<b>no" not in text
            assert not re.search(r"<[^>]+\sstyle=", text)
    assert json.loads(found["places.json"]) == [["99999", "<script>x</script>", "Ohio"]]
    assert "&amp;" in sitemap("https://x/?a&b", site_places([EVIL]))
    assert "no</b> figures".replace("</b>", "&lt;/b&gt;") in found["99999/index.html"].decode()


def test_each_state_has_one_square() -> None:
    found = tiles()
    assert {short for short, *_ in found} == {short for _, short in STATES.values()}
    assert len({(y, x) for _, _, y, x in found}) == len(found)


class _Silent(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:
        """Tests say nothing of each file."""


@needs_browser
@needs_axe
def test_the_site_is_open_to_all(site: tuple[Order, BatchResult, Path]) -> None:
    """By axe, at each width and in each look; a place is found by typing its name."""
    _, _, out = site
    root = out / "site" / live(Destination(str(out)))
    serving = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Silent, directory=str(out)))
    Thread(target=serving.serve_forever, daemon=True).start()
    base = f"http://127.0.0.1:{serving.server_port}"
    with launched() as browser:
        context = browser.new_context(bypass_csp=True)
        page = context.new_page()
        for name in ("index.html", "new.html", "missouri/index.html", "29019/index.html"):
            page.goto(f"{base}/{root.relative_to(out)}/{name}")
            assert faults(page) == set(), name
        page.goto(f"{base}/index.html#29077")
        page.wait_for_url("**/29077/index.html")
        page.goto(f"{base}/index.html")
        page.get_by_label("County or city").fill("green missouri")
        page.get_by_role("link", name="Greene County, Missouri").click()
        assert page.get_by_role("heading", level=1).inner_text() == "Greene County"
        context.close()
    serving.shutdown()
    serving.server_close()


def test_pages_of_somebody_else_stay(site: tuple[Order, BatchResult, Path]) -> None:
    order, result, out = site
    (out / "site" / "own").mkdir()
    (out / "site" / "own" / "page.html").write_text("mine", encoding="utf-8")
    published(Destination(str(out)), {"index.html": b"second"})
    published(Destination(str(out)), {"index.html": b"third"})
    assert (out / "site" / "own" / "page.html").read_text("utf-8") == "mine"
    (out / POINTER).write_text("<p>Our own first page</p>", encoding="utf-8")
    with pytest.raises(Problems, match="was not written by datawalk"):
        publish(order, result, "")
    assert "Our own" in (out / POINTER).read_text("utf-8")


def test_files_are_called_what_they_are_whatever_the_title_says() -> None:
    names = (
        "a-by-numbers-walk-deck.pptx",
        "a-by-numbers-walk-event/notes.pdf",
        "a-web-posters.pdf",
    )
    files = tuple(MadeFile(f"places/29019/{name}", "", 9, 1) for name in names)
    (place,) = site_places([replace(EVIL, files=files)])
    assert [one.label for one in place.downloads] == [
        "Posters (PDF, 1 page)",
        "Slides (PowerPoint, 1 page)",
        "For the event: notes (PDF, 1 page)",
    ]
