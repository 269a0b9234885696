"""Photos of sheets are read back: turned, skewed, in shade and blurred, with some boxes marked."""

from __future__ import annotations

import json
from dataclasses import replace
from functools import lru_cache
from typing import Any, TypeAlias

import pytest

from datawalk.output.event import codes_text
from datawalk.page.document import Caption, Document
from tests.layout.event.made import sheets, walk

np = pytest.importorskip("numpy")
cv2 = pytest.importorskip("cv2", reason="the extra test has OpenCV")
zxingcpp = pytest.importorskip("zxingcpp", reason="the extra test has zxing-cpp")

Pixels: TypeAlias = Any
"""An array of NumPy, which only the extra has."""
DOTS = 100
"""Pixels for each inch on the page, and 0.8 of it in the photo."""
EMPTY, MARKED = 0.065, 0.1
"""How dark a box is inside."""
KINDS = (
    "notes",
    "spare-notes",
    "ballot",
    "my-step",
    "evaluation",
    "consent",
    "exit-card",
    "tally",
    "quote-form",
    "debrief",
    "pledge-wall",
    "wall-field",
)


@lru_cache(maxsize=4)
def document(size: str, ranked: bool) -> Document:
    return sheets(walk(2, people=6, ranked=ranked, language="es"), size)


def pixels(made: Document, number: int) -> Pixels:
    from datawalk.render.image.painter import png_bytes
    from datawalk.typography.measure import LATO

    page = replace(made.pages[number], caption=Caption("", (), "", ("", "")))
    data = png_bytes(page, LATO.faces, dpi=DOTS, paper="#ffffff")
    return cv2.imdecode(np.frombuffer(data, np.uint8), cv2.IMREAD_GRAYSCALE)


def photo(image: Pixels, degrees: float) -> Pixels:
    """The sheet on a grey table, seen from above and from one side, half in shade."""
    tall, wide = image.shape
    middle, turn = np.array([wide / 2, tall / 2]), np.deg2rad(degrees)
    spin = np.array([[np.cos(turn), -np.sin(turn)], [np.sin(turn), np.cos(turn)]])
    corners = np.array([[0, 0], [wide, 0], [wide, tall], [0, tall]], np.float32)
    side = round(1.45 * tall * 0.8)
    lean = np.array([[14, -20], [-22, 16], [18, 12], [-10, 24]])
    seen = ((corners - middle) * 0.8) @ spin.T + side / 2 + lean
    way = cv2.getPerspectiveTransform(corners, seen.astype(np.float32))
    flat = cv2.warpPerspective(image, way, (side, side), borderValue=110, flags=cv2.INTER_AREA)
    shade = np.linspace(0.7, 1.0, side)[None, :]
    return cv2.GaussianBlur((flat * shade).astype(np.uint8), (0, 0), 0.8)


def marks_in(image: Pixels) -> dict[int, Pixels]:
    words = cv2.aruco.getPredefinedDictionary(cv2.aruco.DICT_4X4_50)
    corners, ids, _ = cv2.aruco.ArucoDetector(words).detectMarkers(image)
    largest = max(cv2.arcLength(c[0], True) for c in corners)
    pairs = zip(ids.flatten(), corners, strict=True)
    return {int(i): c[0] for i, c in pairs if cv2.arcLength(c[0], True) > 0.7 * largest}


def flattened(image: Pixels, shape: dict[str, Pixels]) -> Pixels:
    """The sheet as it was printed, by the marks of one paper of it."""
    found, seen, meant = marks_in(image), [], []
    for number, x, y, side in shape["marks"]:
        seen += list(found[number])
        meant += [(x, y), (x + side, y), (x + side, y + side), (x, y + side)]
    way, _ = cv2.findHomography(np.float32(seen), np.float32(meant) * DOTS)
    size = (round(shape["width"] * DOTS), round(shape["height"] * DOTS))
    return cv2.warpPerspective(image, way, size, flags=cv2.INTER_CUBIC)


def darkness(image: Pixels, x: float, y: float, side: float) -> float:
    def cut(left: float, top: float, length: float) -> Pixels:
        return image[
            round(top * DOTS) : round((top + length) * DOTS),
            round(left * DOTS) : round((left + length) * DOTS),
        ]

    edge = side * 0.2
    paper = np.percentile(cut(x - 0.09, y - 0.09, side + 0.18), 88)
    return float(1 - cut(x + edge, y + edge, side - 2 * edge).mean() / paper)


def crossed(image: Pixels, x: float, y: float, side: float) -> None:
    a, b = side * 0.1, side * 0.9
    for one, other in (((a, a), (b, b)), ((b, a), (a, b))):
        start = tuple(round(v * DOTS) for v in (x + one[0], y + one[1]))
        end = tuple(round(v * DOTS) for v in (x + other[0], y + other[1]))
        cv2.line(image, start, end, 60, 4, cv2.LINE_AA)


@pytest.mark.parametrize(
    ("size", "ranked", "degrees"), [("letter", False, 8), ("a4", True, 187)], ids=["letter", "a4"]
)
@pytest.mark.parametrize("kind", KINDS)
def test_code_and_boxes_are_read_from_a_photo(
    kind: str, size: str, ranked: bool, degrees: float
) -> None:
    made = document(size, ranked)
    told = json.loads(codes_text(made))
    at = next(i for i, page in enumerate(made.pages) if page.section == kind)
    image = pixels(made, at)
    for half, form in enumerate(made.pages[at].forms):
        # Halves are photographed after the cut.
        middle = image.shape[0] // 2
        alone = image.copy()
        if len(made.pages[at].forms) == 2:
            alone[middle:] = 255 if half == 0 else alone[middle:]
            alone[:middle] = 255 if half == 1 else alone[:middle]
        listed = next(s for s in told["sheets"] if s["code"] == form.code.payload)
        shape = told["geometries"][listed["geometry"]]
        marked = {name for i, (name, *_) in enumerate(shape["boxes"]) if i % 3 == half}
        for name, *spot in shape["boxes"]:
            if name in marked:
                crossed(alone, *spot)
        seen = flattened(photo(alone, degrees), shape)
        assert zxingcpp.read_barcodes(seen)[0].text == listed["code"]
        for name, *spot in shape["boxes"]:
            dark = darkness(seen, *spot)
            assert dark > MARKED if name in marked else dark < EMPTY, (name, dark)
