"""An edited deck gets new figures and keeps all that a person did to it."""

from __future__ import annotations

import io
import shutil
import subprocess
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from openxml_audit import validate_pptx
from pptx import Presentation
from pptx.dml.color import RGBColor
from pptx.util import Emu

from datawalk import kit
from datawalk.render.pptx.package import unmarked, untouched
from datawalk.render.pptx.update.identity import identity
from datawalk.render.pptx.update.update import Updated, updated
from tests.conftest import ROOT

WALK = """title: W
place: "29019"
compare: ["19103", us-median]
data: [metrics.csv]
outputs: [{medium: deck}]
stations:
  - question: Who has a job?
    blocks:
      - {kind: stat, metric: share_employed}
      - {kind: chart, metric: share_employed}
      - {kind: map, metric: share_employed}
      - {kind: table, of: [share_employed, pctl_income_50]}
      - {kind: questions, questions: ["What is new?"]}
"""
OURS = "29019,county,Boone County,Missouri,share_employed,all,All,2023,"


def rendered(folder: Path) -> bytes:
    ready = kit.prepared(folder / "walk.yaml")
    (path,) = (p for p, *_ in kit.rendered(ready, folder / "out").files if p.suffix == ".pptx")
    return path.read_bytes()


@pytest.fixture(scope="module")
def walk_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("walk")


@pytest.fixture
def decks(walk_folder: Path) -> tuple[bytes, bytes]:
    """A deck, and the same with another figure of our place: 84% became 62%."""
    return _decks(walk_folder)


@cache
def _decks(folder: Path) -> tuple[bytes, bytes]:
    """Made once for all tests, which change copies."""
    (folder / "walk.yaml").write_text(WALK, encoding="utf-8")
    data = folder / "metrics.csv"
    text = (ROOT / "samples" / "metrics.csv").read_text(encoding="utf-8")
    data.write_text(text, encoding="utf-8")
    before = rendered(folder)
    assert f"{OURS}0.8411" in text
    data.write_text(text.replace(f"{OURS}0.8411", f"{OURS}0.6184"), encoding="utf-8")
    return before, rendered(folder)


def edited(blob: bytes, change: Callable[[Any], None]) -> bytes:
    deck = Presentation(io.BytesIO(blob))
    change(deck)
    out = io.BytesIO()
    deck.save(out)
    return out.getvalue()


def opened(blob: bytes) -> Any:
    return Presentation(io.BytesIO(blob))


def shapes(deck: Any, kind: str) -> Iterator[Any]:
    for slide in deck.slides:
        for shape in slide.shapes:
            told = identity(shape._element)
            if told and told.kind == kind:
                yield shape


def chart(deck: Any) -> Any:
    return next(shapes(deck, "Chart"))


def jobs_table(deck: Any) -> Any:
    return next(s for s in shapes(deck, "Table") if "job" in s.table.cell(1, 0).text)


def values(deck: Any) -> dict[str, float]:
    plot = chart(deck).chart.plots[0]
    return dict(zip(plot.categories, plot.series[0].values, strict=True))


def sound(found: Updated, tmp_path: Path) -> Any:
    path = tmp_path / "found.pptx"
    path.write_bytes(found.content)
    assert [str(error) for error in validate_pptx(str(path)).errors] == []
    return opened(found.content)


def test_every_figure_is_as_in_a_fresh_deck(decks: tuple[bytes, bytes], tmp_path: Path) -> None:
    before, after = decks
    deck, fresh = sound(updated(before, after), tmp_path), opened(after)
    assert values(deck) == values(fresh)
    assert values(deck)["Boone County, MO"] == 0.6184

    def told(of: Any) -> list[tuple[str, str, str]]:
        return [
            (s.name, s._element.xpath(".//p:cNvPr")[0].get("descr", ""), text(s))
            for slide in of.slides
            for s in slide.shapes
        ]

    def text(shape: Any) -> str:
        if shape.has_table:
            return "|".join(c.text for row in shape.table.rows for c in row.cells)
        return shape.text_frame.text if shape.has_text_frame else ""

    assert told(deck) == told(fresh)
    notes = [s.notes_slide.notes_text_frame.text for s in deck.slides if s.has_notes_slide]
    assert notes == [s.notes_slide.notes_text_frame.text for s in fresh.slides if s.has_notes_slide]
    book = openpyxl.load_workbook(
        io.BytesIO(chart(deck).chart.part.chart_workbook.xlsx_part.blob)
    ).active
    assert 0.6184 in [cell.value for row in book.iter_rows() for cell in row]


def test_the_same_data_touch_nothing(decks: tuple[bytes, bytes]) -> None:
    before, _ = decks
    found = updated(before, before)
    assert (found.refreshed, found.edited, found.gone, found.added) == ((), (), (), ())


def test_places_sizes_colors_and_words_of_a_person_stay(
    decks: tuple[bytes, bytes], tmp_path: Path
) -> None:
    before, after = decks

    def change(deck: Any) -> None:
        shape = chart(deck)
        shape.left, shape.width = Emu(1_000_000), Emu(7_000_000)
        fill = shape.chart.plots[0].series[0].format.fill
        fill.solid()
        fill.fore_color.rgb = RGBColor(0xAA, 0x00, 0x11)
        big = next(shapes(deck, "Big"))
        big.text_frame.text = "Many"
        title = next(s for s in shapes(deck, "Title") if "have a job" in s.text_frame.text)
        title.text_frame.text = "Our own title"
        jobs_table(deck).table.cell(1, 0).text = "Our own label"

    deck = sound(found := updated(edited(before, change), after), tmp_path)
    shape = chart(deck)
    assert (shape.left, shape.width) == (1_000_000, 7_000_000)
    assert values(deck)["Boone County, MO"] == 0.6184
    assert str(shape.chart.plots[0].series[0].format.fill.fore_color.rgb) == "AA0011"
    assert next(shapes(deck, "Big")).text_frame.text == "Many"
    titles = [slide.shapes.title.text for slide in deck.slides]
    assert "Our own title" in titles
    own = next(s.table for s in shapes(deck, "Table") if s.table.cell(1, 0).text == "Our own label")
    assert own.cell(1, 1).text == "84%"  # Nobody can tell any more which row it is.
    assert {spot.kind for spot in found.edited} == {"Big", "Title", "Table"}


def test_slides_taken_out_added_and_moved_stay_so(
    decks: tuple[bytes, bytes], tmp_path: Path
) -> None:
    before, after = decks

    def change(deck: Any) -> None:
        slides = deck.slides._sldIdLst
        mine = deck.slides.add_slide(deck.slide_layouts[1])
        mine.shapes.title.text = "84% of us know this"
        welcome = next(i for i, s in enumerate(deck.slides) if s.shapes.title.text == "Welcome")
        deck.part.drop_rel(slides[welcome].rId)
        slides.remove(slides[welcome])
        last = slides[-2]
        slides.remove(last)
        slides.insert(1, last)

    changed = edited(before, change)
    deck = sound(found := updated(changed, after), tmp_path)
    titles = [slide.shapes.title.text for slide in deck.slides]
    assert len(titles) == len(opened(changed).slides)
    assert "84% of us know this" in titles
    assert "Welcome" not in titles
    assert found.added == ("Welcome",)
    assert values(deck)["Boone County, MO"] == 0.6184


def test_a_copy_of_a_chart_on_another_slide_is_brought_up_to_date_too(
    decks: tuple[bytes, bytes], tmp_path: Path
) -> None:
    before, after = decks

    def change(deck: Any) -> None:
        from copy import deepcopy

        slide = deck.slides.add_slide(deck.slide_layouts[1])
        slide.shapes.title.text = "Copy"
        copy = deepcopy(jobs_table(deck)._element)
        copy.xpath(".//p:cNvPr")[0].set("id", "99")
        slide.shapes._spTree.append(copy)

    deck = sound(updated(edited(before, change), after), tmp_path)
    found = [s.table.cell(1, 1).text for s in shapes(deck, "Table")]
    assert found.count("62%") == 2
    assert "84%" not in found


def theme_of(deck: Any) -> Any:
    rels = deck.slide_master.part.rels.values()
    return next(rel.target_part for rel in rels if rel.reltype.endswith("/theme"))


def test_what_an_organiser_did_to_the_look_stays(
    decks: tuple[bytes, bytes], tmp_path: Path
) -> None:
    before, after = decks

    def change(deck: Any) -> None:
        theme = theme_of(deck)
        theme._blob = theme.blob.replace(b"0B5C69", b"7A1FA2")
        held = next(s for s in deck.slide_master.placeholders if s.placeholder_format.type == 1)
        held.top = held.top + Emu(127_000)
        big = next(shapes(deck, "Big"))
        slide = next(s for s in deck.slides if big._element in s.shapes._spTree)
        slide.shapes.title.text_frame.text = "Who works here?"

    deck = sound(found := updated(edited(before, change), after), tmp_path)
    assert b"7A1FA2" in theme_of(deck).blob
    assert "Who works here?" in [slide.shapes.title.text for slide in deck.slides]
    assert next(shapes(deck, "Big")).text_frame.text == "62"
    assert values(deck)["Boone County, MO"] == 0.6184
    assert {spot.kind for spot in found.edited} <= {"Title"}


def test_what_the_walk_has_no_longer_is_named(
    decks: tuple[bytes, bytes], write_walk: Callable[[str], Path]
) -> None:
    before, _ = decks
    less = WALK.replace("      - {kind: map, metric: share_employed}\n", "")
    found = updated(before, rendered(write_walk(less).parent))
    assert len(found.gone) == 1
    slide = opened(before).slides[found.gone[0] - 1]
    assert any("Map" in shape.name for shape in slide.shapes)


def saved_by_libreoffice(blob: bytes, folder: Path) -> bytes:
    (folder / "deck.pptx").write_bytes(blob)
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = ["soffice", profile, "--headless", "--convert-to", "pptx", "--outdir", "saved"]
    subprocess.run([*command, "deck.pptx"], cwd=folder, check=True, capture_output=True)
    return (folder / "saved" / "deck.pptx").read_bytes()


@pytest.mark.skipif(not shutil.which("soffice"), reason="LibreOffice is not here")
def test_a_deck_that_libreoffice_saved_gets_its_figures(
    decks: tuple[bytes, bytes], tmp_path: Path
) -> None:
    before, after = decks
    saved = saved_by_libreoffice(before, tmp_path)
    assert not untouched(saved)
    assert not unmarked(saved)
    found = updated(saved, after)
    deck = opened(found.content)
    assert {key: round(v, 6) for key, v in values(deck).items()} == values(opened(after))
    # It takes away the names of placeholders; the deck keeps them elsewhere.
    assert found.edited == ()
    assert said(deck) == said(opened(after))


def said(deck: Any) -> list[list[str]]:
    """The words of all placeholders but the number of the slide, and the notes."""
    return [
        sorted(
            s.text_frame.text
            for s in (*slide.placeholders, *slide.notes_slide.placeholders)
            if s.has_text_frame and "sldNum" not in s._element.xpath(".//p:ph/@type")
        )
        for slide in deck.slides
    ]


def bare(deck: Any) -> None:
    """Placeholders as LibreOffice names them."""
    for slide in deck.slides:
        held = (shape for shape in slide.placeholders if shape.has_text_frame)
        for number, shape in enumerate(held, start=1):
            shape.name = f"PlaceHolder {number}"


def test_words_that_a_person_changed_in_libreoffice_are_kept_and_told(
    decks: tuple[bytes, bytes], tmp_path: Path
) -> None:
    before, after = decks

    def change(deck: Any) -> None:
        next(shapes(deck, "Big")).text_frame.text = "most"
        bare(deck)

    deck = sound(found := updated(edited(before, change), after), tmp_path)
    assert next(shapes(deck, "Big")).text_frame.text == "most"
    assert {spot.kind for spot in found.edited} == {"Big"}
    wanted = [{"62" if word == "most" else word for word in slide} for slide in said(deck)]
    assert wanted == [set(slide) for slide in said(opened(after))]


def test_placeholders_of_older_decks_without_names_are_told(decks: tuple[bytes, bytes]) -> None:
    before, after = decks

    def change(deck: Any) -> None:
        bare(deck)
        rels = deck.part.package._rels
        rels.pop(
            next(key for key, rel in rels.items() if rel.reltype.endswith("custom-properties"))
        )

    found = updated(edited(before, change), after)
    assert {"Title", "Big"} <= {spot.kind for spot in found.edited}


def test_what_an_older_deck_does_not_have_was_not_changed_by_anyone(
    decks: tuple[bytes, bytes], tmp_path: Path
) -> None:
    before, after = decks

    def change(deck: Any) -> None:
        for kind in ("Kicker", "Asked", "Invited", "Range"):
            for shape in list(shapes(deck, kind)):
                shape._element.getparent().remove(shape._element)

    deck = sound(found := updated(edited(before, change), after), tmp_path)
    assert found.edited == ()
    assert next(shapes(deck, "Big")).text_frame.text == "62"
    assert values(deck)["Boone County, MO"] == 0.6184


def test_a_deck_knows_whether_it_was_touched(decks: tuple[bytes, bytes]) -> None:
    before, after = decks
    assert untouched(before)
    assert untouched(after)
    deck = edited(before, lambda deck: setattr(deck.slides[1].shapes.title, "text", "Mine"))
    assert not untouched(deck)
    assert not untouched(b"no deck")
