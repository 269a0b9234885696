"""Whatever a walk names, a file that is none is a problem with its line, at once."""

from __future__ import annotations

import os
import socket
from collections.abc import Callable
from pathlib import Path

import pytest

from datawalk import kit
from datawalk.inputs import readable
from datawalk.problems import Problem, Problems

Write = Callable[[str], Path]

HEAD = 'title: T\nplace: "29019"\n'
STATION = "stations:\n  - title: A\n    pillar: work\n    blocks:\n"
TEXT = f"{STATION}      - {{kind: text, text: x}}\n"
AREAS = 'boundaries: "{}", key: k, table: "{}", column: N'


OUTLINE = (
    '{"features": [{"properties": {"k": "a"}, "geometry": {"type": "Polygon", '
    '"coordinates": [[[-92, 38], [-91, 38], [-91, 39], [-92, 38]]]}}]}'
)


def block(written: str, source: str = ", source: s") -> str:
    return f"{HEAD}data: [metrics.csv]\n{STATION}      - {{{written}{source}}}\n"


def settings(written: str) -> str:
    return f"{HEAD}data: [metrics.csv]\n{written}\n{TEXT}"


NAMED: dict[str, tuple[str, Callable[[str], str]]] = {
    "data": (".csv", lambda n: f'{HEAD}data: ["{n}"]\n{TEXT}'),
    "local data": (
        ".csv",
        lambda n: settings(f'local_data: [{{file: "{n}", name: a, who: b, when: c}}]'),
    ),
    "table": (".xlsx", lambda n: block(f'kind: table, file: "{n}"')),
    "local chart": (".csv", lambda n: block(f'kind: local_chart, file: "{n}", measure: N')),
    "hundred": (".csv", lambda n: block(f'kind: hundred, file: "{n}", measure: N')),
    "programs": (".csv", lambda n: block(f'kind: programs, file: "{n}", columns: {{name: a}}')),
    "image": (
        ".png",
        lambda n: block(f'kind: image, alt: x, file: "{n}"').replace(", source: s", ""),
    ),
    "boundaries": (".geojson", lambda n: block(f"kind: map, {AREAS.format(n, 't.csv')}")),
    "table of a map": (".csv", lambda n: block(f"kind: map, {AREAS.format('a.geojson', n)}")),
    "points": (
        ".geojson",
        lambda n: block(
            f'kind: map, {AREAS.format("a.geojson", "t.csv")}, points: "{n}", point_name: k'
        ),
    ),
    "font": (".ttf", lambda n: settings(f'fonts: ["{n}"]')),
    "face": (".otf", lambda n: settings(f'theme: {{face: {{regular: "{n}", bold: "{n}"}}}}')),
    "theme": (".yaml", lambda n: settings(f'theme: "{n}"')),
    "logo of a theme": (".png", lambda n: settings(f'theme: {{logos: ["{n}"]}}')),
    "logo": (".jpg", lambda n: settings(f'event: {{logos: ["{n}"]}}')),
    "template": (".pptx", lambda n: settings(f'outputs: [{{medium: deck, template: "{n}"}}]')),
    "station": (".yaml", lambda n: f'{HEAD}stations:\n  - template: "./{n}"\n'),
}


def circle(path: Path) -> None:
    path.symlink_to(path.name)


def two_links(path: Path) -> None:
    other = path.with_name(f"other{path.suffix}")
    other.symlink_to(path.name)
    path.symlink_to(other.name)


def listening(path: Path) -> None:
    with socket.socket(socket.AF_UNIX) as door:
        door.bind(os.path.relpath(path))


ODD: dict[str, tuple[Callable[[Path], None], str]] = {
    "circle": (circle, "is a link that leads back to itself"),
    "two links": (two_links, "is a link that leads back to itself"),
    "pipe": (os.mkfifo, "is no file but a device or a pipe"),
    "socket": (listening, "is no file but a device or a pipe"),
    "device": (lambda path: path.symlink_to("/dev/zero"), "outside the walk's folder"),
    "out of the folder": (lambda path: path.symlink_to("/etc/passwd"), "outside the walk's folder"),
    "link to nothing": (lambda path: path.symlink_to(f"gone{path.suffix}"), "no such file"),
    "folder": (Path.mkdir, "is a folder"),
    "nothing": (lambda _: None, "There is no file"),
}


def refused(walk: Path) -> list[Problem]:
    with pytest.raises(Problems) as found:
        kit.prepared(walk)
    return list(found.value.problems)


@pytest.mark.parametrize("odd", ODD)
@pytest.mark.parametrize("kind", NAMED)
def test_a_name_that_leads_to_no_file(
    write_walk: Write, kind: str, odd: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    ending, written = NAMED[kind]
    make, what = ODD[odd]
    walk = write_walk(written(f"odd{ending}"))
    monkeypatch.chdir(walk.parent)
    make(walk.parent / f"odd{ending}")
    (walk.parent / "a.geojson").write_text(OUTLINE)
    (walk.parent / "t.csv").write_text("k,N\na,20\n")
    problem = refused(walk)[0]
    assert what in problem.what
    assert problem.try_this
    assert problem.at.line


@pytest.mark.parametrize("kind", NAMED)
def test_a_name_that_no_file_can_have(write_walk: Write, kind: str) -> None:
    ending, written = NAMED[kind]
    walk = write_walk(written("n" * 280 + ending))
    (walk.parent / "a.geojson").write_text(OUTLINE)
    (walk.parent / "t.csv").write_text("k,N\na,20\n")
    problem = refused(walk)[0]
    assert "is longer than names of files can be" in problem.what
    assert problem.at.line
    assert len(problem.what) < 160


def test_a_walk_that_is_a_pipe_a_device_or_a_folder(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "walk.yaml")
    for path in (tmp_path / "walk.yaml", Path("/dev/zero"), Path("/dev/stdin")):
        assert "no file but a device" in refused(path)[0].what
    assert "is a folder" in refused(tmp_path)[0].what


def test_data_of_the_command_line_may_lie_anywhere_but_are_files(write_walk: Write) -> None:
    walk = write_walk(settings(""))
    with pytest.raises(Problems) as found:
        kit.prepared(walk, data=[Path("/dev/zero")])
    assert "zero is no file but a device" in found.value.problems[0].what


def test_a_file_that_nobody_may_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "secret.csv"
    path.write_text("a,b\n")
    # Permissions mean nothing to the user who runs tests in a container.
    monkeypatch.setattr(os, "access", lambda *_: False)
    with pytest.raises(Problems, match=r"secret\.csv may not be read"):
        readable(path, path.name)


def test_a_name_with_half_a_character_can_be_told(tmp_path: Path) -> None:
    with pytest.raises(Problems) as found:
        readable(tmp_path / "w\udcff.yaml", "w\udcff.yaml")
    found.value.problems[0].what.encode("utf-8")
