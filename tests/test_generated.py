"""What is made from the code is fresh."""

from __future__ import annotations

import json

import jsonschema
import pytest
from typer.testing import CliRunner

from datawalk.app.cli import app
from datawalk.config.templates import names
from datawalk.source import read_file
from tests import generated
from tests.conftest import ROOT

STALE = "stale: run python -m tests.generated and look at the difference"


def test_schema_is_fresh() -> None:
    assert generated.SCHEMA.read_text(encoding="utf-8") == generated.schema_text(), STALE


def test_pages_are_as_they_were() -> None:
    for path, text in generated.golden_pages().items():
        assert path.read_text(encoding="utf-8") == text, f"{path.name}: {STALE}"


def test_schema_has_words_for_every_setting_that_is_not_plain() -> None:
    schema = json.loads(generated.SCHEMA.read_text(encoding="utf-8"))
    chart = schema["$defs"]["ChartBlock"]["properties"]
    assert "datawalk metrics" in chart["metric"]["description"]
    assert chart["kind"]["const"] == "chart"


@pytest.mark.parametrize("path", sorted((ROOT / "configs").glob("*.yaml")), ids=lambda p: p.stem)
def test_configs_satisfy_the_schema_that_editors_use(path: object) -> None:
    from pathlib import Path

    assert isinstance(path, Path)
    text = path.read_text(encoding="utf-8")
    assert text.startswith("# yaml-language-server: $schema=../datawalk/schema.json")
    written = _typed(read_file(path).data)
    jsonschema.Draft202012Validator(generated.json_schema()).validate(written)


def _typed(data: object) -> object:
    """Plain words as an editor's YAML reads them: numbers and switches have types there."""
    if isinstance(data, dict):
        return {key: _typed(value) for key, value in data.items()}
    if isinstance(data, list):
        return [_typed(value) for value in data]
    if data in ("true", "false"):
        return data == "true"
    return (
        int(data)
        if isinstance(data, str) and data.isdigit() and (data[0] != "0" or data == "0")
        else data
    )


def test_templates_command_lists_all() -> None:
    said = CliRunner().invoke(app, ["templates"]).output
    assert all(name in said for name in names())
