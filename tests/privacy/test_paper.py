"""What the attack reads is what is printed: posters and decks of some cases, read back."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from tests.privacy.case import Case
from tests.privacy.layouts import LAYOUTS, case
from tests.privacy.paper import painted, strangers
from tests.privacy.print import Print, printed

ROWS = 14
"""More do not always fit on a poster."""
SHOWN = ("with_total", "yes_share", "change", "chosen_columns", "hundred_and_table", "falling")
SHOWN = (*SHOWN, "chart_and_table", "lines", "map_and_table", "programs")


def ready(layout: str, folder: Path) -> tuple[Case, Print]:
    """The first case of a layout that is printed, on one sheet."""
    at = [made.__name__ for made in LAYOUTS].index(layout)
    for number in range(at, 40 * len(LAYOUTS), len(LAYOUTS)):
        made = case(number, 5)
        rows = max(len(made.table(name)) for name in made.files if name.endswith(".csv"))
        if rows <= ROWS:
            seen = printed(made, folder)
            if not seen.refused and seen.hidden:
                return made, seen
    raise AssertionError(f"no case of {layout} is printed")


@pytest.mark.filterwarnings("ignore::ResourceWarning")
@pytest.mark.parametrize("layout", SHOWN)
def test_nothing_stands_on_paper_that_the_exhibits_lack(layout: str, tmp_path: Path) -> None:
    made, seen = ready(layout, tmp_path / "case")
    paper = painted(made, tmp_path / "case")
    blank = painted(made, tmp_path / "blank", blank=True)
    assert not strangers(made, seen, paper, blank)
    # The check itself sees what it should.
    more = replace(paper, poster=f"{paper.poster} 7777", values=(*paper.values, 7777.0))
    more = replace(more, rows=(*paper.rows, ("North", "7777")))
    more = replace(more, cells=paper.cells | seen.hidden)
    found = strangers(made, seen, more, blank)
    assert any("the list names a hidden cell" in told for told in found)
    assert bool(paper.cells) == bool(seen.texts)
    assert "in a chart: 7777.0" in found
    assert "a row of a slide: ('North', '7777')" in found
