"""Codes, corner marks and boxes: as they are listed, so they stand on the paper."""

from __future__ import annotations

import json

import pytest

from datawalk.layout.event.aruco import BLANK, SIDE, WORDS, modules
from datawalk.layout.event.coded import code_rows
from datawalk.output.event import codes_text, event_files
from datawalk.page.document import Document
from datawalk.page.form import SIGNS, SheetCode
from datawalk.page.marks import INCH, Rect, Symbol
from datawalk.problems import Problems
from tests.layout.event.made import leaves, sheets, walk

COMING_BACK = (
    "notes",
    "wall-field",
    "ballot",
    "tally",
    "pledge-wall",
    "evaluation",
    "consent",
    "quote-form",
    "debrief",
)
"""Whole sheets that a camera reads."""


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
        symbols = {place(s.x, s.y) for s in leaves(page) if isinstance(s, Symbol)}
        rects = {
            (round(r.x / INCH, 3), round(r.y / INCH, 3), round(r.w / INCH, 3))
            for r in leaves(page)
            if isinstance(r, Rect)
        }
        spots = {(round(m.x, 3), round(m.y, 3)) for form in page.forms for m in form.marks}
        codes = {(round(form.code_x, 3), round(form.code_y, 3)) for form in page.forms}
        assert spots | codes == symbols
        boxes = {(round(b.x, 3), round(b.y, 3), b.side) for f in page.forms for b in f.boxes}
        assert boxes <= rects


def test_marks_are_as_far_from_each_edge_of_their_paper(document: Document) -> None:
    """Whole sheets, and the two halves of others, cut in the middle and along the tear; cards of a
    note wall are cut out."""
    for page in document.pages:
        for half, form in enumerate(page.forms):
            if form.sheet == "wall-field":
                continue
            first, right, low, left = form.marks
            inset = 0.4 if len(page.forms) == 1 else 0.35
            top = half * page.height / INCH / len(page.forms)
            assert (left.x, first.y) == (first.x, right.y)
            assert first.x == inset
            assert first.y - top == pytest.approx(inset)
            end = top + page.height / INCH / len(page.forms)
            assert end - low.y - low.side == pytest.approx(inset)
            if form.sheet != "my-step":
                assert page.width / INCH - right.x - right.side == pytest.approx(inset)


def test_boxes_are_apart_from_each_other_and_from_marks(document: Document) -> None:
    for page in document.pages:
        for form in page.forms:
            middles = [(b.x + b.side / 2, b.y + b.side / 2) for b in form.boxes]
            for i, (x, y) in enumerate(middles):
                for u, v in middles[i + 1 :]:
                    least = 0.75 if form.sheet == "ballot" else 0.4
                    assert max(abs(x - u), abs(y - v)) >= least
            assert len({box.name for box in form.boxes}) == len(form.boxes)


def test_kinds_of_sheets_have_marks_of_their_own(document: Document) -> None:
    """A photo tells the kind of a sheet by any of its marks."""
    owners: dict[int, str] = {}
    for page in document.pages:
        for form in page.forms:
            for mark in form.marks:
                assert owners.setdefault(mark.id, form.sheet) == form.sheet


def test_numbers_of_ballots_are_in_no_order(document: Document) -> None:
    for sheet in ("ballot", "evaluation", "exit-card", "my-step", "quote-form"):
        numbers = [f.code.number for p in document.pages for f in p.forms if f.sheet == sheet]
        assert len(set(numbers)) == len(numbers) > 1
        assert numbers not in (sorted(numbers), sorted(numbers, reverse=True))


def test_the_white_round_a_code_reaches_no_mark(document: Document) -> None:
    for page in document.pages:
        for form in page.forms:
            right = min(mark.x for mark in form.marks if mark.x > form.code_x)
            assert form.code_x + form.code_side + 0.24 <= right + 0.001


def test_the_list_of_codes_has_every_sheet_once(document: Document) -> None:
    told = json.loads(codes_text(document))
    codes = [sheet["code"] for sheet in told["sheets"]]
    assert len(codes) == len(set(codes)) == sum(len(page.forms) for page in document.pages)
    notes = [sheet for sheet in told["sheets"] if sheet["sheet"] == "notes"]
    # Three stations in three rounds, and two spare sheets for each, with boxes for groups.
    assert len(notes) == 15
    assert len({sheet["number"] for sheet in notes}) == 15
    assert {sheet["group"] for sheet in notes} == {"A", "B", "C", "X"}
    assert {sheet["geometry"] for sheet in notes if sheet["group"] != "X"} == {"notes-1"}
    assert {sheet["geometry"] for sheet in notes if sheet["group"] == "X"} == {"notes-2"}
    marked = [box[0] for box in told["geometries"]["notes-2"]["boxes"]]
    assert marked[-3:] == ["group A", "group B", "group C"]
    # The two halves of a sheet stand in two places.
    halves = {"my-step-1", "my-step-2", "exit-card-1", "exit-card-2"}
    whole = {f"{name}-1" for name in COMING_BACK} | {"notes-2"}
    assert set(told["geometries"]) == halves | whole


def test_files_are_one_for_each_kind_with_codes_and_a_calendar() -> None:
    made = walk(3, people=9)
    files = dict(event_files(sheets(made), made, "event"))
    assert {"event/notes.pdf", "event/codes.json", "event/timeline.ics"} <= files.keys()
    calendar = files["event/timeline.ics"].content.decode()
    assert calendar.count("BEGIN:VEVENT") == 12
    assert "DTSTART:20270415T180000" in calendar
    assert files["event/notes.pdf"].pages == 9
    assert files["event/spare-notes.pdf"].pages == 6
    day = files["event/event.ics"].content.decode()
    assert day.count("BEGIN:VEVENT") == 1
    assert "DTSTART:20270415T180000" in day
