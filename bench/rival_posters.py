"""The same sheets as a competent user would make them with Typst, and with WeasyPrint.

Charts are plain Matplotlib, saved as SVG, or drawn by hand in Typst; words, tables and lists are
left to the typesetter.
"""

from __future__ import annotations

import html
import io
import tempfile
from pathlib import Path

import typst_charts
from matplotlib import rc_context
from plain_pages import told
from plain_script import drawn

from datawalk.exhibits import Bullets, Chart, Exhibit, Map, Prose, Stat, Table, WritingSpace
from datawalk.prose import Words
from datawalk.walk import Station, Walk

CSS = """@page { size: 24in 36in; margin: 0 } body { font: 40pt Lato, sans-serif; margin: 0 }
section { page-break-after: always } h1 { background: #0b5c69; color: #fff; font-size: 116pt;
margin: 0; padding: 1in } main { padding: 0.8in 1.1in } .stat { font-size: 280pt; color: #0b5c69 }
img { width: 100% } table { width: 100%; border-collapse: collapse } td, th { padding: 12pt;
border-bottom: 2pt solid #d5dbe1; text-align: left } ol { background: #f3f0e9; padding: 1in }
.field { border: 4pt dashed #52606d; height: 5in } footer { font-size: 24pt; padding: 1in }"""


def svg(exhibit: Chart | Map) -> str:
    figure = drawn(told(exhibit), (21, 9 if isinstance(exhibit, Chart) else 14))
    out = io.StringIO()
    with rc_context({"svg.fonttype": "none", "font.size": 32}):
        figure.savefig(out, format="svg", metadata={"Date": None})
    return out.getvalue()


def plain(words: Words) -> str:
    return "".join(run.text for run in words)


def by_weasyprint(walk: Walk) -> bytes:
    from weasyprint import HTML

    with tempfile.TemporaryDirectory() as folder:
        pages = "".join(_html_page(station, Path(folder)) for station in walk.stations)
        page = f"<html lang=en><style>{CSS}</style><body>{pages}</body></html>"
        return bytes(HTML(string=page, base_url=folder).write_pdf())


def _html_page(station: Station, folder: Path) -> str:
    body = "".join(
        _html(e, f"{station.number}-{i}", folder) for i, e in enumerate(station.exhibits)
    )
    foot = "<br>".join(html.escape(source) for source in station.sources)
    title = html.escape(station.question)
    return f"<section><h1>{title}</h1><main>{body}</main><footer>{foot}</footer></section>"


def _html(exhibit: Exhibit, name: str, folder: Path) -> str:
    head = f"<h2>{html.escape(exhibit.heading)}</h2>" if exhibit.heading else ""
    match exhibit:
        case Chart() | Map():
            Path(folder, f"{name}.svg").write_text(svg(exhibit), encoding="utf-8")
            return f"{head}<img src='{name}.svg'>"
        case Stat():
            said = html.escape(plain(exhibit.sentence))
            return f"{head}<p><span class=stat>{exhibit.number}</span> {said}</p>"
        case Table():
            rows = [(exhibit.stub_head, *exhibit.columns)]
            rows += [(row.stub, *row.cells) for row in exhibit.rows]
            cells = ["".join(f"<td>{html.escape(cell)}</td>" for cell in row) for row in rows]
            return f"{head}<table>{''.join(f'<tr>{row}</tr>' for row in cells)}</table>"
        case Bullets():
            return (
                f"{head}<ol>{''.join(f'<li>{html.escape(plain(i))}' for i in exhibit.items)}</ol>"
            )
        case Prose():
            return head + "".join(f"<p>{html.escape(plain(p))}</p>" for p in exhibit.paragraphs)
        case WritingSpace():
            return f"{head}<div class=field></div>"
    return head


def by_typst(walk: Walk, *, by_hand: bool = False) -> bytes:
    """With `by_hand` Typst draws the charts and maps itself."""
    import typst

    with tempfile.TemporaryDirectory() as folder:
        pages = "#pagebreak()\n".join(_typst_page(s, Path(folder), by_hand) for s in walk.stations)
        source = Path(folder, "posters.typ")
        setup = "#set page(width: 24in, height: 36in, margin: 1.1in)\n#set text(size: 40pt)\n"
        source.write_text(setup + pages, encoding="utf-8")
        return bytes(typst.compile(str(source)))


def _typst_page(station: Station, folder: Path, by_hand: bool) -> str:
    body = "\n".join(
        _typst(e, f"{station.number}-{i}", folder, by_hand) for i, e in enumerate(station.exhibits)
    )
    band = (
        '#block(fill: rgb("#0b5c69"), width: 100%, inset: 1in, '
        f"text(fill: white, size: 116pt, {_said(station.question)}))"
    )
    foot = "\n".join(f"#text(size: 24pt, {_said(source)})\\" for source in station.sources)
    return f"{band}\n{body}\n{foot}\n"


def _said(text: str) -> str:
    """A Typst string."""
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", " ") + '"'


def _typst(exhibit: Exhibit, name: str, folder: Path, by_hand: bool) -> str:
    head = f'#text(size: 56pt, weight: "bold", {_said(exhibit.heading)})\n\n'
    match exhibit:
        case Chart() | Map() if by_hand:
            return head + typst_charts.drawn(told(exhibit))
        case Chart() | Map():
            Path(folder, f"{name}.svg").write_text(svg(exhibit), encoding="utf-8")
            return f'{head}#image("{name}.svg", width: 100%)\n'
        case Stat():
            said = _said(plain(exhibit.sentence))
            return f"#text(size: 280pt, {_said(exhibit.number)}) #text({said})\n"
        case Table():
            cells = [exhibit.stub_head, *exhibit.columns]
            cells += [cell for row in exhibit.rows for cell in (row.stub, *row.cells)]
            inner = ", ".join(_said(cell) for cell in cells)
            return f"{head}#table(columns: {len(exhibit.columns) + 1}, {inner})\n"
        case Bullets():
            return head + f"#enum({', '.join(_said(plain(item)) for item in exhibit.items)})\n"
        case Prose():
            return head + "\n\n".join(f"#text({_said(plain(p))})" for p in exhibit.paragraphs)
        case WritingSpace():
            return f"{head}#rect(width: 100%, height: 5in, stroke: 4pt)\n"
    return head
