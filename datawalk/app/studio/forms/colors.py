"""The colors of a walk as fields: what is usual, and whether words can be read in them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, replace

from pydantic import ValidationError

from datawalk.app.studio.desk.address import Value
from datawalk.app.studio.forms.description import FormField
from datawalk.app.studio.phrases import told
from datawalk.config.schema import ThemeConfig
from datawalk.theme import TEXT, Theme, base_theme, contrast, theme_of

WORDS = frozenset({"ink", "muted", "accent"})
"""Colors in which words stand on the paper."""


def colored(field: FormField, written: Value) -> FormField:
    """The group of the theme with its colors as they are, and their contrast in words."""
    theme = _theme(written)
    return replace(field, parts=tuple(_part(one, theme) for one in field.parts))


def _theme(written: Value) -> Theme:
    """The theme as far as it can be read."""
    try:
        return theme_of(ThemeConfig.model_validate(written or {}))
    except (ValidationError, KeyError, ValueError):
        return base_theme()


def _part(field: FormField, theme: Theme) -> FormField:
    name = field.address.rpartition(".")[2]
    if field.sort == "map":
        return replace(field, parts=tuple(_pillar(one, theme.pillars) for one in field.parts))
    known = {one.name for one in fields(Theme)}
    if field.sort != "color" or name not in known:
        return field
    color = str(getattr(theme, name))
    if name not in WORDS:
        return replace(field, shown=color)
    clear = contrast(color, theme.paper) >= TEXT
    said = told("Easy to read on the paper") if clear else told("Too faint to read on the paper")
    return replace(field, shown=color, told=said)


def _pillar(field: FormField, pillars: Mapping[str, str]) -> FormField:
    color = pillars.get(field.address.rpartition(".")[2], "")
    if not color:
        return field
    clear = contrast("#ffffff", color) >= TEXT
    said = (
        told("White words on it are easy to read")
        if clear
        else told("White words on it are too faint")
    )
    return replace(field, shown=color, told=said)
