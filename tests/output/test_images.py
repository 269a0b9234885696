"""Pictures in the folder of results: named, told, kept apart, and nothing hidden in them."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image
from typer.testing import CliRunner
from watchfiles import Change

from datawalk import kit
from datawalk.app.cli import app
from datawalk.app.watch import _Read
from datawalk.output.manifest import MANIFEST
from datawalk.problems import Problems
from tests.layout.images.test_images import texts

HEAD = 'title: T\nplace: "29019"\ncompare: [us-median]\ndata: [metrics.csv]\n'
STATIONS = "stations:\n  - template: work/jobs\n  - template: visioning\n"
STEM = "boone-county-missouri-t-images"
NAMES = {"01-work-block1-stat", "01-work-block2-chart", "01-work-block4-questions"}
Write = Callable[[str], Path]


def rendered(walk: Path) -> list[str]:
    """What was told, after writing into the folder `out` beside the walk."""
    kits = kit.every(walk)
    return [one.what for one in kit.all_rendered(kits, walk.parent / "out").told]


def written(walk: Path, *outputs: str, stations: str = STATIONS) -> Path:
    listed = "".join(f"  - {{medium: images{more}}}\n" for more in outputs)
    walk.write_text(f"{HEAD}outputs:\n{listed}{stations}", encoding="utf-8")
    return walk


@pytest.fixture
def walk(write_walk: Write) -> Path:
    return written(write_walk(HEAD), ", dpi: 72")


def there(walk: Path) -> dict[str, bytes]:
    out = walk.parent / "out"
    return {p.relative_to(out).as_posix(): p.read_bytes() for p in out.rglob("*") if p.is_file()}


def pictures(walk: Path, folder: str = f"{STEM}-72dpi") -> set[str]:
    return {path.name for path in (walk.parent / "out" / folder).iterdir()}


def test_each_picture_has_a_text_of_its_name(walk: Path) -> None:
    assert rendered(walk) == []
    assert pictures(walk) == {f"{name}.{end}" for name in NAMES for end in ("png", "txt")}
    folder = walk.parent / "out" / f"{STEM}-72dpi"
    for name in NAMES:
        told = (folder / f"{name}.txt").read_text(encoding="utf-8")
        image = Image.open(io.BytesIO((folder / f"{name}.png").read_bytes()))
        assert told.startswith(f"{image.info['Title']}\n\nAlternative text\n")
        assert image.info["Description"] in told
        assert image.info.get("Source", "") in told
        assert told.endswith("T · Boone County, Missouri\n")


def test_outputs_of_other_settings_have_folders_of_their_own(walk: Path) -> None:
    written(walk, ", for: square", ", for: wide", ", format: svg", ", width: 3.5, dpi: 100", "")
    kits = kit.every(walk)
    names = {
        Path(name).parent.name for name, _, _ in kit.all_rendered(kits, walk.parent / "out").files
    }
    assert {f"{STEM}{end}" for end in ("", "-square", "-wide", "-svg", "-3.5in-100dpi")} <= names
    written(walk, ", for: square", ", for: square")
    with pytest.raises(Problems, match="Two outputs would write the same files"):
        kit.prepared(walk)


def test_each_language_has_its_pictures(walk: Path) -> None:
    text = written(walk, ", dpi: 72").read_text(encoding="utf-8")
    walk.write_text(text.replace("title: T", "title: T\nlanguage: [en, es]"), encoding="utf-8")
    rendered(walk)
    spanish = walk.parent / "out" / "boone-county-missouri-t-es-images-72dpi"
    told = (spanish / "01-work-block1-stat.txt").read_text(encoding="utf-8")
    assert "Texto alternativo\n84" in told
    assert "\nFuentes\n" in told


def test_the_command_lists_a_folder_once(walk: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(walk.parent)
    done = CliRunner().invoke(app, ["render", walk.name, "--only", "images", "--out", "out"])
    assert done.exit_code == 0
    assert done.stdout.count(f"{STEM}-72dpi") == 1
    assert "block1" not in done.stdout


def test_the_list_of_numbers_names_the_pictures(walk: Path) -> None:
    rendered(walk)
    text = there(walk)["boone-county-missouri-t-numbers.csv"].decode("utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(text)))
    shown = {row["Kind of block"]: row["Picture"] for row in rows}
    assert shown["stat"] == "01-work-block1-stat"
    assert shown["chart"] == "01-work-block2-chart"


def test_a_picture_that_a_person_changed_is_kept(walk: Path) -> None:
    rendered(walk)
    path = walk.parent / "out" / f"{STEM}-72dpi" / "01-work-block1-stat.png"
    path.write_bytes(b"mine")
    (told,) = rendered(walk)
    assert told.startswith("01-work-block1-stat.png is not as datawalk made it")
    assert path.with_name("01-work-block1-stat-before.png").read_bytes() == b"mine"
    assert path.read_bytes()[1:4] == b"PNG"
    assert rendered(walk) == []


def test_pictures_that_are_made_no_more_are_told(walk: Path) -> None:
    rendered(walk)
    block = (
        "stations:\n  - title: A\n    pillar: work\n    blocks:\n      - {kind: text, text: B}\n"
    )
    written(walk, ", dpi: 72", stations=block)
    (told,) = rendered(walk)
    assert told.startswith("These were made before and are not made now; they stay:")
    assert "01-work-block1-stat.png" in told
    for name in NAMES:
        for end in ("png", "txt"):
            (walk.parent / "out" / f"{STEM}-72dpi" / f"{name}.{end}").unlink()
    assert rendered(walk) == []


def test_another_walk_does_not_write_over_them(walk: Path) -> None:
    rendered(walk)
    before = there(walk)
    for name in list(before):
        if name.endswith(("csv", "xlsx")):
            (walk.parent / "out" / name).unlink()
    other = walk.with_name("other.yaml")
    other.write_text(walk.read_text(encoding="utf-8"), encoding="utf-8")
    with pytest.raises(Problems, match="of another walk"):
        rendered(other)


@pytest.mark.parametrize("link", [True, False])
def test_what_is_no_folder_stops_all(walk: Path, link: bool) -> None:
    out, elsewhere = walk.parent / "out", walk.parent / "elsewhere"
    out.mkdir()
    elsewhere.mkdir()
    if link:
        (out / f"{STEM}-72dpi").symlink_to(elsewhere)
    else:
        (out / f"{STEM}-72dpi").write_bytes(b"a file")
    with pytest.raises(Problems, match="is no folder"):
        rendered(walk)
    assert [path.name for path in out.iterdir()] == [f"{STEM}-72dpi"]
    assert list(elsewhere.iterdir()) == []


def test_the_manifest_knows_each_file(walk: Path) -> None:
    rendered(walk)
    told = json.loads((walk.parent / "out" / MANIFEST).read_bytes())
    assert told.keys() == there(walk).keys() - {MANIFEST}


@pytest.mark.parametrize(
    ("name", "read"),
    [
        ("01-work-block1-stat.png", False),
        ("12-voices-block10-local-chart-2.png", False),
        ("map.png", True),
    ],
)
def test_watching_does_not_wake_up_to_its_own_pictures(name: str, read: bool) -> None:
    assert _Read()(Change.modified, f"/walks/out/{STEM}/{name}") == read


OWN = "group,asked,safe\nYoung,217,131\nOld,189,117\nOldest,43,7\n"


def test_counts_of_few_people_are_in_no_picture_and_no_text(walk: Path) -> None:
    (walk.parent / "own.csv").write_text(OWN, encoding="utf-8")
    blocks = (
        "local_data:\n  - {file: own.csv, name: Ours, who: us, when: 2026, measures: "
        "[{column: safe, label: People who feel safe}]}\n"
        "stations:\n  - title: A\n    blocks:\n"
        "      - {kind: local_chart, file: own.csv, measure: safe, show: groups}\n"
        "      - {kind: table, file: own.csv}\n"
    )
    written(walk, ", for: square", ", format: svg", stations=blocks)
    made = kit.prepared(walk)
    rendered(walk)
    said = [text.text for d in made.documents for page in d.pages for text in texts(page)]
    found = [content for name, content in there(walk).items() if "-images" in name]
    told = [c.decode() for c in found if not c.startswith((b"\x89PNG", b"<?xml"))]
    told += [c.decode().partition("</metadata>")[0] for c in found if c.startswith(b"<?xml")]
    for content in found:
        if content.startswith(b"\x89PNG"):
            told += map(str, Image.open(io.BytesIO(content)).info.values())
    words = " ".join([*said, *told]).replace(",", " ").replace(".", " ").replace(":", " ").split()
    assert "131" in words
    assert not {"7", "43", "255"} & set(words)
    assert len(found) == 8
