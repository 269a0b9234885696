"""The Flesch-Kincaid grade: the year of school in which most people can read a text."""

from __future__ import annotations

import re

ENDINGS = re.compile(r"[.!?:;]+(?:\s|$)|\n")
WORD = re.compile(r"[A-Za-z]+(?:[’'][A-Za-z]+)*")
PARTED = re.compile(
    r"(?<![ct])ia|(?<![cstgx])io(?!n)|iu|(?<![qg])ua|ie(?=t)|[aeiouy]ing\b|(?<=cr)ea(?=t[eio])"
)
"""Vowels that stand together and are said one after the other, as in "usual" and "doing"."""
SILENT = re.compile(
    r"(?<=[^aeiouyl])e$|(?<=[aeiouy]l)e$|(?<![sxzcg])(?<!ch)(?<!sh)es$|(?<![td])ed$"
)
ODD = {
    "area": 3, "areas": 3, "idea": 3, "ideas": 3, "people": 2, "every": 2, "everyone": 3,
    "different": 3, "business": 2, "someone": 2, "something": 2, "sometimes": 2, "the": 1,
    "household": 2, "households": 2, "being": 2, "lives": 1,
}  # fmt: skip


def syllables(word: str) -> int:
    """How many syllables an English word has; near enough, for there is no full rule."""
    word = word.lower().replace("’", "'").removesuffix("'s")
    if word in ODD:
        return ODD[word]
    stem = SILENT.sub("", word) or word
    return max(1, len(re.findall(r"[aeiouy]+", stem)) + len(PARTED.findall(word)))


def sentences(text: str) -> list[str]:
    """The sentences of a text; a line break, a colon and a semicolon end one too."""
    return [part.strip() for part in ENDINGS.split(text) if part and WORD.search(part)]


def words(text: str) -> list[str]:
    """The words of a text; numbers are none."""
    return WORD.findall(text)


def grade(text: str) -> float:
    """The Flesch-Kincaid grade of an English text that has at least one word."""
    said, parts = words(text), sentences(text)
    return 0.39 * len(said) / len(parts) + 11.8 * sum(map(syllables, said)) / len(said) - 15.59
