"""The posters can be heard: PDF/UA-1, and a tree that says what is what, in reading order."""

from __future__ import annotations

import io
import re
import subprocess
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import Any

import page as validator
import pikepdf
import pytest

from datawalk import kit
from datawalk.output.formats import paint
from datawalk.render.pdf.painter import pdf_bytes
from tests.conftest import ROOT

CONFIGS = ("boone", "columbia_city", "minimal")


@cache
def posters(name: str) -> bytes:
    prepared = kit.prepared(ROOT / "configs" / f"{name}.yaml", only="poster")
    return pdf_bytes(prepared.documents[0])


def failures(blob: bytes) -> list[str]:
    profile = validator.ValidationProfile.PDF_UA_1
    report = validator.validate_pdf_bytes(blob, profile=profile)
    return [failure.message for failure in report.failures]


@pytest.mark.parametrize("name", CONFIGS)
def test_no_rule_of_pdf_ua_fails(name: str) -> None:
    assert failures(posters(name)) == []


SMALL_PAPER = ("handout", "large-print", "placemat", "signs", "glossary", "cover", "script")


@pytest.mark.parametrize("medium", SMALL_PAPER)
def test_smaller_paper_can_be_heard_too(medium: str, write_walk: Callable[[str], Path]) -> None:
    path = write_walk(
        'title: W\nplace: "29019"\ncompare: ["19103", us-median]\ndata: [metrics.csv]\n'
        f"outputs: [{{medium: {medium}}}]\nstations:\n  - template: welcome\n"
        "  - template: work/jobs\n  - template: pillars/health\n  - template: visioning\n"
    )
    blob = paint(kit.prepared(path).documents[0])
    assert failures(blob) == []


def elements(node: Any) -> Iterator[Any]:
    """Every element under a node of the tree, in reading order."""
    for kid in node.get("/K", []):
        if isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
            yield kid
            yield from elements(kid)


def tree(blob: bytes) -> tuple[pikepdf.Pdf, list[Any]]:
    pdf = pikepdf.open(io.BytesIO(blob))
    return pdf, list(elements(pdf.Root.StructTreeRoot.K))


def first(found: list[Any], role: str) -> Any:
    return next(element for element in found if str(element.S) == f"/{role}")


def without_alt(pdf: pikepdf.Pdf, found: list[Any]) -> None:
    del first(found, "Figure").Alt


def without_scope(pdf: pikepdf.Pdf, found: list[Any]) -> None:
    for element in found:
        if str(element.S) == "/TH":
            del element.A


def skipped_heading(pdf: pikepdf.Pdf, found: list[Any]) -> None:
    first(found, "H2").S = pikepdf.Name.H4


def without_language(pdf: pikepdf.Pdf, found: list[Any]) -> None:
    del pdf.Root.Lang


def without_title(pdf: pikepdf.Pdf, found: list[Any]) -> None:
    del pdf.Root.Metadata


def row_as_words(pdf: pikepdf.Pdf, found: list[Any]) -> None:
    first(found, "TR").S = pikepdf.Name.P


def unmarked(pdf: pikepdf.Pdf, found: list[Any]) -> None:
    contents = pdf.pages[0].Contents
    words = contents.read_bytes()
    assert b"/Artifact BMC" in words
    contents.write(words.replace(b"/Artifact BMC", b"", 1).replace(b"EMC", b"", 1))


MUTATIONS = (
    without_alt,
    without_scope,
    skipped_heading,
    without_language,
    without_title,
    row_as_words,
    unmarked,
)


@pytest.mark.parametrize("mutate", MUTATIONS, ids=lambda step: step.__name__)
def test_a_file_that_lacks_something_fails(
    mutate: Callable[[pikepdf.Pdf, list[Any]], None],
) -> None:
    pdf, found = tree(posters("boone"))
    mutate(pdf, found)
    out = io.BytesIO()
    pdf.save(out)
    assert failures(out.getvalue())


@pytest.mark.parametrize("name", CONFIGS)
def test_every_sheet_is_a_section_with_one_title(name: str) -> None:
    pdf, found = tree(posters(name))
    sections = list(pdf.Root.StructTreeRoot.K.K)
    assert len(sections) == len(pdf.pages)
    for section in sections:
        assert str(section.S) == "/Sect"
        headings = [str(e.S) for e in elements(section) if str(e.S).startswith("/H")]
        assert headings[0] == "/H1"
        assert set(headings[1:]) <= {"/H2"}
    assert all(str(e.Alt).strip() for e in found if str(e.S) == "/Figure")


def test_every_mark_of_a_page_finds_its_element_again() -> None:
    """Readers that begin at a place on the page look the element up by the number of its mark."""
    pdf, found = tree(posters("boone"))
    numbers = list(pdf.Root.StructTreeRoot.ParentTree.Nums)
    listed = dict(zip(map(int, numbers[::2]), numbers[1::2], strict=True))
    for page in pdf.pages:
        parents = listed[int(page.obj.StructParents)]
        marked = {
            int(kid): element.objgen
            for element in found
            if element.Pg.objgen == page.obj.objgen
            for kid in element.K
            if not isinstance(kid, pikepdf.Dictionary)
        }
        assert marked
        assert marked == {number: parent.objgen for number, parent in enumerate(parents)}


def test_every_heading_of_a_table_says_what_it_heads() -> None:
    _, found = tree(posters("boone"))
    heads = [element for element in found if str(element.S) == "/TH"]
    assert {str(element.A.Scope) for element in heads} == {"/Row", "/Column"}
    for table in (e for e in found if str(e.S) == "/Table"):
        widths = {len(row.K) for row in table.K}
        assert len(widths) == 1


def test_every_link_tells_where_it_leads() -> None:
    blob = pdf_bytes(kit.prepared(ROOT / "configs" / "boone.yaml", only="poster").documents[0])
    pdf, found = tree(blob)
    links = sum(len(page.get("/Annots", [])) for page in pdf.pages)
    assert links == sum(str(element.S) == "/Link" for element in found)


def test_words_are_heard_in_the_order_of_the_sheet(tmp_path: Path) -> None:
    """By poppler, which knows nothing of how the file was made."""
    file = tmp_path / "minimal.pdf"
    file.write_bytes(posters("minimal"))
    said = subprocess.run(
        ["pdfinfo", "-struct-text", file], check=True, capture_output=True, text=True
    ).stdout
    heard = re.findall(r'^\s+"(.*)"$', said, re.MULTILINE)
    start = heard.index("2 Can people here find a job?")
    wanted = (
        "84 of every 100 adults ages 25 to 54 in Boone County have a job.",
        "How sure is it? Between 81 and 88 of 100.",
        "Adults ages 25 to 54 who have a job, 2023",
        "Your turn",
        "Talk, then stick your notes here",
        "What do you notice in these numbers?",
        "2 of 3",
    )
    places = [heard.index(words, start) for words in wanted]
    assert places == sorted(places)


def test_a_second_reader_finds_the_same_tree() -> None:
    """pdfplumber's structure tree of the page about jobs."""
    import pdfplumber

    with pdfplumber.open(io.BytesIO(posters("minimal"))) as pdf:
        (document,) = pdf.structure_tree
    roles = [kid["type"] for kid in document["children"][1]["children"]]
    assert roles[:2] == ["P", "H1"]
    assert {"Figure", "L", "H2"} <= set(roles)


def alts(name: str) -> list[str]:
    _, found = tree(posters(name))
    return [str(element.Alt) for element in found if str(element.S) == "/Figure"]


def test_figures_tell_what_they_are_what_to_compare_and_where_the_numbers_are() -> None:
    told = [alt for alt in alts("boone") if not alt.startswith("Code for phones")]
    charts = [
        alt for alt in told if re.match(r"\w+ chart of|Dots, one for|Map of|Marks of groups", alt)
    ]
    assert len(charts) == 7
    for alt in charts:
        assert re.search(r"-numbers\.csv\)\.$|The numbers come from .+\.$", alt), alt
    for wanted in (
        "Bar chart of adults ages 25 to 54 who have a job in 2023. "
        "84% of adults ages 25 to 54 have a job in Boone County, a little more than in the middle ",
        "Boone County, MO: $51,228 in 2014, $66,167 in 2023.",
        "from 54% (Households headed by Black residents) to 76% (Households headed by White "
        "residents).",
        "Boone County: 26%, lower than in 108 of 114 other areas with a figure.",
        "From 60% (Under 25) to 66% (45 to 64).",
    ):
        assert sum(wanted in alt for alt in charts) == 1, wanted
    assert (
        "84 of 100 squares are filled. "
        "84 of every 100 adults ages 25 to 54 in Boone County have a job." in told
    )


def test_a_list_says_whether_its_items_are_numbered() -> None:
    _, found = tree(posters("boone"))
    for element in found:
        if str(element.S) == "/L":
            signed = any(str(kid.S) == "/Lbl" for kid in elements(element))
            assert str(element.A.ListNumbering) == ("/Decimal" if signed else "/None")


WORDY = (
    'title: W\nplace: "29019"\ndata: [metrics.csv]\noutputs: [{medium: poster}]\nstations:\n'
    "  - title: Do words stay apart?\n    blocks:\n"
    '      - {kind: quote, text: "We wait.", by: "A parent"}\n'
    "      - {kind: text, text: 'See [Alpha](https://a.example) [Beta](https://b.example) **now**"
    " and then, on a line so long that it has to break somewhere — somewhere where a dash may"
    " stand at the end of a line — and again — and again — and again — and again — and again —"
    " and again — and again — and again — until it is over.'}\n"
)


def test_words_stay_apart_and_adornment_is_not_read(
    write_walk: Callable[[str], Path], tmp_path: Path
) -> None:
    blob = paint(kit.prepared(write_walk(WORDY)).documents[0])
    assert failures(blob) == []
    file = tmp_path / "wordy.pdf"
    file.write_bytes(blob)
    said = subprocess.run(
        ["pdfinfo", "-struct-text", file], check=True, capture_output=True, text=True
    ).stdout
    heard = "".join(re.findall(r'^\s+"(.*)"$', said, re.MULTILINE))
    assert "See Alpha Beta now and then, on a line" in heard
    assert heard.count(" — and again") == 8
    assert "“" not in heard
