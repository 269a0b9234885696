"""Outlines as operators: the points, from below, and modules of a code joined to bars."""

from __future__ import annotations

from datawalk.render.pdf import outlines


def operators(code: str) -> list[str]:
    return [word for word in code.split() if word.isalpha()]


def test_lines_run_up_from_the_foot_of_the_page() -> None:
    code = outlines.lines([((1, 2), (3, 4), (5, 2))], 10, closed=True).getCode()
    assert code == "n 1.000 8.000 m 3.000 6.000 l 5.000 8.000 l h"
    assert "h" not in operators(outlines.lines([((1, 2), (3, 4))], 10, closed=False).getCode())


def test_a_circle_touches_its_box() -> None:
    code = outlines.circle(10, 20, 5).getCode()
    numbers = [float(word) for word in code.split() if not word.isalpha()]
    xs, ys = numbers[::2], numbers[1::2]
    assert (min(xs), max(xs), min(ys), max(ys)) == (5, 15, 15, 25)
    assert operators(code).count("c") == 4


def test_modules_beside_each_other_are_one_bar() -> None:
    rows = ((True, True, False, True), (False, False, False, False), (True, False, True, True))
    code = outlines.modules(rows, 100, 50, 2).getCode()
    assert code == (
        "n 100.000 48.000 4.000 2.000 re 106.000 48.000 2.000 2.000 re "
        "100.000 44.000 2.000 2.000 re 104.000 44.000 4.000 2.000 re"
    )
