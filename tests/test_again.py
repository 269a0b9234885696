"""A walk made again after an edit: the same as made anew, and no more of it made than changed."""

from __future__ import annotations

import io
import shutil
from collections.abc import Callable, Iterator, Mapping
from dataclasses import fields, is_dataclass
from pathlib import Path

import pytest
from pikepdf import Pdf
from pptx import Presentation

from datawalk import kit
from datawalk.config.load import load
from datawalk.layout.poster import poster
from datawalk.metrics.files import files
from datawalk.metrics.knowledge.catalog import catalog
from datawalk.metrics.store import read_store
from datawalk.prepare.kit import Kit
from datawalk.prepare.sketch import Sketch, Wish
from datawalk.problems import At, Problems
from datawalk.walk import Station
from tests.conftest import ROOT

pytestmark = pytest.mark.usefixtures("read_anew")

SAMPLES = ROOT / "samples"
WALK = """\
title: Walk of {place}
place: "29019"
compare: ["19103", us-median]
data: [metrics.csv]
local_data: [{file: ages.csv, name: Survey, who: us, when: 2024, measures: [{column: asked}]}]
event: {date: A Saturday, link: https://example.org}
outputs:
  - {medium: poster, size: 18x24}
  - {medium: handout}
  - {medium: deck}
  - {medium: web}
session: {parts: [{part: title}, {part: walk}, {part: stations}, {part: takeaways}]}
stations:
  - template: work/jobs
    facilitator: Ask.
  - title: Our streets
    pillar: voices
    blocks:
      - {kind: image, file: street.png, alt: A street}
      - {kind: local_chart, file: ages.csv, measure: asked, show: groups}
      - {kind: text, text: Words about a street.}
      - {kind: questions, questions: ["What do you see?", "What else is there?"]}
  - template: ./own.yaml
    minutes: 5
  - title: Incomes
    pillar: work
    blocks:
      - {kind: stat, metric: pctl_income_50}
      - {kind: text, heading: So far, text: "It was {pctl_income_50} in {year}."}
"""
OWN = """\
title: Who has work?
pillar: work
kicker: Work
blocks:
  - {kind: stat, metric: share_employed}
  - {kind: text, text: People with jobs.}
"""
Edit = Callable[[str], str]


def _swapped(old: str, new: str) -> Edit:
    def edited(text: str) -> str:
        assert old in text
        return text.replace(old, new)

    return edited


def _moved(text: str) -> str:
    head, *stations = text.split("\n  - t")
    return "\n  - t".join([head, stations[-1].rstrip(), *stations[:-1]]) + "\n"


EDITS: Mapping[str, Edit] = {
    "nothing": lambda text: text,
    "a word": _swapped("Words about", "Some words about"),
    "a question": _swapped("What else is there?", "What is not there?"),
    "the title of a station": _swapped("title: Incomes", "title: What people earn"),
    "notes": _swapped("facilitator: Ask.", "facilitator: Listen."),
    "a metric": _swapped(
        "{kind: stat, metric: pctl_income_50}", "{kind: stat, metric: rate_learning}"
    ),
    "a metric in words": _swapped("was {pctl_income_50}", "was {share_employed}"),
    "a line more": _swapped("    minutes: 5", "    # It is short.\n    minutes: 5"),
    "a line more above all": lambda text: f"# A walk.\n{text}",
    "a line less": _swapped("    facilitator: Ask.\n", ""),
    "a station more": _swapped("  - title: Our", "  - template: pillars/health\n  - title: Our"),
    "a station less": _swapped("  - template: ./own.yaml\n    minutes: 5\n", ""),
    "another order": _moved,
    "the title": _swapped("Walk of {place}", "Another walk"),
    "the date": _swapped("A Saturday", "A Sunday"),
    "the link": _swapped(", link: https://example.org", ""),
    "colors": lambda text: f"{text}theme: print-grey\n",
    "the place": _swapped('place: "29019"', 'place: "19169"'),
    "others": _swapped('["19103", us-median]', "[us-median]"),
    "the language": lambda text: f"{text}language: es\n",
    "the least count": lambda text: f"{text}min_count: 40\n",
    "titles": lambda text: f"{text}titles: takeaway\n",
    "a smaller sheet": _swapped("18x24", "24x36"),
    "another output": _swapped("{medium: handout}", "{medium: large-print}"),
    "what a table tells": _swapped("who: us", "who: them"),
    "another table": _swapped("local_data:", "# local_data:"),
}


@pytest.fixture
def walk(write_walk: Callable[[str], Path], tmp_path: Path) -> Path:
    shutil.copy(SAMPLES / "survey_ages.csv", tmp_path / "ages.csv")
    shutil.copy(SAMPLES / "photos" / "street.png", tmp_path / "street.png")
    (tmp_path / "own.yaml").write_text(OWN, encoding="utf-8")
    return write_walk(WALK)


def _sketch(walk: Path, before: Sketch | None = None, only: str | None = None) -> Sketch:
    return kit.sketch(load(walk), Wish(only=only), before)


def _ats(part: object) -> Iterator[At]:
    """Every line of the walk that something remembers; equality leaves out those of exhibits."""
    if isinstance(part, At):
        yield part
    elif isinstance(part, tuple):
        for one in part:
            yield from _ats(one)
    elif is_dataclass(part) and type(part).__name__ not in ("Brand", "Theme", "Printed"):
        for one in fields(part):
            if one.name not in ("ink", "rings"):
                yield from _ats(getattr(part, one.name))


def _assert_same(again: Kit, anew: Kit) -> None:
    assert again == anew
    assert list(_ats((again.walk, again.documents))) == list(_ats((anew.walk, anew.documents)))


@pytest.mark.parametrize("edit", EDITS.values(), ids=EDITS)
def test_an_edited_walk_is_made_as_if_anew(walk: Path, edit: Edit) -> None:
    before = _sketch(walk)
    walk.write_text(edit(WALK), encoding="utf-8")
    edited = _sketch(walk, before)
    _assert_same(edited.kit, kit.prepared(walk))
    # And back again: of what was left out for a while nothing old comes back.
    walk.write_text(WALK, encoding="utf-8")
    _assert_same(_sketch(walk, edited).kit, before.kit)


def _picture_replaced(folder: Path) -> None:
    shutil.copy(SAMPLES / "photos" / "meeting.png", folder / "street.png")


def _replaced(name: str, old: str, new: str) -> Callable[[Path], None]:
    def edited(folder: Path) -> None:
        text = (folder / name).read_text(encoding="utf-8")
        assert old in text
        (folder / name).write_text(text.replace(old, new), encoding="utf-8")

    return edited


@pytest.mark.parametrize(
    "edit",
    [
        _picture_replaced,
        _replaced("own.yaml", "People with jobs.", "People who have jobs."),
        _replaced("own.yaml", "share_employed", "share_debt_coll"),
        _replaced("ages.csv", "44,48,78", "44,48,79"),
        _replaced("metrics.csv", "2023,66167,", "2023,66168,"),
    ],
    ids=["picture", "template", "metric of a template", "own table", "data"],
)
def test_files_beside_the_walk_are_read_again(
    walk: Path, tmp_path: Path, edit: Callable[[Path], None]
) -> None:
    before = _sketch(walk)
    edit(tmp_path)
    again, anew = _sketch(walk, before).kit, kit.prepared(walk)
    assert again != before.kit
    _assert_same(again, anew)
    assert kit.painted(again).files == kit.painted(anew).files


def test_languages_and_bilingual_sheets(walk: Path) -> None:
    text = WALK.replace("{medium: handout}", "{medium: handout}\n  - {medium: handout, second: es}")
    text += "language: [en, es]\n"
    edit = text.replace("title: Incomes", "title: {en: Earnings, es: Ingresos}")
    walk.write_text(text, encoding="utf-8")
    before = kit.sketches(load(walk))
    walk.write_text(edit, encoding="utf-8")
    again = kit.sketches(load(walk), before=before)
    for one, anew in zip(again, kit.every(walk), strict=True):
        _assert_same(one.kit, anew)


def test_right_to_left(walk: Path) -> None:
    text = f"{WALK}language: ur\n"
    walk.write_text(text, encoding="utf-8")
    before = _sketch(walk)
    walk.write_text(text.replace("title: Incomes", "title: Earnings"), encoding="utf-8")
    _assert_same(_sketch(walk, before).kit, kit.prepared(walk))


def test_after_a_mistake_the_walk_is_made_again_from_before_it(walk: Path) -> None:
    before = _sketch(walk, only="poster")
    long = WALK.replace("Words about a street.", "Words about a street. " * 400)
    walk.write_text(long, encoding="utf-8")
    refused = []
    for known in (before, None):
        with pytest.raises(Problems) as found:
            _sketch(walk, known, only="poster")
        refused.append(found.value.problems)
    assert refused[0] == refused[1]
    walk.write_text(WALK, encoding="utf-8")
    _assert_same(_sketch(walk, before, only="poster").kit, before.kit)


def test_what_does_not_fit_is_told_again(walk: Path) -> None:
    long = WALK.replace("Words about a street.", "Words about a street. " * 80)
    long = long.replace("18x24", "36x48")
    walk.write_text(long, encoding="utf-8")
    before = _sketch(walk)
    assert before.kit.unfit
    walk.write_text(long.replace("title: Incomes", "title: Earnings"), encoding="utf-8")
    _assert_same(_sketch(walk, before).kit, kit.prepared(walk))


def test_only_what_changed_is_made(walk: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    laid: list[int] = []
    pages = poster._pages

    def counted(*given: object, **settings: object) -> object:
        laid.extend(one.number for one in given if isinstance(one, Station))
        return pages(*given, **settings)  # type: ignore[arg-type]

    before = _sketch(walk)
    monkeypatch.setattr(poster, "_pages", counted)
    monkeypatch.setattr(files, "open_csv", lambda _: pytest.fail("the data are read again"))
    walk.write_text(WALK.replace("Words about", "Some words about"), encoding="utf-8")
    again = _sketch(walk, before)
    assert laid == [2]
    stations = zip(again.kit.walk.stations, before.kit.walk.stations, strict=True)
    assert [new is old for new, old in stations] == [True, False, True, True]
    posters = zip(again.kit.documents[0].pages, before.kit.documents[0].pages, strict=True)
    assert [new is old for new, old in posters] == [True, False, True, True]


def test_a_store_of_all_metrics_serves_every_edit(
    walk: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = read_store([tmp_path / "metrics.csv"], catalog().metrics)
    before = kit.sketch(load(walk), store=store)
    monkeypatch.setattr(files, "open_csv", lambda _: pytest.fail("the data are read again"))
    walk.write_text(EDITS["a metric"](WALK), encoding="utf-8")
    again = kit.sketch(load(walk), before=before, store=store)
    _assert_same(again.kit, kit.prepared(walk, store=store))
    stations = zip(again.kit.walk.stations, before.kit.walk.stations, strict=True)
    assert [new is old for new, old in stations] == [True, True, True, False]


def test_one_station_is_shown_alone(walk: Path) -> None:
    made = _sketch(walk).kit
    posters, _, deck, _ = made.outputs
    with Pdf.open(io.BytesIO(kit.shown(made, posters, 2))) as pdf:
        assert len(pdf.pages) == 1
    slides = Presentation(io.BytesIO(kit.shown(made, deck, 2))).slides
    own = [page.title for page in made.documents[2].pages if page.number == 2]
    assert [slide.shapes.title.text for slide in slides] == own
