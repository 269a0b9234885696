"""Nothing of ours is printed that translators cannot reach.

Walks are made in a language that marks every message and every phrase of the knowledge files:
«like this». What is left outside of the marks must be the author's (zzz), a name, or a number.
"""

from __future__ import annotations

import io
import json
import re
import zipfile
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
from lxml import etree
from PIL import Image

from datawalk import kit, words
from datawalk.blocks.base import Block
from datawalk.figures.board import Board
from datawalk.metrics.places.places import STATES
from datawalk.output.names import MEDIA
from datawalk.page.document import Document
from datawalk.page.ink import Part
from datawalk.page.marks import Text
from datawalk.render.pdf.painter import pdf_bytes
from datawalk.render.pptx.deck import pptx_bytes
from datawalk.words import speaking
from tests.conftest import ROOT

CODE = "qqq"
WALK = """\
title: zzz
place: "29019"
language: qqq
compare: ["29510", "29077", us-median, state-weighted]
data: [metrics.csv]
event:
  {date: zzz, venue: zzz, hosts: [zzz], link: "https://zzz.org", people: 8, languages: [zzz]}
outputs: OUTPUTS
stations:
"""
STATIONS = (
    """
      - {kind: stat, metric: share_employed}
      - {kind: chart, metric: share_employed}
      - {kind: questions, questions: [zzz]}
    """,
    """
      - {kind: chart, metric: share_employed, show: years}
      - {kind: chart, metric: share_employed, show: distribution}
      - {kind: writing, form: lines}
    """,
    """
      - {kind: sides, heading: zzz, sides: [{name: zzz, items: [zzz]}, {name: zzz, items: [zzz]}]}
      - {kind: cycle, heading: zzz, here: 2, steps: [zzz, zzz, zzz]}
    """,
    """
      - {kind: chart, metric: share_employed, show: change}
      - {kind: chart, metric: share_employed, show: difference}
    """,
    """
      - {kind: table, of: [share_employed, pctl_income_50]}
    """,
    """
      - {kind: chart, metric: share_digital_access, show: race}
      - {kind: chart, metric: share_digital_access, show: race, beside: benchmark}
      - {kind: table, of: [share_digital_access], across: race}
      - {kind: gap, metric: share_digital_access, groups: [Black, White]}
    """,
    """
      - {kind: map, metric: share_employed}
      - {kind: map, metric: share_employed, show: neighbors}
    """,
    """
      - {kind: chart, metric: ratio_black_nh_house_value_households, show: race}
      - {kind: chart, metric: ratio_black_nh_house_value_households}
      - {kind: stat, metric: ratio_black_nh_house_value_households}
    """,
    """
      - {kind: hundred, metric: share_desc_rep_hispanic}
      - {kind: table, of: [share_employed], across: years}
      - {kind: table, of: [share_employed], across: neighbors}
    """,
    """
      - kind: representation
        body: zzz
        officials: {black: 1, hispanic: 1, other: 0, white: 4, unknown: 1}
        as_of: zzz
        source: zzz
      - {kind: text, text: zzz}
      - {kind: quote, text: zzz, by: zzz}
    """,
    """
      - {kind: programs, programs: [{name: zzz}], source: zzz}
      - {kind: narrative, stories: [{told: zzz}]}
      - {kind: timeline, events: [{when: "1950", what: zzz}, {when: "1960", until: "1970",
         what: zzz, source: zzz}]}
    """,
    """
      - kind: ecosystem
        organizations: [{name: zzz, sort: zzz}, {name: zzz z, sort: zzz}, {name: zzz y, sort: zzz}]
        ties: [{who: zzz, whom: zzz z, what: zzz}]
        source: zzz
      - kind: evaluation
        evaluations: [{program: zzz, found: zzz, design: comparison, by: zzz, year: 2020}]
    """,
    """
      - {kind: visioning}
      - {kind: image, file: zzz.png, alt: zzz, caption: zzz, credit: zzz}
    """,
    """
      - {kind: local_chart, file: zzz.csv, measure: zzz, show: areas, source: zzz}
      - {kind: hundred, file: zzz.csv, measure: zzz, source: zzz}
      - {kind: map, boundaries: zzz.geojson, key: area, table: zzz.csv, column: zzz, source: zzz}
    """,
)
MISSING = """
      - {kind: stat, metric: share_low_birth_weight}
      - {kind: chart, metric: share_digital_access, show: age}
      - {kind: questions, questions: [zzz]}
    """
NAMES = ("Urban Institute, Mobility Metrics", "https", "org", "csv", "numbers", "geojson")


class Marked(Mapping[Any, Any]):
    """Translates everything, by marking it."""

    def __getitem__(self, key: Any) -> Any:
        return tuple(f"«{form}»" for form in key) if isinstance(key, tuple) else f"«{key}»"

    def __iter__(self) -> Iterator[Any]:
        return iter(())

    def __len__(self) -> int:
        return 1


class Phrases(Marked):
    def __getitem__(self, key: Any) -> Any:
        return f"«{key[1]}»" if key[1] else ""


@pytest.fixture
def drawn(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The texts that charts and maps draw; all messages are marked."""
    monkeypatch.setattr(
        words, "_messages", lambda code, of=words._messages: Marked() if code == CODE else of(code)
    )
    monkeypatch.setattr(
        words, "_phrases", lambda code, of=words._phrases: Phrases() if code == CODE else of(code)
    )
    monkeypatch.setattr(words, "_plural", lambda _: lambda count: int(count != 1))
    texts: list[str] = []
    plain = Board.text

    def recorded(self: Board, x: float, y: float, text: str, *rest: Any, **more: Any) -> None:
        texts.append(text)
        plain(self, x, y, text, *rest, **more)

    monkeypatch.setattr(Board, "text", recorded)
    return texts


CUT = re.compile(r"[^«»:]*»")
"""The end of a marked name, whose beginning stands elsewhere once for all names that share it."""


def outside(text: str) -> str:
    """What no mark encloses."""
    depth, left = 0, []
    if text.count("»") > text.count("«"):
        text = CUT.sub("", text)
    for character in text:
        depth += (character == "«") - (character == "»")
        if depth == 0 and character != "»":
            left.append(character)
    return "".join(left)


def strange(text: str, names: re.Pattern[str]) -> list[str]:
    """Words of ours that are not marked."""
    found = re.findall(r"[^\W\d_]{2,}", names.sub(" ", outside(text)))
    return [word for word in found if word.strip("zZ")]


SHEET_CODE = r"\b[0-9A-Z]{4} [A-Z](?:\d{2} [A-Z])? \d{4}\b"
"""The code of a sheet as people type it."""


def names_of(made: kit.Kit) -> re.Pattern[str]:
    """Names of places: they stay as they are."""
    with (ROOT / "samples" / "metrics.csv").open(encoding="utf-8") as file:
        places = {row.split(",")[2] for row in file}
    bare = {name.removesuffix(" County").removesuffix(" city") for name in places}
    states = {part for pair in STATES.values() for part in pair}
    with (ROOT / "datawalk" / "boundaries" / "largest_cities.csv").open(encoding="utf-8") as file:
        bare |= {cell for row in file for cell in row.strip().split(",")}
    known = {*places, *bare, *states, *NAMES, "County", "city", made.walk.place.name}
    told = [rf"\b{re.escape(n)}\b" for n in sorted(known, key=len)[::-1] if n]
    return re.compile("|".join((SHEET_CODE, *told)))


def printed(document: Document) -> Iterator[str]:
    """All that can be read or heard in a document: by box, so that broken lines are whole."""
    for page in document.pages:
        yield page.title
        yield page.spoken
        for box in page.boxes:
            yield " ".join(ink.text for ink in box.leaves if isinstance(ink, Text))
            yield from alts(box.ink)


def alts(ink: Any) -> Iterator[str]:
    for item in ink:
        if isinstance(item, Part):
            yield item.alt
            yield from alts(item.ink)


def in_slides(blob: bytes) -> Iterator[str]:
    """Paragraphs, labels of charts, and what is said of shapes."""
    with zipfile.ZipFile(io.BytesIO(blob)) as file:
        for name in file.namelist():
            if re.match(r"ppt/(slides|charts|notesSlides)/[^/]+\.xml$", name):
                tree = etree.fromstring(file.read(name))
                for body in tree.iter("{*}txBody", "{*}rich"):
                    yield " ".join(t.text or "" for t in body.iter("{*}t"))
                yield from (v.text or "" for v in tree.iter("{*}v"))
                yield from (shape.get("descr") or "" for shape in tree.iter("{*}cNvPr"))


def walk(write_walk: Callable[[str], Path], blocks: tuple[str, ...], media: str) -> Path:
    text = WALK.replace("OUTPUTS", media)
    for i, block in enumerate(blocks):
        text += f"  - title: zzz\n    kicker: zzz\n    sheets: 4\n    blocks: {block.rstrip()}\n"
        text += f"    glossary: [{{term: zzz{i * 'z'}, meaning: zzz}}]\n"
    path = write_walk(text)
    Image.new("RGB", (40, 30)).save(path.with_name("zzz.png"))
    rows = "".join(f"zzz {c},{n}\n" for c, n in zip("abcd", (40, 30, 20, 30), strict=True))
    path.with_name("zzz.csv").write_text(f"area,zzz\n{rows}")
    squares = [
        {
            "type": "Feature",
            "properties": {"area": f"zzz {c}"},
            "geometry": {
                "type": "Polygon",
                "coordinates": [[[i, 0], [i + 1, 0], [i + 1, 1], [i, 1], [i, 0]]],
            },
        }
        for i, c in enumerate("abcde")
    ]
    collection = {"type": "FeatureCollection", "features": squares}
    path.with_name("zzz.geojson").write_text(json.dumps(collection))
    return path


def check(path: Path, drawn: list[str], place: str | None = None) -> None:
    made = kit.prepared(path, place)
    names = names_of(made)
    found = {}
    for document in made.documents:
        with speaking(CODE):
            texts = list(printed(document))
            if document.medium == "deck":
                texts += in_slides(pptx_bytes(document))
            else:
                pdf_bytes(document)
        # Labels are drawn line by line: joined, the marks around them close again.
        for text in (*texts, " ".join(drawn)):
            if wrong := strange(text, names):
                found[" ".join(wrong)] = (document.medium, text)
        drawn.clear()
    assert found == {}


@pytest.mark.parametrize("blocks", STATIONS, ids=lambda b: re.findall(r"kind: (\w+)", b)[0])
def test_every_block_speaks_the_language_of_its_walk(
    blocks: str, write_walk: Callable[[str], Path], drawn: list[str]
) -> None:
    media = "[{medium: poster, size: 48x72}, {medium: deck}, {medium: handout}]"
    check(walk(write_walk, (blocks,), media), drawn)


@pytest.mark.parametrize("place", ["29019", "29227"])
def test_what_is_missing_is_told_in_the_language_of_the_walk(
    place: str, write_walk: Callable[[str], Path], drawn: list[str]
) -> None:
    check(
        walk(write_walk, (MISSING, STATIONS[1]), "[{medium: poster}, {medium: deck}]"), drawn, place
    )


@pytest.mark.parametrize("medium", [m for m in MEDIA if m not in ("poster", "deck")])
def test_small_paper_speaks_the_language_of_its_walk(
    medium: str, write_walk: Callable[[str], Path], drawn: list[str]
) -> None:
    check(walk(write_walk, STATIONS[:2], f"[{{medium: {medium}}}]"), drawn)


def test_every_kind_of_block_is_among_these() -> None:
    tried = set(re.findall(r"kind: (\w+)", " ".join(STATIONS)))
    kinds = {kind for block in Block.__subclasses__() for kind in [block.model_fields["kind"]]}
    assert {k.annotation.__args__[0] for k in kinds if k.annotation} == tried


def test_a_word_outside_of_the_marks_is_found() -> None:
    names = re.compile("Boone")
    assert strange("«Map of {count} «areas»» zzz in Boone", names) == ["in"]
    assert strange("«All said» 85%", names) == []
