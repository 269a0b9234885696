"""A real browser for tests of pages, and what axe-core finds in it.

Debian's chromium is used (or the one that DATAWALK_CHROMIUM names), and axe-core where DATAWALK_AXE
says or in node_modules of the project (`npm install --no-save axe-core`). Tests are skipped, with a
message, where these are not.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import ROOT

CHROMIUM = Path(os.environ.get("DATAWALK_CHROMIUM", "/usr/bin/chromium"))
AXE = Path(os.environ.get("DATAWALK_AXE", ROOT / "node_modules" / "axe-core" / "axe.min.js"))
TAGS = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice")
COLOURS = "color-contrast"
LOOKS: Mapping[str, Mapping[str, Any]] = {
    "light": {"color_scheme": "light", "forced_colors": "none"},
    "dark": {"color_scheme": "dark", "forced_colors": "none"},
    "forced": {"color_scheme": "dark", "forced_colors": "active"},
}
WIDTHS: Mapping[int, int] = {320: 256, 768: 1024, 1280: 800}
"""And heights: 320 x 256 is a window of 1280 x 1024 at 400 percent."""
_RUN = """asked => axe.run(document, {
  runOnly: asked.only ? {type: "rule", values: asked.only} : {type: "tag", values: asked.tags},
  rules: asked.only ? {} : {"target-size": {enabled: true}, "color-contrast": {enabled: false}},
  resultTypes: ["violations"],
}).then(found => found.violations.flatMap(
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


def faults(
    page: Any, widths: Iterable[int] = tuple(WIDTHS), looks: Iterable[str] = tuple(LOOKS)
) -> set[tuple[object, ...]]:
    """What is wrong with a page that is shown: at these widths by all rules but that of colors,
    which are the same at each, and that in these looks; and whether it scrolls sideways."""
    page.evaluate(AXE.read_text(encoding="utf-8"))
    found: set[tuple[object, ...]] = set()
    page.emulate_media(**LOOKS["light"])
    for wide in widths:
        page.set_viewport_size({"width": wide, "height": WIDTHS[wide]})
        found |= {(wide, one) for one in page.evaluate(_RUN, {"tags": TAGS, "only": None})}
        if page.evaluate("document.documentElement.scrollWidth > innerWidth"):
            found.add((wide, "scrolls sideways"))
    for look in looks:
        page.emulate_media(**LOOKS[look])
        found |= {(look, one) for one in page.evaluate(_RUN, {"tags": (), "only": [COLOURS]})}
    page.emulate_media(**LOOKS["light"])
    return found
