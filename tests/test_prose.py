"""Small markup, and text that only looks like it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from datawalk import prose
from datawalk.prose import Run, address_for, lost_links, paragraphs, plain, words


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


@pytest.mark.parametrize(
    ("link", "meant"),
    [
        ("example.org", "https://example.org"),
        ("www.example.org/a?b=c#d", "https://www.example.org/a?b=c#d"),
        ("ana@example.org", "mailto:ana@example.org"),
        ("573-555-0100", "tel:573-555-0100"),
        ("javascript:alert(1)", ""),
        ("JaVaScRiPt:x", ""),
        ("file:///etc/passwd", ""),
        ("data:text/html,x", ""),
        ("ftp://example.org", ""),
        ("//example.org", ""),
        ("/notes", ""),
        ("#part", ""),
        ("https:example.org", ""),
    ],
)
def test_links_that_lead_nowhere(link: str, meant: str) -> None:
    assert lost_links(f"See **[this]({link})** now") == (link,)
    assert address_for(link) == meant
    assert all(not run.link for run in words(f"[x]({link})"))


@pytest.mark.parametrize(
    "link",
    [
        "https://e.org",
        "HTTP://e.org:80/a(b)",
        "https://e.org/@ana?x=1",
        "mailto:a@b.org",
        "tel:+15735550100",
    ],
)
def test_links_that_lead_out(link: str) -> None:
    assert lost_links(f"[x]({link})") == ()
    assert [run.link for run in words(f"[x]({link})")] == [link]


def test_brackets_without_a_link() -> None:
    assert lost_links(r"[a] (b) \[sic](c) [d]: e") == ()


@given(st.text(alphabet=" \tab&<>!#-1.`~'\"|{}()/:;=@é漢\xa0\u200d", max_size=20))
def test_a_text_without_marks_is_one_run(text: str) -> None:
    inline = prose._parser(False).parseInline(text)[0]
    assert prose._runs(text) == prose._merged(prose._walked(inline.children or []))
