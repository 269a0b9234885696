"""Somebody who never made a walk makes one by keys alone, for a place that no sample holds: with a
photo, with what a resident said, and with a table of their own; and takes its kit along."""

from __future__ import annotations

import zipfile
from io import BytesIO
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page, expect
from pypdfium2 import PdfDocument

from datawalk import kit
from datawalk.app.studio.line.shelf import walks
from datawalk.app.studio.studio import Studio
from datawalk.config.load import load
from datawalk.metrics.knowledge.published import cache_folder
from datawalk.prepare.sketch import Wish
from tests.app.studio import test_in_a_browser as browsing
from tests.app.studio.forms.test_pages import photo
from tests.conftest import CITIES, ROOT, needs

pytestmark = [*browsing.pytestmark, needs(CITIES)]
served, browser, inside = browsing.served, browsing.browser, browsing.inside
SOON, LONG = 60_000, 100_000
MOST_KEYS = 300
SAID = "We walk here each day, and we wave."


class Keys:
    """A person at the keyboard: they go on with Tab until they are where they want to be."""

    def __init__(self, page: Page) -> None:
        self.page = page

    def to(self, selector: str, text: str = "") -> None:
        """Go there with Tab."""
        for _ in range(MOST_KEYS):
            if self._here(selector, text):
                return
            self.page.keyboard.press("Tab")
        pytest.fail(f"no key leads to {selector} {text}")

    def _here(self, selector: str, text: str) -> bool:
        found: bool = self.page.evaluate(
            "([selector, text]) => document.activeElement.matches(selector)"
            " && document.activeElement.innerText.includes(text)",
            [selector, text],
        )
        return found

    def press(self, selector: str, text: str = "", key: str = "Enter") -> None:
        """Go there, and press a key."""
        self.to(selector, text)
        self.page.keyboard.press(key)

    def follow(self, selector: str, text: str = "") -> None:
        """Go there, press Enter, and wait for the page that comes."""
        self.to(selector, text)
        with self.page.expect_navigation(timeout=LONG):
            self.page.keyboard.press("Enter")
        self.page.wait_for_load_state()

    def write(self, selector: str, words: str) -> None:
        """Go there, and type in the place of what is there."""
        self.to(selector)
        self.page.keyboard.press("Control+a")
        self.page.keyboard.type(words)

    def bring(self, selector: str, file: Path) -> None:
        """Go there, and choose a file."""
        self.to(selector)
        with self.page.expect_file_chooser() as chooser:
            self.page.keyboard.press("Space")
        chooser.value.set_files(file)


@pytest.fixture
def keys(inside: BrowserContext) -> Keys:
    """The first page, with the numbers of all cities on this computer."""
    cache_folder().mkdir(parents=True, exist_ok=True)
    (cache_folder() / CITIES.name).symlink_to(CITIES)
    page = inside.new_page()
    page.goto("/")
    return Keys(page)


def begun(keys: Keys) -> None:
    """A walk for a city with one question of its own."""
    keys.follow("a.cover", "New walk")
    expect(keys.page.get_by_role("combobox").first).to_be_focused()
    keys.page.keyboard.type("tulsa ok")
    expect(keys.page.locator("#hits [role=option]").first).to_contain_text("Tulsa, Oklahoma")
    for key in ("ArrowDown", "Enter"):
        keys.page.keyboard.press(key)
    keys.follow("button", "Next: choose questions")
    boxes = keys.page.locator(".q input")
    for name in boxes.evaluate_all("all => all.filter(a => a.checked).map(a => a.value)"):
        if name != "work/jobs":
            keys.press(f'.q input[value="{name}"]', key="Space")
    expect(keys.page.locator(".q input:checked")).to_have_count(1)
    expect(keys.page.locator("#sum b").first).to_contain_text("28", timeout=SOON)
    keys.follow("button", "Next: get the numbers")
    keys.follow("button", "Go to my posters")
    keys.follow("#list a", "find a job")


def with_a_photo(keys: Keys, file: Path) -> None:
    keys.press("#add > summary")
    keys.press("details.offer > summary", "Photo")
    keys.bring("#new-photo", file)
    keys.write("#new-alt", "Our street in May")
    keys.press(".offer button", "Add it")
    expect(keys.page.locator("main")).to_contain_text("We took out where it was taken")
    keys.press("main a", "Back to the poster")
    expect(keys.page.locator('#cards [id^="f-more_blocks-0"]:focus')).to_be_attached(timeout=SOON)


def with_words_of_a_resident(keys: Keys) -> None:
    keys.press("#add > summary")
    keys.follow("#add button", "What residents said")
    quote = keys.page.locator("#cards textarea:focus")
    expect(quote).to_have_count(1, timeout=SOON)
    keys.write("textarea", SAID)
    keys.write('input[data-field$=".by"]', "Ana, a neighbor")
    expect(keys.page.locator("#saved")).to_have_text("Saved", timeout=SOON)


def with_a_table(keys: Keys, file: Path) -> None:
    keys.follow(".tabs a", "Your data")
    keys.bring('input[type="file"]', file)
    keys.press(".upload button", "Add it")
    expect(keys.page.locator("h1")).to_have_text("Is this what your file says?", timeout=SOON)
    for name, words in (("name", "Survey by age"), ("who", "Volunteers"), ("when", "May 2026")):
        keys.write(f"#t-{name}", words)
    keys.follow("button", "Yes, use this file")
    keys.follow(".tabs a", "Stations")
    keys.follow("#list a", "find a job")
    keys.press("#add > summary")
    keys.follow("#add button", "Chart of your data")


def kit_of(keys: Keys) -> dict[str, bytes]:
    """The files of the kit, as they are downloaded."""
    keys.follow(".bar a", "Print")
    keys.follow("main button", "Make one file to take along")
    expect(keys.page.locator("main")).to_contain_text("Save ", timeout=LONG)
    keys.to("main a", "Save ")
    with keys.page.expect_download() as download:
        keys.page.keyboard.press("Enter")
    with zipfile.ZipFile(BytesIO(Path(download.value.path()).read_bytes())) as packed:
        return {name: packed.read(name) for name in packed.namelist()}


def test_a_newcomer_makes_a_whole_kit_by_keys_alone(
    keys: Keys, served: Studio, tmp_path: Path
) -> None:
    (tmp_path / "Street.jpg").write_bytes(photo())
    begun(keys)
    with_a_photo(keys, tmp_path / "Street.jpg")
    with_words_of_a_resident(keys)
    with_a_table(keys, ROOT / "samples" / "survey_ages.csv")
    made = kit_of(keys)
    keys.page.close()

    (path,) = (one.path for one in walks(served.folder) if "tulsa" in str(one.path))
    assert SAID in path.read_text(encoding="utf-8")
    sketched = [one.kit for one in kit.sketches(load(path), Wish())]
    written = kit.all_rendered(sketched, tmp_path / "out").files
    assert made == {
        file.relative_to(tmp_path / "out").as_posix(): file.read_bytes() for file, *_ in written
    }
    (poster,) = (made[name] for name in made if name.endswith("24x36.pdf"))
    printed = " ".join(page.get_textpage().get_text_bounded() for page in PdfDocument(poster))
    words = " ".join(printed.split())
    for said in (SAID, "Ana, a neighbor", "Volunteers", "Tulsa"):
        assert said in words
