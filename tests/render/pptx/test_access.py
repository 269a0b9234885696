"""PowerPoint's accessibility checker would find nothing; and it is asked rightly."""

from __future__ import annotations

import io
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from pptx import Presentation
from pptx.util import Pt

from datawalk import kit
from datawalk.output.formats import paint
from tests.brand import templates
from tests.conftest import ROOT
from tests.render.pptx.access_rules import P14, A, findings, findings_in

FORMS = """title: Forms
place: "29019"
compare: ["19103", "17019", us-median]
data: [metrics.csv]
event: {hosts: [Library], link: https://example.org}
outputs: [{medium: deck, OUTPUT}]
stations:
  - question: Which forms do charts have?
    blocks:
      - {kind: chart, metric: share_employed, show: change}
      - {kind: chart, metric: share_employed, show: difference}
      - {kind: chart, metric: pctl_income_50, show: years}
      - {kind: chart, metric: share_digital_access, show: race}
      - {kind: chart, metric: share_digital_access, show: distribution}
      - {kind: hundred, metric: share_desc_rep_hispanic}
      - {kind: map, metric: share_employed}
      - {kind: table, of: [share_employed, pctl_income_50]}
      - {kind: text, text: "More under [the framework](https://www.urban.org)."}
      - {kind: questions, questions: ["What is new?"]}
  - template: visioning
"""


@cache
def boone() -> bytes:
    return paint(kit.prepared(ROOT / "configs" / "boone.yaml", only="deck").documents[0])


def forms(write_walk: Callable[[str], Path], output: str, head: str = "") -> bytes:
    path = write_walk(head + FORMS.replace("OUTPUT", output))
    return paint(kit.prepared(path).documents[0])


def test_the_deck_of_boone_passes() -> None:
    assert findings(boone()) == []


@pytest.mark.parametrize(
    "output", ["variant: room", "variant: virtual", "variant: report-back", "size: 4:3"]
)
def test_every_form_and_variant_passes(output: str, write_walk: Callable[[str], Path]) -> None:
    assert findings(forms(write_walk, output)) == []


def test_a_deck_in_spanish_passes(write_walk: Callable[[str], Path]) -> None:
    assert findings(forms(write_walk, "variant: room", "language: es\n")) == []


@pytest.mark.parametrize("build", [templates.plain, templates.dark, templates.unusual])
def test_decks_in_templates_pass(
    build: Callable[[Path], Path], write_walk: Callable[[str], Path], tmp_path: Path
) -> None:
    name = build(tmp_path).name
    assert findings(forms(write_walk, f"template: {name}")) == []


def broken(change: Callable[[Any], None]) -> list[str]:
    """What is found in Boone's deck after one change."""
    deck = Presentation(io.BytesIO(boone()))
    change(deck)
    return findings_in(deck)


def shape(deck: Any, kind: str) -> Any:
    return next(s for slide in deck.slides for s in slide.shapes if s.name.startswith(kind))


def run(deck: Any) -> Any:
    """A run of words on a slide of words."""
    return next(deck.slides[1].shapes._spTree.iter(f"{A}r"))


def _same_titles(deck: Any) -> None:
    deck.slides[2].shapes.title.text_frame.paragraphs[0].runs[0].text = "Welcome"


def _untold(deck: Any) -> None:
    shape(deck, "Chart")._element.xpath(".//p:cNvPr")[0].set("descr", "")


def _picture(deck: Any) -> None:
    from PIL import Image

    out = io.BytesIO()
    Image.new("RGB", (10, 10)).save(out, "PNG")
    added = deck.slides[1].shapes.add_picture(out, 0, 0)
    added._element.xpath(".//p:cNvPr")[0].set("descr", "")


def _headless(deck: Any) -> None:
    shape(deck, "Table").table.first_row = False


def _merged(deck: Any) -> None:
    table = shape(deck, "Table").table
    table.cell(1, 0).merge(table.cell(1, 1))


def _empty(deck: Any) -> None:
    body = next(p for p in deck.slides[1].placeholders if p != deck.slides[1].shapes.title)
    body.text_frame.text = ""


def _untitled(deck: Any) -> None:
    title = deck.slides[1].shapes.title._element
    title.getparent().remove(title)


def _vague(deck: Any) -> None:
    box = deck.slides[1].shapes.add_textbox(0, 0, Pt(200), Pt(40)).text_frame
    added = box.paragraphs[0].add_run()
    added.text, added.font.size = "here", Pt(20)
    added._r.get_or_add_rPr().set("lang", "en-US")
    added.hyperlink.address = "https://example.org"


def _late(deck: Any) -> None:
    tree = deck.slides[1].shapes._spTree
    tree.append(deck.slides[1].shapes.title._element)


def _mute(deck: Any) -> None:
    run(deck).find(f"{A}rPr").attrib.pop("lang")


def _small(deck: Any) -> None:
    run(deck).find(f"{A}rPr").set("sz", "1200")


def _small_chart(deck: Any) -> None:
    space = shape(deck, "Chart").chart._chartSpace
    next(node for node in space.iter() if node.get("sz")).set("sz", "900")


def _unnumbered(deck: Any) -> None:
    number = next(s for s in deck.slides[1].shapes if s.name == "Number")
    number._element.getparent().remove(number._element)


def _faint(deck: Any) -> None:
    about = run(deck).find(f"{A}rPr")
    fill = about.makeelement(f"{A}solidFill", {})
    fill.append(fill.makeelement(f"{A}srgbClr", {"val": "DDDDDD"}))
    for old in about.findall(f"{A}solidFill"):
        about.remove(old)
    about.insert(0, fill)


def _nameless(deck: Any) -> None:
    next(deck.part._element.iter(f"{P14}section")).set("name", "")


def _unsectioned(deck: Any) -> None:
    first = next(deck.part._element.iter(f"{P14}sldId"))
    first.getparent().remove(first)


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (_same_titles, "title twice: Welcome"),
        (_untold, "no alternative text: Chart"),
        (_picture, "no alternative text: Picture"),
        (_headless, "a table without a header row"),
        (_merged, "a table with merged cells"),
        (_empty, "an empty placeholder"),
        (_untitled, "slide 2: no title"),
        (_vague, "a link that says only “here”"),
        (_late, "is read before the title"),
        (_mute, "no language"),
        (_small, "small type"),
        (_small_chart, "small type in a chart"),
        (_unnumbered, "slide 2: no slide number"),
        (_faint, "faint"),
        (_nameless, "a section without a name"),
        (_unsectioned, "sections do not hold all slides in order"),
    ],
)
def test_each_rule_finds_what_is_broken(change: Callable[[Any], None], said: str) -> None:
    assert any(said in text for text in broken(change))
