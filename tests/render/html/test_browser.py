"""The web page in a real browser: accessible in every look, usable by keys, and true on paper."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader

from datawalk.output.numbers import NumbersRow, numbers
from datawalk.prepare.kit import Kit
from tests import browsers
from tests.browsers import faults, needs_axe
from tests.render.html.walks import prepared, written

SPACED = """* { line-height: 1.5 !important; letter-spacing: .12em !important;
  word-spacing: .16em !important } p { margin-bottom: 2em !important }"""

pytestmark = browsers.needs_browser
browser = browsers.browser


@pytest.fixture(scope="module")
def walks(tmp_path_factory: pytest.TempPathFactory) -> dict[str, tuple[tuple[Kit, ...], Path]]:
    """Kits and pages of ready walks: Boone in English and in Spanish, and one in both."""
    folder = tmp_path_factory.mktemp("web")
    made = {}
    for name, walk, language in (
        ("en", "boone", ""),
        ("es", "boone", "es"),
        ("both", "bilingual", ""),
    ):
        kits = prepared(walk, folder / name, language)
        made[name] = kits, written(kits[0], folder / f"{name}.html")
    return made


@pytest.fixture
def page(browser: Any) -> Iterator[Any]:
    """A window that tells of every mistake on the page, and of all that it asks others for."""
    context = browser.new_context(bypass_csp=True, reduced_motion="reduce")
    made = context.new_page()
    faults: list[str] = []
    made.on("pageerror", lambda error: faults.append(str(error)))
    made.on("console", lambda said: faults.append(said.text) if said.type == "error" else None)
    made.on(
        "request",
        lambda asked: (
            None if asked.url.startswith(("file:", "data:", "blob:")) else faults.append(asked.url)
        ),
    )
    yield made
    context.close()
    assert faults == []


def wide(page: Any) -> int:
    """By how many pixels the page is wider than its window."""
    return int(page.evaluate("document.documentElement.scrollWidth - innerWidth"))


@needs_axe
@pytest.mark.parametrize("name", ["en", "es", "both"])
def test_nothing_is_found_in_any_look(name: str, walks: Any, page: Any) -> None:
    page.goto(walks[name][1].as_uri() + ("#es" if name == "both" else ""))
    assert faults(page) == set()
    # Tables are long, and are looked at once.
    page.evaluate("document.querySelectorAll('details').forEach(d => { d.open = true })")
    assert faults(page, widths=(320,), looks=()) == set()


@pytest.mark.parametrize("name", ["en", "es", "both"])
def test_nobody_scrolls_sideways(name: str, walks: Any, page: Any) -> None:
    """At 320 pixels, which is also what 1280 are at 400%, and with more room between letters."""
    page.set_viewport_size({"width": 320, "height": 640})
    page.goto(walks[name][1].as_uri())
    page.evaluate("document.querySelectorAll('details').forEach(d => { d.open = true })")
    assert wide(page) <= 0
    page.add_style_tag(content=SPACED)
    assert wide(page) <= 0
    cut = page.evaluate(
        """() => [...document.querySelectorAll("main *, header *, nav *")].filter(e =>
          !e.closest("svg, .unseen, .ghost, [hidden], textarea") && e.clientWidth &&
          getComputedStyle(e).overflowX !== "visible" && e.scrollWidth > e.clientWidth + 1
        ).map(e => e.className || e.tagName)"""
    )
    assert [one for one in cut if one != "band"] == []


def test_keys_reach_everything(walks: Any, page: Any) -> None:
    page.set_viewport_size({"width": 1280, "height": 900})
    page.goto(walks["en"][1].as_uri())
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    page.keyboard.press("Enter")
    assert page.url.endswith("#station-1")
    wanted = page.locator("main :is(a, button, summary, textarea, input):visible").count()
    seen = set()
    for _ in range(wanted + 5):
        page.keyboard.press("Tab")
        told = page.evaluate(
            """() => { const e = document.activeElement, s = getComputedStyle(e);
              const box = e.getBoundingClientRect();
              return [e.tagName, e.id || e.textContent + e.getAttribute("href") +
                e.closest("section")?.id, s.outlineStyle, box.bottom > 0 && box.top < innerHeight]
            }"""
        )
        if told[0] in ("BODY", "HTML"):
            break
        assert told[2] != "none", told
        assert told[3], told
        seen.add(told[1])
    assert len(seen) >= wanted - 1


def test_answers_are_kept_and_saved(walks: Any, page: Any) -> None:
    page.goto(walks["en"][1].as_uri())
    page.locator("#station-2-q1").fill('=1+1, "so they say"')
    page.locator("#station-2-q2").fill("Two\nlines")
    page.locator("#station-7 input").first.check()
    page.reload()
    assert page.locator("#station-2-q2").input_value() == "Two\nlines"
    with page.expect_download() as saved:
        page.get_by_role("button", name="Save my answers").click()
    text = saved.value.path().read_text("utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(text)))
    assert [row["text"] for row in rows] == ['\'=1+1, "so they say"', "Two\nlines", "Street lights"]
    assert rows[0]["station"] == "2"
    assert rows[0]["question"] == "What do you notice in these numbers?"
    assert {row["language"] for row in rows} == {"en"}
    page.get_by_role("button", name="Delete my answers").click()
    page.reload()
    assert page.locator("#station-2-q1").input_value() == ""
    assert page.evaluate("localStorage.length") == 0


def test_a_browser_that_keeps_nothing_says_so(walks: Any, page: Any) -> None:
    page.add_init_script(
        "Object.defineProperty(window, 'localStorage', {get() { throw new Error('no') }})"
    )
    page.goto(walks["en"][1].as_uri())
    assert "does not keep" in page.locator(".told").inner_text()
    page.locator("#station-2-q1").fill("Words")
    with page.expect_download() as saved:
        page.get_by_role("button", name="Save my answers").click()
    assert "Words" in saved.value.path().read_text("utf-8")


def test_languages_are_switched_by_address_without_javascript(walks: Any, browser: Any) -> None:
    context = browser.new_context(java_script_enabled=False)
    made = context.new_page()
    made.goto(walks["both"][1].as_uri())
    assert "Boone County Data Walk" in made.locator("h1:visible").inner_text()
    assert made.locator("noscript:visible").count() == 1
    made.get_by_role("link", name="Español").click()
    assert made.locator("h1:visible").all_inner_texts() == ["Recorrido de datos de Boone County"]
    made.goto(walks["both"][1].as_uri() + "#es-station-1")
    assert made.locator("section:visible").first.get_attribute("id") == "es-station-1"
    context.close()


def test_the_language_of_the_page_follows(walks: Any, page: Any) -> None:
    page.goto(walks["both"][1].as_uri() + "#es")
    assert page.title() == "Recorrido de datos de Boone County"
    assert page.evaluate("document.documentElement.lang") == "es"


@pytest.mark.parametrize("name", ["en", "es"])
def test_every_figure_is_in_the_accessibility_tree(name: str, walks: Any, page: Any) -> None:
    kits, path = walks[name]
    page.goto(path.as_uri())
    page.evaluate("document.querySelectorAll('details').forEach(d => { d.open = true })")
    rows = [row for row in numbers(kits[0].walk, kits[0].documents) if row.web]
    assert len(rows) > 100
    lost = []
    for station in sorted({row.station or 0 for row in rows}):
        tree = page.locator(f"#station-{station}").aria_snapshot()
        said = re.sub(r"\s+", " ", tree)
        lost += [row for row in rows if row.station == station and not _is_in(row, said)]
    assert [(row.station, row.kind, row.place, row.printed) for row in lost] == []


def _is_in(row: NumbersRow, said: str) -> bool:
    printed = re.sub(r"\s+", " ", row.printed)
    return printed.replace('"', '\\"') in said


@pytest.mark.parametrize("name", ["en", "both"])
def test_each_station_is_printed_on_a_page_of_its_own(name: str, walks: Any, page: Any) -> None:
    kits, path = walks[name]
    page.goto(path.as_uri())
    pages = [sheet.extract_text() for sheet in PdfReader(io.BytesIO(page.pdf())).pages]
    count = len(kits[0].walk.stations)
    first = [i for i, text in enumerate(pages) if re.search(rf"\b\d+ of {count}\b", text)]
    assert first == list(range(1, count + 1))
    assert len(pages) == count + 1
