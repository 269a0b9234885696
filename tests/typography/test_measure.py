"""Lines: never wider than asked, nothing lost, even where they should be."""

from __future__ import annotations

import pickle
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from datawalk.page.ink import leaves
from datawalk.page.lines import text_ink
from datawalk.page.marks import Text
from datawalk.prose import Run, words
from datawalk.typography import fonts
from datawalk.typography.measure import LATO, Line, Measurer, text_height

TEXT = st.lists(
    st.sampled_from(["a", "home", "Hawaiʻi", "Nguyễn", "co-operative", "and/or", "$66,167", "☃"]),
    min_size=1,
    max_size=30,
).map(" ".join)


@given(TEXT, st.floats(120, 900), st.sampled_from([18.0, 36.0, 72.0]))
def test_lines_fit_unless_one_word_does_not(text: str, width: float, size: float) -> None:
    run = (Run(text),)
    longest = LATO.widest_word(run, size)[1]
    for lines in (LATO.break_lines(run, width, size), LATO.balanced(run, width, size, "regular")):
        assert all(line.width <= max(width, longest) + 0.01 for line in lines)
        # What is drawn is what was measured.
        for item in leaves(text_ink(LATO, lines, 0, 0, size, "#000000")):
            assert isinstance(item, Text)
            assert abs(item.width - LATO.width(item.text, item.face, size)) < 0.01


@given(TEXT, st.floats(120, 900))
def test_nothing_is_lost(text: str, width: float) -> None:
    lines = LATO.break_lines((Run(text),), width, 36)
    joined = "".join(line.text for line in lines)
    assert joined.replace(" ", "") == text.replace(" ", "")


def test_balanced_takes_no_more_lines_and_leaves_no_orphan() -> None:
    run = (Run("How far does a paycheck go on getting around here today?"),)
    plain = LATO.break_lines(run, 1500, 116, "black")
    even = LATO.balanced(run, 1500, 116, "black")
    assert len(even) == len(plain)
    assert max(x.width for x in even) - min(x.width for x in even) < 500


def test_line_breaks_of_the_author_stay() -> None:
    assert [line.text for line in LATO.break_lines(words("one\ntwo"), 900, 36)] == ["one", "two"]


def test_words_part_after_hyphens_and_slashes() -> None:
    lines = LATO.break_lines((Run("Hillsdale-Washington"),), 250, 36)
    assert [line.text for line in lines] == ["Hillsdale-", "Washington"]


def test_bold_keeps_its_face_within_a_line() -> None:
    (line,) = LATO.break_lines(words("in **Boone County**, and"), 2000, 36)
    assert [(p.text, p.face) for p in line.pieces] == [
        ("in ", "regular"),
        ("Boone County", "bold"),
        (", and", "regular"),
    ]


def test_height_covers_ascenders_and_descenders() -> None:
    assert text_height(0, 36) == 0
    assert text_height(2, 100) - text_height(1, 100) == 100 * fonts.LEADING


@pytest.mark.parametrize("space", ["\u00a0", "\u202f", "\u2007"])
def test_no_line_ends_at_a_space_that_holds_words_together(space: str) -> None:
    said = (Run("12", bold=True), Run(space), Run("%", bold=True))
    (line,) = LATO.break_lines(said, 1, 20)
    assert line.text == f"12{space}%"


def test_what_measures_is_a_value() -> None:
    """The same words in other faces, one after the other: neither is remembered as the other."""
    arial = Measurer(replace(LATO.faces, arial=True))
    said = words("Businesses assess issues")
    lines = {of: of.break_lines(said, 120, 18, "bold") for of in (LATO, arial, LATO, arial)}
    assert len(lines) == 2
    assert lines[LATO] == LATO.break_lines(said, 120, 18, "bold") != lines[arial]
    assert pickle.loads(pickle.dumps(arial)) == arial
    assert Measurer(arial.faces, 1.1).shown("Home", "bold", 20) == pytest.approx(
        arial.shown("Home", "bold", 20) * 1.1
    )


def test_dots_that_leave_a_sentence_open_stay_with_their_word() -> None:
    said = (Run("Where I live it is …"),)
    whole = LATO.width("Where I live it is", "regular", 20)
    lines = LATO.break_lines(said, whole + 1, 20)
    assert [line.text for line in lines] == ["Where I live it", "is …"]


def _read(lines: tuple[Line, ...]) -> list[str]:
    return ["".join(piece.text for piece in line.pieces) for line in lines]


@pytest.mark.parametrize(
    "said",
    [
        "Students who go to a high-poverty school",
        "Estudiantes de escuelas franco-españolas y otras",
    ],
)
def test_no_line_of_a_heading_ends_behind_a_hyphen(said: str) -> None:
    for room in range(450, 1500, 25):
        lines = _read(LATO.balanced(words(said), room, 50, "bold"))
        assert not any(line.endswith("-") for line in lines), (room, lines)


def test_a_word_with_hyphens_that_is_wider_than_the_line_is_broken_there() -> None:
    lines = _read(LATO.balanced(words("Verkehrs-infrastruktur-planung"), 400, 50, "bold"))
    assert lines[0] == "Verkehrs-"
    assert "-".join(lines).replace("--", "-") == "Verkehrs-infrastruktur-planung"


def test_lines_of_running_text_may_end_behind_a_hyphen() -> None:
    lines = _read(LATO.break_lines(words("a high-poverty school"), 200, 50, "regular"))
    assert any(line.endswith("-") for line in lines)


def test_the_number_of_a_phone_is_not_parted() -> None:
    lines = LATO.break_lines(words("Call Ana, 573-555-0100, or write."), 95.0, 12.0, "regular")
    assert any("573-555-0100" in "".join(piece.text for piece in line.pieces) for line in lines)
    years = LATO.break_lines(words("In years 2014–2023 it rose"), 70.0, 12.0, "regular")
    assert len(years) > 1
