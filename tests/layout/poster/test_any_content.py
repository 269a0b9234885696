"""Whatever a station holds, on any sheet: a designed sheet, or a Problem that says what to cut."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from PIL import Image

from datawalk import kit
from datawalk.check.contrast import check_contrast
from datawalk.check.page import check
from datawalk.problems import Problems
from tests.conftest import ROOT

HEAD = """\
title: Walk of {{place}}
place: "{place}"
compare: [{compare}]
data: [{data}]
outputs: [{{medium: poster, size: {size}}}]
stations:
  - title: "{title}"
    pillar: work
"""
ASKS = "{kind: questions, questions: ['What do you see?', 'Who is missing?', 'What next?']}"
STAT = "{kind: stat, metric: share_employed}"
BARS = "{kind: chart, metric: share_employed}"
YEARS = "{kind: chart, metric: pctl_income_50, show: years}"
STATE = "{kind: chart, metric: index_air_hazard, show: distribution}"
MAP = "{kind: map, metric: share_employed}"
GROUPS = "{kind: chart, metric: share_digital_access, show: race}"
TABLE = "{kind: table, of: [share_employed, pctl_income_20, pctl_income_80]}"
TEXT = "{kind: text, heading: A head, text: Some words of ours.}"
EVERY = (STAT, BARS, YEARS, STATE, MAP, GROUPS, TABLE, TEXT)
PHOTO = "{kind: image, file: photo.png, alt: A tree, caption: A tree in the park}"
LONG = "Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetz"
SAID = "We moved three times in two years and my son had to change schools again. " * 29
QUOTE = f'{{kind: quote, text: "{SAID.strip()}", by: A parent}}'
KINDS: Mapping[str, tuple[str, ...]] = {
    "nothing": (),
    **{f"{count} blocks": EVERY[:count] for count in (1, 2, 4, 8)},
    # Two of the first four ask for the whole width of a sheet.
    "4 smaller blocks": (STAT, BARS, TABLE, TEXT),
    "a portrait photo": (PHOTO,),
    "a photo and data": (PHOTO, STAT, BARS),
    "400 words quoted": (QUOTE,),
    "a quote, a photo and data": (PHOTO, QUOTE, STAT),
    "long words": (STAT, f"{{kind: text, heading: {LONG}, text: {LONG} und {LONG}.}}"),
    "long words quoted": (f"{{kind: quote, text: {LONG}!, by: {LONG}}}",),
}
FITTING = (
    "nothing",
    "1 blocks",
    "2 blocks",
    "4 smaller blocks",
    "a portrait photo",
    "a photo and data",
)
CUTS = (
    "too tall",
    "a sheet has room for",
    "wider than its column",
    "do not fit",
    "too little room",
    "too long",
)
SIZES = ("letter", "8x10", "24x36", "36x24", "36x48", "200x120")
Write = Callable[[str], Path]


def outcome(walk: Path) -> str:
    """'sheet' for a clean one, else what the Problems say; each of them says what to do."""
    try:
        made = kit.prepared(walk)
    except Problems as found:
        for problem in found.problems:
            assert problem.try_this, problem.what
            assert problem.at.line or problem.at.file, problem.what
        return " ".join(problem.what for problem in found.problems)
    (document,) = made.documents
    assert [*check(document), *check_contrast(document), *made.unfit] == []
    assert all(page.layout for page in document.pages)
    return "sheet"


def written(write_walk: Write, *blocks: str, **given: str) -> Path:
    known = {
        "place": "29019",
        "compare": '"19103", us-median',
        "data": "metrics.csv",
        "size": "24x36",
        "title": "What is it like?",
        **given,
    }
    lines = "".join(f"      - {block}\n" for block in blocks)
    body = f"    blocks:\n{lines}" if lines else "    blocks: []\n"
    walk = write_walk(HEAD.format(**known) + body)
    Image.new("RGB", (1200, 2400), "#336699").save(walk.parent / "photo.png")
    return walk


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("kind", KINDS)
def test_any_content_on_any_sheet(write_walk: Write, kind: str, size: str) -> None:
    walk = written(write_walk, *KINDS[kind], ASKS, size=size)
    found = outcome(walk)
    if size == "24x36" and kind in FITTING:
        assert found == "sheet"
    assert found == "sheet" or any(cut in found for cut in CUTS), found


@pytest.mark.parametrize("size", ["8x10", "24x36", "48x36"])
@pytest.mark.parametrize("title", ["Why", "Why does it take so long? " * 11, f"{LONG}?"])
def test_any_title(write_walk: Write, title: str, size: str) -> None:
    found = outcome(written(write_walk, STAT, BARS, ASKS, size=size, title=title.strip()))
    assert found == "sheet" or "title" in found
    if len(title) < 9:
        assert found == "sheet"


@pytest.mark.parametrize("size", ["letter", "24x36", "36x24"])
def test_one_place_without_peers(write_walk: Write, size: str) -> None:
    assert outcome(written(write_walk, STAT, YEARS, ASKS, compare="", size=size)) == "sheet"


@pytest.mark.parametrize("blocks", [(STAT,), (STAT, BARS, YEARS, STATE)])
@pytest.mark.parametrize("size", ["letter", "24x36"])
def test_no_data_at_all(write_walk: Write, blocks: tuple[str, ...], size: str) -> None:
    """The files hold nothing of the place."""
    walk = written(write_walk, *blocks, ASKS, size=size)
    rows = (ROOT / "samples" / "metrics.csv").read_text(encoding="utf-8").splitlines(keepends=True)
    kept = [line for line in rows if "Boone" not in line]
    (walk.parent / "metrics.csv").write_text("".join(kept), encoding="utf-8")
    found = outcome(walk)
    assert found == "sheet" or "Boone" in found, found
