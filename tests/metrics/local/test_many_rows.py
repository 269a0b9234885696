"""Tables of many rows: what they cost grows with their rows, and what is hidden is always the
same."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from datawalk.metrics.local.protection.entries import Use, enter
from datawalk.metrics.local.protection.ledger import Ledger
from datawalk.metrics.local.protection.protected import opened
from tests.conftest import ROOT

HIDDEN = """
import sys
from pathlib import Path
from tests.metrics.local.protecting import read_own
print(sorted(read_own(Path(sys.argv[1]), None, 10).hidden))
"""


def _ledger(file: Path, text: str) -> Ledger:
    file.write_text(text, encoding="utf-8")
    ledger = Ledger()
    enter(opened(file, None, 10).shape, file.name, ledger, Use())
    return ledger


def test_running_shares_of_many_rows_take_few_terms(tmp_path: Path) -> None:
    rows = 600
    text = "".join(f"Area {i},20,{(i + 1) / rows * 100:.4f}\n" for i in range(rows))
    ledger = _ledger(tmp_path / "t.csv", f"area,visits,cumulative percent\n{text}")
    tied = [r for r in ledger.relations if r.tellers]
    assert len(tied) >= 2 * rows
    assert sum(len(r.terms) for r in ledger.relations) < 20 * rows


def test_what_is_hidden_does_not_depend_on_chance(tmp_path: Path) -> None:
    file = tmp_path / "t.csv"
    text = "".join(
        f"Area {i},{3 + 7 * i % 40},{5 + 11 * i % 50},{8 + 7 * i % 40 + 11 * i % 50},"
        f"{i}{'%' if i % 2 else ''}\n"
        for i in range(12)
    )
    file.write_text(f"area,women,men,asked,safe\n{text}", encoding="utf-8")

    def hidden(seed: str) -> str:
        told = os.environ | {"PYTHONHASHSEED": seed, "PYTHONPATH": str(ROOT)}
        command = [sys.executable, "-c", HIDDEN, str(file)]
        return subprocess.run(command, env=told, check=True, capture_output=True, text=True).stdout

    found = {hidden(seed) for seed in ("0", "1", "2", "3")}
    assert len(found) == 1
    assert "(" in found.pop()
