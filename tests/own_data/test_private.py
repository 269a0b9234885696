"""What a reader of the print may see of small counts of people, in each kind of table."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.own_data.line import Block, missed, outcome, written

TABLES: dict[str, tuple[str, tuple[str, ...]]] = {
    "the first column counts": ("people,step\n6,Meals\n40,Rides\n", ("<hidden | Meals>",)),
    "an average": (
        "site,2023,2024,mean\nElm,6,20,13\nOak,30,40,35\n",
        ("<Elm | hidden | hidden | hidden>", "<Oak | 30 | 40 | 35>"),
    ),
    "a change": (
        "site,2023,2024,change\nElm,40,6,-34\nOak,30,40,10\n",
        ("<Elm | hidden | hidden | hidden>", "<Oak | 30 | 40 | 10>"),
    ),
    "marks of notes": ("site,n\nElm,6\nOak,40*\n", ("<Elm | hidden>", "<Oak | 40*>")),
    "bounds and ranges": (
        "site,n\nElm,<=4\nOak,40\nAsh,2-8\nFir,~7\n",
        ("<Elm | hidden>", "<Oak | 40>", "<Ash | hidden>", "<Fir | hidden>"),
    ),
    "words among counts": ("site,n\nElm,6\nOak,closed\nAsh,50\n", ("<Elm | hidden>", "<Ash | 50>")),
    "codes of missing among counts": ("site,n\nElm,6\nOak,--\nAsh,50\n", ("<Elm | hidden>",)),
    "two groupings of the same people": (
        "group,n\nAll,90\nOwners,84\nRenters,6\nMen,40\nWomen,50\n",
        ("<Renters | hidden>", "<Owners | hidden>", "<All | 90>"),
    ),
    "subtotals by adding up": (
        "place,n\nEast,36\nElm,6\nOak,30\nWest,70\nAsh,40\nFir,30\n",
        ("<Elm | hidden>", "<Oak | hidden>"),
    ),
    "subtotals of one part": (
        "place,n\nEast,36\nElm,6\nOak,30\nWest,8\nAsh,8\nFir,0\n",
        ("<Elm | hidden>", "<Oak | hidden>", "<Ash | hidden>", "<West | hidden>"),
    ),
    "shares and running shares of one total": (
        "age,people,percent,cumulative percent\n0 to 17,9,7,7\n18 to 24,0,0,7\n25 to 44,69,55,62\n"
        "45 to 64,0,0,62\n65 to 74,48,38,100\n75 and older,0,0,100\n",
        ("<0 to 17 | hidden | hidden | hidden>", "<25 to 44 | 69 | hidden | 62>"),
    ),
    "a total that is off": (
        "place,n\nElm,6\nOak,40\nAsh,30\nTotal,78\n",
        ("<Elm | hidden>", "<Total | 78>"),
    ),
    "percents with their sign": (
        "site,asked,yes,share\nElm,60,6,10%\nOak,80,40,50%\n",
        ("<Elm | hidden | hidden | hidden>", "<Oak | 80 | 40 | 50%>"),
    ),
    "percents without a sign": (
        "site,asked,yes,well\nElm,60,6,10\nOak,80,40,50\n",
        ("<Elm | hidden | hidden | hidden>", "<Oak | 80 | 40 | 50>"),
    ),
    "percents cut off": (
        "site,asked,yes,share\nElm,47,6,12.7\nOak,61,30,49.1\nAsh,83,20,24.0\n",
        ("<Elm | hidden | hidden | hidden>",),
    ),
    "rates": (
        "site,n,people here,per 1000\nElm,6,3000,2.0\nOak,30,3000,10.0\n",
        ("<Elm | hidden | hidden | hidden>",),
    ),
    "shares that leave the rest": (
        "site,asked,yes,no\nElm,50,6,94\nOak,60,50,50\n",
        ("<Elm | 50 | hidden | hidden>",),
    ),
    "shares of 1 that leave the rest": (
        "site,asked,safe,unsafe\nElm,78,0.96,0.04\nOak,60,0.50,0.50\n",
        ("no: <Elm | 78 | 0.96 | 0.04>", "<Oak | 60 | 0.50 | 0.50>"),
    ),
    "margins": (
        "group,yes,asked,share,margin\nYoung,31,52,60,13\nOld,4,9,44,32\n",
        ("<Old | hidden | hidden | hidden | hidden>", "{column: margin, derived: margin}"),
    ),
    "quarters of a town": (
        "Reason,NE,NW,SE,SW\nMoved,40,60,6,44\nStayed,50,30,20,40\n",
        ("<Moved | hidden | hidden | hidden | hidden>", "<Stayed | 50 | 30 | 20 | 40>"),
    ),
    "headings that sound like something else": (
        "site,index cases,state\nElm,6,140\nOak,30,50\n",
        ("<Elm | hidden | hidden>", "<Oak | 30 | 50>"),
    ),
}
DESCRIBED: dict[str, tuple[str, list[dict[str, Any]], tuple[str, ...]]] = {
    "a rate of a base": (
        "site,people here,rate\nElm,2500,2.0\nOak,3000,20.0\n",
        [{"column": "rate", "of": "people here", "per": 1000}],
        ("<Elm | 2500 | hidden>", "<Oak | 3000 | 20.0>"),
    ),
    "a small percent of many": (
        "site,asked,safe\nElm,500,0.8\nOak,600,40.5\n",
        [{"column": "safe", "suffix": "%", "of": "asked"}],
        ("<Elm | 500 | hidden>", "no one can work out a count under 10"),
    ),
    "none of many": (
        "site,asked,safe\nElm,229,0\nOak,46,0\nAsh,80,40\n",
        [{"column": "asked"}, {"column": "safe", "suffix": "%", "of": "asked"}],
        ("<Elm | 229 | hidden>", "<Oak | 46 | 0%>"),
    ),
    "what counts no people": (
        "site,buses\nElm,6\nOak,40\n",
        [{"column": "buses", "people": False}],
        ("<Elm | 6>", "<Oak | 40>"),
    ),
}


def of_table(folder: Path, data: str, measures: list[dict[str, Any]], *blocks: Block) -> str:
    (folder / "t.csv").write_text(data, encoding="utf-8")
    described = [{"file": "t.csv", "measures": measures}] if measures else []
    shown = blocks or ({"kind": "table"},)
    return outcome(
        written(folder, [{"file": "t.csv", "source": "s", **b} for b in shown], described)
    )


@pytest.mark.parametrize("kind", TABLES)
def test_undescribed(tmp_path: Path, kind: str) -> None:
    data, expected = TABLES[kind]
    found = of_table(tmp_path, data, [])
    assert not missed(found, expected), found


@pytest.mark.parametrize("kind", DESCRIBED)
def test_described(tmp_path: Path, kind: str) -> None:
    data, measures, expected = DESCRIBED[kind]
    found = of_table(tmp_path, data, measures)
    assert not missed(found, expected), found


def test_every_road_hides_the_same(tmp_path: Path) -> None:
    data = "group,n\nAll,90\nOwners,84\nRenters,6\nMen,40\nWomen,50\n"
    chart: Block = {"kind": "local_chart", "measure": "n", "show": "groups"}
    listed: Block = {"kind": "programs", "columns": {"name": "group", "who": "n"}}
    found = of_table(tmp_path, data, [], {"kind": "table"}, chart, listed)
    expected = ("<Renters | hidden>", "<Renters: hidden to protect privacy>", "no: 84", "<Men: 40>")
    assert not missed(found, expected), found


HUNDRED: Block = {"kind": "hundred", "measure": "n"}


@pytest.mark.parametrize(
    ("data", "block", "expected"),
    [
        (
            "part,n\nRent,40\nOwn,13\nOther,7\nTotal,60\n",
            HUNDRED,
            ("<Rent: 66.7%>", "<Own, Other (hidden to protect privacy): 33.3%>"),
        ),
        (
            "part,n\nRent,40\nOwn,13\nOther,7\nTotal,70\n",
            HUNDRED,
            ("refused: The parts in t.csv do not add up to Total (line 5).",),
        ),
        (
            "part,n\nRent,6\nOwn,3\nOther,7\nTotal,16\n",
            HUNDRED,
            ("refused: t.csv hides all parts of n",),
        ),
        (
            "part,n\nRent,40\nOwn,13\nOther,7\n",
            HUNDRED,
            ("refused: t.csv hides the number of", "row Total"),
        ),
        (
            "step,n\nBegan,50\nStayed,46\nEnded,20\n",
            {**HUNDRED, "falling": True},
            ("<Began: 100 of 100>", "<Stayed: hidden to protect privacy>"),
        ),
    ],
)
def test_parts_of_a_whole(
    tmp_path: Path, data: str, block: Block, expected: tuple[str, ...]
) -> None:
    found = of_table(tmp_path, data, [], block)
    assert not missed(found, expected), found


def test_a_table_beside_it_may_hide_a_total(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("part,n\nRent,40\nOwn,3\nOther,2\nTotal,45\n", encoding="utf-8")
    (tmp_path / "b.csv").write_text(
        "part,n\nRent,40\nOwn,13\nOther,7\nTotal,60\n", encoding="utf-8"
    )
    blocks: list[Block] = [
        {**HUNDRED, "file": "a.csv", "source": "s"},
        {"kind": "table", "file": "b.csv", "source": "s"},
    ]
    found = outcome(written(tmp_path, blocks, []))
    assert not missed(found, ("refused: a.csv hides", "the total")), found
