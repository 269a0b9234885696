"""The text of a walk in a real browser: words are offered where they fit, with what they mean."""

from __future__ import annotations

import pytest
from playwright.sync_api import BrowserContext, expect

from datawalk.app.studio.studio import Studio
from tests.app.studio import test_in_a_browser as browsing

pytestmark = browsing.pytestmark
served, browser, inside = browsing.served, browsing.browser, browsing.inside
WALK = """\
title: A walk
stations:
  - title: One
    blocks:
      - kind: chart
        metric: share_employed
        |
outputs:
  - medium: poster
"""


@pytest.mark.parametrize(
    ("text", "first", "some"),
    [
        ("|", "title", "stations"),
        ("title: A\npl|", "place", "place"),
        ("stations:\n  - title: A\n    blocks:\n      - |", "kind", "kind"),
        ("stations:\n- title: A\n  pillar: he|", "health", "health"),
        ("stations:\n  - blocks:\n      - hide: |\n        kind: chart", "true", "false"),
        ("outputs:\n  - medium: poster\n    gr|", "grey", "grey"),
        ("title: A\n# no|", "", ""),
        (WALK, "heading", "show"),
    ],
)
def test_words_that_fit_are_offered(
    inside: BrowserContext, text: str, first: str, some: str
) -> None:
    page = inside.new_page()
    page.goto("/help")
    found = page.evaluate(
        """async ([text, caret]) => {
          const { Words } = await import("/static/words.js");
          const schema = await (await fetch("/schema.json")).json();
          return new Words(schema).at(text, caret).choices.map((one) => one.word);
        }""",
        [text.replace("|", ""), text.index("|") if "|" in text else 0],
    )
    page.close()
    assert (found[:1] or [""])[0] == first
    assert not some or some in found
    assert "metric" not in found or text != WALK


def test_a_word_is_taken_by_keyboard_and_undone(inside: BrowserContext, served: Studio) -> None:
    page = inside.new_page()
    names = browsing.walk_names(page)
    page.goto(f"/w/{names['boone']}/text")
    field, words = page.locator("#text"), page.locator("#words")
    field.focus()
    page.keyboard.press("Control+End")
    page.keyboard.type("\npric")
    before = field.input_value()
    page.keyboard.press("Control+Space")
    expect(words.get_by_role("option")).to_have_count(1, timeout=browsing.SLOW)
    marked = words.get_by_role("option", selected=True)
    assert field.get_attribute("aria-activedescendant") == marked.get_attribute("id")
    assert browsing.browsers.faults(page, (1280,)) == set()
    page.keyboard.press("Enter")
    expect(words).to_be_hidden()
    assert field.input_value() == f"{before[:-4]}prices: "
    expect(page.locator("#means")).to_contain_text("price")
    page.keyboard.press("Control+z")
    assert field.input_value() == before
    page.keyboard.press("Control+Space")
    page.keyboard.press("Escape")
    expect(words).to_be_hidden()
    page.on("dialog", lambda dialog: dialog.accept())
    page.close()
