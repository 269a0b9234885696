"""Every page in a real browser: nothing that axe finds, nothing that scrolls sideways."""

from __future__ import annotations

import re
import shutil
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
import uvicorn
from playwright.sync_api import Browser, BrowserContext, Page, expect

from datawalk.app.studio.desk.desk import Desk
from datawalk.app.studio.safety.key import Tokens
from datawalk.app.studio.server import _bound
from datawalk.app.studio.site import site
from datawalk.app.studio.studio import Studio
from tests import browsers
from tests.app.studio.conftest import WALK, shelve

pytestmark = [
    browsers.needs_browser,
    browsers.needs_axe,
    # What is left of a browser is swept up after it is gone.
    pytest.mark.filterwarnings("ignore::ResourceWarning"),
]
browser = browsers.browser
JOBS = "  - template: work/jobs"
SLOW = 120_000
"""Milliseconds."""
PLACE = "typed=Boone+County%2C+Missouri&code=29019"
TAKEN = f"{PLACE}&seen=1&take=work/jobs&take=neighborhoods/transport&take=education/classmates"
PAGES = {
    "start": "/",
    "place": "/new/place",
    "place in doubt": "/new/place?typed=columbia&next=1",
    "place unknown": "/new/place?typed=xyzzy&next=1",
    "questions": f"/new/questions?{TAKEN}",
    "numbers": f"/new/numbers?{TAKEN}",
    "numbers lacking": "/new/numbers?code=30069&seen=1&take=work/jobs",
    "station": "/w/{boone}/s/2",
    "found": "/w/{boone}/found",
    "add": "/w/{boone}/add?after=1",
    "history": "/w/{boone}/history",
    "text": "/w/{boone}/text",
    "print": "/w/{boone}/print",
    "wall": "/w/{boone}/wall",
    "place and event": "/w/{boone}/place",
    "look": "/w/{boone}/look",
    "the event": "/w/{boone}/event",
    "data": "/w/{boone}/data",
    "languages": "/w/{boone}/languages",
    "share": "/w/{boone}/share",
    "more": "/w/{boone}/more",
    "help": "/help",
    "broken walk": "/w/{broken}",
    "torn walk": "/w/{torn}/text",
    "torn station": "/w/{torn}/s/2",
    "station of a torn walk": "/w/{torn}/s/3",
    "two wrote the same": "/w/{two}/conflict/{contested}",
    "nothing": "/nothing",
}


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Studio]:
    """A studio at a port of its own."""
    folder = tmp_path_factory.mktemp("walks")
    shelve(folder)
    _torn_and_contested(folder)
    bound = _bound(0)
    studio = Studio(folder, Tokens(bound.getsockname()[1]))
    config = uvicorn.Config(site(studio), log_level="warning", access_log=False, lifespan="off")
    server = uvicorn.Server(config)
    thread = threading.Thread(target=server.run, kwargs={"sockets": [bound]})
    thread.start()
    yield studio
    server.should_exit = True
    thread.join()
    bound.close()


def _torn_and_contested(folder: Path) -> None:
    """A walk whose text is broken, and one in which two wrote the same words."""
    (folder / "torn").mkdir()
    torn = WALK.replace(JOBS, '  - title: "What we heard\n    pillar: voices')
    (folder / "torn" / "walk.yaml").write_text(torn, encoding="utf-8")
    shutil.copytree(folder / "boone", folder / "two")
    desk = Desk(folder / "two" / "walk.yaml")
    before = desk.now()
    for asked in ("Who can work here?", "Who works here?"):
        fresh = before.text.replace(JOBS, f"{JOBS}\n    question: {asked}")
        desk.write(before.tag, fresh, "words")


@pytest.fixture(scope="module")
def inside(browser: Browser, served: Studio) -> Iterator[BrowserContext]:
    """A browser that the studio let in, in the language of its person."""
    context = browser.new_context(locale="en-US", base_url=f"http://127.0.0.1:{served.key.port}")
    # The first page of a place reads its figures, which takes long on a busy computer.
    context.set_default_timeout(SLOW)
    page = context.new_page()
    page.goto(served.key.address)
    page.close()
    yield context
    context.close()


def walk_names(page: Page) -> dict[str, str]:
    page.goto("/")
    links = page.locator(".walk h3 a").evaluate_all("all => all.map(a => a.pathname.slice(3))")
    return {link.rpartition("-")[0]: link for link in links}


@pytest.mark.parametrize("language", ["en", "es"])
def test_axe_finds_nothing_and_nothing_scrolls_sideways(
    inside: BrowserContext, served: Studio, language: str
) -> None:
    page = inside.new_page()
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    found = []
    names = walk_names(page)
    names["contested"] = Desk(served.folder / "two" / "walk.yaml").contests()[0].station
    page.goto(f"/language/{language}?back=/")
    for name, path in PAGES.items():
        page.goto(path.format(**names))
        assert page.locator("html").get_attribute("lang") == language
        found += [(name, *fault) for fault in browsers.faults(page)]
    page.goto("/language/en?back=/")
    page.close()
    assert found == []
    assert [line for line in said if "404" not in line] == []


def test_a_place_is_found_and_the_questions_counted_by_keyboard_alone(
    inside: BrowserContext,
) -> None:
    page = inside.new_page()
    page.goto("/new/place")
    field = page.get_by_role("combobox", name="City, county, town or code")
    expect(field).to_be_focused()
    page.keyboard.type("boone mo")
    hits = page.locator("#hits")
    expect(hits.get_by_role("option")).to_have_count(1)
    assert field.get_attribute("aria-expanded") == "true"
    page.keyboard.press("ArrowDown")
    marked = hits.get_by_role("option", selected=True)
    assert field.get_attribute("aria-activedescendant") == marked.get_attribute("id")
    page.keyboard.press("Enter")
    expect(field).to_have_value("Boone County, Missouri")
    expect(hits).to_be_hidden()
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("/new/questions.*code=29019"), timeout=SLOW)
    # What a key does is known once the page and its scripts are there.
    page.wait_for_load_state()
    before = page.locator("#sum b").inner_text()
    page.locator(".q input:not(:checked)").first.focus()
    page.keyboard.press("Space")
    expect(page.locator("#sum b")).not_to_have_text(before)
    page.close()
