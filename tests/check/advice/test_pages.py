"""What the laid-out page shows: pictures that are too coarse, texts that are too faint."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image

from datawalk import kit
from datawalk.check.contrast import check_contrast
from datawalk.page.document import Box, Document, Page
from datawalk.page.ink import Ink
from datawalk.page.marks import Disc, Photo, Rect, Text
from datawalk.problems import Problems
from datawalk.theme import base_theme
from datawalk.typography.fonts import Face

pytestmark = pytest.mark.usefixtures("any_sheet")
WALK = """\
title: T
place: "29019"
data: [metrics.csv]
outputs: [{medium: poster}]
stations:
  - question: Where?
    blocks:
      - {kind: image, file: a.png, alt: A street.}
"""


@pytest.mark.parametrize(("width", "severity"), [(700, "warning"), (2600, "advice"), (3900, "")])
def test_a_coarse_picture(write_walk: Callable[[str], Path], width: int, severity: str) -> None:
    walk = write_walk(WALK)
    Image.new("RGB", (width, width // 2), "#336699").save(walk.parent / "a.png")
    made = kit.prepared(walk)
    found = [*made.warnings, *made.advice]
    assert [problem.severity for problem in found] == ([severity] if severity else [])
    for problem in found:
        assert "pixels per inch" in problem.what
        assert "pixels wide" in problem.try_this
    if severity == "warning":
        with pytest.raises(Problems):
            kit.prepared(walk, strict=True)


def test_a_coarse_logo_is_named_once(write_walk: Callable[[str], Path]) -> None:
    station = WALK.partition("stations:\n")[2].replace(
        "{kind: image, file: a.png, alt: A street.}", "{kind: text, text: Hello.}"
    )
    head = WALK.partition("stations:\n")[0]
    walk = write_walk(f"{head}event: {{logos: [a.png]}}\nstations:\n{station * 2}")
    Image.new("RGB", (60, 60), "#336699").save(walk.parent / "a.png")
    (warning,) = kit.prepared(walk).warnings
    assert warning.what.startswith("Logo: a has ")


def test_a_picture_that_was_made_smaller_had_enough(write_walk: Callable[[str], Path]) -> None:
    walk = write_walk(WALK.replace("poster}", "poster, size: 36x48}"))
    Image.new("L", (6000, 3000)).save(walk.parent / "a.png")
    made = kit.prepared(walk)
    assert (made.warnings, made.advice) == ((), ())


def faint(color: str, *under: Ink, size: float = 40, face: Face = "regular") -> list[str]:
    """The color pairs that are too faint on a page with this text over these grounds."""
    text = Text(100, 200, "Hello", face, size, color, 90)
    box = Box("exhibit", 0, 0, 900, 900, (*under, text))
    page = Page("p", "1. Jobs", 1728, 2592, (box,), "#000000")
    found = check_contrast(Document("poster", "T", "en", (page,), base_theme()))
    return [problem.what.split("color ")[1].split(" is ")[0] for problem in found]


def test_text_on_paper() -> None:
    assert faint("#000000") == []
    assert faint("#cccccc") == [f"#cccccc on {base_theme().paper}"]


def test_large_and_bold_texts_need_less() -> None:
    gray = "#8a8a8a"  # 3.5 to 1 on white
    white = Rect(0, 0, 900, 900, fill="#ffffff")
    assert faint(gray, white, size=24) == []
    assert faint(gray, white, size=23) == ["#8a8a8a on #ffffff"]
    assert faint(gray, white, size=19, face="bold") == []
    assert faint(gray, white, size=18, face="bold") == ["#8a8a8a on #ffffff"]


def test_the_topmost_ground_counts() -> None:
    dark = Rect(0, 0, 900, 900, fill="#111111")
    disc = Disc(145, 190, 80, "#ffffff")
    assert faint("#ffffff", dark) == []
    assert faint("#ffffff", dark, disc) == ["#ffffff on #ffffff"]
    assert faint("#ffffff", disc, dark) == []
    assert faint("#ffffff", Rect(0, 0, 900, 900, fill="#ffffff"), Rect(0, 0, 9, 9, fill="#000000"))
    # A frame has no ground of its own, and a picture has many colors.
    assert faint("#000000", dark, Rect(0, 0, 900, 900, stroke="#ffffff")) == ["#000000 on #111111"]
    assert faint("#ffffff", Photo(0, 0, 900, 900, b"")) == []
