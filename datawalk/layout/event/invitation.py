"""Texts to send, to look over on paper; each is a file of its own too."""

from __future__ import annotations

from collections.abc import Iterator

from datawalk.compose.event.texts import texts_of
from datawalk.layout.event.furniture import foot, told
from datawalk.layout.event.guide.flow import GuideFlow
from datawalk.layout.event.guide.parts import GuideSection, GuideText
from datawalk.layout.event.sheet import Materials
from datawalk.page.document import Page
from datawalk.words import say


def pages(materials: Materials) -> Iterator[Page]:
    """All texts, one under the other."""
    flow = GuideFlow(materials)
    for text in texts_of(materials.walk, materials.plan):
        said = (GuideText(f"**{text.when}**"), *map(GuideText, text.paragraphs))
        flow.section(GuideSection(text.title, said))
    title = say("Texts to send")
    for number, sheet in enumerate(flow.sheets, start=1):
        count = len(flow.sheets)
        foot(
            sheet, told(materials.walk), say("Page {number} of {count}", number=number, count=count)
        )
        yield sheet.page("invitation", f"invitation-{number}", title)
