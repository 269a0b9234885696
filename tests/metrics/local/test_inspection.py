"""What `datawalk data` tells of a community's own file, and what it proposes to write."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from datawalk.metrics.files.inspection import inspect
from datawalk.metrics.knowledge.catalog import catalog
from datawalk.metrics.local.description import LocalSource
from datawalk.metrics.local.inspection import OwnReport
from datawalk.metrics.local.protection.entries import Use, enter
from datawalk.metrics.local.protection.ledger import Ledger
from datawalk.metrics.local.protection.protected import opened
from tests.conftest import ROOT

SURVEY = (
    "area,asked,yes,share,rate per 1000,cost,change,note\n"
    "North,50,24,48,12.0,$1200,-4,ok\n"
    "South,60,30,50,11.5,$900,3.5,ok\n"
    "East,80,20,25,10.1,$1000,2,ok\n"
)


def report(tmp_path: Path, text: str, name: str = "s.csv") -> OwnReport:
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    found = inspect(path, catalog())
    assert isinstance(found, OwnReport)
    return found


def test_each_column_is_told_with_its_reason(tmp_path: Path) -> None:
    told = {c.name: c for c in report(tmp_path, SURVEY).columns}
    assert (told["area"].kind, told["area"].examples) == ("names of areas", ("North", "South"))
    assert (told["asked"].kind, told["asked"].reason) == ("counts people", "it has whole numbers")
    assert told["share"].reason == 'it is "yes" out of "asked", per 100'
    assert told["rate per 1000"].reason == "its heading says rate or share"
    assert (told["cost"].kind, told["cost"].reason) == ("no people", "it is in money")
    assert told["change"].kind == "worked out of counts"
    assert told["note"].kind == "words or codes"


def test_where_the_table_was_found(tmp_path: Path) -> None:
    found = report(tmp_path, "Our count;\n\narea;n\nA;12,5\nB;30,25\n\nSource: us;\n")
    assert (found.format, found.separator, found.decimal) == ("CSV", "semicolon", ",")
    assert found.headings == (3,)
    assert len(found.left_out) == 2
    assert "12.5" in found.columns[1].examples


@pytest.mark.parametrize(
    "text",
    [
        SURVEY,
        (ROOT / "samples" / "survey.csv").read_text(encoding="utf-8"),
        (ROOT / "samples" / "survey_ages.csv").read_text(encoding="utf-8"),
        "area,measure,group,year,value,of\nA,Safe,All,2024,40.5,50\nB,Safe,All,2024,61.2,70\n",
        'part,"people: all"\nA,40\nB,30\n',
    ],
)
def test_what_is_proposed_says_all_that_must_be_said(tmp_path: Path, text: str) -> None:
    """Pasted into a walk, it leaves no column of numbers unknown."""
    found = report(tmp_path, text)
    (said,) = yaml.safe_load(found.entry.replace("…", "us"))["local_data"]
    source = LocalSource.model_validate(said)
    one = opened(tmp_path / "s.csv", source, 10)
    entry = enter(one.shape, "s.csv", Ledger(), Use())
    assert all(kind.said for kind in entry.kinds), entry.kinds


def test_a_file_of_single_people_is_refused(tmp_path: Path) -> None:
    found = report(
        tmp_path,
        "Timestamp,Email Address,Do you feel safe here?\n"
        "3/4/2025 5:06:12,a.person@example.org,Yes\n3/4/2025 5:09:44,b.person@example.org,No\n",
    )
    assert not found.ok
    assert "a.person" not in " ".join(found.reasons)
