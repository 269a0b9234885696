"""All forms in a real browser: nothing that axe finds, nothing that scrolls sideways."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from datawalk.app.studio import site
from datawalk.app.studio.studio import Studio
from datawalk.source import read_file
from tests.app.studio.forms.pages import ROUTE
from tests.app.studio.forms.test_pages import KINDS, block, name_of, photo
from tests.app.studio.test_in_a_browser import (  # noqa: F401
    browser,
    inside,
    pytestmark,
    served,
)
from tests.browsers import faults, sideways


@pytest.fixture(scope="module", autouse=True)
def forms_route() -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(site, "ROUTES", (*site.ROUTES, ROUTE))
        yield


@pytest.fixture(scope="module")
def walk(forms_route: None, served: Studio) -> str:  # noqa: F811
    """A walk with a block of every kind."""
    path = served.folder / "boone" / "walk.yaml"
    whole = {
        "title": "Walk",
        "place": "29019",
        "data": ["metrics.csv"],
        "event": {"hosts": ["A", {"name": "B"}]},
        "session": {"agenda": [{"what": "Welcome"}], "parts": ["title", "agenda"]},
        "local_data": [{"file": "a.csv", "name": "A", "who": "B", "when": "C"}],
        "stations": [
            {"question": "What is here?", "blocks": [block(kind) for kind in KINDS[:10]]},
            {"question": "What else is here?", "blocks": [block(kind) for kind in KINDS[10:]]},
        ],
    }
    path.write_text(json.dumps(whole), encoding="utf-8")
    return name_of(served)


def found(page: Page) -> set[tuple[object, ...]]:
    """What is wrong with a form, all of it unfolded."""
    page.evaluate("document.querySelectorAll('details').forEach(d => { d.open = true; })")
    narrow = {("scrolls sideways",)} if sideways(page, 320) else set()
    return faults(page, (1280,), ("light",)) | narrow


@pytest.mark.parametrize("language", ["en", "es"])
def test_axe_finds_nothing_in_any_form(
    inside: BrowserContext,  # noqa: F811
    walk: str,
    language: str,
) -> None:
    page = inside.new_page()
    page.goto(f"/language/{language}?back=/")
    tabs = ("place", "look", "languages", "print", "data")
    pages = [f"/forms/{walk}/{which}" for which in ("1", "2", *tabs)]
    station = page.request.get(pages[0]).text()
    named = re.search(r'name="station" value="([^"]+)"', station)
    assert named
    pages.append(f"/w/{walk}/numbers?station={named[1]}&field=blocks.0.metric&now=share_employed")
    wrong = set()
    for path in pages:
        page.goto(path)
        wrong |= {(path, *fault) for fault in found(page)}
    page.goto("/language/en?back=/")
    page.close()
    assert wrong == set()


def test_a_number_is_chosen_and_a_photo_added_without_leaving_the_form(
    inside: BrowserContext,  # noqa: F811
    walk: str,
    served: Studio,  # noqa: F811
    tmp_path: Path,
) -> None:
    page = inside.new_page()
    page.goto(f"/forms/{walk}/1")
    page.locator("#b-blocks-0 summary").first.press("Enter")
    page.get_by_role("link", name="Choose a number").first.press("Enter")
    field = page.locator("#f-blocks-0-metric-pick input[type=search]")
    expect(field).to_be_focused()
    field.press_sequentially("transprt")
    expect(page.locator(".picker [role=status]")).to_contain_text("fit")
    page.keyboard.press("Escape")
    expect(page.locator("#f-blocks-0-metric")).to_be_focused()
    page.locator("#add > summary").press("Enter")
    page.locator("details.offer > summary").press("Enter")
    picture = tmp_path / "Street.jpg"
    picture.write_bytes(photo())
    page.locator("#new-photo").set_input_files(picture)
    page.locator("#new-alt").fill("A street")
    page.locator(".offer button").press("Enter")
    expect(page.locator("main")).to_contain_text("We took out where it was taken")
    written = read_file(served.folder / "boone" / "walk.yaml").data
    assert written["stations"][0]["blocks"][-1]["alt"] == "A street"
    page.close()
