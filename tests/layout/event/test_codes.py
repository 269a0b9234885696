"""Codes, corner marks and boxes: as they are listed, so they stand on the paper."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from datawalk.layout.event.aruco import BLANK, SIDE, WORDS, modules
from datawalk.layout.event.coded import code_rows
from datawalk.output.event import codes_text, event_files
from datawalk.page.document import Caption, Document
from datawalk.page.form import SIGNS, SheetCode
from datawalk.page.marks import INCH, Rect, Symbol
from datawalk.problems import Problems
from tests.layout.event.made import leaves, sheets, walk


@pytest.fixture(scope="module", params=["letter", "a4"])
def document(request: pytest.FixtureRequest) -> Document:
    return sheets(walk(3, people=9), request.param)


def test_a_code_is_16_signs_and_the_last_one_proves_the_rest() -> None:
    code = SheetCode("7K3Q", "N", 4, "E", 1, "E")
    assert code.payload[:-1] == "DW7K3QN04E0001E"
    body = code.payload[2:15]
    total = sum((i + 1) * SIGNS.index(sign) for i, sign in enumerate(body))
    assert code.payload[-1] == SIGNS[total % 36]
    assert len(code_rows(code.payload)) == 21
    assert code.typed == "7K3Q N04 E 0001"


def test_marks_are_those_that_opencv_finds() -> None:
    cv2 = pytest.importorskip("cv2")
    words = cv2.aruco.getPredefinedDictionary(cv2.aruco.DICT_4X4_50)
    for number in set(range(len(WORDS))) - set(BLANK):
        image = cv2.aruco.generateImageMarker(words, number, SIDE)
        assert modules(number) == tuple(tuple(bool(v == 0) for v in row) for row in image)


def test_no_two_marks_are_one_turned_round() -> None:
    """Each mark is told from all others however the paper lies."""
    seen: dict[tuple[tuple[bool, ...], ...], int] = {}
    for number in set(range(len(WORDS))) - set(BLANK):
        turned = modules(number)
        for _ in range(4):
            assert seen.setdefault(turned, number) == number
            turned = tuple(zip(*turned[::-1], strict=True))


def test_marks_that_look_like_a_filled_box_are_refused() -> None:
    for number in (*BLANK, len(WORDS), -1):
        with pytest.raises(Problems):
            modules(number)


def place(x: float, y: float) -> tuple[float, float]:
    return round(x / INCH, 3), round(y / INCH, 3)


def test_what_is_listed_stands_there(document: Document) -> None:
    for page in (page for page in document.pages if page.forms):
        (form,) = page.forms
        symbols = {place(s.x, s.y) for s in leaves(page) if isinstance(s, Symbol)}
        rects = {
            (round(r.x / INCH, 3), round(r.y / INCH, 3), round(r.w / INCH, 3))
            for r in leaves(page)
            if isinstance(r, Rect)
        }
        spots = {(round(m.x, 3), round(m.y, 3)) for m in form.marks}
        assert spots | {(round(form.code_x, 3), round(form.code_y, 3))} == symbols
        assert {(round(b.x, 3), round(b.y, 3), b.side) for b in form.boxes} <= rects
        # From the corners of the paper, and inside it by as much on each side.
        right, low = place(page.width - INCH, page.height - INCH)
        assert spots == {(0.4, 0.4), (right, 0.4), (right, low), (0.4, low)}


def test_boxes_are_apart_from_each_other_and_from_marks(document: Document) -> None:
    for page in document.pages:
        for form in page.forms:
            middles = [(b.x + b.side / 2, b.y + b.side / 2) for b in form.boxes]
            for i, (x, y) in enumerate(middles):
                for u, v in middles[i + 1 :]:
                    assert max(abs(x - u), abs(y - v)) >= 0.4
            assert len({box.name for box in form.boxes}) == len(form.boxes) >= 50


def test_the_white_round_a_code_reaches_no_mark(document: Document) -> None:
    for page in document.pages:
        for form in page.forms:
            right = min(mark.x for mark in form.marks if mark.x > form.code_x)
            assert form.code_x + form.code_side + 0.24 <= right + 0.001


def test_the_list_of_codes_has_every_sheet_once(document: Document) -> None:
    told = json.loads(codes_text(document))
    codes = [sheet["code"] for sheet in told["sheets"]]
    # Three stations in three rounds, and two spare sheets for each.
    assert len(codes) == len(set(codes)) == 15
    assert {sheet["group"] for sheet in told["sheets"]} == {"A", "B", "C", "X"}
    assert list(told["geometries"]) == ["notes-1"]
    assert {sheet["geometry"] for sheet in told["sheets"]} == {"notes-1"}


def test_files_are_one_for_each_kind_with_codes_and_a_calendar() -> None:
    made = walk(3, people=9)
    files = dict(event_files(sheets(made), made, "event"))
    assert {"event/notes.pdf", "event/codes.json", "event/timeline.ics"} <= files.keys()
    calendar = files["event/timeline.ics"].content.decode()
    assert calendar.count("BEGIN:VEVENT") == 12
    assert "DTSTART:20270415T180000" in calendar
    assert files["event/notes.pdf"].pages == 15


def test_a_photo_of_a_sheet_is_read_back() -> None:
    """Turned, skewed and blurred: all marks are found, and the code is read."""
    cv2 = pytest.importorskip("cv2")
    zxingcpp = pytest.importorskip("zxingcpp")
    np = pytest.importorskip("numpy")
    from datawalk.render.image.painter import png_bytes
    from datawalk.typography.measure import LATO

    document = sheets(walk(3, people=9))
    told = Caption("", (), "", ("", ""))
    page = next(replace(page, caption=told) for page in document.pages if page.forms)
    form = page.forms[0]
    data = np.frombuffer(png_bytes(page, LATO.faces, dpi=90, paper="#ffffff"), np.uint8)
    image = cv2.imdecode(data, cv2.IMREAD_GRAYSCALE)
    tall, wide = image.shape
    corners = np.float32([[0, 0], [wide, 0], [wide, tall], [0, tall]])
    seen = np.float32([[90, 60], [wide + 40, 130], [wide + 10, tall + 90], [40, tall + 20]])
    turn = cv2.getPerspectiveTransform(corners, seen)
    photo = cv2.warpPerspective(image, turn, (wide + 160, tall + 160), borderValue=120)
    photo = cv2.GaussianBlur(photo, (0, 0), 1.0)
    words = cv2.aruco.getPredefinedDictionary(cv2.aruco.DICT_4X4_50)
    _, found, _ = cv2.aruco.ArucoDetector(words).detectMarkers(photo)
    assert {mark.id for mark in form.marks} <= {int(i) for i in found.flatten()}
    assert zxingcpp.read_barcodes(photo)[0].text == form.code.payload
