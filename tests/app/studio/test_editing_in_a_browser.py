"""The page of a station in a real browser, by keyboard: words, picture, its parts, undo."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from datawalk.app.studio.studio import Studio
from tests.app.studio import test_in_a_browser as browsing
from tests.app.studio.forms.test_pages import photo

pytestmark = browsing.pytestmark
served, browser, inside = browsing.served, browsing.browser, browsing.inside
SOON = 60_000


@pytest.fixture
def page(inside: BrowserContext) -> Iterator[Page]:
    """The second station, its picture drawn."""
    found = inside.new_page()
    names = browsing.walk_names(found)
    found.goto(f"/w/{names['boone']}/s/2")
    expect(found.locator(".hot a").first).to_be_attached(timeout=SOON)
    yield found
    found.close()


def test_words_are_typed_seen_clicked_and_undone(page: Page, served: Studio) -> None:
    walk = served.folder / "boone" / "walk.yaml"
    picture = page.locator("#sheet")
    first = picture.get_attribute("src") or ""
    title = page.locator("#f-question")
    title.focus()
    expect(page.locator(".hot a.on")).to_have_count(1)
    page.keyboard.press("Control+a")
    page.keyboard.type("Who can work here?")
    expect(picture).not_to_have_attribute("src", first, timeout=SOON)
    expect(page.locator("#saved")).to_contain_text("Saved")
    expect(title).to_be_focused()
    expect(page.locator("h1")).to_have_text("Who can work here?")
    assert "question: Who can work here?" in walk.read_text(encoding="utf-8")

    parts = page.locator(".hot a")
    parts.first.focus()
    assert parts.evaluate_all("all => all.filter(a => a.tabIndex === 0).length") == 1
    page.keyboard.press("End")
    page.keyboard.press("Home")
    while not re.search(r"questions-\d", page.evaluate("document.activeElement.href.baseVal")):
        page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    expect(page.locator("[data-field*=questions]:focus")).to_have_count(1)

    page.locator("#mv-do-caret-up").focus()
    page.keyboard.press("Control+z")
    expect(title).to_have_value("Can people here find a job?")
    expect(title).to_be_focused()
    assert "Who can work" not in walk.read_text(encoding="utf-8")


def test_what_is_not_saved_is_kept_and_saved_when_it_can_be(page: Page, served: Studio) -> None:
    walk = served.folder / "boone" / "walk.yaml"
    page.route("**/change", lambda route: route.abort())
    above = page.locator("#f-question")
    above.fill("Typed without a studio")
    expect(page.locator("#saved")).to_contain_text("Not saved yet")
    assert "Typed without" not in walk.read_text(encoding="utf-8")
    page.on("dialog", lambda dialog: dialog.accept())
    page.reload()
    page.unroute("**/change")
    expect(page.locator("#saved")).to_have_text("Saved", timeout=SOON)
    assert "Typed without a studio" in walk.read_text(encoding="utf-8")
    expect(page.locator("#f-question")).to_have_value("Typed without a studio")


def test_focus_stays_on_the_button_that_moved_a_station(page: Page) -> None:
    up = page.locator("#mv-do-caret-up")
    up.focus()
    page.keyboard.press("Enter")
    expect(page.locator("#moved")).to_contain_text("is now 1 of 3")
    expect(page.locator("#list .here .no")).to_contain_text("1")
    expect(up).to_be_focused()
    assert up.get_attribute("aria-disabled") == "true"


def test_what_another_program_wrote_appears(page: Page, served: Studio) -> None:
    walk = served.folder / "boone" / "walk.yaml"
    text = walk.read_text(encoding="utf-8")
    walk.write_text(text.replace("visioning", "visioning\n    question: Last?"), encoding="utf-8")
    expect(page.locator("#list")).to_contain_text("Last?", timeout=SOON)


def test_a_part_that_was_added_opens_and_one_that_was_removed_comes_back_in_place(
    page: Page, served: Studio
) -> None:
    page.locator("#add > summary").press("Enter")
    page.locator("#add .kinds button").filter(has_text="Words of your own").press("Enter")
    expect(page.locator("#cards textarea:focus")).to_have_value(
        "Write your own words here.", timeout=SOON
    )
    card = page.locator("#cards .card-of", has=page.locator("textarea:focus"))
    name = card.get_attribute("id")
    page.locator(f"#{name} .tools button").filter(has_text="Remove").press("Enter")
    undo = page.locator("#cards .msg.done button")
    expect(undo).to_be_focused(timeout=SOON)
    expect(page.locator("#cards .msg.done")).to_contain_text("Removed: Words of your own")
    walk = served.folder / "boone" / "walk.yaml"
    assert "Write your own" not in walk.read_text(encoding="utf-8")
    undo.press("Enter")
    expect(page.locator(f"#{name}")).to_be_attached(timeout=SOON)
    expect(undo).to_have_count(0)
    assert "Write your own" in walk.read_text(encoding="utf-8")


def test_what_stays_in_sight_of_a_photo_is_chosen_on_it(page: Page, served: Studio) -> None:
    walk = served.folder / "boone" / "walk.yaml"
    (walk.parent / "street.jpg").write_bytes(photo())
    with walk.open("a", encoding="utf-8") as file:
        file.write("    more_blocks: [{kind: image, file: street.jpg, alt: A street}]\n")
    page.goto(page.url.rpartition("/")[0] + "/3#b-more_blocks-0")
    page.locator("#f-more_blocks-0-focus-upper").focus()
    for key in ("Down", "Down", "Down", "Right"):
        page.keyboard.press(f"Arrow{key}")
    expect(page.locator("#f-more_blocks-0-focus-right")).to_be_focused()
    expect(page.locator("#saved")).to_have_text("Saved", timeout=SOON)
    assert "alt: A street, focus: right}" in walk.read_text(encoding="utf-8")
    spots = page.locator(".spots")
    room = spots.bounding_box()
    assert room
    spots.click(position={"x": room["width"] / 2, "y": room["height"] - 9})
    expect(page.locator("#f-more_blocks-0-focus-bottom")).to_be_checked()
    expect(page.locator("#saved")).to_have_text("Saved", timeout=SOON)
    assert "alt: A street, focus: bottom}" in walk.read_text(encoding="utf-8")
    page.locator("summary:visible").first.focus()
    page.keyboard.press("Control+z")
    expect(page.locator("#f-more_blocks-0-focus-upper")).to_be_checked(timeout=SOON)
    expect(page.locator("#f-more_blocks-0-focus-upper")).to_be_focused()
