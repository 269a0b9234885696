"""What Word knows and python-docx has no call for: page numbers, heads of tables, the language."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from docx.oxml import OxmlElement
from docx.oxml.ns import qn

if TYPE_CHECKING:
    from docx.document import Document
    from docx.styles.style import BaseStyle
    from docx.table import _Row
    from docx.text.paragraph import Paragraph

COUNTRY = {"en": "en-US", "es": "es-US"}
"""Languages as Word checks their spelling."""
HEX = re.compile("[0-9A-F]{6}")
PLAIN = ("FFFFFF", "000000")
UNUSED = ("stylesWithEffects", "thumbnail")
"""Parts of the empty file that Word has no use for, and a picture of another document."""
FIELDS = {"number": "PAGE", "count": "NUMPAGES"}


def page_number(paragraph: Paragraph, said: str) -> None:
    """Words in which {number} and {count} are counted by Word."""
    while "{" in said:
        before, _, rest = said.partition("{")
        name, _, said = rest.partition("}")
        paragraph.add_run(before)
        for kind, text in (("begin", ""), ("", FIELDS[name]), ("separate", ""), ("end", "")):
            run = paragraph.add_run()
            if kind:
                mark = OxmlElement("w:fldChar")
                mark.set(qn("w:fldCharType"), kind)
            else:
                mark = OxmlElement("w:instrText")
                mark.set(qn("xml:space"), "preserve")
                mark.text = text
            run._r.append(mark)  # type: ignore[arg-type]
            if kind == "separate":
                paragraph.add_run("1")
    paragraph.add_run(said)


def repeated(row: _Row) -> None:
    """A head that stands again on each page that its table goes on to."""
    row._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))  # type: ignore[arg-type]


def language_set(made: Document, language: str) -> None:
    """The language of all words, for spelling and for those who hear the text."""
    code = COUNTRY.get(language.partition("-")[0], language)
    made.core_properties.language = code
    for mark in made.styles.element.iter(qn("w:lang")):
        mark.set(qn("w:val"), code)
    for mark in made.settings.element.iter(qn("w:themeFontLang")):
        mark.set(qn("w:val"), code)


def recolored(style: BaseStyle, color: str) -> None:
    """Whatever a style draws in a color, in this one; white and black stay."""
    for mark in style.element.iter():
        for name in (qn("w:fill"), qn("w:color"), qn("w:val")):
            if HEX.fullmatch(mark.get(name, "")) and mark.get(name) not in PLAIN:
                mark.set(name, color)
                for theme in ("themeColor", "themeFill", "themeShade", "themeTint"):
                    mark.attrib.pop(qn(f"w:{theme}"), None)


def tidied(made: Document) -> None:
    """Without what the empty file brings along and nobody needs."""
    for rels in (made.part.rels, made.part.package.rels):
        for key in [key for key, rel in rels.items() if rel.reltype.endswith(UNUSED)]:
            del rels[key]
