"""Two tables that differ in hidden numbers alone make the same files, to the last byte.

Whatever is drawn, told, listed or stored behind a chart: had it come from a hidden number, in
whatever way, it would differ.
"""

from __future__ import annotations

import re
import shutil
import zipfile
from pathlib import Path

import pytest

from datawalk import kit
from datawalk.app.batch import run, summary
from datawalk.app.batch.run import opened, ran
from datawalk.app.batch.site.publishing import publish
from datawalk.app.batch.task import Order
from tests.app.batch.test_batch import HereEngine
from tests.conftest import ROOT

_SECONDS = re.compile(rb',"seconds":[0-9.]+')
_DIGESTS = re.compile(rb'"(?:stamp|key)":"[0-9a-f]+"')
Rows = list[tuple[str, int, int]]
AREAS: Rows = [
    ("Area A", 42, 30),
    ("Area B", 38, 21),
    ("Area C", 51, 32),
    ("Area D", 6, 1),
    ("Area E", 8, 7),
    ("Area F", 29, 14),
]
AGES: Rows = [("Under 25", 52, 31), ("25 to 44", 78, 48), ("45 to 64", 7, 1), ("65 up", 9, 8)]
SERVED = {"Area A": (22, 31, 40), "Area B": (30, 33, 28), "Area C": (15, 4, 7), "D": (18, 7, 4)}
HOMES = {"Rent": 40, "Own": 45, "Shelter": 3, "Kin": 8, "Cars": 12, "Hotel": 13, "Total": 121}
MEASURES = """
    who: us
    when: May 2026
    measures: [{column: asked}, {column: yes}, {column: share, count: yes, of: asked, suffix: "%"}]
"""
WALK = f"""title: T
place: "29019"
data: [metrics.csv]
local_data:
  - file: areas.csv
    name: Areas {MEASURES}
  - file: ages.csv
    name: Ages {MEASURES}
  - {{file: served.csv, name: Served, who: us, when: now, measures: [{{column: served}}]}}
  - {{file: homes.csv, name: Homes, who: us, when: now, measures: [{{column: people}}]}}
event: {{date: May 3, venue: Hall, people: 24, ballot: [A bus, A clinic]}}
outputs:
  - {{medium: poster}}
  - {{medium: poster, format: pptx, size: 18x24}}
  - {{medium: deck, length: full}}
  - {{medium: handout}}
  - {{medium: placemat}}
  - {{medium: images, format: svg}}
  - {{medium: web}}
  - {{medium: event}}
stations:
  - question: Shares on a map?
    blocks: [&MAP column: share}}]
  - question: Counts on a map?
    blocks: [&MAP column: asked}}]
  - question: Areas?
    blocks:
      - {{kind: local_chart, file: areas.csv, measure: share}}
      - {{kind: table, file: areas.csv}}
  - question: Ages?
    blocks:
      - {{kind: local_chart, file: ages.csv, measure: share, show: groups}}
      - {{kind: local_chart, file: ages.csv, measure: asked, show: groups}}
  - question: Years?
    blocks:
      - {{kind: local_chart, file: served.csv, measure: served, show: years}}
      - {{kind: table, file: served.csv}}
  - question: Homes?
    blocks: [{{kind: hundred, file: homes.csv, measure: people}}]
""".replace(
    "&MAP", "{kind: map, boundaries: areas.geojson, key: area, table: areas.csv, shades: 3,"
)


def _exchanged(rows: Rows, one: int, other: int) -> Rows:
    """With the numbers of two rows in each other's place, so that all sums stay."""
    found = list(rows)
    found[one] = (rows[one][0], *rows[other][1:])
    found[other] = (rows[other][0], *rows[one][1:])
    return found


def _people(rows: Rows) -> str:
    lines = (f"{name},{asked},{yes},{100 * yes / asked:.1f}" for name, asked, yes in rows)
    return "\n".join(["name,asked,yes,share", *lines])


def _written(folder: Path, *, other: bool) -> None:
    areas = _exchanged(AREAS, 3, 4) if other else AREAS
    ages = _exchanged(AGES, 2, 3) if other else AGES
    served = SERVED | ({"Area C": (15, 7, 4), "D": (18, 4, 7)} if other else {})
    homes = HOMES | ({"Shelter": 8, "Kin": 3} if other else {})
    folder.mkdir()
    for name in ("metrics.csv", "areas.geojson"):
        shutil.copy(ROOT / "samples" / name, folder)
    years = [f"{n},{2021 + i},{v}" for n, told in served.items() for i, v in enumerate(told)]
    (folder / "areas.csv").write_text(_people(areas).replace("name", "area", 1))
    (folder / "ages.csv").write_text(_people(ages).replace("name", "group", 1))
    (folder / "served.csv").write_text("\n".join(["area,year,served", *years]))
    homes_told = (f"{name},{count}" for name, count in homes.items())
    (folder / "homes.csv").write_text("\n".join(["home,people", *homes_told]))
    (folder / "walk.yaml").write_text(WALK)


def _made(folder: Path, *, other: bool) -> dict[str, bytes]:
    """Every file, and those inside of PowerPoint and Excel files."""
    _written(folder, other=other)
    (made,) = kit.every(folder / "walk.yaml")
    out = folder / "out"
    kit.rendered(made, out)
    return {
        f"{path.relative_to(out)}!{name}": content
        for path in sorted(out.rglob("*"))
        if path.is_file()
        for name, content in _inside(path)
    }


def _inside(path: Path) -> list[tuple[str, bytes]]:
    if not zipfile.is_zipfile(path):
        return [("", path.read_bytes())]
    with zipfile.ZipFile(path) as held:
        return [(name, held.read(name)) for name in held.namelist()]


def _of_batch(folder: Path, *, other: bool) -> dict[str, bytes]:
    _written(folder, other=other)
    return _in_a_batch(folder, "batch")


def _in_a_batch(folder: Path, name: str) -> dict[str, bytes]:
    """Every file of a batch that is put on the web as it is: kits, site, table and manifest."""
    out = folder / name
    given = Order(folder / "walk.yaml", (), "leave-out", "web", str(out), site=True)
    order, store = opened(given)
    places = [store.find_place(code) for code in ("29019", "29077")]
    result = ran(order, places, store, HereEngine())
    assert {one.status for one in result.records} == {"done"}
    publish(order, result, "https://walks.example")
    summary.written(order, places, store)
    files = {str(p.relative_to(out)): p.read_bytes() for p in out.rglob("*") if p.is_file()}
    return {name: _SECONDS.sub(b"", content) for name, content in files.items()}


def test_hidden_numbers_change_nothing_in_any_file(tmp_path: Path) -> None:
    one, other = (_made(tmp_path / str(n), other=bool(n)) for n in range(2))
    assert one.keys() == other.keys()
    assert [name for name in one if one[name] != other[name]] == []
    assert len([name for name in one if name.endswith((".pdf!", ".svg!", ".html!"))]) >= 10
    assert any("guide.docx!word/document.xml" in name for name in one)
    assert any(name.endswith("who-counted.pdf!") for name in one)


def test_nor_do_they_change_a_batch(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """But for its digests, of which nobody can tell what they were made of."""
    one, other = (_of_batch(tmp_path / str(n), other=bool(n)) for n in range(2))
    assert one.keys() == other.keys()
    assert {"manifest.jsonl", "summary.csv", "index.html", "sitemap.xml"} <= one.keys()
    assert [name for name in one if one[name] != other[name]] == ["manifest.jsonl"]
    assert _DIGESTS.sub(b"", one["manifest.jsonl"]) == _DIGESTS.sub(b"", other["manifest.jsonl"])
    with monkeypatch.context() as elsewhere:
        elsewhere.setattr(run, "secret", lambda: b"that of another computer")
        again = _in_a_batch(tmp_path / "0", "again")
    first, second = (_DIGESTS.findall(made["manifest.jsonl"]) for made in (one, again))
    assert len(first) == 4
    assert not {*first} & {*second}
