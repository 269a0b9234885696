"""Keys of templates in the walk itself: what is shown stays as it was."""

from __future__ import annotations

from pathlib import Path

import pytest

from datawalk.app.studio.desk.adoption import adopt, template
from datawalk.app.studio.desk.manuscript import read
from datawalk.config import templates
from datawalk.config.load import load
from datawalk.problems import Problems
from datawalk.source import Unsaved

WALK = """title: A walk
place: "29019"
{language}
stations:
  # first
  - template: {name}   # as it is
    minutes: 9
  - template: visioning
"""


LANGUAGES = ("", "language: es", "language: [en, es]", "language: [es-US, en]")


@pytest.mark.parametrize(("number", "name"), list(enumerate(templates.names())))
def test_every_key_of_every_template(number: int, name: str, tmp_path: Path) -> None:
    text = WALK.format(name=name, language=LANGUAGES[number % 4])
    text = text.replace("\n", "\r\n" if number % 3 else "\n")
    before = load(Unsaved(text.encode(), tmp_path / "walk.yaml"))
    one = read(text)
    ready = template(one, 0)
    assert ready is not None
    assert isinstance(ready.data, dict)
    for key in ready.data:
        one = adopt(one, 0, key)
        assert one.has(("stations", 0, key))
    after = load(Unsaved(one.text.encode(), tmp_path / "walk.yaml"))
    assert after.config == before.config
    assert one.text.startswith(text[: text.index("    minutes")])
    assert one.text.endswith(text[text.rindex("  - template: visioning") :])


def test_what_the_walk_says_stays(tmp_path: Path) -> None:
    one = read("stations:\n  - {template: work/jobs, title: Mine}\n  - title: Own\n")
    assert adopt(one, 0, "question") is one
    assert adopt(one, 0, "title") is one
    filled = adopt(one, 0, "blocks")
    assert filled.value(("stations", 0, "title")) == "Mine"
    assert filled.value(("stations", 0, "blocks", 0, "kind"))
    with pytest.raises(Problems, match="has no"):
        adopt(one, 0, "nonsense")
    with pytest.raises(Problems, match="has no"):
        adopt(one, 1, "blocks")
    with pytest.raises(KeyError):
        adopt(one, 2, "blocks")
    with pytest.raises(Problems, match="no template"):
        adopt(read("stations:\n  - template: wrok/jobs\n"), 0, "blocks")


def test_a_template_of_ones_own_brings_its_files_along(tmp_path: Path) -> None:
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "t.yaml").write_text(
        "title: T\nblocks:\n  - {kind: image, file: a.jpg, alt: x}\n", encoding="utf-8-sig"
    )
    one = read("stations:\n  - template: mine/t.yaml\n")
    filled = adopt(one, 0, "blocks", tmp_path)
    assert filled.value(("stations", 0, "blocks", 0, "file")) == "mine/a.jpg"
    with pytest.raises(Problems, match="outside"):
        adopt(read("stations:\n  - template: ../t.yaml\n"), 0, "blocks", tmp_path / "mine")
