"""The web page as a file: whole, safe, small, and the same whoever makes it."""

from __future__ import annotations

import base64
import hashlib
import io
import re
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree
from lxml import html as reader
from PIL import Image

from datawalk import kit
from datawalk.output.formats import paint
from datawalk.output.numbers import numbers
from datawalk.problems import Problems
from datawalk.render.html.letters import LETTERS
from datawalk.render.html.night import GROUND, night
from datawalk.theme import base_theme, contrast
from tests.conftest import ROOT
from tests.render.html.walks import prepared

Write = Callable[[str], Path]
WALK = """\
title: {title}
place: "29019"
data: [metrics.csv]
outputs: [{{medium: web}}]
stations:
  - title: Work
    pillar: work
    icon: briefcase
    blocks:
      - {{kind: stat, metric: share_employed}}
      - {{kind: text, text: {text}}}
      - {{kind: questions, questions: [{text}], starters: [{text}]}}
"""
LARGEST = 1_500_000


def page_of(path: Path) -> str:
    return paint(kit.prepared(path).documents[0]).decode()


def tree_of(text: str) -> etree._Element:
    return reader.document_fromstring(text)


@pytest.fixture(scope="module")
def boone(tmp_path_factory: pytest.TempPathFactory) -> str:
    (made,) = prepared("boone", tmp_path_factory.mktemp("boone"))
    return paint(made.documents[0]).decode()


def test_it_is_one_small_file_that_asks_nobody(boone: str) -> None:
    tree = tree_of(boone)
    assert len(boone.encode()) < LARGEST
    fetched = [*tree.xpath("//@src"), *tree.xpath("//link/@href"), *tree.xpath("//use/@href")]
    assert [one for one in fetched if not one.startswith(("data:", "#"))] == []
    assert re.findall(r"url\((?!\"data:|#)", boone) == []
    assert "@import" not in boone


def test_its_policy_allows_what_it_holds_and_nothing_else(boone: str) -> None:
    tree = tree_of(boone)
    (policy,) = tree.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")
    for name in ("style", "script"):
        (held,) = tree.xpath(f"//{name}")
        digest = base64.b64encode(hashlib.sha256(held.text.encode()).digest()).decode()
        assert f"{name}-src 'sha256-{digest}'" in policy
    assert "default-src 'none'" in policy
    assert tree.xpath("//*[@style]") == []
    assert [a for a in tree.xpath("//@*") if a.attrname.startswith("on")] == []


def test_headings_and_addresses_are_in_order(boone: str) -> None:
    tree = tree_of(boone)
    levels = [int(one.tag[1]) for one in tree.iter("h1", "h2", "h3", "h4")]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))
    ids = tree.xpath("//@id")
    assert len(ids) == len(set(ids))
    pointed = [one[1:] for one in tree.xpath("//@href") if one.startswith("#")]
    pointed += [
        i
        for told in tree.xpath("//@aria-labelledby|//@aria-describedby|//label/@for")
        for i in told.split()
    ]
    assert set(pointed) <= set(ids)


def test_each_picture_has_a_name_a_description_and_a_table(boone: str) -> None:
    figures = tree_of(boone).xpath("//figure[.//svg[@role='img']]")
    assert len(figures) >= 8
    for figure in figures:
        assert all(svg.get("aria-label").endswith(".") for svg in figure.xpath(".//svg"))
        assert figure.xpath("string(figcaption)").strip()
        table = figure.getnext().xpath(".//table")[0]
        assert len(table.xpath(".//tbody/tr")) > 1
        assert table.xpath(".//thead//th[@scope='col']")
        assert table.xpath(".//tbody//th[@scope='row']")


def test_it_says_to_others_what_it_is(boone: str) -> None:
    tree = tree_of(boone)
    assert tree.xpath("//meta[@property='og:title']/@content") == ["Boone County Data Walk"]
    (told,) = tree.xpath("//meta[@property='og:description']/@content")
    assert told == "A data walk about Boone County, Missouri, in 10 stations."


HOSTILE = '<script>alert(1)</script> "&amp; <img src=x onerror=alert(1)> ]]> </style>'


def test_words_of_an_author_are_words(write_walk: Write) -> None:
    quoted = "'" + HOSTILE.replace("'", "''") + "'"
    text = page_of(write_walk(WALK.format(title=quoted, text=quoted)))
    tree = tree_of(text)
    assert len(tree.xpath("//script")) == 1
    assert tree.xpath("//img") == []
    assert tree.xpath("string(//h1)") == HOSTILE
    assert tree.xpath("string(//title)") == HOSTILE
    assert tree.xpath("//textarea/@data-asked") == [HOSTILE]


def test_links_lead_out_or_nowhere(write_walk: Write) -> None:
    told = '"**Bold** and *slanted* and [here](https://example.org/?a=1&b=2)"'
    tree = tree_of(page_of(write_walk(WALK.format(title="T", text=told))))
    assert tree.xpath("//div[@class='part prose is-body']//strong/text()") == ["Bold"]
    assert tree.xpath("//div[@class='part prose is-body']//em/text()") == ["slanted"]
    (link,) = tree.xpath("//div[@class='part prose is-body']//a")
    assert link.get("href") == "https://example.org/?a=1&b=2"
    assert link.get("rel") == "noopener noreferrer"
    path = write_walk(WALK.format(title="T", text='"[here](javascript:alert(1))"'))
    with pytest.raises(Problems):
        kit.prepared(path)


def test_a_walk_in_two_languages_is_one_file(tmp_path: Path) -> None:
    kits = prepared("bilingual", tmp_path)
    assert [len(made.documents) for made in kits] == [1] * len(kits)
    assert len(kits) == 1
    tree = tree_of(paint(kits[0].documents[0]).decode())
    assert tree.xpath("//div[@lang]/@lang") == ["en", "es"]
    assert tree.xpath("//h1/text()") == [
        "Boone County Data Walk",
        "Recorrido de datos de Boone County",
    ]
    assert tree.xpath("//div[@lang='es']//button/text()")[0].startswith("Guardar")


def test_other_outputs_are_made_in_each_language_beside_it(write_walk: Write) -> None:
    text = WALK.format(title="{en: One, es: Dos}", text="Words")
    text = text.replace("[{medium: web}]", "[{medium: web}, {medium: handout}]")
    path = write_walk(text + "language: [en, es]\n")
    first, second = kit.every(path)
    assert [output.medium for output in first.outputs] == ["web", "handout"]
    assert [output.medium for output in second.outputs] == ["handout"]
    files = kit.painted(first).files
    assert [name for name in files if name.endswith("-web.html")]


def test_figures_are_found_on_the_page_by_the_list_of_numbers(write_walk: Write) -> None:
    made = kit.prepared(write_walk(WALK.format(title="T", text="Words")))
    rows = numbers(made.walk, made.documents)
    assert {row.web for row in rows if row.station} == {"station-1"}
    assert tree_of(page_of(made.source)).xpath("//section/@id") == ["station-1"]


def test_one_station_is_shown_alone(tmp_path: Path) -> None:
    (made,) = prepared("minimal", tmp_path)
    count = len(made.walk.stations)
    shown = kit.shown(made, made.outputs[0], count).decode()
    assert tree_of(shown).xpath("//section[@data-station]/@id") == [f"station-{count}"]


def test_a_photo_is_made_small_and_keeps_no_secrets(write_walk: Write) -> None:
    path = write_walk(
        WALK.format(title="T", text="Words") + "      - {kind: image, file: a.jpg, alt: A street}\n"
    )
    exif = Image.Exif()
    exif[0x010E] = "taken at home"
    Image.effect_noise((3000, 2000), 60).convert("RGB").save(path.with_name("a.jpg"), exif=exif)
    (told,) = tree_of(page_of(path)).xpath("//img/@src")
    data = base64.b64decode(told.removeprefix("data:image/webp;base64,"))
    assert b"taken at home" not in data
    with Image.open(io.BytesIO(data)) as image:
        assert max(image.size) <= 1280


def test_the_face_has_the_letters_that_it_promises(boone: str) -> None:
    (first, *_) = re.findall(r"base64,([A-Za-z0-9+/=]+)\"\) format\(\"woff\"\)", boone)
    font = TTFont(io.BytesIO(base64.b64decode(first)))
    lacking = {letter for letter in LETTERS if ord(letter) not in font.getBestCmap()}
    assert not lacking & set("abcABC0123456789áéíóúñüÁÉÍÓÚÑ¿¡‘’“”–—…†‡−ʻ€")


COLORS = st.integers(0, 0xFFFFFF).map("#{:06x}".format)


@settings(max_examples=200)
@given(COLORS, COLORS)
def test_contrasts_by_night_are_those_by_day(one: str, other: str) -> None:
    dark = [night(color, "#ffffff") for color in (one, other)]
    lit = min(contrast(GROUND, "#ffffff"), contrast(one, other))
    # Only what would be lighter than white loses some.
    if max(contrast(one, "#ffffff"), contrast(other, "#ffffff")) < contrast(GROUND, "#ffffff"):
        assert contrast(*dark) == pytest.approx(lit, rel=0.06, abs=0.06)


def test_words_of_the_theme_are_read_by_night() -> None:
    theme = base_theme()
    for color in (theme.ink, theme.muted, theme.accent, *theme.pillars.values()):
        assert contrast(night(color, theme.paper), GROUND) >= 4.5


def test_the_same_walk_makes_the_same_bytes(write_walk: Write) -> None:
    path = write_walk(WALK.format(title="T", text="Words"))
    assert page_of(path) == page_of(path)


def test_every_ready_walk_has_a_page(tmp_path: Path) -> None:
    for config in sorted((ROOT / "configs").glob("*.yaml")):
        made = prepared(config.stem, tmp_path / config.stem)
        assert made[0].unfit == ()
        assert len(paint(made[0].documents[0])) < LARGEST
