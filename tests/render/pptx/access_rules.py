"""What PowerPoint's accessibility checker looks for, read from a file.

The rules are Microsoft's ("Rules for the Accessibility Checker", support.microsoft.com): errors,
warnings and tips for PowerPoint. To them come those of visual.md: no type under 18 points, a
language on every run, a number on every slide.
"""

from __future__ import annotations

import io
import re
from collections import Counter
from collections.abc import Iterator
from typing import Any

from pptx import Presentation

from datawalk.brand.colors import Colors
from datawalk.theme import contrast

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
P14 = "{http://schemas.microsoft.com/office/powerpoint/2010/main}"
SHAPES = tuple(f"{P}{tag}" for tag in ("sp", "grpSp", "graphicFrame", "cxnSp", "pic"))
LEAST = 1800
"""Hundredths of a point."""
Place = tuple[int, int, int, int]
"""Left, top, width and height in EMU."""
VAGUE = re.compile(r"^(click )?(here|link|more|read more|hier|aquí)$", re.IGNORECASE)
LEAST_CONTRAST, LEAST_LARGE = 4.5, 3.0


def findings(blob: bytes, least: int = LEAST) -> list[str]:
    """All that the checker would say, slide by slide; nothing for a good deck."""
    return findings_in(Presentation(io.BytesIO(blob)), least)


def findings_in(deck: Any, least: int = LEAST) -> list[str]:
    """The same of a deck that is open."""
    found = list(_deck(deck))
    colors = _scheme(deck)
    for number, slide in enumerate(deck.slides, start=1):
        for rule in (_title, _told, _tables, _empty, _links, _order):
            found += [f"slide {number}: {text}" for text in rule(slide)]
        found += [f"slide {number}: {text}" for text in _runs(slide, least)]
        found += [f"slide {number}: {text}" for text in _faint(slide, colors)]
        if number > 1 and not _has_number(slide):
            found.append(f"slide {number}: no slide number")
    return found


def _deck(deck: Any) -> Iterator[str]:
    titles = Counter(_text(s.shapes.title._element) for s in deck.slides if s.shapes.title)
    yield from (f"title twice: {title}" for title, n in titles.items() if n > 1)
    sections = list(deck.part._element.iter(f"{P14}section"))
    names = [section.get("name", "").strip() for section in sections]
    if any(not name or name.lower().startswith("default") for name in names):
        yield "a section without a name"
    held = [s.get("id") for section in sections for s in section.iter(f"{P14}sldId")]
    if sections and held != [s.get("id") for s in deck.part._element.sldIdLst]:
        yield "sections do not hold all slides in order"
    if not deck.core_properties.title:
        yield "the file has no title"


def _text(element: Any) -> str:
    return " ".join("".join(t.text or "" for t in element.iter(f"{A}t")).split())


def _title(slide: Any) -> Iterator[str]:
    if slide.shapes.title is None or not _text(slide.shapes.title._element):
        yield "no title"


def _named(element: Any) -> Any:
    return next(element.iter(f"{P}cNvPr"))


def _decorative(named: Any) -> bool:
    return any(node.tag.endswith("}decorative") for node in named.iter())


def _told(slide: Any) -> Iterator[str]:
    """Everything that is no text says what it is, or that it is decoration."""
    for shape in slide.shapes._spTree.iterchildren(*SHAPES):
        named = _named(shape)
        if named.get("descr", "").strip() or _decorative(named):
            continue
        if shape.tag == f"{P}sp" and _text(shape):
            continue
        yield f"no alternative text: {named.get('name')}"


def _tables(slide: Any) -> Iterator[str]:
    for table in slide.shapes._spTree.iter(f"{A}tbl"):
        about = table.find(f"{A}tblPr")
        if about is None or about.get("firstRow") not in ("1", "true"):
            yield "a table without a header row"
        spans = ("gridSpan", "rowSpan", "hMerge", "vMerge")
        if any(cell.get(span) for cell in table.iter(f"{A}tc") for span in spans):
            yield "a table with merged cells"


def _empty(slide: Any) -> Iterator[str]:
    for shape in slide.placeholders:
        if shape.has_text_frame and not _text(shape._element):
            yield f"an empty placeholder: {shape.name}"


def _links(slide: Any) -> Iterator[str]:
    for run in slide.shapes._spTree.iter(f"{A}r"):
        if next(run.iter(f"{A}hlinkClick"), None) is not None and VAGUE.match(_text(run)):
            yield f"a link that says only “{_text(run)}”"


def _order(slide: Any) -> Iterator[str]:
    """The title is heard first, the source and the number of the slide last."""
    theirs = _theirs(slide)
    shown = (s for s in slide.shapes if s._element not in theirs)
    read = [s for s in shown if not _decorative(_named(s._element))]
    # "Number 1" is that of a tie in a network.
    names = [s.name if re.search(r" \d+ ", s.name) else s.name.split()[0] for s in read]
    first = next((i for i, s in enumerate(read) if s == slide.shapes.title), None)
    if first not in (0, None):
        yield f"{names[0]} is read before the title"
    for last in ("Source", "Number"):
        if last in names and any(n not in ("Source", "Number") for n in names[names.index(last) :]):
            yield f"something is read after {last}"


def _theirs(slide: Any) -> list[Any]:
    """The footer and the date of an organiser's template, as the organiser wrote them."""
    kinds = ("ftr", "dt")
    holders = slide._element.iter(f"{P}ph")
    marks = [mark for mark in holders if mark.get("type") in kinds]
    return [next(mark.iterancestors(f"{P}sp")) for mark in marks]


def _runs(slide: Any, least: int) -> Iterator[str]:
    charts = [shape.chart._chartSpace for shape in slide.shapes if shape.has_chart]
    own = {run for shape in _theirs(slide) for run in shape.iter(f"{A}r")}
    holders = {shape._element: shape for shape in slide.shapes}
    for run in slide._element.iter(f"{A}r", f"{A}fld"):
        if run in own:
            continue
        about = run.find(f"{A}rPr")
        if about is None or not about.get("lang"):
            yield f"no language: {_text(run)[:30]}"
        shape = next((holders[e] for e in run.iterancestors() if e in holders), None)
        # Hundredths are lost where a whole text is shrunk.
        if shape is None or _size(shape, about) < least - 5:
            yield f"small type: {_text(run)[:30]}"
    for space in charts:
        sizes = [int(node.get("sz")) for node in space.iter() if node.get("sz")]
        if not sizes or min(sizes) < least:
            yield "small type in a chart"


def _inherited(shape: Any) -> Any:
    """What the layout or the master says of the words of a placeholder; None for other shapes."""
    mark = shape._element.find(f".//{P}nvPr/{P}ph")
    if mark is None:
        return None
    sheet = shape.part.slide_layout
    for holder in sheet.placeholders:
        held = holder._element.find(f".//{P}nvPr/{P}ph")
        same = held.get("idx") == mark.get("idx") and held.get("type") == mark.get("type")
        if same:
            own = holder._element.find(f".//{A}lstStyle/{A}lvl1pPr/{A}defRPr")
            return _of_master(sheet.slide_master, mark) if own is None else own
    return None


def _of_master(master: Any, mark: Any) -> Any:
    """How its titles or its texts are set."""
    kind = "title" if mark.get("type") in ("title", "ctrTitle") else "body"
    return master._element.find(f"{P}txStyles/{P}{kind}Style/{A}lvl1pPr/{A}defRPr")


def _size(shape: Any, about: Any) -> int:
    """Hundredths of a point of a run, as shrunk with all words of its shape."""
    over = _inherited(shape)
    said = about.get("sz") if about is not None else None
    size = int(said or (over.get("sz") if over is not None else 0) or 0)
    shrunk = shape._element.find(f".//{A}bodyPr/{A}normAutofit")
    scale = int(shrunk.get("fontScale") or 100_000) if shrunk is not None else 100_000
    return round(size * scale / 100_000)


def _has_number(slide: Any) -> bool:
    return any(field.get("type") == "slidenum" for field in slide._element.iter(f"{A}fld"))


def _scheme(deck: Any) -> dict[str, str]:
    """The colours of the theme by their names on slides."""
    master = deck.slide_masters[0]
    part = next(r.target_part for r in master.part.rels.values() if r.reltype.endswith("/theme"))
    slots = dict(
        re.findall(
            r"<a:(dk1|lt1|dk2|lt2|accent\d|hlink|folHlink)>\s*<a:\w+ [^>]*?(?:val|lastClr)="
            r'"([0-9A-Fa-f]{6})"',
            part.blob.decode("utf-8"),
        )
    )
    mapped = master._element.find(f"{P}clrMap")
    named = {name: slots.get(slot, "") for name, slot in mapped.attrib.items()}
    return {**slots, **named}


def _color(fill: Any, colors: dict[str, str]) -> str:
    """#rrggbb of a solid fill; empty where it cannot be told."""
    if fill is None or not len(fill):
        return ""
    theirs = {name: f"#{value.lower()}" for name, value in colors.items() if value}
    return Colors(theirs, {name: name for name in theirs}).of(fill)


def _faint(slide: Any, colors: dict[str, str]) -> Iterator[str]:
    """Words next to what lies under them: the last filled shape that holds them, or the slide."""
    laid = list(_painted(slide, colors))
    ground = _ground(slide, colors)
    for shape in slide.shapes:
        box = _box(shape)
        fill = _color(shape._element.find(f"{P}spPr/{A}solidFill"), colors)
        if fill:
            laid.append((box, fill))
        if not shape.has_text_frame or shape._element in _theirs(slide):
            continue
        x, y = box[0] + box[2] // 2, box[1] + box[3] // 2
        under = fill or next((c for held, c in reversed(laid) if _holds(held, x, y)), ground)
        for run in shape._element.iter(f"{A}r"):
            about = run.find(f"{A}rPr")
            over = _inherited(shape)
            told = about.find(f"{A}solidFill") if about is not None else None
            told = over.find(f"{A}solidFill") if told is None and over is not None else told
            color = _color(told, colors)
            link = about.find(f"{A}hlinkClick") if about is not None else None
            if link is not None and link.find(".//{*}hlinkClr") is None:
                color = f"#{colors['hlink'].lower()}"
            size = _size(shape, about)
            bold = (about.get("b") or (over.get("b") if over is not None else "")) == "1"
            large = size >= 2400 or (bold and size >= 1866)
            if (
                color
                and under
                and contrast(color, under) < (LEAST_LARGE if large else LEAST_CONTRAST) - 0.01
            ):
                yield f"faint: {_text(run)[:30]} ({color} on {under})"


def _painted(slide: Any, colors: dict[str, str]) -> Iterator[tuple[Place, str]]:
    """What layout and master paint under the slide; without a colour where it cannot be told."""
    for sheet in (slide.slide_layout.slide_master, slide.slide_layout):
        for shape in sheet.shapes:
            if not shape.is_placeholder:
                fill = _color(shape._element.find(f"{P}spPr/{A}solidFill"), colors)
                yield _box(shape), fill


def _box(shape: Any) -> Place:
    return (shape.left or 0, shape.top or 0, shape.width or 0, shape.height or 0)


def _ground(slide: Any, colors: dict[str, str]) -> str:
    """The colour of the slide itself; empty where it cannot be told."""
    layout = slide.slide_layout
    for sheet in (slide, layout, layout.slide_master):
        back = sheet._element.find(f"{P}cSld/{P}bg")
        if back is None:
            continue
        known = back.find(f"{P}bgRef/{A}schemeClr")
        if known is not None and back.find(f"{P}bgRef").get("idx") == "1001":
            return f"#{colors.get(known.get('val'), '').lower()}"
        return _color(back.find(f"{P}bgPr/{A}solidFill"), colors)
    return f"#{colors.get('bg1', 'ffffff').lower()}"


def _holds(box: Place, x: int, y: int) -> bool:
    return box[0] <= x <= box[0] + box[2] and box[1] <= y <= box[1] + box[3]
