"""A real browser for tests of pages, and what axe-core finds in it.

Debian's chromium is used (or the one that DATAWALK_CHROMIUM names), and axe-core where DATAWALK_AXE
says or in node_modules of the project (`npm install --no-save axe-core`). Tests are skipped, with a
message, where these are not.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import ROOT

CHROMIUM = Path(os.environ.get("DATAWALK_CHROMIUM", "/usr/bin/chromium"))
AXE = Path(os.environ.get("DATAWALK_AXE", ROOT / "node_modules" / "axe-core" / "axe.min.js"))
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
LOOKS: Mapping[str, Mapping[str, Any]] = {
    "light": {"color_scheme": "light", "forced_colors": "none"},
    "dark": {"color_scheme": "dark", "forced_colors": "none"},
    "forced": {"color_scheme": "dark", "forced_colors": "active"},
}
WIDTHS: Mapping[int, int] = {320: 256, 768: 1024, 1280: 800}
"""And heights: 320 x 256 is a window of 1280 x 1024 at 400 percent."""
_RULES = """colours => axe.run(document, {
  runOnly: {type: "tag", values: %s},
  rules: {"target-size": {enabled: true}, "color-contrast": {enabled: colours}},
  resultTypes: ["violations"],
}).then(found => found.violations.flatMap(
  one => one.nodes.map(node => `${one.id}: ${node.target} ${node.failureSummary}`)))"""
_COLOURS = """() => axe.run(document, {
  runOnly: {type: "rule", values: ["color-contrast"]}, resultTypes: ["violations"]})
  .then(found => found.violations.flatMap(
    one => one.nodes.map(node => `${one.id}: ${node.target} ${node.failureSummary}`)))"""

needs_browser = pytest.mark.skipif(not CHROMIUM.exists(), reason=f"no browser at {CHROMIUM}")
needs_axe = pytest.mark.skipif(not AXE.is_file(), reason=f"axe-core is not here: {AXE}")


@contextmanager
def launched() -> Iterator[Any]:
    """A browser without a window of its own."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as driver:
        made = driver.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield made
        made.close()


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    """The browser of a file of tests."""
    with launched() as made:
        yield made


def sideways(page: Any, wide: int) -> bool:
    """Whether a page scrolls sideways at a width; the window keeps it."""
    page.set_viewport_size({"width": wide, "height": WIDTHS[wide]})
    return bool(page.evaluate("document.documentElement.scrollWidth > innerWidth"))


def faults(
    page: Any, widths: Sequence[int] = tuple(WIDTHS), looks: Sequence[str] = tuple(LOOKS)
) -> set[tuple[object, ...]]:
    """What is wrong with a page that is shown: whether it scrolls sideways at one of these widths,
    what breaks a rule at the first and at the last of them, and which colors are too near to each
    other in these looks, at the last width as at any."""
    page.evaluate(AXE.read_text(encoding="utf-8"))
    found: set[tuple[object, ...]] = set()
    page.emulate_media(**LOOKS["light"])
    for wide in widths:
        if sideways(page, wide):
            found.add((wide, "scrolls sideways"))
        if wide in (widths[0], widths[-1]):
            colours = wide == widths[-1] and "light" in looks
            found |= {(wide, one) for one in page.evaluate(_RULES % TAGS, colours)}
    for look in looks:
        if look != "light":
            page.emulate_media(**LOOKS[look])
            found |= {(look, one) for one in page.evaluate(_COLOURS)}
    page.emulate_media(**LOOKS["light"])
    return found
