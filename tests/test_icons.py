"""Icons: each station has one, their outlines are whole, and every painter adorns with them."""

from __future__ import annotations

import io
import os
from collections.abc import Callable
from pathlib import Path
from typing import get_args

import numpy as np
import pikepdf
import pytest
from PIL import Image

from datawalk import kit
from datawalk.config import templates
from datawalk.config.station import Pillar
from datawalk.icons.choices import icon_for, station_icon
from datawalk.icons.outlines import SIDE, outlines, placed
from datawalk.layout.ghost import ghost
from datawalk.layout.mirror import directed
from datawalk.metrics.knowledge.catalog import catalog
from datawalk.page.document import Box, Caption, Document, Page
from datawalk.page.marks import Icon
from datawalk.prepare.kit import Kit
from datawalk.problems import NOWHERE
from datawalk.render.image.painter import png_bytes
from datawalk.render.pdf.painter import pdf_bytes
from datawalk.render.pptx.ink import drawn
from datawalk.render.pptx.palette import Palette
from datawalk.render.pptx.xml import element, named
from datawalk.theme import base_theme, contrast
from datawalk.typography.measure import LATO
from tests import icons

PACKAGE = Path(os.environ.get("DATAWALK_PHOSPHOR", "not here"))


def flat(name: str) -> list[np.ndarray]:
    """The rings of an icon as straight lines."""
    rings: list[list[tuple[float, float]]] = []
    for stroke, points in placed(name, 0, 0, SIDE):
        if stroke == "M":
            rings.append([points[0]])
        elif stroke == "L":
            rings[-1].append(points[0])
        elif stroke == "C":
            a, (b, c, d) = np.array(rings[-1][-1]), map(np.array, points)
            for t in np.linspace(0, 1, 9)[1:]:
                u = 1 - t
                rings[-1].append(tuple(u**3 * a + 3 * u * u * t * b + 3 * u * t * t * c + t**3 * d))
    return [np.array(ring) for ring in rings]


def windings(name: str) -> np.ndarray:
    """How often the outline runs round each point of a grid."""
    xs, ys = np.meshgrid(np.linspace(1.13, 254.87, 60), np.linspace(1.17, 254.83, 60))
    found = np.zeros(xs.shape, dtype=int)
    for ring in flat(name):
        for (x1, y1), (x2, y2) in zip(ring, np.roll(ring, -1, axis=0), strict=True):
            if y1 == y2:
                continue
            left = xs < x1 + (ys - y1) / (y2 - y1) * (x2 - x1)
            found += np.where(left & (y1 <= ys) & (ys < y2), 1, 0)
            found -= np.where(left & (y2 <= ys) & (ys < y1), 1, 0)
    return found


def test_every_predictor_and_pillar_has_one_of_its_own() -> None:
    metrics = catalog().metrics.values()
    chosen = {m.predictor: icon_for("predictor", m.predictor) for m in metrics if m.predictor}
    assert len(chosen) == 25
    assert len(set(chosen.values()) & outlines().keys()) == 25
    pillars = {*get_args(Pillar), *(metric.pillar for metric in metrics)}
    assert len({icon_for("pillar", pillar) for pillar in pillars} - {""}) == len(pillars)


def test_every_station_that_ships_has_one() -> None:
    found = {}
    for name in templates.names():
        read, _ = templates.read_template(name, NOWHERE, Path())
        written = [str(read.data.get(key) or "") for key in ("icon", "predictor", "pillar")]
        found[name] = station_icon(*written)
    assert len(found) == 33
    assert set(found.values()) <= outlines().keys()
    # No two stations of a walk are told by the same icon.
    assert len(set(found.values())) == 33
    assert found["story"] == "clock-counter-clockwise"
    assert found["work/jobs"] == "briefcase"


@pytest.mark.parametrize("name", sorted(outlines()))
def test_outlines_are_whole_and_mean_the_same_by_both_rules(name: str) -> None:
    strokes = [stroke for stroke, _ in outlines()[name]]
    assert strokes.count("M") == strokes.count("Z")
    assert (strokes[0], strokes[-1]) == ("M", "Z")
    for ring in flat(name):
        assert 0 <= ring.min() <= ring.max() <= SIDE
    around = windings(name)
    assert set(np.unique(np.abs(around))) == {0, 1}
    assert 0.06 < np.abs(around).mean() < 0.8


def test_they_are_those_of_the_package() -> None:
    if not PACKAGE.exists():
        pytest.skip("@phosphor-icons/core is not here; DATAWALK_PHOSPHOR names its folder")
    assert icons.OUTLINES.read_text(encoding="utf-8") == icons.outlines_text(PACKAGE)


def page_of(*marks: Icon, language: str = "en") -> Document:
    box = Box("band", 0, 0, 200, 100, marks)
    page = Page("p", "P", 200, 100, (box,), "#112233", caption=Caption("", (), "", ("", "")))
    return directed(Document("poster", "T", language, (page,), base_theme()))


MARK = Icon(20, 10, 64, "briefcase", "#b04a12")


def test_on_paper_they_are_curves_that_no_one_hears() -> None:
    with pikepdf.open(io.BytesIO(pdf_bytes(page_of(MARK)))) as pdf:
        done = pikepdf.parse_content_stream(pdf.pages[0])
    before = done[: [str(one.operator) for one in done].index("c")]
    opened = [one for one in before if str(one.operator) in ("BMC", "BDC")]
    assert str(opened[-1].operands[0]) == "/Artifact"


def test_in_pictures_they_have_their_color_and_their_holes() -> None:
    image = Image.open(
        io.BytesIO(png_bytes(page_of(MARK).pages[0], LATO.faces, dpi=72, paper="#ffffff"))
    ).convert("RGB")
    inside = [np.abs(windings("briefcase"))[i, j] for i, j in ((45, 30), (2, 2))]
    assert inside == [1, 0]
    assert image.getpixel((52, 10 + 48)) == (0xB0, 0x4A, 0x12)
    assert image.getpixel((22, 12)) == (255, 255, 255)


def test_on_slides_they_are_one_shape_of_curves_that_adorns() -> None:
    identity = named(7, "Icon", decorative=True)
    made = element(drawn(Palette(base_theme()), MARK, identity))
    inside = [node.tag.rpartition("}")[2] for node in made.iter() if isinstance(node.tag, str)]
    assert inside.count("custGeom") == inside.count("decorative") == 1
    assert inside.count("close") == [stroke for stroke, _ in outlines()["briefcase"]].count("Z")
    assert "cubicBezTo" in inside


def kit_of(write_walk: Callable[[str], Path], head: str = "", icon: str = "") -> Kit:
    """One station on a poster and on slides."""
    text = (
        f'title: T\nplace: "29019"\ndata: [metrics.csv]\n{head}stations:\n'
        f"  - question: Who works here?\n    predictor: Employment opportunities\n{icon}"
        "    blocks:\n      - {kind: text, text: Words}\n"
    )
    return kit.prepared(write_walk(text))


def shown_in(prepared: Kit) -> list[Icon]:
    boxes = [
        box for document in prepared.documents for page in document.pages for box in page.boxes
    ]
    return [leaf for box in boxes for leaf in box.leaves if isinstance(leaf, Icon)]


def test_posters_and_slides_show_that_of_the_predictor_or_the_one_named(
    write_walk: Callable[[str], Path],
) -> None:
    usual = [icon.name for icon in shown_in(kit_of(write_walk))]
    assert usual.count("briefcase") == 3
    named = [icon.name for icon in shown_in(kit_of(write_walk, icon="    icon: key\n"))]
    assert (named.count("key"), named.count("briefcase")) == (3, 0)
    assert shown_in(kit_of(write_walk, "icons: false\n")) == []


@pytest.mark.parametrize("color", ["#0b5c66", "#6b6b6b", "#757575", "#123456"])
def test_words_can_be_read_on_them(color: str) -> None:
    theme = base_theme()
    icon = ghost("key", 0, 0, 100, color, theme)
    assert contrast(theme.paper, icon.color) >= 4.5
    assert icon.color != color


def test_read_from_right_to_left_they_move_and_stay_as_they_are() -> None:
    (moved,) = page_of(MARK, language="ar").pages[0].boxes[0].leaves
    assert moved == Icon(200 - 20 - 64, 10, 64, "briefcase", "#b04a12")
