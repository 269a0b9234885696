"""Two languages on one sheet."""

from __future__ import annotations

import io
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pikepdf
import pytest

from datawalk import kit
from datawalk.compose.bilingual import with_second
from datawalk.exhibits import Bullets, Prose, Row, Stat, Table, WritingColumn, WritingSpace
from datawalk.layout.exhibits.stat import remarks_of
from datawalk.page.document import Document
from datawalk.page.lines import text_ink
from datawalk.page.marks import Text
from datawalk.problems import Problems
from datawalk.prose import SECOND, both, plain, words
from datawalk.render.pdf.painter import pdf_bytes
from datawalk.typography.breaks import SMALLER
from datawalk.typography.measure import LATO
from datawalk.words import say, speaking
from tests.render.pdf.test_tags import failures

WALK = """\
title: {en: Walk, es: Recorrido}
place: "29019"
compare: [us-median]
language: [en, es]
data: [metrics.csv]
outputs: [{medium: poster, second: es}, {medium: handout, second: es}]
stations:
  - question: {en: "Is there work?", es: "¿Hay trabajo?"}
    kicker: {en: Work, es: Trabajo}
    definition: {en: Adults with a job., es: Personas con trabajo.}
    blocks:
      - kind: stat
        metric: share_employed
        sentence: {en: of 100 people work., es: de 100 personas trabajan.}
      - {kind: table, of: [share_employed], heading: {en: Numbers, es: Números}}
      - {kind: text, text: {en: Stay **safe**., es: Sigan **seguros**.}}
      - {kind: questions, questions: [{en: "What surprises you?", es: "¿Qué les sorprende?"}]}
"""


def texts(document: Document) -> list[Text]:
    return [t for p in document.pages for b in p.boxes for t in b.leaves if isinstance(t, Text)]


def test_every_text_stands_in_both_languages(write_walk: Callable[[str], Path]) -> None:
    rows = WALK.replace("    blocks:", "    layout: plain\n    blocks:")
    # A giant number and a hundred people say by themselves what is counted; rows say it above all.
    counted = {
        "poster": ("Adults with a job.", "Personas con trabajo."),
        "handout": ("of 100 people work.", "de 100 personas trabajan."),
    }
    for document in kit.prepared(write_walk(rows)).documents:
        for first, second in {
            "Is there work?": "¿Hay trabajo?",
            **dict([counted[document.medium]]),
            "Numbers": "Números",
            "What surprises you?": "¿Qué les sorprende?",
        }.items():
            said = [(text.text, text.second) for text in texts(document)]
            assert said.index((second, True)) > said.index((first, False))
        assert (document.language, document.second) == ("en", "es")


def test_a_bilingual_station_may_take_two_sheets(write_walk: Callable[[str], Path]) -> None:
    text = WALK.replace("    blocks:", "    sheets: 2\n    blocks:", 1)
    text = text.replace(", {medium: handout, second: es}", "")
    more = "      - {kind: chart, metric: share_employed, show: years}\n" * 3
    (poster,) = kit.prepared(write_walk(text + more)).documents
    titles = [page.title for page in poster.pages]
    assert titles == [
        f"1. Is there work? / ¿Hay trabajo? (sheet {n} of 2 / hoja {n} de 2)" for n in (1, 2)
    ]


def test_sheets_are_tagged_with_the_language_of_their_parts(
    write_walk: Callable[[str], Path],
) -> None:
    for document in kit.prepared(write_walk(WALK)).documents:
        blob = pdf_bytes(document)
        assert failures(blob) == []
        with pikepdf.open(io.BytesIO(blob)) as pdf:
            assert pdf.Root.Lang == "en"
            languages = {
                str(item.Lang)
                for item in pdf.objects
                if isinstance(item, pikepdf.Dictionary) and item.get("/S") == "/Span"
            }
        assert languages == {"es"}


def test_the_second_language_is_smaller_in_titles_and_italic_in_text() -> None:
    for face, size, shown in (
        ("black", 20 * SMALLER, "black"),
        ("bold", 20, "regular"),
        ("regular", 20, "italic"),
    ):
        lines = LATO.break_lines(words(both("One two", "Uno dos")), 500, 20, face)
        (first,), (second,) = (said.texts for said in text_ink(LATO, lines, 0, 0, 20, "#000000"))
        assert (first.text, first.size, first.face) == ("One two", 20, face)
        assert (second.text, second.size, second.face) == ("Uno dos", size, shown)
        assert second.y > first.y


def test_scripts_without_italics_stay_upright() -> None:
    (_, second) = LATO.break_lines(words(both("In 2023", "2023年")), 500, 20)
    assert {piece.face for piece in second.pieces} == {"regular"}


def test_numbers_are_traced_as_on_sheets_in_one_language(
    write_walk: Callable[[str], Path], tmp_path: Path
) -> None:
    kit.rendered(kit.prepared(write_walk(WALK)), tmp_path / "two")
    kit.rendered(kit.prepared(write_walk(WALK.replace(", second: es", ""))), tmp_path / "one")
    (first,) = (tmp_path / "one").glob("*numbers.csv")
    (second,) = (tmp_path / "two").glob("*numbers.csv")
    assert first.read_text() == second.read_text()


def test_bilingual_sheets_belong_to_the_kit_of_the_main_language(
    write_walk: Callable[[str], Path],
) -> None:
    assert len(kit.every(write_walk(WALK))) == 1
    more = WALK.replace("outputs: [", "outputs: [{medium: deck}, ")
    found = [[o.medium for o in one.outputs] for one in kit.every(write_walk(more))]
    assert found == [["deck", "poster", "handout"], ["deck"]]


@pytest.mark.parametrize(
    ("code", "hint"),
    [("fr", "Write language: [en, es, fr] at the top of the walk."), ("en", "Name another")],
)
def test_the_second_language_is_another_of_the_walk(
    code: str, hint: str, write_walk: Callable[[str], Path]
) -> None:
    with pytest.raises(Problems) as caught:
        kit.prepared(write_walk(WALK.replace("second: es}, ", f"second: {code}}}, ")))
    (problem,) = caught.value.problems
    assert problem.what == f'second: "{code}" is not another language of this walk (en, es).'
    assert problem.try_this.startswith(hint)
    assert problem.at.line == 6


def test_a_text_that_is_alike_in_both_stands_once() -> None:
    table = Table(stub_head="", columns=("2023",), rows=(Row("Boone", ("84%",)),))
    assert with_second(table, replace(table)) == table
    spanish = replace(table, rows=(Row("Condado", ("84 %",)),))
    made = with_second(table, spanish)
    assert isinstance(made, Table)
    assert made.rows == (Row(f"Boone{SECOND}Condado", ("84%",)),)


def test_remarks_are_sentences_in_both_languages() -> None:
    one = Stat(number="84", sentence=words("work."), about="about 4 in 5", comparison="more")
    two = Stat(number="84", sentence=words("trabajan."), about="cerca de 4", comparison="más.")
    made = with_second(one, two)
    assert isinstance(made, Stat)
    assert remarks_of(made) == (both("About 4 in 5.", "Cerca de 4."), both("More.", "Más."))


def test_what_differs_in_kind_or_number_stays_in_the_first() -> None:
    asked = Bullets(items=(words("One"), words("Two")))
    assert with_second(asked, replace(asked, items=(words("Uno"),))) == asked
    assert with_second(asked, Stat(number="1", sentence=words("Uno"))) == asked
    prose = Prose(paragraphs=(words("One"), words("Two")))
    made = with_second(prose, Prose(paragraphs=(words("Uno"),)))
    assert isinstance(made, Prose)
    assert [plain(p) for p in made.paragraphs] == ["One", "Two", " / Uno"]


def test_our_own_words_take_their_part_of_a_value() -> None:
    with speaking("en+es"):
        said = say("{number} of {count}", number=both("one", "una"), count=3)
    assert said == f"one of 3{SECOND}una de 3"


def test_columns_to_write_in_are_named_in_both_languages() -> None:
    fields = WritingSpace(form="notes", columns=(WritingColumn("Yes", "Why?"),), hint="Write")
    other = WritingSpace(form="notes", columns=(WritingColumn("Sí", "¿Por qué?"),), hint="Escriba")
    made = with_second(fields, other)
    assert isinstance(made, WritingSpace)
    assert made.columns == (WritingColumn(both("Yes", "Sí"), both("Why?", "¿Por qué?")),)
    assert made.hint == both("Write", "Escriba")
    more = replace(other, columns=other.columns * 2)
    assert with_second(fields, more) == fields


def test_nothing_is_lost_where_one_language_says_more() -> None:
    quote = Prose(paragraphs=(words("One."),), by="A parent", form="quote")
    longer = Prose(paragraphs=(words("Uno."), words("Dos.")), by="Una madre", form="quote")
    made = with_second(quote, longer)
    assert isinstance(made, Prose)
    assert "".join(map(plain, made.paragraphs)) == "One. / Uno. / Dos."
    assert made.by == both("A parent", "Una madre")
    table = Table(
        stub_head="", columns=("A",), rows=(Row("x", ("1",)),), footnotes=("One.", "Two.")
    )
    made = with_second(table, replace(table, footnotes=("Uno.",)))
    assert isinstance(made, Table)
    assert made.footnotes == (both("One.", "Uno."), "Two.")
    stat = Stat(number="5", sentence=words("of 100"))
    assert with_second(stat, replace(stat, sentence=())) == stat
    assert with_second(replace(stat, sentence=()), stat) == stat
