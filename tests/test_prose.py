"""Small markup, and text that only looks like it."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from datawalk.prose import Run, paragraphs, plain, words


def test_bold_italic_and_links() -> None:
    assert words("a **b** *c* [d](https://e.org)") == (
        Run("a "),
        Run("b", bold=True),
        Run(" "),
        Run("c", italic=True),
        Run(" "),
        Run("d", link="https://e.org"),
    )


def test_signs_stay_signs() -> None:
    for text in ("<b", "a & b", "3 * 4", "# 1", "- x", "1. y", "<script>", "&amp;", "snake_case_x"):
        assert plain(words(text)) == text


def test_scripts_are_no_links() -> None:
    assert all(not run.link for run in words("[x](javascript:alert(1))"))


def test_blank_lines_part_paragraphs() -> None:
    assert [plain(p) for p in paragraphs("a\n\nb\nc")] == ["a", "b\nc"]


@given(st.text(alphabet="ab &<>é\n", max_size=60))
def test_plain_text_loses_nothing_but_space(text: str) -> None:
    assert "".join(plain(words(text)).split()) == "".join(text.split())
