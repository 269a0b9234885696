"""What is to fix is told at its field, in plain words, in both languages."""

from __future__ import annotations

import ast
import re
from pathlib import Path
from typing import get_args

import pytest

from datawalk import kit
from datawalk.app.studio.preview.findings import findings_of
from datawalk.app.studio.preview.messages import LABELS, message_of, messages
from datawalk.metrics.knowledge.doubts import DoubtName
from datawalk.problems import At, Problem, Problems
from tests.conftest import ROOT

MISTAKES = sorted((ROOT / "tests" / "mistakes").glob("*.yaml"))
NEVER = re.compile(
    r"\b(yaml|schema|render|blocks?|metrics?|invalid|errors?|failed|oops|bloques?|métricas?)\b",
    re.IGNORECASE,
)


def kinds_in(path: Path) -> set[str]:
    """The kinds that a module gives its problems."""
    calls = [
        node
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Name)
        and node.func.id in ("Problem", "refuse")
    ]
    given = (k.value for call in calls for k in call.keywords if k.arg == "kind")
    return {
        part.value
        for value in given
        for part in ast.walk(value)
        if isinstance(part, ast.Constant)
        and isinstance(part.value, str)
        and len(part.value) > 1
        and part.value not in ("doubt:", "type")
    }


@pytest.mark.parametrize("path", MISTAKES, ids=lambda p: p.stem)
def test_every_mistake_has_words(
    path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = path.read_text(encoding="utf-8")
    (tmp_path / "walk.yaml").write_text(text, encoding="utf-8")
    (tmp_path / "metrics.csv").write_bytes((ROOT / "samples" / "metrics.csv").read_bytes())
    monkeypatch.chdir(tmp_path)
    with pytest.raises(Problems) as raised:
        kit.prepared(Path("walk.yaml"))
    for language in ("en", "es"):
        found = findings_of(raised.value.problems, text, "walk.yaml", language)
        assert found
        for finding in found:
            assert finding.text.endswith((".", "”", "."))
            assert not NEVER.search(finding.text)
            assert "{" not in finding.text.replace("{ }", "")
            assert finding.address or finding.sort == "trouble" or not finding.line


def test_all_words_are_plain_and_in_both_languages() -> None:
    for message in messages().values():
        for told in (message.what, message.do):
            assert told.en
            assert told.es
            assert told.en != told.es
            assert not NEVER.search(told.en)
            assert not NEVER.search(told.es)
        assert message.what.en[-1] not in ".!"
        assert message.do.en.endswith(".")
    assert len({label.en for label in LABELS.values()}) == 4


def test_every_doubt_and_every_rule_of_advice_has_words_of_its_own() -> None:
    known = messages()
    for name in get_args(DoubtName):
        assert message_of(f"doubt:{name}", "problem") is known["look", f"doubt:{name}"]
    told = {"__init__", "told", "matching", "texts", "grade"}
    for rule in (ROOT / "datawalk" / "check" / "advice").glob("*.py"):
        if rule.stem not in told:
            assert ("tip", rule.stem.replace("_", "-")) in known, rule.stem


def test_every_kind_that_the_program_names_has_words_of_its_own() -> None:
    named = {
        kind
        for path in (ROOT / "datawalk").rglob("*.py")
        if "studio" not in path.relative_to(ROOT).parts
        for kind in kinds_in(path)
    }
    assert len(named) > 20
    assert sorted(named - {kind for _, kind in messages()}) == []


def test_how_much_is_too_much_is_told() -> None:
    at = At("walk.yaml", 5, "", ("stations", 2))
    text = "title: T\nstations:\n  - title: A\n  - title: B\n  - title: C\n"
    problem = Problem("…", at=at, kind="title-long", counts=(2, 5))
    (found,) = findings_of([problem], text, "walk.yaml")
    assert found.field == "stations.2.title"
    assert found.text == (
        "To fix: the title is 2 lines too long for the poster. Take out about 5 words."
    )
    (found,) = findings_of([problem], text, "walk.yaml", "es")
    assert found.text == "Por arreglar: al título le sobra 2 líneas. Quite unas 5 palabras."


def test_a_doubt_is_answered_by_its_name() -> None:
    at = At("walk.yaml", 4, "", ("stations", 0, "blocks", 0))
    problem = Problem("…", at=at, kind="doubt:jump")
    (found,) = findings_of([problem], "title: T\n", "walk.yaml")
    assert (found.sort, found.accept) == ("look", "jump")
    assert found.field == "stations.0.blocks.0.metric"
