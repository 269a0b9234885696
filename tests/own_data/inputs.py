"""The project's own small inputs, one or more of each kind that people have, and what is right."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

Block = dict[str, Any]
TABLE: Block = {"kind": "table"}


@dataclass(frozen=True)
class Case:
    """A file of one kind. `measures` describe it; None leaves it undescribed."""

    data: str | bytes
    block: Block
    expected: tuple[str, ...]
    measures: tuple[dict[str, Any], ...] | None = None
    said: tuple[tuple[str, Any], ...] = ()
    file: str = "t.csv"


def chart(column: str, *expected: str, data: str | bytes, **settings: Any) -> Case:
    """A chart of a column that counts no people."""
    about = {"column": column, "people": False, **settings.pop("about", {})}
    said = tuple(settings.pop("said", {}).items())
    block = {"kind": "local_chart", "measure": column, **settings}
    return Case(data, block, expected, (about,), said)


def table(data: str | bytes, *expected: str, **settings: Any) -> Case:
    file = settings.pop("file", "t.csv")
    return Case(data, {**TABLE, **settings}, expected, file=file)


PERCENT = {"suffix": "%"}

NUMBERS = {
    "decimal commas": chart(
        "km", "<Elm: 2.75>", "<Oak: 10.50>", "comma is read", data="stop;km\nElm;2,75\nOak;10,5\n"
    ),
    "points for thousands and commas": chart(
        "cost", "<Elm: 1,234.5>", "<Oak: 980.1>", data="stop;cost\nElm;1.234,5\nOak;980,1\n"
    ),
    "points for thousands, twice": chart(
        "n",
        "<Elm: 1,250,000>",
        "point is read as the thousands sign",
        data="stop;n\nElm;1.250.000\nOak;980.000\n",
    ),
    "points that may be both": chart(
        "n", "refused: ", "may be 4,500 or 4.5", data="stop;n\nElm;4.500\nOak;730\n"
    ),
    "commas in odd places": chart(
        "n", "refused: ", '"7,1,2" (line 3)', data='stop;n\nElm;"5,25"\nOak;"7,1,2"\n'
    ),
    "a sign written both ways": chart(
        "n", "refused: ", "nobody can tell", data='stop,n\nElm,"12,34"\nOak,"1,234.5"\n'
    ),
    "apostrophes": chart("n", "<Oak: 12,980>", data="stop;n\nElm;1'250\nOak;12'980\n"),
    "narrow spaces": chart("n", "<Elm: 3,400>", data="stop,n\nElm,3\u202f400\nOak,77\n"),
    "underscores": chart("n", 'refused: t.csv, column "n"', data="stop,n\nElm,3_400\nOak,77\n"),
    "thousands in short": chart("n", "a shortened number", data="stop,n\nElm,$45k\nOak,$52k\n"),
    "millions in words": chart("n", "a shortened number", data="stop,n\nElm,3 million\nOak,4\n"),
    "a minus behind": chart("n", "above or below zero", data="stop,n\nElm,45-\nOak,52\n"),
    "brackets below zero": chart("n", "<Elm: −3.5>", data="stop,n\nElm,(3.5)\nOak,2\n"),
    "brackets and money": chart("n", "<Elm: −$1,250>", data='stop,n\nElm,"($1,250)"\nOak,"$900"\n'),
    "percent signs": chart(
        "s", "<Elm: 31%>", "no: %%", data="stop,s\nElm,31%\nOak,7 %\n", about=PERCENT
    ),
    "percent signs undescribed": chart("s", "<Elm: 31.5%>", data="stop,s\nElm,31.5%\nOak,7%\n"),
    "fractions as percents": chart(
        "s", "refused: ", "per: 1", data="stop,s\nElm,.31\nOak,.07\n", about=PERCENT
    ),
    "fractions per 1": chart(
        "s", "<Elm: 31%>", data="stop,s\nElm,.31\nOak,.07\n", about={**PERCENT, "per": 1}
    ),
    "numbers and percents in one column": chart(
        "data",
        "<2022: 0.052>",
        "<2023: 0.061>",
        data="place,kind,year,data\nBoone,Number,2022,540000\nBoone,Percent,2022,0.052\n"
        "Boone,Number,2023,610000\nBoone,Percent,2023,0.061\n",
        show="years",
        group="Percent",
        said={"group": "kind"},
    ),
    "decimals of computers": table(
        "stop,n\nElm,33.333333333333336\nOak,66.66666666666667\n", "<Elm | 33.3>", "<Oak | 66.7>"
    ),
    "tiny beside huge": chart(
        "n", "<Elm: <1>", "<Oak: 98,765,432>", data="stop,n\nElm,0.0004\nOak,98765432.1\n"
    ),
    "codes of the census": chart(
        "income",
        "<Elm: no data>",
        "is read as no number",
        data="tract,income\nElm,-888888888\nOak,41000\nAsh,52000\n",
    ),
    "doubtful codes": chart(
        "n", "refused: ", "missing: [-9]", data="stop,n\nElm,-9\nOak,410\nAsh,520\n"
    ),
    "codes that are named": chart(
        "n",
        "<Elm: no data>",
        data="stop,n\nElm,-9\nOak,410\nAsh,520\n",
        said={"missing": [-9]},
    ),
}
LAYOUTS = {
    "title above, notes below": table(
        "Visits 2025\n\nSite,Visits\nElm,40\nOak,50\nSource: staff count\n",
        "<Elm | 40>",
        "line 1 above the table",
        "line 6 below the table",
        "no: <Source",
    ),
    "rows with a comma more": table("Site,Visits\nElm,40,\nOak,50,\n", "<Oak | 50>"),
    "semicolons beside commas": table(
        "Site;Visits, daily\nElm;40\nOak;50\n", "columns: Site | Visits, daily", "<Elm | 40>"
    ),
    "pipes": table("Site|Visits\nElm|40\nOak|50\n", "<Elm | 40>"),
    "tabs": table("Site\tVisits\nElm\t40\n", "<Elm | 40>", file="t.tsv"),
    "UTF-16": table("Site\tVisits\nPeñón\t40\n".encode("utf-16"), "<Peñón | 40>", "UTF-16"),
    "Mac Roman": table("Site,Visits\rPeñón,40\r".encode("mac-roman"), "<Peñón | 40>", "Mac Roman"),
    "control characters": table("Site,Visits\nElm\x0bStreet,40\n", "<Elm Street | 40>"),
    "braces": table("Site,Visits,note\nElm,40,{title}\n", "<Elm | 40 | {title}>"),
    "two columns of one name": table(
        "Site,n,n\nElm,40,50\n", 'refused: t.csv has two columns called "n"'
    ),
    "a code word in a heading": table(
        "Site,Homes per zip\nElm,45\nOak,7\n", "<Elm | 45>", "<Oak | hidden>"
    ),
    "labels below codes": table(
        "GEO_ID,NAME,B01_001E,B01_001M\n"
        "Geography,Geographic Area Name,"
        "Estimate!!Total:!!Renters,Margin of Error!!Total:!!Renters\n"
        '1400000US29019000100,"Tract 1; Boone",120,31\n'
        '1400000US29019000200,"Tract 2; Boone",**,-\n',
        "| Geographic Area Name | Renters | Renters, margin of error",
        "Tract 1; Boone | 120 | 31",
    ),
    "one place in front of all": table(
        '"Label (Grouping)","Cole County, Missouri!!Estimate","Cole County, Missouri!!Percent"\n'
        '"Total:","1,200","(X)"\n"    Renters","400","33.3%"\n',
        "columns: Label (Grouping) | Estimate | Percent",
        '"Cole County, Missouri", which is left out',
        "<Renters | 400 | 33.3%>",
    ),
    "a label in place of its code": table(
        "NAME,B01_001E\nGeographic Area Name,Estimate!!Total!!Renters\nTract 1,30\nTract 2,40\n",
        'that is what its column "B01_001E" holds',
        columns=["NAME", "Renters"],
    ),
    "answers of single people": table(
        "Timestamp,Your name,Email\n2025-03-04 5:06,Ann Person,a@example.org\n",
        "refused: t.csv looks like the answers of single people",
        "no: Ann",
    ),
}
ROWS = {
    "names beside codes": chart(
        "n",
        "<Tract 1: 40>",
        "no: 1400000US",
        data="GEO_ID,NAME,n\n1400000US29019000100,Tract 1,40\n1400000US29019000200,Tract 2,50\n",
    ),
    "others are no total": chart(
        "s",
        "<All others: 12%>",
        "no: beside",
        data="group,s\nRenters,40%\nAll others,12%\n",
        show="groups",
    ),
    "names with all in them": chart(
        "n", "<All Souls: 40>", "<Total Wine: 30>", data="place,n\nAll Souls,40\nTotal Wine,30\n"
    ),
    "a total that is left out is named": chart(
        "n",
        'told: t.csv: "Citywide" is a total',
        "no: <Citywide:",
        data="place,n\nElm,4\nCitywide,9\n",
    ),
    "group and subgroup": chart(
        "n", "<Age: 65+: 40>", data="group,subgroup,n\nAge,65+,40\nSex,Men,50\n", show="groups"
    ),
    "measures in the first column": chart(
        "Number", "<Calls: 800>", data="Measure,Number\nVisits,1200\nCalls,800\n"
    ),
    "times alone": chart(
        "n",
        "form: lines\n2024-12-01: 70\n2025-03-01: 40",
        data="Day,n\n2025-03-01,40\n2024-12-01,70\n",
    ),
    "times without an order": chart(
        "n", 'holds "before", which is no time', data="year,n\nbefore,40\nafter,50\n", show="years"
    ),
    "school years": chart(
        "n",
        "2018-19: 70\n2022-23: 40",
        data="school year,n\n2022-23,40\n2018-19,70\n",
        show="years",
    ),
    "the newest month": chart(
        "n", "Jan 2025", "<Elm: 40>", data="site,month,n\nElm,Nov 2024,30\nElm,Jan 2025,40\n"
    ),
}
CASES = {**NUMBERS, **LAYOUTS, **ROWS}
