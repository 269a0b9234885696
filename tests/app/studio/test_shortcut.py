"""What starts the studio by a click, on each system."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest

from datawalk.app.studio.shortcut import written
from datawalk.problems import Problems


@pytest.fixture(autouse=True)
def no_data_home(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("XDG_DATA_HOME", raising=False)


def test_linux_has_an_entry_that_a_menu_can_read(tmp_path: Path) -> None:
    walks = tmp_path / 'My "50%" $walks'
    path = written(tmp_path / "50% of $walks", "linux", tmp_path)
    assert path == tmp_path / ".local/share/applications/datawalk-studio.desktop"
    lines = path.read_text(encoding="utf-8").splitlines()
    keys = dict(line.split("=", 1) for line in lines[1:])
    assert lines[0] == "[Desktop Entry]"
    assert keys["Type"] == "Application"
    assert Path(keys["Icon"]).is_file()
    # As the specification reads it: values first, then quotes, then field codes.
    inner = keys["Exec"].replace("\\\\", "\\").strip('"').split('" "')
    argv = [re.sub(r"\\([\"`$\\])", r"\1", part).replace("%%", "%") for part in inner]
    assert argv[-2:] == ["studio", str(tmp_path / "50% of $walks")]
    assert path.stat().st_mode & 0o111
    with pytest.raises(Problems, match="cannot name this folder"):
        written(walks, "linux", tmp_path)


def test_windows_and_the_mac_have_a_file_on_the_desktop(tmp_path: Path) -> None:
    bat = written(tmp_path / "100%", "win32", tmp_path)
    assert bat == tmp_path / "Desktop" / "datawalk studio.bat"
    assert bat.read_bytes().endswith(f'"studio" "{tmp_path}/100%%"\r\n'.encode())
    mac = written(tmp_path / "Ana's walks", "darwin", tmp_path)
    assert mac == tmp_path / "Desktop" / "datawalk studio.command"
    first, line = mac.read_text(encoding="utf-8").splitlines()
    assert first == "#!/bin/sh"
    assert shlex.split(line)[-2:] == ["studio", str(tmp_path / "Ana's walks")]


def test_a_home_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    (tmp_path / "Desktop").write_text("")
    with pytest.raises(Problems, match="cannot be written"):
        written(tmp_path, "win32", tmp_path)
