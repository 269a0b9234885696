"""A picture on the desktop that starts the studio: for people who open no terminal."""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path

from datawalk.problems import refuse

NAME = "datawalk studio"
_TOLD = "Make the posters of a data walk in your browser"


def written(walks: Path, system: str = sys.platform, home: Path | None = None) -> Path:
    """Write what starts the studio with this folder of walks, and answer where. Raises Problems.

    Linux gets an entry in the menu of programs (freedesktop.org, Desktop Entry Specification),
    Windows a batch file and the Mac a .command file on the desktop: both start by a double click.
    """
    home = home or Path.home()
    path, text = _file(walks.absolute(), system, home)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode())
        path.chmod(0o755)
    except OSError as error:
        raise refuse(f"{path} cannot be written: {error.strerror}.") from error
    return path


def _file(walks: Path, system: str, home: Path) -> tuple[Path, str]:
    argv = [*_program(), "studio", str(walks)]
    _refuse_lines(argv)
    if system == "win32":
        line = " ".join(f'"{part.replace("%", "%%")}"' for part in argv)
        return home / "Desktop" / f"{NAME}.bat", f"@echo off\r\nchcp 65001 >nul\r\n{line}\r\n"
    if system == "darwin":
        line = " ".join("'" + part.replace("'", "'\\''") + "'" for part in argv)
        return home / "Desktop" / f"{NAME}.command", f"#!/bin/sh\nexec {line}\n"
    data = Path(os.environ.get("XDG_DATA_HOME") or home / ".local" / "share")
    return data / "applications" / "datawalk-studio.desktop", _entry(argv)


def _program() -> list[str]:
    """How datawalk is started from anywhere: by its own command, else by this Python."""
    beside = Path(sys.executable).with_name("datawalk")
    found = shutil.which("datawalk", path=str(beside.parent))
    return [found] if found else [sys.executable, "-m", "datawalk"]


def _entry(argv: list[str]) -> str:
    """A desktop entry. It runs in a terminal, so that closing that window ends the studio."""
    icon = Path(__file__).resolve().with_name("static") / "mark.svg"
    lines = (
        "[Desktop Entry]",
        "Type=Application",
        "Version=1.5",
        f"Name={NAME}",
        f"Comment={_TOLD}",
        "Comment[es]=Haga en su navegador los carteles de un recorrido de datos",
        f"Icon={_escaped(str(icon))}",
        f"Exec={_escaped(' '.join(map(_quoted, argv)))}",
        "Terminal=true",
        "Categories=Office;Education;",
    )
    return "\n".join((*lines, ""))


def _quoted(part: str) -> str:
    """An argument of Exec: in quotes, with what a shell would read in them escaped; a percent
    sign is a field code there, and is written twice."""
    inner = "".join(f"\\{sign}" if sign in '"`$\\' else sign for sign in part)
    return f'"{inner.replace("%", "%%")}"'


def _escaped(value: str) -> str:
    """A value of a desktop entry: a backslash stands for itself when it is written twice."""
    return value.replace("\\", "\\\\")


def _refuse_lines(argv: list[str]) -> None:
    if any(sign in part for part in argv for sign in "\r\n") or any('"' in p for p in argv[2:]):
        raise refuse("A shortcut cannot name this folder.", "Give the folder a plainer name.")
