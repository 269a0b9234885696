"""Too much, too large, too small or broken: a problem that helps, or a good sheet."""

from __future__ import annotations

import io
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image

from datawalk import kit
from datawalk.blocks.image import opened
from datawalk.problems import Problem, Problems
from tests.conftest import ROOT

HEAD = 'title: T\nplace: "29019"\ncompare: [us-median]\ndata: [metrics.csv]\n'
STATION = "stations:\n  - title: Hello\n    blocks:\n"
HELLO = "      - {kind: text, text: Hello}\n"

Write = Callable[[str], Path]


def refused(walk: Path) -> list[Problem]:
    with pytest.raises(Problems) as found:
        kit.prepared(walk)
    return list(found.value.problems)


def test_a_text_of_9000_words(write_walk: Write) -> None:
    long = f'      - {{kind: text, text: "{"word " * 9000}"}}\n'
    (problem,) = refused(write_walk(HEAD + STATION + long))
    assert problem.what == "text is 45,000 characters long."
    assert problem.at.where == "stations › 1 Hello › block 1 (text)"


def test_a_text_that_is_allowed_but_fits_nowhere(write_walk: Write) -> None:
    long = f'      - {{kind: text, text: "{"word " * 3000}"}}\n'
    found = refused(write_walk(HEAD + STATION + long))
    assert all("too tall" in problem.what and problem.try_this for problem in found)


def test_forty_blocks(write_walk: Write) -> None:
    (problem,) = refused(write_walk(HEAD + STATION + HELLO * 40))
    assert (problem.what, problem.try_this) == ("blocks has 40 entries.", "12 is the most.")


def test_a_table_of_sixty_rows(write_walk: Write) -> None:
    rows = ", ".join(f"[Street {i}, '{i}']" for i in range(60))
    table = f"      - {{kind: table, columns: [S, N], source: s, rows: [{rows}]}}\n"
    (problem,) = refused(write_walk(HEAD + STATION + table))
    assert "60 rows and 2 columns; a sheet can show 40 and 8" in problem.what


def test_a_title_of_300_characters(write_walk: Write) -> None:
    title = ("Why do we walk " * 20).strip()
    made = kit.prepared(write_walk(HEAD + STATION.replace("Hello", title) + HELLO))
    assert "needs more than three lines on a poster" in made.unfit[0].what
    assert [document.medium for document in made.documents] == ["deck"]
    (problem,) = refused(write_walk(HEAD + STATION.replace("Hello", "Why " * 90) + HELLO))
    assert "title is 359 characters long" in problem.what


@pytest.mark.parametrize("size", ["8x8", "8x36", "36x8", "200x200"])
def test_odd_sheets_are_good_sheets(write_walk: Write, size: str) -> None:
    blocks = (
        "      - {kind: stat, metric: share_employed}\n"
        "      - {kind: chart, metric: share_employed}\n"
        '      - {kind: questions, questions: ["What do you see?"]}\n'
    )
    outputs = f"outputs: [{{medium: poster, size: {size}}}]\n"
    made = kit.prepared(write_walk(HEAD + outputs + STATION + blocks))
    assert len(made.documents[0].pages) == 1


@pytest.mark.parametrize("where", ["block", "logo"])
@pytest.mark.parametrize(
    ("name", "what", "hint"),
    [
        ("logo.svg", "a drawing of lines (SVG)", "save it as PNG"),
        ("notes.png", "not a picture that can be used", "Save it as PNG or JPEG."),
        ("cut.jpg", "is broken, or a part of it is missing", "Copy the picture again"),
        ("huge.jpg", "more than 60 million pixels", "Save it smaller"),
    ],
)
def test_files_that_are_no_good_picture(
    write_walk: Write, where: str, name: str, what: str, hint: str
) -> None:
    image = f"      - {{kind: image, file: {name}, alt: A thing}}\n"
    logo = f"event: {{logos: [{name}]}}\n"
    text = HEAD + STATION + image if where == "block" else HEAD + logo + STATION + HELLO
    walk = write_walk(text)
    path = walk.parent / name
    if name == "cut.jpg":
        whole = io.BytesIO()
        Image.effect_noise((300, 200), 90).save(whole, "JPEG")
        path.write_bytes(whole.getvalue()[:20_000])
    elif name == "huge.jpg":
        Image.new("L", (11_600, 8_700)).save(path)
    elif name == "logo.svg":
        path.write_text('<?xml version="1.0"?>\n<svg xmlns="http://www.w3.org/2000/svg"/>')
    else:
        path.write_text("These are notes.")
    (problem,) = refused(walk)
    assert name in problem.what
    assert what in problem.what
    assert problem.try_this.startswith(hint) or hint in problem.try_this
    assert problem.at.line


def test_a_picture_of_100_million_pixels_is_not_read_into_memory(tmp_path: Path) -> None:
    Image.new("RGB", (11_600, 8_700), "red").save(tmp_path / "huge.png")
    code = (
        "import resource, sys; from pathlib import Path; from PIL import Image\n"
        "from datawalk.blocks.image import opened; from datawalk.problems import Problems\n"
        "before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss\n"
        "try: opened(Path(sys.argv[1]), 'huge.png')\n"
        "except Problems: print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, str(tmp_path / "huge.png")],
        capture_output=True, text=True, check=True, cwd=ROOT,
    )  # fmt: skip
    kilobytes = 1024 if sys.platform == "darwin" else 1
    assert int(done.stdout) / kilobytes < 60_000


@pytest.mark.parametrize(
    ("name", "mode", "color", "seen"),
    [
        ("a.jpg", "CMYK", (0, 255, 255, 0), (255, 0, 0)),
        ("a.png", "I;16", 128 * 256, (128, 128, 128)),
        ("a.png", "LA", (90, 255), (90, 90, 90)),
        ("a.gif", "L", 200, (200, 200, 200)),
    ],
)
def test_rare_pictures_keep_their_colors(
    tmp_path: Path, name: str, mode: str, color: float, seen: tuple[int, int, int]
) -> None:
    image = Image.new(mode, (64, 48), color)
    others = [Image.new(mode, (64, 48), 0)] if name == "a.gif" else []
    image.save(tmp_path / name, **({"save_all": True, "append_images": others} if others else {}))
    data, width, height = opened(tmp_path / name, name)
    assert (width, height) == (64, 48)
    pixel = Image.open(io.BytesIO(data)).convert("RGB").getpixel((20, 20))
    assert isinstance(pixel, tuple)
    assert all(abs(a - b) <= 4 for a, b in zip(pixel, seen, strict=True)), pixel
