"""Labels of native charts: values, names of series and fixed words beside their points."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from datawalk.render.pptx.figures.chart_xml import element, paint, words
from datawalk.render.pptx.slide import SlideCanvas
from datawalk.render.pptx.types import Element
from datawalk.render.pptx.xml import Ink, attribute, text_of
from datawalk.typography.sizes import Type

_EXTENSION = (
    '<c:extLst><c:ext uri="{{CE6537A1-D6FC-4f65-9D91-7224C49458BB}}" '
    'xmlns:c15="http://schemas.microsoft.com/office/drawing/2012/chart">{}</c:ext></c:extLst>'
)
NO_LEADERS = _EXTENSION.format('<c15:showLeaderLines val="0"/>')
"""Labels that are moved are not tied to their points by thin lines ([MS-ODRAWXML] 2.24.3)."""
FIELDS = _EXTENSION.format("<c15:dlblFieldTable/>")
"""Words of the label are fields that PowerPoint fills anew ([MS-ODRAWXML] 2.24.3)."""
NAME, VALUE, ACROSS = "SerName", "Val", "CatName"
"""What a label shows: the name of its series, its value, and of dots their place along x."""
_FIELD_TYPES = {NAME: "SERIESNAME", ACROSS: "XVALUE"}


@dataclass(frozen=True, slots=True)
class DataLabel:
    """The label of point `index`; `shift` moves it, in shares of the chart (x, y).

    It shows the parts `shown` of its point, `between` them, with the value in the format `code`;
    with `text`, only that. `fields` are what parts read now, for parts that LibreOffice does not
    know; PowerPoint reads them from the data sheet. `under` are fixed lines below them, in an ink
    of their own. `ground` is the color behind it.
    """

    index: int
    ink: Ink
    at: str
    code: str = "General"
    shift: tuple[float, float] = (0, 0)
    shown: tuple[str, ...] = (VALUE,)
    between: str = " "
    text: str = ""
    fields: tuple[str, ...] = ()
    under: tuple[str, ...] = ()
    small: Ink | None = None
    ground: str = ""


def labels(found: Sequence[DataLabel], everywhere: DataLabel | None = None) -> Element:
    """The c:dLbls of a series: these labels, and on all other points none or that one."""
    said = "".join(_label(label) for label in found)
    rest = _shows(()) if everywhere is None else _properties(replace(everywhere, shift=(0, 0)))
    return element(f"<c:dLbls>{said}{rest}{NO_LEADERS}</c:dLbls>")


def _label(label: DataLabel) -> str:
    x, y = label.shift
    moved = f'<c:x val="{x:.5f}"/><c:y val="{y:.5f}"/>'
    layout = f"<c:layout><c:manualLayout>{moved}</c:manualLayout></c:layout>" if x or y else ""
    written = _rich(label) if label.text or label.fields else ""
    end = FIELDS if label.fields else ""
    head = f'<c:dLbl><c:idx val="{label.index}"/>{layout}{written}'
    return f"{head}{_properties(label)}{end}</c:dLbl>"


def _properties(label: DataLabel) -> str:
    """How labels are written, where they stand and what they show."""
    code = "" if label.text else f'<c:numFmt formatCode={attribute(label.code)} sourceLinked="0"/>'
    pen = label.ink.palette
    look = paint(pen.fill(label.ground), pen.line("", 0))
    several = len(label.shown) > 1
    flush = several and label.between == "\n"
    rest = "" if label.text or label.fields else words("c:txPr", label.ink, flush=flush)
    separator = f"<c:separator>{label.between}</c:separator>" if several else ""
    return f'{code}{look}{rest}<c:dLblPos val="{label.at}"/>{_shows(label.shown)}{separator}'


def _rich(label: DataLabel) -> str:
    """Fixed words in their lines, or fields with what they read now."""
    said = label.ink.properties()
    if label.fields:
        fields = [
            f'<a:fld id="{{A6F15528-21DE-4FAA-801E-{label.index:06X}{i:06X}}}" '
            f'type="{_FIELD_TYPES[part]}">{said}<a:pPr/><a:t>{text_of(now)}</a:t></a:fld>'
            for i, (part, now) in enumerate(zip(label.shown, label.fields, strict=True))
        ]
        small = label.small or label.ink
        first = label.ink.said(label.between).join(fields)
        lines = [first, *(small.said(line) for line in label.under)]
    else:
        lines = [label.ink.said(line) for line in label.text.split("\n")]
    paragraphs = "".join(f"<a:p>{line}</a:p>" for line in lines)
    return f'<c:tx><c:rich><a:bodyPr rot="0" wrap="none"/><a:lstStyle/>{paragraphs}</c:rich></c:tx>'


def _shows(which: Sequence[str]) -> str:
    names = ("LegendKey", VALUE, ACROSS, NAME, "Percent", "BubbleSize")
    return "".join(f'<c:show{name} val="{int(name in which)}"/>' for name in names)


def label_ink(sheet: SlideCanvas, type_: Type, color: str, bold: bool = False) -> Ink:
    """How a label of a chart is written."""
    return Ink(sheet.palette, type_.label, color, sheet.lang, bold)
