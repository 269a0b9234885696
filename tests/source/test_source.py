"""YAML that keeps what was written, and says where a mistake stands."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from datawalk.problems import Problems
from datawalk.source import read_file, read_text


def refused(text: str) -> tuple[str, int]:
    with pytest.raises(Problems) as found:
        read_text(text, "walk.yaml")
    problem = found.value.problems[0]
    return problem.what, problem.at.line


@pytest.mark.parametrize(
    "word", ["01001", "no", "on", "12:30", "1e3", "0x1F", "2024-01-01", "1.50"]
)
def test_plain_words_stay_as_written(word: str) -> None:
    assert read_text(f"place: {word}", "w").data == {"place": word}


def test_lines_of_keys_and_items() -> None:
    read = read_text("a: 1\nb:\n  - x\n  - c: 2\n", "w")
    assert read.lines["b", 1, "c"] == 4
    assert read.lines["b", 0] == 3


def test_empty_values_are_nothing() -> None:
    assert read_text("a:\nb: ~\nc: ''", "w").data == {"a": None, "b": None, "c": ""}


def test_repeated_key() -> None:
    what, line = refused("a: 1\nb: 2\na: 3\n")
    assert line == 3
    assert '"a" is written twice; the first is on line 1' in what


def test_alias_bomb_is_refused_before_it_grows() -> None:
    bomb = "a: &a [x, x]\n" + "".join(f"b{i}: &b{i} [*a, *a]\n" for i in range(40))
    what, line = refused(bomb)
    assert line == 1
    assert "aliases" in what


@pytest.mark.parametrize("text", ["[" * 60, "a: " + "{b: " * 50, "- " * 60_000])
def test_depth_and_size_are_limited(text: str) -> None:
    assert "deeply or too long" in refused(text)[0]


def test_tags_are_refused() -> None:
    assert "Tags" in refused("a: !!python/object:os.system x")[0]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ('a: "x\nb: 1', "never closes"),
        ("a: b: c", "colon"),
        ("a:\n\t- x", "tab"),
        ("a: [1, 2", "brackets"),
        ("a: @x", "keeps for itself"),
    ],
)
def test_common_slips_are_explained(text: str, words: str) -> None:
    assert words in refused(text)[0]


def test_a_quote_that_never_closes_is_told_where_it_opens() -> None:
    assert refused('a: 1\nb: "x\nc: 1\nd: 2\n')[1] == 2


def test_other_encodings_are_named_with_their_line(tmp_path: Path) -> None:
    path = tmp_path / "walk.yaml"
    path.write_bytes("a: 1\nb: Doña".encode("latin-1"))
    with pytest.raises(Problems) as found:
        read_file(path, "walk.yaml")
    assert found.value.problems[0].at.line == 2
    assert "UTF-8" in found.value.problems[0].what


@pytest.mark.parametrize("code", ["utf-16", "utf-16-le", "utf-16-be", "utf-8-sig"])
def test_what_windows_calls_unicode_is_read(tmp_path: Path, code: str) -> None:
    path = tmp_path / "walk.yaml"
    path.write_bytes("title: Año\nplace: x\n".encode(code))
    assert read_file(path, "walk.yaml").data == {"title": "Año", "place": "x"}


@pytest.mark.parametrize(
    ("text", "typed"),
    [
        ("a: b: c", 'Put the text in quotes: a: "b: c"'),
        ("a:\n  - b: c: d", 'Put the text in quotes: b: "c: d"'),
        ('a: say "x": y', "Put the text in quotes: a: 'say \"x\": y'"),
        ("a: “b: c”", 'Curly quotes hold no text together. Put the text in quotes: a: "b: c"'),
        ('a: "C:\\Users\\x.csv"', 'Write / in paths: "C:/Users/x.csv"'),
        ('a: "C:\\dir\\x.csv"', 'Write / in paths: "C:/dir/x.csv"'),
        ("a:\n  b: 1\n\tc: 2", "Use spaces."),
    ],
)
def test_what_to_type_instead(text: str, typed: str) -> None:
    with pytest.raises(Problems) as found:
        read_text(text, "walk.yaml")
    assert found.value.problems[0].try_this == typed


def test_missing_file(tmp_path: Path) -> None:
    with pytest.raises(Problems, match="There is no file"):
        read_file(tmp_path / "none.yaml")


def test_rich_text_is_told_as_such() -> None:
    with pytest.raises(Problems) as found:
        read_text("{\\rtf1\\ansi title: My walk}", "walk.yaml")
    assert "rich text" in found.value.problems[0].what
    assert "Make Plain Text" in found.value.problems[0].try_this


ROOT = Path(__file__).parents[2]
WRITTEN = sorted([*ROOT.glob("configs/*.yaml"), *ROOT.glob("tests/mistakes/*.yaml")])
LENIENT = (
    "a: [What is here?, Who is not?]\n",
    "a: {b?: c}\n",
    "a\t: b\n",
    "a:\t[b]\n",
    "a: >-\t\n  b\n",
    "a: {link: !example.o, b: c}\n",
    'a: "\\ud800"\n',
    "a: b\n---\nc: d\n",
)
"""What libyaml takes or words otherwise than PyYAML."""


def _either(text: str, monkeypatch: pytest.MonkeyPatch, quick: bool) -> object:
    monkeypatch.setattr(yaml, "__with_libyaml__", quick)
    try:
        read = read_text(text, "walk.yaml")
    except Problems as found:
        return found.problems
    return read.data, read.lines


@pytest.mark.skipif(not yaml.__with_libyaml__, reason="PyYAML was built without libyaml")
@pytest.mark.parametrize("text", [*(p.read_text("utf-8") for p in WRITTEN), *LENIENT])
def test_libyaml_and_pyyaml_read_the_same(text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    assert _either(text, monkeypatch, True) == _either(text, monkeypatch, False)
