"""Brings one shape of an edited deck up to date, in its place and size."""

from __future__ import annotations

from copy import deepcopy
from typing import Literal

from pptx.opc.constants import RELATIONSHIP_TYPE as RT

from datawalk.render.pptx.names import alt_changed, alt_of, figures_changed, steady
from datawalk.render.pptx.types import ChartPart, Element, Node, XmlPart, chart_part, inner, swap
from datawalk.render.pptx.update.facts import C, R, says_hidden, texts_of
from datawalk.render.pptx.update.identity import (
    A,
    P,
    color_told,
    digest,
    identity,
    labels,
    own,
    words,
)
from datawalk.render.xlsx.behind import ChartValues, agrees

ROUNDED = 3_000
"""EMU (a quarter of a point): LibreOffice keeps lengths in hundredths of a millimetre, 360 EMU."""

Outcome = Literal["same", "refreshed", "edited"]
"""Nothing had changed; it is up to date now; a person changed it, so that it was left alone."""


def refresh(
    old: Node, new: Node, part: XmlPart, source: XmlPart, *, hiding: bool = False
) -> Outcome:
    """Bring `old`, a shape of the slide or notes `part`, up to date from `new`, one of `source`.

    With `hiding` a chart or a drawing is, even where a person changed it: it tells in bars and
    colours what is hidden now.
    """
    if new.tag == f"{P}pic":
        return "same"  # Photos and logos do not come from the data.
    if _chart_id(new):
        return _chart(old, new, part, source, hiding)
    if _table(new) is not None:
        return _cells(old, new, part)
    if new.tag == f"{P}sp" and words(new):
        return _words(old, new, part, source)
    return _drawn(old, new, part, hiding)


def _chart_id(element: Node) -> str:
    node = next(element.iter(f"{C}chart"), None)
    return str(node.get(f"{R}id")) if node is not None else ""


def _table(element: Node) -> Node | None:
    return next(element.iter(f"{A}tbl"), None)


def _chart(old: Node, new: Node, part: XmlPart, source: XmlPart, hiding: bool) -> Outcome:
    """The same chart with new numbers; it keeps colours that a person gave to its series."""
    if not _chart_id(old):
        return "edited"
    held, fresh = (chart_part(own, _chart_id(shape)) for own, shape in ((part, old), (source, new)))
    whole = in_step(held)
    if whole and _numbers(held._element) == _numbers(fresh._element):
        _retell(old, new)
        return "same"
    secret = hiding or (not whole and any(map(says_hidden, texts_of(new, source))))
    if not secret and (figures_changed(old, part) or not whole):
        return "edited"
    _retell(old, new)
    space = deepcopy(fresh._element)
    _keep_colors(held._element, space)
    _adopt(held, fresh, space)
    return "refreshed"


def _adopt(held: ChartPart, fresh: ChartPart, space: Element) -> None:
    """Give a chart part new content, and its workbook the numbers of that."""
    link = held._element.find(f"{C}externalData")
    for stale in space.findall(f"{C}externalData"):
        space.remove(stale)
    if link is not None and not held.rels[link.attrib[f"{R}id"]].is_external:
        held_link = space.get_or_add_externalData()  # type: ignore[attr-defined]
        held_link.rId = link.attrib[f"{R}id"]
    held._element = space
    held.chart_workbook.update_from_xlsx_blob(fresh.chart_workbook.xlsx_part.blob)


def in_step(chart: ChartPart) -> bool:
    """Whether the workbook behind a chart tells what it shows; so too where there is none."""
    link = chart._element.find(f"{C}externalData")
    rel = chart.rels.get(link.attrib[f"{R}id"]) if link is not None else None
    if rel is None or rel.is_external:
        return True
    caches = chart._element.iter(f"{C}numRef", f"{C}strRef")
    return agrees(rel.target_part.blob, [shown for node in caches if (shown := _shown(node))])


def _shown(node: Node) -> ChartValues | None:
    """What a chart keeps of a range of cells; None where it keeps nothing."""
    points = {int(p.attrib["idx"]): p.findtext(f"{C}v") or "" for p in node.iter(f"{C}pt")}
    return ChartValues(node.findtext(f"{C}f") or "", points) if points else None


def _numbers(space: Node) -> list[str]:
    """Values, names and labels of a chart, figures to nine digits."""
    return [steady(node.text or "") for node in space.iter(f"{C}v", f"{A}t", f"{C}formatCode")]


def _keep_colors(old: Node, new: Node) -> None:
    """Fills of series that a person changed, as far as there are as many series as before."""
    was, now = list(old.iter(f"{C}ser")), list(new.iter(f"{C}ser"))
    if len(was) != len(now):
        return
    for before, after in zip(was, now, strict=True):
        given, ours = before.find(f"{C}spPr"), after.find(f"{C}spPr")
        if given is not None and ours is not None and _fill(given) != _fill(ours):
            after.replace(ours, deepcopy(given))


def _fill(look: Node) -> str:
    """The colour of a solid fill."""
    fill = look.find(f"{A}solidFill")
    return color_told(fill[0]) if fill is not None and len(fill) else ""


def _cells(old: Node, new: Node, part: XmlPart) -> Outcome:
    """The figures of a table that is as we wrote it."""
    was, now = _table(old), _table(new)
    told = identity(old)
    if was is None or now is None or not told or digest(old) != told.written:
        return "edited"
    if _grid(was) == _grid(now):
        _retell(old, new)
        return "same"
    if figures_changed(old, part):
        return "edited"
    if labels(was) == labels(now):
        for before, after in zip(was.iter(f"{A}tc"), now.iter(f"{A}tc"), strict=True):
            if words(before) != words(after):
                swap(inner(before, f"{A}txBody"), deepcopy(inner(after, f"{A}txBody")))
    else:
        swap(was, deepcopy(now))
    _retell(old, new)
    return "refreshed"


def _grid(table: Node) -> list[list[str]]:
    return [[words(cell) for cell in row.findall(f"{A}tc")] for row in table.findall(f"{A}tr")]


def _words(old: Node, new: Node, part: XmlPart, source: XmlPart) -> Outcome:
    """Words that are still as we wrote them."""
    told = identity(old)
    if words(old) == words(new):
        return "same"
    if not told or digest(old) != told.written:
        return "edited"
    text = deepcopy(inner(new, f"{P}txBody"))
    for link in text.iter(f"{A}hlinkClick"):
        address = source.rels[link.attrib[f"{R}id"]].target_ref
        link.set(f"{R}id", part.relate_to(address, RT.HYPERLINK, is_external=True))
    swap(inner(old, f"{P}txBody"), text)
    _retell(old, new)
    return "refreshed"


def _drawn(old: Node, new: Node, part: XmlPart, hiding: bool) -> Outcome:
    """Maps, squares and lines: drawn anew, within the bounds that a person may have given them."""
    if old.tag != new.tag:
        return "edited"
    if _told(old) == _told(new) and (old.tag == f"{P}grpSp" or not _apart(old, new)):
        _retell(old, new)
        return "same"
    if not hiding and figures_changed(old, part):
        return "edited"
    _retell(old, new)
    drawn = deepcopy(new)
    _renumber(drawn, old)
    _identified(drawn).set("descr", alt_of(old))
    if old.tag == f"{P}grpSp":
        was, now = _frame(old), _frame(drawn)
        for name in ("off", "ext"):
            swap(inner(now, f"{A}{name}"), deepcopy(inner(was, f"{A}{name}")))
    swap(old, drawn)
    return "refreshed"


def _told(element: Node) -> list[tuple[str, str]]:
    """What the parts of a drawing say, and their names; its own has a code in it."""
    first, *others = element.iter(f"{P}cNvPr")
    named = [(node.get("name", ""), node.get("descr", "")) for node in others]
    said = [("", text.text or "") for text in element.iter(f"{A}t")]
    return [("", first.get("descr", "")), *named, *said]


def _apart(old: Node, new: Node) -> bool:
    """Whether two shapes stand at different places; programs round by a fraction of a point."""
    frames = [
        [
            int(value)
            for name in ("off", "ext")
            for value in inner(_frame(shape), f"{A}{name}").values()
        ]
        for shape in (old, new)
    ]
    return any(abs(a - b) > ROUNDED for a, b in zip(*frames, strict=True))


def _identified(element: Node) -> Node:
    named = own(element)
    assert named is not None
    return named


def _frame(element: Node) -> Node:
    return next(element.iter(f"{A}xfrm"))


def _renumber(drawn: Node, old: Node) -> None:
    """New numbers for the shapes of a drawing, none that its slide has already."""
    tree = old.getroottree().getroot()
    highest = max(int(node.attrib["id"]) for node in tree.iter(f"{P}cNvPr"))
    changed: dict[str, str] = {}
    for number, node in enumerate(drawn.iter(f"{P}cNvPr"), start=highest + 1):
        changed[node.attrib["id"]] = str(number)
        node.set("id", str(number))
    for tie in drawn.iter(f"{A}stCxn", f"{A}endCxn"):
        tie.set("id", changed.get(tie.attrib["id"], tie.attrib["id"]))


def _retell(old: Node, new: Node) -> None:
    """The name with the codes of all as it is now, and what the shape shows, in words.

    Words that a person put there stay.
    """
    was, now = _identified(old), _identified(new)
    alt = now.get("descr")
    if alt and not alt_changed(old):
        was.set("descr", alt)
    was.set("name", now.attrib["name"])
