"""The deck as pages of boxes."""

from __future__ import annotations

import io
from dataclasses import replace

import pytest
from PIL import Image

from datawalk.exhibits import (
    Area,
    Bullets,
    Chart,
    Column,
    Exhibit,
    Map,
    NumberFormat,
    Picture,
    Point,
    Prose,
    Reference,
    Row,
    Series,
    Shade,
    Spot,
    Stat,
    Table,
    WritingSpace,
)
from datawalk.layout.deck import arrange_deck
from datawalk.layout.deck_text import SMALLEST
from datawalk.layout.page import Box, Document, Text
from datawalk.metrics.model import Place
from datawalk.problems import At, Problems
from datawalk.prose import words
from datawalk.theme import base_theme
from datawalk.walk import Event, Station, Walk

PERCENT = NumberFormat(multiply=100, suffix="%")
SOURCE = "Urban Institute, Mobility Metrics (May 2025), from the American Community Survey."


def png(wide: int, tall: int, color: str = "#7a4a00") -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (wide, tall), color).save(out, "PNG")
    return out.getvalue()


def point(label: str, percent: float | None, spread: float = 0, ours: bool = False) -> Point:
    if percent is None:
        return Point(label, None, "no data")
    value = percent / 100
    bounds = (value - spread / 100, value + spread / 100) if spread else (None, None)
    return Point(label, value, f"{percent:.0f}%", *bounds, highlight=ours)


def stat() -> Stat:
    return Stat(
        number="84",
        sentence=words("of every 100 adults ages 25 to 54 in **Boone County** have a job."),
        share=84,
        range="We are fairly sure that it is between 81 and 88 of 100.",
        comparison="A little more than in the middle U.S. county (80).",
    )


def bars() -> Chart:
    points = (
        point("Johnson County, IA", 89, 2),
        point("Story County, IA", 87, 3),
        point("Lancaster County, NE", 87, 2),
        point("Boone County, MO", 84, 2, ours=True),
        point("Champaign County, IL", 84, 2),
        point("Greene County, MO", None),
    )
    return Chart(
        heading="Adults ages 25 to 54 who have a job, 2023",
        note="Thin lines show how sure each number is: 95 times in 100 it lies inside.",
        form="bars",
        series=(Series("", points),),
        format=PERCENT,
        alt="Bar chart of adults who have a job in 2023.",
        reference=Reference("Middle U.S. county", 0.80, "80%"),
        takeaway="Most adults here work, a little more than in the middle U.S. county",
    )


def dots() -> Chart:
    points = (
        point("American Indian or Alaska Native", None),
        point("Asian", 88, 4),
        point("Black", 71, 6),
        point("Hispanic or Latino", 79, 7),
        point("White", 85, 2),
    )
    return Chart(
        heading="Adults who have a job, by race and ethnicity, 2023",
        form="dots",
        series=(Series("", points),),
        format=PERCENT,
        alt="Dot chart of adults who have a job by race.",
        reference=Reference("Everyone", 0.84, "84%"),
    )


def lines() -> Chart:
    def row(name: str, values: list[float | None], ours: bool = False) -> Series:
        years = (str(year) for year in range(2018, 2024))
        points = tuple(point(y, v, ours=ours) for y, v in zip(years, values, strict=True))
        return Series(name, points, highlight=ours)

    return Chart(
        heading="Adults who have a job, 2018 to 2023",
        form="lines",
        series=(
            row("Boone County, MO", [80, 81, None, 82, 83, 84], ours=True),
            row("Story County, IA", [84, 85, None, 85, 86, 87]),
            row("Champaign County, IL", [79, None, None, 81, 84, 84]),
        ),
        format=PERCENT,
        alt="Line chart of adults who have a job.",
        starts_at_zero=False,
    )


def distribution() -> Chart:
    field = tuple(sorted(0.55 + 0.35 * ((i * 37) % 115 / 115) ** 0.7 for i in range(115)))
    return Chart(
        heading="Adults who have a job, 2023",
        form="distribution",
        series=(Series("", (point("Boone County", 84, ours=True), point("Greene County", 83))),),
        format=PERCENT,
        alt="Strip of 115 places.",
        reference=Reference("Middle U.S. county", 0.80, "80%"),
        field=field,
        field_label="Each mark is one of 115 Missouri counties.",
        takeaway="Boone County is in the top fifth of 115 Missouri counties",
    )


def a_map() -> Map:
    def square(i: int) -> Area:
        x, y = float(i % 8), float(i // 8)
        ring = ((x, y), (x + 1, y), (x + 1, y + 1), (x + 0.4, y + 1.2), (x, y + 1))
        shade = None if i == 13 else i % 5
        printed = "no data" if shade is None else f"{30 + i}¢"
        return Area(f"29{i:03}", f"County {i}", (ring,), printed, shade, highlight=i == 27)

    return Map(
        heading="Cents of each dollar spent on getting around, 2022",
        areas=tuple(square(i) for i in range(48)),
        shades=tuple(Shade(f"{30 + 4 * i} to {34 + 4 * i}¢", 9 + i) for i in range(5)),
        legend="Cents of each dollar spent on getting around",
        alt="Map of Missouri: getting around costs most in the south.",
        spots=(Spot("Springfield", 2.5, 1.5),),
        named=("29009",),
        unknown=1,
        takeaway="Getting around costs less here than in most of Missouri",
    )


def table(rows: int = 6) -> Table:
    names = ("Adults 25 to 54 with a job", "Pay per $1 of living cost", "Middle household income")
    return Table(
        heading="Jobs and pay, by the numbers",
        stub_head="",
        columns=("Boone County", "Middle U.S. county"),
        rows=tuple(Row(f"{names[i % 3]} ({i + 1})", ("$61,425", "too few people")) for i in range(rows)),
        highlight_column=0,
        footnotes=("† Graded marginal: read with care.",),
    )


def picture() -> Picture:
    data = png(900, 600)
    return Picture(
        heading="The bus stop at Providence Road",
        data=data,
        width=900,
        height=600,
        alt="A bus stop without a bench.",
        caption="The last bus leaves at 7 p.m.",
        credit="Photo: Rosa Diaz",
    )


def quote(text: str, by: str) -> Prose:
    return Prose(paragraphs=(words(text),), form="quote", by=by)


def questions() -> Bullets:
    asked = (
        "What here matches what you see every day? What surprises you?",
        "Who is doing well, and who is being left out of these numbers?",
        "What one change would help more people find work that pays?",
    )
    return Bullets(items=tuple(words(text) for text in asked), form="questions")


def zone() -> WritingSpace:
    return WritingSpace(form="zone", hint="Put your sticky notes here")


def vision() -> tuple[WritingSpace, ...]:
    actors = (
        Column("What WE can do", "neighbors, families, faith groups, schools"),
        Column("What the CITY or COUNTY can do", "councils, departments, services"),
        Column("What OTHERS can do", "employers, colleges, nonprofits, the state"),
    )
    columns = tuple(map(Column, ("What I will do", "With whom", "By when", "My name")))
    return (
        WritingSpace(heading="In five years, people in Boone County …", form="lines"),
        WritingSpace(form="notes", columns=actors),
        WritingSpace(heading="I commit to …", form="table", columns=columns, rows=5),
    )


def station(number: int, question: str, pillar: str, *exhibits: Exhibit) -> Station:
    return Station(
        number=number,
        question=question,
        kicker=pillar.capitalize(),
        pillar=pillar,
        minutes=8,
        notes=(words("Ask who is *not* in the room."),),
        exhibits=exhibits,
        sources=(SOURCE,),
        at=At("walk.yaml", 10 * number, f"stations › {number}"),
    )


def sample_walk() -> Walk:
    logo = Picture(data=png(300, 100, "#0b5c69"), width=300, height=100, alt="City of Columbia")
    event = Event(
        "Saturday, March 7, 2027, 10 a.m. to noon",
        "Daniel Boone Regional Library, Columbia",
        ("Boone County Community Partnership", "City of Columbia"),
        (logo, replace(logo, alt="Library", width=100)),
    )
    voices = (
        quote("We moved three times in two years.", "Parent, Columbia"),
        quote("No bus runs when my shift ends. Gas is my **second rent**.", "Night-shift worker"),
    )
    text = Prose(
        heading="Why look at jobs?",
        paragraphs=(
            words("A job that pays is the surest way to [move up](https://www.urban.org)."),
            words("Not all work pays enough to live on, and not all people can work."),
        ),
    )
    return Walk(
        "Boone County Data Walk",
        Place("29019", "county", "Boone County", "Missouri", "MO"),
        "en",
        event,
        (
            station(1, "Can people here find a good job?", "work", text, stat(), bars(), dots(),
                    lines(), table(), questions(), zone()),
            station(2, "How far does a paycheck go on getting around?", "neighborhoods",
                    a_map(), distribution(), picture(), *voices, questions()),
            station(3, "What do we want here in five years?", "vision", *vision()),
        ),
    )
