"""Which language the parts of a text are in, and that slides say so."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from datawalk.exhibits import Prose
from datawalk.prose import words
from datawalk.typography.scripts.tongues import spoken
from tests.layout.deck.test_deck import bars
from tests.render.pptx.test_deck import A, shapes, shown


@pytest.mark.parametrize(
    ("text", "tag", "parts"),
    [
        ("Café – señor 84%", "es-US", [("Café – señor 84%", "es-US")]),
        ("Hawaiʻi · “84%”…", "en-US", [("Hawaiʻi · “84%”…", "en-US")]),
        ("She said: مرحبا 5", "en-US", [("She said: ", "en-US"), ("مرحبا 5", "ar-SA")]),
        ("فارسی and", "fa", [("فارسی ", "fa"), ("and", "en-US")]),
        ("日本語の", "en-US", [("日本語の", "ja-JP")]),
        ("한국어", "en-US", [("한국어", "ko-KR")]),
        ("中文", "en-US", [("中文", "zh-CN")]),
        ("中文", "zh-TW", [("中文", "zh-TW")]),
        ("84%", "ar-SA", [("84%", "ar-SA")]),
        ("Привет", "en-US", [("Привет", "ru-RU")]),
        ("", "en-US", []),
    ],
)
def test_letters_tell_the_language(text: str, tag: str, parts: list[tuple[str, str]]) -> None:
    assert list(spoken(text, tag)) == parts
    assert "".join(part for part, _ in parts) == text


def tagged(deck: Any, text: str) -> set[str]:
    runs = (run for shape in shapes(deck) for run in shape._element.iter(A + "r"))
    return {run.find(A + "rPr").get("lang") for run in runs if text in run.find(A + "t").text}


def test_a_quote_in_another_script_says_its_language_and_direction() -> None:
    quote = Prose(paragraphs=(words("نحن نعمل هنا."),), form="quote", by="Amal, parent")
    deck = shown(quote)
    assert tagged(deck, "نحن نعمل") == {"ar-SA"}
    assert tagged(deck, "Amal") == {"en-US"}
    ways = {
        paragraph.find(A + "pPr").get("rtl")
        for shape in shapes(deck)
        for paragraph in shape._element.iter(A + "p")
        if any("نحن" in (t.text or "") for t in paragraph.iter(A + "t"))
    }
    assert ways == {"1"}


def test_notes_say_the_language_of_a_word_in_another_script() -> None:
    exhibit = replace(bars(), note="مرحبا means welcome.", heading="مرحبا means welcome")
    notes = [slide.notes_slide.notes_text_frame for slide in shown(exhibit).slides]
    runs = [run for frame in notes for run in frame._txBody.iter(A + "r")]
    held = {run.find(A + "rPr").get("lang") for run in runs if "مرحبا" in run.text}
    assert held == {"ar-SA"}
    assert {run.find(A + "rPr").get("lang") for run in runs} == {"ar-SA", "en-US"}
