"""What a station asks people to talk about."""

from __future__ import annotations

import re
from collections.abc import Iterator

from datawalk import prose
from datawalk.check.advice.told import advice
from datawalk.exhibits import Bullets, Chart, Map, WritingSpace
from datawalk.problems import Problem
from datawalk.shipped import table
from datawalk.walk import Station

MOST = 3
PROMPTS_RULE = "two or three prompts at a station: Bill Hoffman on data walks"
OPEN_RULE = "open questions: Institute of Cultural Affairs, Focused Conversation"
TYPES_RULE = "notice, feel, understand, decide: Focused Conversation (ORID)"
CLOSED = re.compile(
    r"(?:is|are|was|were|do|does|did|can|could|will|would|should|has|have|had)\b(?!.*\bor\b)",
    re.IGNORECASE,
)
"""Questions that begin so can be answered by yes or no, unless they offer a choice."""
GOES_ON = re.compile(r"\b(?:how|why|what|where|who|when|which)\b", re.IGNORECASE)


def advise(station: Station) -> Iterator[Problem]:
    """No question, too many, all closed, or all of one type."""
    panels = [e for e in station.exhibits if isinstance(e, Bullets) and e.form == "questions"]
    asked = [prose.plain(item) for panel in panels for item in panel.items]
    if not asked:
        shows = any(isinstance(exhibit, Chart | Map) for exhibit in station.exhibits)
        if shows and not any(isinstance(e, WritingSpace) for e in station.exhibits):
            yield advice(
                "This station shows data and asks nothing.",
                "Add two or three questions (kind: questions): the talk is what people come for.",
                PROMPTS_RULE,
                station.at,
            )
        return
    at = panels[0].at
    if len(asked) > MOST:
        yield advice(
            f"This station asks {len(asked)} questions.",
            f"A group has time for {MOST}.",
            PROMPTS_RULE,
            at,
        )
    closed = [question for question in asked if is_closed(question)]
    if 2 * len(closed) > len(asked):
        yield advice(
            f"People can answer most questions here by yes or no, such as “{closed[0]}”",
            "Begin with what, how, where or who.",
            OPEN_RULE,
            at,
        )
    types = [kind for question in asked if (kind := type_of(question))]
    if len(asked) > 1 and len(types) == len(asked) and len(set(types)) == 1:
        yield advice(
            f"All questions here ask people to {types[0]}.",
            "Ask also what they notice, what they feel, what it means or what to do.",
            TYPES_RULE,
            at,
        )


def is_closed(question: str) -> bool:
    """Whether yes or no answers it and nothing in it asks for more."""
    start = CLOSED.match(question)
    return bool(start) and not GOES_ON.search(question[start.end() :] if start else "")


def type_of(question: str) -> str:
    """notice, feel, understand or decide, by the first listed word in it; or nothing."""
    for row in table("check/advice/question_words.csv"):
        if re.search(rf"\b(?:{row['words']})\b", question, re.IGNORECASE):
            return row["type"]
    return ""
