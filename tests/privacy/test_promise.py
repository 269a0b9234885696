"""No count of people under ten is printed, nor can a reader with a solver work one out."""

from __future__ import annotations

from pathlib import Path

from tests.privacy.layouts import LAYOUTS, case
from tests.privacy.outcome import outcome, summed_up

SEED = 13
TABLES = 3 * 2 * len(LAYOUTS)
"""Three of each layout with a description and three without; many more by
`python -m tests.privacy --tables 2000`."""
FEW = 0.1
"""The share of tables that may be refused."""


def test_no_reader_learns_a_small_count(tmp_path: Path) -> None:
    found = [outcome(case(number, SEED), tmp_path) for number in range(TABLES)]
    stories = [o.story for o in found if o.leaks]
    refused = [o.refused for o in found if o.refused]
    assert not stories, "\n\n".join([*stories[:3], summed_up(found)])
    assert len(refused) <= FEW * TABLES, "\n".join(refused)
    assert not any(o.unsolved for o in found), summed_up(found)
