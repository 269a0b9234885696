"""Cards: what the data truly lack is a question; how sure a number is, a sentence."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from datawalk import kit
from datawalk.compose.composer import compose
from datawalk.compose.data import read_data
from datawalk.config.load import load
from datawalk.exhibits import Prose, is_gap
from datawalk.page.document import Box
from datawalk.page.marks import Rect
from datawalk.prose import plain
from datawalk.walk import Station
from datawalk.words import speaking
from tests.conftest import ROOT

Write = Callable[[str], Path]
WALK = """\
title: T
place: "29019"
data: [metrics.csv]
language: LANGUAGE
outputs: [{medium: poster, size: SIZE}]
stations:
  - title: S
    blocks:
"""
INCOME = "      - {kind: chart, metric: pctl_income_50, show: years}\n"
AIR = "      - {kind: chart, metric: index_air_hazard, show: years}\n"
ASKED = "      - {kind: questions, questions: ['Why?', 'Where?']}\n"


def written(blocks: str, language: str = "en", size: str = "24x36") -> str:
    return WALK.replace("LANGUAGE", language).replace("SIZE", size) + blocks


def composed(write_walk: Write, blocks: str, language: str = "en") -> Station:
    file = load(write_walk(written(blocks, language)))
    with speaking(language):
        return compose(file, read_data(file)).walk.stations[0]


def told(station: Station) -> list[str]:
    return [plain(words) for words in station.card.paragraphs] if station.card else []


def framed(made: kit.Kit) -> list[Box]:
    """The boxes of cards on the first sheet."""
    page = made.documents[0].pages[0]
    return [b for b in page.boxes if isinstance(b.exhibit, Prose) and b.exhibit.form == "card"]


def test_how_sure_a_number_is(write_walk: Write) -> None:
    title, said = told(composed(write_walk, INCOME))
    assert title == "How sure?"
    assert re.fullmatch(
        r"We say \$[\d,]+ for Boone County\. "
        r"The true number is most likely between \$[\d,]+ and \$[\d,]+\.",
        said,
    )


def test_a_big_number_says_so_itself(write_walk: Write) -> None:
    assert told(composed(write_walk, "      - {kind: stat, metric: share_employed}\n")) == []


def test_no_range_is_missing_only_where_nobody_published_one(write_walk: Write) -> None:
    assert told(composed(write_walk, AIR)) == [
        "Missing",
        "We do not know how sure these numbers are: no ranges are published. Who could help us "
        "find out?",
    ]


@pytest.mark.parametrize("blocks", [INCOME, AIR])
def test_both_are_said_in_spanish(write_walk: Write, blocks: str) -> None:
    title, said = told(composed(write_walk, blocks, "es"))
    assert title in ("¿Qué tan seguro?", "Falta")
    assert "number" not in said


def test_groups_whose_file_was_not_given_are_not_called_missing(write_walk: Write) -> None:
    """The sample holds no figures by disability; the published files may."""
    for blocks in (INCOME, AIR):
        assert not any("disability" in said for said in told(composed(write_walk, blocks)))


def test_words_alone_have_no_card(write_walk: Write) -> None:
    assert told(composed(write_walk, "      - {kind: text, text: Hello.}\n")) == []


@pytest.mark.parametrize("size", ["letter", "18x24", "24x36", "36x24", "36x48"])
def test_one_card_at_most_stands_where_there_is_room(write_walk: Write, size: str) -> None:
    made = kit.prepared(write_walk(written(AIR + ASKED, size=size)))
    assert len(framed(made)) <= 1
    for box in framed(made):
        (frame,) = [ink for ink in box.leaves if isinstance(ink, Rect)]
        assert frame.dash
        assert frame.y + frame.h <= box.y + box.h + 0.01


def test_a_sheet_with_room_has_its_card(write_walk: Write) -> None:
    assert len(framed(kit.prepared(write_walk(written(AIR + ASKED))))) == 1


def test_three_exhibits_leave_no_place_for_a_card(write_walk: Write) -> None:
    many = AIR + "      - {kind: table, of: [index_air_hazard]}\n" * 2 + ASKED
    assert framed(kit.prepared(write_walk(written(many)))) == []


def test_a_number_that_is_not_there_is_a_card_with_a_question(write_walk: Write) -> None:
    known = "      - {kind: chart, metric: share_employed}\n"
    text = written(f"      - {{kind: stat, metric: ratio_living_wage}}\n{known}{ASKED}")
    path = write_walk(text.replace("29019", "2915670").replace("metrics.csv", "columbia.csv"))
    shutil.copy(ROOT / "samples" / "columbia.csv", path.parent)
    made = kit.prepared(path)
    (box,) = framed(made)
    assert box.exhibit
    assert is_gap(box.exhibit)
    assert made.walk.stations[0].card is None
    assert "Who could help us find out?" in " ".join(map(plain, box.exhibit.paragraphs))  # type: ignore[attr-defined]
