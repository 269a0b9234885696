"""Letters beyond Lato: joined, in order, embedded, and read again."""

from __future__ import annotations

import io
import time
import unicodedata
from collections.abc import Callable
from pathlib import Path

import pikepdf
import pytest
from pypdf import PdfReader

from datawalk import kit
from datawalk.compose import faces
from datawalk.page.document import Document
from datawalk.page.lines import text_ink
from datawalk.page.marks import Text
from datawalk.problems import Problems
from datawalk.prose import words
from datawalk.render.pdf.painter import pdf_bytes
from datawalk.typography import fonts
from datawalk.typography.lacking import lacking, remedy
from datawalk.typography.measure import LATO
from datawalk.typography.scripts import typefaces
from datawalk.typography.scripts.directions import base_of, stretches
from datawalk.typography.scripts.shaping import shaped
from datawalk.typography.scripts.typefaces import LATO_ALONE, Faces, Typeface, font_for
from tests.render.pdf.test_tags import failures

ARABIC = "ماذا تعني هذه الأرقام؟ يعمل 85 من كل 100 شخص (في Boone)."
HEBREW = "מה המספרים אומרים? 85 מתוך 100 אנשים עובדים (Boone)."
HINDI = "इन आँकड़ों का हमारे मोहल्ले के लिए क्या अर्थ है? हर 100 में से 85 लोग काम करते हैं।"
LATIN = {
    "es": "¿Qué significan estos números para usted?",
    "vi": "Những con số này có ý nghĩa gì đối với khu phố của bạn?",
    "ht": "Kisa chif sa yo vle di pou katye nou an?",
    "haw": "He aha ke ʻano o kēia mau helu no ko kākou kaiāulu?",
    "so": "Maxay tirooyinkani uga dhigan yihiin xaafaddeena?",
    "hmn": "Cov lej no txhais li cas rau peb lub zej zog?",
}
SHAPED = {"ar": ARABIC, "he": HEBREW, "hi": HINDI}
INSTALLED = {
    "zh": "这些数字对我们的社区意味着什么？每100名居民中有85人就业（2021年）。",
    "ja": "この数字は何を意味しますか。「働いている人」は100人中85人です。",
    "ko": "이 숫자는 우리 동네에 어떤 의미가 있습니까? 100명 중 85명이 일합니다.",
    "am": "እነዚህ ቁጥሮች ለአካባቢያችን ምን ማለት ናቸው? ከ100 ሰዎች 85ቱ ይሠራሉ።",
}
EVERY = LATIN | SHAPED | INSTALLED


def needs_font(language: str) -> pytest.MarkDecorator:
    text = EVERY[language]
    return pytest.mark.skipif(
        bool(lacking(text, LATO.faces)), reason=f"no font here for {language} (Noto)"
    )


LANGUAGES = [
    pytest.param(code, marks=[needs_font(code)] if code in INSTALLED else []) for code in EVERY
]


def walk(text: str, language: str = "en", more: str = "") -> str:
    return (
        f'title: W\nplace: "29019"\nlanguage: {language}\ndata: [metrics.csv]\n{more}'
        f"outputs: [{{medium: poster}}]\nstations:\n  - title: {text!r}\n    blocks:\n"
        f"      - {{kind: text, text: {text!r}}}\n"
    )


def poster(path: Path) -> Document:
    return kit.prepared(path).documents[0]


def painted(document: Document) -> bytes:
    return pdf_bytes(document)


def extracted(blob: bytes) -> str:
    return "".join(page.extract_text() for page in PdfReader(io.BytesIO(blob)).pages)


def squeezed(text: str) -> str:
    """Letters, marks and digits: extractors add spaces, and turn a row of signs round."""
    return "".join(c for c in text if unicodedata.category(c)[0] in "LMN")


@pytest.mark.parametrize("code", LANGUAGES)
def test_a_poster_in_each_language_is_printed_and_read_again(
    code: str, write_walk: Callable[[str], Path]
) -> None:
    document = poster(write_walk(walk(EVERY[code], code)))
    blob = painted(document)
    assert squeezed(EVERY[code]) in squeezed(extracted(blob))
    assert failures(blob) == []


@pytest.mark.parametrize("code", LANGUAGES)
def test_what_is_measured_is_what_is_drawn(code: str) -> None:
    for part in EVERY[code].split():
        assert LATO.width(part, "bold", 50) == pytest.approx(
            sum(span.width for span in fonts.spans(part, "bold", LATO.faces)) / 20
        )
    whole = LATO.width(EVERY[code], "regular", 10)
    (line,) = LATO.break_lines(words(EVERY[code]), 100_000, 10)
    assert line.width == pytest.approx(whole, rel=0.01)


def test_arabic_letters_join() -> None:
    font = font_for("ب", LATO_ALONE, bold=False)
    assert font
    alone = {c.glyphs for letter in "بيت" for c in shaped(letter, font, "ar", True).clusters}
    joined = {c.glyphs for c in shaped("بيت", font, "ar", True).clusters}
    assert len(joined) == 3
    assert not joined & alone


def test_lam_and_alef_become_one_glyph_that_stands_for_both() -> None:
    font = font_for("ل", LATO_ALONE, bold=False)
    assert font
    (cluster,) = shaped("لا", font, "ar", True).clusters
    assert (len(cluster.glyphs), cluster.text) == (1, "لا")


def test_a_mark_is_one_with_its_letter() -> None:
    font = font_for("द", LATO_ALONE, bold=False)
    assert font
    found = shaped("हिन्दी", font, "hi", False).clusters
    assert "".join(cluster.text for cluster in found) == "हिन्दी"
    # The vowel i is written before the letter that it is spoken after.
    assert len(found[0].glyphs) == 2
    assert all(cluster.text for cluster in found)


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("Jobs 2023", "Jobs 2023"),
        ("שלום Boone", "Boone םולש"),
        ("Boone שלום", "Boone םולש"),
        ("שלום 12 עולם", "םלוע 12 םולש"),
        ("אב (cd) גה", "הג (cd) בא"),
        ("85% אב", "בא 85%"),
    ],
)
def test_order_on_the_line(text: str, seen: str) -> None:
    """Expected by hand from the rules of UAX 9."""
    parts = [(text[s.start : s.end], s.rtl) for s in stretches(text)]
    turned = [
        "".join({"(": ")", ")": "("}.get(c, c) for c in reversed(part)) if rtl else part
        for part, rtl in parts
    ]
    assert "".join(turned) == seen


def test_a_paragraph_runs_as_its_first_letter() -> None:
    assert [base_of(text) for text in ("85 abc אב", "85 אב abc", "85")] == ["L", "R", ""]


def test_bold_words_stand_in_the_order_of_their_line() -> None:
    (line,) = LATO.break_lines(words("אחת **שתיים** שלוש"), 1000, 20)
    (paragraph,) = text_ink(LATO, (line,), 0, 0, 20, "#000000", width=500)
    ink = paragraph.texts
    assert [text.text.strip() for text in ink] == ["אחת", "שתיים", "שלוש"]
    assert [text.x for text in ink] == sorted((text.x for text in ink), reverse=True)
    assert ink[0].x + ink[0].width == pytest.approx(500)


def test_pages_in_arabic_are_read_from_the_right(write_walk: Callable[[str], Path]) -> None:
    def disc(document: Document) -> float:
        page = document.pages[0]
        (number,) = (
            t for b in page.boxes for t in b.leaves if isinstance(t, Text) and t.text == "1"
        )
        return (number.x + number.width / 2) / page.width

    left = disc(poster(write_walk(walk("Jobs", "en"))))
    right = disc(poster(write_walk(walk(ARABIC, "ar"))))
    assert left < 0.2
    assert right == pytest.approx(1 - left)


@needs_font("ja")
def test_no_line_begins_with_a_full_stop_or_ends_with_an_opening_bracket() -> None:
    text = "働く人は、「この町の人」です。" * 12
    for width in range(90, 400, 7):
        for line in LATO.break_lines(words(text), width, 20):
            assert line.text[0] not in "、。」"
            assert line.text[-1] not in "「"
            assert line.width <= width


@needs_font("ja")
@needs_font("zh")
def test_each_language_has_its_own_forms_of_a_character() -> None:
    found = []
    for language in ("ja", "zh", "zh-TW", "ko"):
        font = font_for("直", Faces(language), bold=False)
        assert font
        found.append(font.typeface)
    assert len(set(found)) == 4


@needs_font("zh")
def test_postscript_outlines_become_truetype_and_only_those_drawn() -> None:
    blob = pdf_bytes(document_of("人口数据"))
    with pikepdf.open(io.BytesIO(blob)) as pdf:
        held = [font for font in pdf.pages[0].Resources.Font.values() if font.Subtype == "/Type0"]
        assert len(held) == 1
        file = held[0].DescendantFonts[0].FontDescriptor.FontFile2.read_bytes()
    from fontTools.ttLib import TTFont

    font = TTFont(io.BytesIO(file))
    assert len(font.getGlyphOrder()) == 1 + len("人口数据")
    assert all(font["glyf"][name].numberOfContours > 0 for name in font.getGlyphOrder()[1:])
    assert len(blob) < 60_000


def document_of(text: str) -> Document:
    from datawalk.page.document import Box, Page
    from datawalk.theme import base_theme

    ink = text_ink(LATO, LATO.break_lines(words(text), 500, 20), 20, 20, 20, "#000000")
    page = Page("p", "P", 600, 200, (Box("body", 0, 0, 600, 200, ink),), "#000000")
    return Document("poster", "T", "en", (page,), base_theme())


def test_a_font_of_the_walk_comes_first(write_walk: Callable[[str], Path]) -> None:
    path = write_walk(walk(HEBREW, "he", "fonts: [own.ttf]\n"))
    own = path.with_name("own.ttf")
    own.write_bytes(Path(dejavu()).read_bytes())
    blob = painted(poster(path))
    with pikepdf.open(io.BytesIO(blob)) as pdf:
        names = {str(font.BaseFont) for font in pdf.pages[0].Resources.Font.values()}
    assert any("DejaVu" in name for name in names)
    assert not any("FiraGO" in name for name in names)


def dejavu() -> str:
    from matplotlib import get_data_path

    return f"{get_data_path()}/fonts/ttf/DejaVuSans.ttf"


@pytest.mark.parametrize("content", [b"", b"not a font", b"\x00\x01\x00\x00" + bytes(40)])
def test_a_damaged_font_is_a_problem(content: bytes, write_walk: Callable[[str], Path]) -> None:
    path = write_walk(walk("Jobs", more="fonts: [own.ttf]\n"))
    path.with_name("own.ttf").write_bytes(content)
    with pytest.raises(Problems) as caught:
        kit.prepared(path)
    (problem,) = caught.value.problems
    assert problem.what.startswith("own.ttf is ")
    assert problem.at.line == 5


def test_a_font_cut_in_the_middle_is_a_problem(write_walk: Callable[[str], Path]) -> None:
    path = write_walk(walk("Jobs", more="fonts: [own.ttf]\n"))
    whole = Path(dejavu()).read_bytes()
    path.with_name("own.ttf").write_bytes(whole[: len(whole) // 3])
    with pytest.raises(Problems, match=r"own\.ttf is"):
        kit.prepared(path)


def test_a_font_that_may_not_be_embedded_is_a_problem(
    tmp_path: Path, write_walk: Callable[[str], Path]
) -> None:
    from fontTools.ttLib import TTFont

    path = write_walk(walk("Jobs", more="fonts: [own.ttf]\n"))
    font = TTFont(dejavu())
    font["OS/2"].fsType = 2
    font.save(path.with_name("own.ttf"))
    with pytest.raises(Problems, match="its maker does not allow it"):
        kit.prepared(path)


def test_names_the_extra_where_its_libraries_are_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(typefaces, "ready", lambda: False)
    assert lacking("Jobs مرحبا", LATO.faces) == tuple("مرحبا")
    assert remedy("م", "en") == "For Arabic: pip install '.[scripts]' in the folder of datawalk"


def test_names_the_font_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(typefaces, "_found", lambda _: None)
    assert lacking("Jobs አ", LATO.faces) == ("አ",)
    assert remedy("አ中", "en") == (
        'For Ethiopic (Amharic and Tigrinya), install the font "Noto Sans Ethiopic", or name its '
        'file under fonts:. For Chinese, install the font "Noto Sans SC", or name its file under '
        "fonts:."
    )


def test_two_paintings_are_the_same_bytes_on_another_day(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    first = pdf_bytes(document_of(ARABIC + HINDI))
    now = time.time()
    monkeypatch.setattr(time, "time", lambda: now + 100_000)
    assert pdf_bytes(document_of(ARABIC + HINDI)) == first


def test_an_unusable_typeface_says_why(tmp_path: Path) -> None:
    with pytest.raises(typefaces.UnusableFontError):
        typefaces.load(Typeface(str(tmp_path / "none.ttf")))


def test_slides_tell_powerpoint_which_way_paragraphs_run(
    write_walk: Callable[[str], Path],
) -> None:
    from pptx import Presentation

    from datawalk.render.pptx.deck import pptx_bytes

    text = walk(ARABIC, "ar").replace("medium: poster", "medium: deck")
    text += "      - {kind: table, of: [share_employed]}\n"
    text = "session: {parts: [title, stations]}\n" + text
    deck = Presentation(io.BytesIO(pptx_bytes(poster(write_walk(text)))))
    said = {}
    for slide in deck.slides:
        for paragraph in slide.element.iter("{*}p"):
            words_ = "".join(t.text or "" for t in paragraph.iter("{*}t")).replace("\xa0", " ")
            about = paragraph.find("{*}pPr")
            if words_ and about is not None:
                said[words_] = (about.get("rtl"), about.get("algn"))
    assert said[ARABIC] == ("1", "r")
    assert said["By the numbers."] == (None, "r")
    tables = [table for slide in deck.slides for table in slide.element.iter("{*}tblPr")]
    assert [table.get("rtl") for table in tables] == ["1"]


@pytest.mark.parametrize(
    "more", ["fonts: [own.ttf]\n", "theme: {face: {regular: own.ttf, bold: own.ttf}}\n"]
)
def test_fonts_of_a_walk_need_the_extra(
    more: str, write_walk: Callable[[str], Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(faces, "ready", lambda: False)
    with pytest.raises(Problems, match="need more libraries") as caught:
        kit.prepared(write_walk(walk("Jobs", more=more)))
    assert caught.value.problems[0].at.line == 5
