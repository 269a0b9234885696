"""Kits of many places: whole, resumed, unchanged where nothing changed, and none lost."""

from __future__ import annotations

import csv
import io
import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader
from typer.testing import CliRunner

from datawalk import kit
from datawalk.app.batch import engines, task
from datawalk.app.batch.destination import Destination
from datawalk.app.batch.engines import ProcessEngine
from datawalk.app.batch.keys import Keys
from datawalk.app.batch.manifest import NAME, BatchManifest
from datawalk.app.batch.places import chosen
from datawalk.app.batch.records import Record, records
from datawalk.app.batch.run import BatchResult, opened, ran
from datawalk.app.batch.summary import csv_bytes
from datawalk.app.batch.task import Order
from datawalk.app.cli import app
from datawalk.config.load import load
from datawalk.config.unattended import Unattended, written_path
from datawalk.problems import Problems
from tests.conftest import ROOT

SAMPLES = ROOT / "samples" / "metrics.csv"
SHORT = """title: "{place} in short"
place: "29019"
compare: [us-median]
data: [metrics.csv]
outputs: [{medium: poster}]
stations:
  - template: work/jobs
"""
HERE = ("29019", "29077", "19103")


@dataclass(frozen=True)
class HereEngine:
    """The tasks one after the other, without other processes."""

    def run(self, order: Order, geoids: Sequence[str]) -> Iterator[Record]:
        for geoid in geoids:
            yield task.done_one(order, geoid)


@pytest.fixture
def order(write_walk: Callable[[str], Path], tmp_path: Path) -> Order:
    return Order(write_walk(SHORT), (), "leave-out", None, str(tmp_path / "out"))


def made(
    order: Order, places: Sequence[str] = HERE, engine: engines.Engine | None = None
) -> BatchResult:
    ready, store = opened(order)
    return ran(ready, [store.find_place(p) for p in places], store, engine or HereEngine())


def remade(result: BatchResult, before: BatchResult) -> set[str]:
    """Seconds alone could be the same twice."""
    old = {one.place: (one.seconds, one.key) for one in before.records}
    return {one.place for one in result.records if (one.seconds, one.key) != old[one.place]}


def rewritten(file: Path, change: Callable[[dict[str, str]], dict[str, str]]) -> None:
    with file.open(encoding="utf-8", newline="") as opened_:
        rows = list(csv.DictReader(opened_))
    out = io.StringIO()
    writer = csv.DictWriter(out, list(rows[0]))
    writer.writeheader()
    writer.writerows(map(change, rows))
    file.write_text(out.getvalue(), encoding="utf-8")


def test_kits_are_those_of_the_command_line(order: Order, tmp_path: Path) -> None:
    found = made(order)
    assert [one.status for one in found.records] == ["done"] * 3
    alone = tmp_path / "alone"
    kit.rendered(kit.prepared(order.walk, "29077"), alone)
    files = next(one.files for one in found.records if one.place == "29077")
    for file in files:
        if file.name.endswith((".pdf", ".csv")):
            content = (tmp_path / "out" / file.name).read_bytes()
            assert content == (alone / Path(file.name).name).read_bytes()
            assert sha256(content).hexdigest() == file.sha256


def test_nothing_is_made_twice(order: Order) -> None:
    first = made(order)
    second = made(order)
    assert second.unchanged == 3
    assert second.records == first.records


def test_one_changed_county_makes_one_county_anew(order: Order) -> None:
    first = made(order)

    def more(row: dict[str, str]) -> dict[str, str]:
        ours = row["geoid"] == "29077" and row["metric"] == "share_employed"
        return {**row, "value": "0.7654"} if ours and row["year"] == "2023" else row

    rewritten(order.walk.parent / "metrics.csv", more)
    second = made(order)
    assert remade(second, first) == {"29077"}
    assert second.unchanged == 2
    # What was found unchanged by its rows is known by the stamp of the whole from then on.
    assert made(order).unchanged == 3


def test_a_changed_middle_or_walk_makes_all_anew(order: Order) -> None:
    first = made(order)

    def more(row: dict[str, str]) -> dict[str, str]:
        middle = row["geoid"] == "us-median" and row["metric"] == "share_employed"
        return {**row, "value": "0.7777"} if middle and row["year"] == "2023" else row

    rewritten(order.walk.parent / "metrics.csv", more)
    second = made(order)
    assert remade(second, first) == set(HERE)
    order.walk.write_text(SHORT.replace("in short", "in brief"), encoding="utf-8")
    assert remade(made(order), second) == set(HERE)
    assert remade(made(replace(order, policy="mark")), second) == set(HERE)


def test_files_that_lack_or_changed_are_made_again(order: Order, tmp_path: Path) -> None:
    first = made(order)
    sheet = tmp_path / "out" / first.records[0].files[-1].name
    sheet.unlink()
    second = made(order)
    assert remade(second, first) == {"29019"}
    assert sheet.is_file()
    # A person's own work is never lost.
    sheet.write_bytes(b"edited by hand")
    third = made(order)
    assert [(tmp_path / "out" / name).read_bytes() for name in third.spared] == [b"edited by hand"]


def test_a_run_that_was_broken_off_goes_on(order: Order, tmp_path: Path) -> None:
    first = made(order, HERE[:2])
    manifest = tmp_path / "out" / NAME
    with manifest.open("a", encoding="utf-8") as file:
        file.write('{"place":"19103","name":"John')
    second = made(order)
    assert second.unchanged == 2
    assert {one.status for one in second.records} == {"done"}
    assert records(manifest.read_text(encoding="utf-8")).keys() == set(HERE)
    assert first.records[0] in second.records


def test_what_a_place_cannot_have_is_left_out_and_told(
    write_walk: Callable[[str], Path], tmp_path: Path
) -> None:
    walk = SHORT.replace(
        "  - template: work/jobs\n",
        "  - title: Jobs\n    blocks:\n"
        "      - {kind: stat, metric: share_employed}\n"
        "      - {kind: chart, metric: share_employed, show: years}\n"
        "      - {kind: stat, metric: share_employed, year: 1999}\n"
        '      - {kind: questions, questions: ["What do you see?"]}\n'
        "  - title: Only then\n    blocks:\n"
        "      - {kind: stat, metric: share_employed, year: 1998}\n"
        '      - {kind: questions, questions: ["What was there?"]}\n',
    )
    order = Order(write_walk(walk), (), "leave-out", None, str(tmp_path / "out"))
    (record,) = made(order, HERE[:1]).records
    assert record.status == "done"
    assert [("1999" in one.why, "1998" in one.why) for one in record.left_out] == [
        (True, False),
        (False, True),
    ]
    sheets = next(f for f in record.files if f.name.endswith(".pdf"))
    assert sheets.pages == 1
    text = PdfReader(tmp_path / "out" / sheets.name).pages[0].extract_text()
    assert "What do you see?" in text


def test_a_city_is_not_refused_for_a_county_beside_it(order: Order) -> None:
    data = order.walk.with_name("columbia.csv")
    data.write_bytes((ROOT / "samples" / data.name).read_bytes())
    walk = SHORT.replace("[us-median]", '["19103", us-median]').replace(
        "[metrics.csv]", "[metrics.csv, columbia.csv]"
    )
    order.walk.write_text(walk, encoding="utf-8")
    city, county = made(order, ("2915670", "29019")).records
    assert (city.status, county.status) == ("done", "done")
    assert ["is a county" in left.why for left in city.left_out] == [True]
    assert not county.left_out
    assert "19103" in county.uses
    assert "19103" not in city.uses


def test_a_reason_tells_the_line(order: Order) -> None:
    order.walk.write_text(SHORT.replace("[us-median]", "[Nowhere County]"), encoding="utf-8")
    (record,) = made(order, HERE[:1]).records
    assert "(walk.yaml, line 3)" in record.reasons[0]


def test_a_walk_that_nothing_mends_is_refused_for_each_place(order: Order) -> None:
    order.walk.write_text(SHORT.replace("[us-median]", "[Nowhere County]"), encoding="utf-8")
    found = made(order, HERE[:2])
    assert [one.status for one in found.records] == ["refused"] * 2
    assert "Nowhere" in found.records[0].reasons[0]
    assert made(order, HERE[:2]).unchanged == 2


def test_weak_figures_follow_the_policy(order: Order, tmp_path: Path) -> None:
    def weak(row: dict[str, str]) -> dict[str, str]:
        ours = row["geoid"] == "29019" and row["metric"] == "share_employed"
        return {**row, "quality": "Weak"} if ours else row

    rewritten(order.walk.parent / "metrics.csv", weak)
    with pytest.raises(Problems, match="graded Weak"):
        kit.prepared(order.walk)

    def sheet() -> str:
        made(order, HERE[:1])
        path = next((tmp_path / "out" / "places" / "29019").glob("*.pdf"))
        return " ".join(page.extract_text() for page in PdfReader(path).pages)

    left = sheet()
    order = replace(order, policy="mark")
    marked = sheet()
    assert "in Boone County have a job" not in left
    assert "‡ of every 100 adults ages 25 to 54 in Boone County have a job" in marked


@pytest.mark.parametrize("place", HERE[:2])
def test_blocks_that_are_left_out_move_the_lines_of_others(
    write_walk: Callable[[str], Path], place: str
) -> None:
    walk = SHORT + (
        "    more_blocks:\n      - {kind: text, text: first}\n      - {kind: text, text: second}\n"
    )
    path = write_walk(walk)
    gone = ("stations", 0, "more_blocks", 0)
    file = load(path, place, (), None, Unattended("mark", (gone,)))
    kept = file.config.stations[0].more_blocks
    assert [getattr(block, "text", "") for block in kept] == ["second"]
    assert file.at("stations", 0, "more_blocks", 0, "text").line == 10
    assert written_path(("stations", 0, "more_blocks", 0), [gone])[-1] == 1
    assert written_path(("stations", 0, "blocks", 0), [gone])[-1] == 0


class TestPlaces:
    def test_states_and_lists(self, order: Order, tmp_path: Path) -> None:
        _, store = opened(order)
        assert len(chosen("all", store)) == len([p for p in store.places if p.level != "benchmark"])
        assert {p.state for p in chosen("state:mo", store)} == {"Missouri"}
        assert chosen("state:Missouri", store) == chosen("state:MO", store)
        listing = tmp_path / "list.csv"
        listing.write_text('geoid,why\n29019,ours\n"Greene County, Missouri",x\n29019,again\n')
        assert [p.geoid for p in chosen(str(listing), store)] == ["29019", "29077"]

    @pytest.mark.parametrize(
        ("content", "told"),
        [
            (b"29019\nNowhere County\n99999\n", ("Nowhere County", "99999")),
            (b"\n# none\n", ("names no place",)),
            (b"\xff\xfe\x00", ("no text file",)),
        ],
    )
    def test_mistakes_in_a_list_are_told_at_once(
        self, order: Order, tmp_path: Path, content: bytes, told: Sequence[str]
    ) -> None:
        _, store = opened(order)
        listing = tmp_path / "list.txt"
        listing.write_bytes(content)
        with pytest.raises(Problems) as found:
            chosen(str(listing), store)
        assert len(found.value.problems) == len(told)
        assert all(word in str(found.value) for word in told)

    @pytest.mark.parametrize("text", ["state:XX", "state:Misouri", "nowhere.csv", "state:HI"])
    def test_no_such_places(self, order: Order, text: str) -> None:
        _, store = opened(order)
        with pytest.raises(Problems):
            chosen(text, store)


def _killed(order: Order, geoids: Sequence[str]) -> tuple[Record, ...]:
    """Ends its process in the middle of one place, each time."""
    if "29077" in geoids:
        os.kill(os.getpid(), signal.SIGKILL)
    return task.done(order, geoids)


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="This system kills no process so.")
def test_a_process_that_ends_takes_no_other_place_with_it(
    order: Order, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(engines, "worked", _killed)
    found = made(order, engine=ProcessEngine(2))
    status = {one.place: one.status for one in found.records}
    assert status == {"29019": "done", "29077": "stopped", "19103": "done"}
    assert "3 times" in next(one.reasons[0] for one in found.records if one.place == "29077")
    monkeypatch.undo()
    again = made(order, engine=ProcessEngine(2))
    assert again.unchanged == 2
    assert {one.status for one in again.records} == {"done"}


RUNNER = """
import sys
from pathlib import Path
from datawalk.app.batch import engines
from datawalk.app.batch.run import opened, ran
from datawalk.app.batch.task import Order
import tests.app.batch.test_batch as batch

if __name__ == "__main__":
    order = Order(Path(sys.argv[1]), (), "leave-out", None, sys.argv[2])
    engines.worked = batch._waiting
    ready, store = opened(order)
    ran(ready, [store.find_place(p) for p in batch.HERE], store, engines.ProcessEngine(1))
"""


def _waiting(order: Order, geoids: Sequence[str]) -> tuple[Record, ...]:
    """Writes down who makes the first place, and makes no second one."""
    found = task.done(order, geoids)
    Path(order.address, f"worker-{os.getpid()}").touch()
    if geoids[0] != HERE[0]:
        time.sleep(300)
    return found


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="This system kills no process so.")
def test_processes_end_with_the_run_that_began_them(order: Order, tmp_path: Path) -> None:
    out = tmp_path / "out"
    out.mkdir()
    asked = [sys.executable, "-c", RUNNER, str(order.walk), str(out)]
    run = subprocess.Popen(asked, cwd=ROOT)
    worker = _until(lambda: next(out.glob("worker-*"), None))
    _until(lambda: (out / NAME).is_file())
    run.kill()
    run.wait()
    status = Path("/proc", worker.name.removeprefix("worker-"), "status")
    if Path("/proc/self").exists():
        _until(lambda: not status.exists() or "(zombie)" in status.read_text())
    assert made(order).unchanged >= 1


def _until(there: Callable[[], Any], seconds: float = 60.0) -> Any:
    begun = time.monotonic()
    while not (found := there()):
        assert time.monotonic() - begun < seconds
        time.sleep(0.1)
    return found


def test_a_full_disk_ends_the_run_and_loses_nothing(
    order: Order, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    put = Destination.put

    def full(self: Destination, folder: str, files: dict[str, bytes]) -> None:
        if folder.endswith("29077"):
            raise Problems([])
        put(self, folder, files)

    monkeypatch.setattr(Destination, "put", full)
    with pytest.raises(Problems):
        made(order)
    assert records((tmp_path / "out" / NAME).read_text()).keys() == {"29019"}
    monkeypatch.undo()
    assert {one.status for one in made(order).records} == {"done"}


def test_lines_of_a_manifest_that_are_not_whole_do_not_count(tmp_path: Path) -> None:
    good = Record("29019", "Boone County", "Missouri", "county", "done", "s", "k")
    (tmp_path / NAME).write_text(
        f'{good.line}\n{{"place": 5}}\n[]\nnull\n{good.line[:-9]}\n', encoding="utf-8"
    )
    assert BatchManifest.read(Destination(str(tmp_path))).records == {"29019": good}
    assert json.loads(good.line)["status"] == "done"


@pytest.mark.skipif(sys.platform == "win32", reason="Links need leave there.")
@pytest.mark.parametrize("link", ["places", "places/29077", NAME])
def test_a_link_in_the_folder_leads_nothing_out_of_it(
    link: str, order: Order, tmp_path: Path
) -> None:
    away, way = tmp_path / "away", tmp_path / "out" / link
    kept = away / "mine.txt"
    away.mkdir()
    kept.write_text("mine", encoding="utf-8")
    way.parent.mkdir(parents=True)
    way.symlink_to(kept if link == NAME else away)
    with pytest.raises(Problems, match="is a link"):
        made(order)
    assert [path.name for path in away.iterdir()] == ["mine.txt"]
    assert kept.read_text(encoding="utf-8") == "mine"
    way.unlink()
    assert {one.status for one in made(order).records} == {"done"}


def test_lines_of_a_later_version_are_passed_on(order: Order, tmp_path: Path) -> None:
    made(order, HERE[:1])
    later = '{"place":"29077","files":{"posters":"of another kind"}}'
    manifest = tmp_path / "out" / NAME
    with manifest.open("a", encoding="utf-8") as file:
        file.write(f"{later}\n")
    made(order, HERE[:1])
    assert later in manifest.read_text(encoding="utf-8").splitlines()
    made(order)
    assert later not in manifest.read_text(encoding="utf-8")
    assert len(records(manifest.read_text(encoding="utf-8"))) == 3


@pytest.mark.parametrize(
    "change",
    [
        {"place": "../../x"},
        {"place": "29019/../.."},
        {"files": [{"name": "../kept.txt", "sha256": "", "bytes": 4, "pages": 0}]},
        {"files": [{"name": "places/29019/../../kept.txt", "sha256": "", "bytes": 4, "pages": 0}]},
        {"files": [{"name": "places/29019/a\\..\\x", "sha256": "", "bytes": 4, "pages": 0}]},
        {"files": [{"name": "places/29077/a.pdf", "sha256": "", "bytes": 4, "pages": 0}]},
        {"files": [{"name": "/etc/hosts", "sha256": "", "bytes": 4, "pages": 0}]},
        {"files": [{"name": "places/29019/a.pdf", "sha256": "", "bytes": "4", "pages": 0}]},
        {"files": [{"name": 5, "sha256": "", "bytes": 4, "pages": 0}]},
        {"status": "fine"},
        {"name": None},
        {"reasons": [{}]},
        {"seconds": "long"},
    ],
)
def test_a_manifest_that_somebody_changed_touches_no_other_file(
    change: dict[str, object], order: Order, tmp_path: Path
) -> None:
    kept = tmp_path / "kept.txt"
    kept.write_text("mine", encoding="utf-8")
    good = Record("29019", "Boone County", "Missouri", "county", "done", "s", "k")
    line = json.dumps({**json.loads(good.line), **change})
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / NAME).write_text(f"{line}\n", encoding="utf-8")
    assert not records(f"{line}\n")
    result = ran(order, [], opened(order)[1], HereEngine())
    assert not result.spared + result.removed
    assert kept.read_text(encoding="utf-8") == "mine"


@pytest.mark.parametrize(
    ("among", "uses"),
    [
        (["a|b"], []),
        (["none|county|2020|"], []),
        (["population|county|soon|"], []),
        ([], ["x"]),
    ],
)
def test_what_a_kit_asked_for_and_is_there_no_more_makes_it_anew(
    among: list[str], uses: list[str], order: Order, tmp_path: Path
) -> None:
    (known,) = made(order, HERE[:1]).records
    changed = replace(known, stamp="", among=tuple(among), uses=tuple(uses))
    (tmp_path / "out" / NAME).write_text(changed.line, encoding="utf-8")
    assert made(order, HERE[:1]).made == {"29019"}


def test_separators_in_words_end_no_line_of_the_manifest() -> None:
    told = Record("29019", "Boone\u2028County\x85", "Missouri", "county", "refused", "s", "k")
    assert records(f"{told.line}\n") == {"29019": told}


def test_no_year_of_a_figure_is_no_standing(order: Order) -> None:
    ready, store = opened(order)
    there = store.find_place("29019")
    keys = Keys(store, ready.base)
    asked = "share_employed|county|{}|"
    assert keys.key(there, (), (asked.format(1900),)) != keys.key(there, (), (asked.format(2022),))


def test_a_walk_changed_meanwhile_makes_no_kit_of_two_walks(order: Order, tmp_path: Path) -> None:
    ready, store = opened(order)
    whole = order.walk.read_text(encoding="utf-8")
    there = [store.find_place(place) for place in HERE[:1]]
    for changed in (whole.replace("in short", "at length"), "title: ["):
        order.walk.write_text(changed, encoding="utf-8")
        (record,) = ran(ready, there, store, HereEngine()).records
        assert (record.status, record.reasons) == ("stopped", (task.CHANGED,))
        assert not [*(tmp_path / "out").rglob("*.pdf")]
    order.walk.write_text(whole, encoding="utf-8")
    assert made(order, HERE[:1]).records[0].status == "done"


def test_data_and_media_that_are_not_there_are_told_before_anything_is_made(order: Order) -> None:
    with pytest.raises(Problems, match=r"nix\.csv"):
        opened(replace(order, data=(Path("nix.csv"),)))
    with pytest.raises(Problems, match="no such medium"):
        opened(replace(order, only="brochure"))


def test_no_cell_of_the_summary_is_a_formula() -> None:
    name = '=HYPERLINK("http://x")'
    told = csv_bytes([("29019", name, "@x", "county", "m", "l", 2020, -0.5, 1e-05, *("",) * 6)])
    rows = list(csv.reader(io.StringIO(told.decode("utf-8-sig"))))
    assert rows[1][1:3] == [f"'{name}", "'@x"]
    assert rows[1][7:9] == ["-0.5", "0.00001"]


def test_the_command_tells_what_became_of_each(order: Order, tmp_path: Path) -> None:
    listing = tmp_path / "list.txt"
    listing.write_text("29019\n29077\n", encoding="utf-8")
    asked = ["batch", str(order.walk), "--places", str(listing), "--out", str(tmp_path / "o")]
    found = CliRunner().invoke(app, [*asked, "--workers", "1", "--summary"])
    assert found.exit_code == 0, found.output
    assert "2 places: 2 have their kit" in found.output
    with (tmp_path / "o" / "summary.csv").open(encoding="utf-8-sig") as file:
        rows = {(row["place"], row["metric"]): row for row in csv.DictReader(file)}
    told = rows["29019", "share_employed"]
    with SAMPLES.open(encoding="utf-8") as file:
        raw = [
            row
            for row in csv.DictReader(file)
            if (row["geoid"], row["metric"]) == ("29019", "share_employed")
            and row["subgroup_type"] == "all"
        ]
    newest = max(raw, key=lambda row: row["year"])
    assert (told["year"], float(told["value"])) == (newest["year"], float(newest["value"]))
    import pyarrow.parquet

    table = pyarrow.parquet.read_table(tmp_path / "o" / "summary.parquet")
    assert table.num_rows == len(rows)
    bad = CliRunner().invoke(app, ["batch", str(order.walk), "--places", "state:XX", "--out", "x"])
    assert bad.exit_code == 1
    assert "no such state" in bad.output
