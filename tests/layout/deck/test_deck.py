"""The deck as pages of boxes."""

from __future__ import annotations

import io
from dataclasses import replace
from typing import get_args

import pytest
from PIL import Image

from datawalk.exhibits import (
    Area,
    Bullets,
    Chart,
    Exhibit,
    Map,
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
    WritingColumn,
    WritingSpace,
)
from datawalk.layout.deck.deck import arrange_deck
from datawalk.layout.deck.text import SMALLEST
from datawalk.metrics.model import NumberFormat, Place
from datawalk.page.document import Box, Document
from datawalk.page.marks import Text
from datawalk.page.roles import TRAITS, BoxRole
from datawalk.problems import At, Problems
from datawalk.prose import words
from datawalk.theme import base_theme
from datawalk.typography.measure import LATO
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
        alt="Dots, one for each of 115 places.",
        reference=Reference("Middle U.S. county", 0.80, "80%"),
        field=field,
        field_label="Each dot is one of 115 Missouri counties.",
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
        shades=tuple(
            Shade(f"{30 + 4 * i} to {34 + 4 * i}¢", f"{9 + i} counties", 9 + i) for i in range(5)
        ),
        legend="Cents of each dollar spent on getting around",
        alt="Map of Missouri: getting around costs most in the south.",
        spots=(Spot("Springfield", 2.5, 1.5),),
        named=("29009",),
        unknown=Shade("no data", "1 county", 1),
        takeaway="Getting around costs less here than in most of Missouri",
    )


def table(rows: int = 6) -> Table:
    names = ("Adults 25 to 54 with a job", "Pay per $1 of living cost", "Middle household income")
    return Table(
        heading="Jobs and pay, by the numbers",
        stub_head="",
        columns=("Boone County", "Middle U.S. county"),
        rows=tuple(
            Row(f"{names[i % 3]} ({i + 1})", ("$61,425", "too few people")) for i in range(rows)
        ),
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
        WritingColumn("What we can do", "neighbors, families, faith groups, schools"),
        WritingColumn("What the city or county can do", "councils, departments, services"),
        WritingColumn("What others can do", "employers, colleges, nonprofits, the state"),
    )
    columns = tuple(map(WritingColumn, ("What I will do", "With whom", "By when", "My name")))
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
        exhibits=tuple(replace(exhibit, sources=(SOURCE,)) for exhibit in exhibits),
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
            station(
                1,
                "Can people here find a good job?",
                "work",
                text,
                stat(),
                bars(),
                dots(),
                lines(),
                table(),
                questions(),
                zone(),
            ),
            station(
                2,
                "How far does a paycheck go on getting around?",
                "neighborhoods",
                a_map(),
                distribution(),
                picture(),
                *voices,
                questions(),
            ),
            station(3, "What do we want here in five years?", "vision", *vision()),
        ),
    )


def deck(*exhibits: Exhibit) -> Document:
    """The deck of a walk with one station."""
    walk = replace(sample_walk(), stations=(station(1, "What now?", "work", *exhibits),))
    return arrange_deck(LATO, walk, base_theme())


def boxes(document: Document, role: str) -> list[Box]:
    return [box for page in document.pages for box in page.boxes if box.role == role]


def problems_of(*exhibits: Exhibit) -> list[str]:
    with pytest.raises(Problems) as caught:
        deck(*exhibits)
    return [problem.what for problem in caught.value.problems]


def test_every_page_has_its_own_title_and_one_title_box() -> None:
    pages = arrange_deck(LATO, sample_walk(), base_theme()).pages
    assert len({page.title for page in pages}) == len(pages)
    for page in pages:
        assert sum(box.role in ("title", "cover", "opener") for box in page.boxes) == 1


def test_the_order_is_cover_how_it_works_stations_sources() -> None:
    pages = arrange_deck(LATO, sample_walk(), base_theme()).pages
    titles = [page.title for page in pages if not page.hidden]
    assert titles[:2] == ["Boone County Data Walk", "How this data walk works"]
    assert pages[-1].title == "Sources and notes"
    assert pages[-1].hidden


def test_boxes_stay_on_the_slide_and_words_in_their_boxes() -> None:
    for page in arrange_deck(LATO, sample_walk(), base_theme()).pages:
        for box in page.boxes:
            assert box.x >= -0.01
            assert box.y >= -0.01
            assert box.x + box.w <= page.width + 0.01
            assert box.y + box.h <= page.height + 0.01
            for ink in (ink for ink in box.leaves if isinstance(ink, Text)):
                assert ink.size >= SMALLEST
                assert box.x - 0.01 <= ink.x <= box.x + box.w
                assert ink.x + ink.width <= box.x + box.w + ink.size * 0.3
                assert box.y - 0.01 <= ink.y <= box.y + box.h + 0.01


def test_boxes_of_words_and_exhibits_do_not_overlap() -> None:
    still = {"backdrop", "panel", "stripe", "mark", "lines", "icon"}
    for page in arrange_deck(LATO, sample_walk(), base_theme()).pages:
        shown = [box for box in page.boxes if box.role not in still]
        for i, a in enumerate(shown):
            for b in shown[i + 1 :]:
                apart = a.x + a.w <= b.x + 0.1 or b.x + b.w <= a.x + 0.1
                assert apart or a.y + a.h <= b.y + 0.1 or b.y + b.h <= a.y + 0.1, (a.role, b.role)


def test_notes_hold_what_to_say_ask_and_name() -> None:
    pages = arrange_deck(LATO, sample_walk(), base_theme()).pages
    opening = next(page for page in pages if page.title == "Can people here find a good job?")
    assert "How to lead it\nAsk who is not in the room." in opening.spoken
    talk = next(page for page in pages if page.title.startswith("Your turn"))
    assert "Ask\n1. What here matches" in talk.spoken
    shown = next(page for page in pages if any(box.role == "chart" for box in page.boxes))
    assert f"Sources\n{SOURCE}" in shown.spoken
    assert shown.spoken.startswith(
        "Say\nEach bar stands for what is named at its left. Ours is the strong one.\n"
        "Adults ages 25 to 54 who have a job, 2023.\nMost adults here work, a little more "
        "than in the middle U.S. county.\nBoone County, MO: 84%.\nMiddle U.S. county: 80%."
    )


def test_sixty_rows_go_to_slides_of_six_under_their_own_titles() -> None:
    document = deck(table(60))
    tables = [box.exhibit for box in boxes(document, "table")]
    rows = [row for part in tables if isinstance(part, Table) for row in part.rows]
    assert rows == list(table(60).rows)
    assert all(len(part.rows) <= 6 for part in tables if isinstance(part, Table))
    shown = [page.title for page in document.pages if not page.hidden]
    behind = [page.title for page in document.pages if page.hidden]
    assert "Jobs and pay, by the numbers" in shown
    assert "Jobs and pay, by the numbers (2 of 10)" in behind


def test_a_highlighted_row_stays_marked_on_its_own_slide_only() -> None:
    wide = replace(table(20), highlight_column=None, highlight_row=10)
    marked = [
        b.exhibit.highlight_row for b in boxes(deck(wide), "table") if isinstance(b.exhibit, Table)
    ]
    # The eleventh row is the fifth of the second six.
    assert [row for row in marked if row is not None] == [4]


def test_equal_titles_in_two_stations_are_told_apart() -> None:
    stations = tuple(station(n, f"Question {n}?", "work", bars()) for n in (1, 2))
    pages = arrange_deck(LATO, replace(sample_walk(), stations=stations), base_theme()).pages
    charts = [page for page in pages if any(box.role == "chart" for box in page.boxes)]
    assert [page.title[-12:] for page in charts] == [" (station 1)", " (station 2)"]


def test_several_quotes_share_a_slide_three_at_most() -> None:
    voices = [quote(f"We moved {n} times in two years.", f"Parent {n}") for n in range(5)]
    document = deck(*voices)
    counts = [sum(box.role == "quote" for box in page.boxes) for page in document.pages]
    assert [count for count in counts if count] == [3, 2]


def test_room_for_notes_beside_questions_needs_no_slide() -> None:
    assert len(deck(questions(), zone()).pages) == len(deck(questions()).pages)
    assert len(deck(zone()).pages) == len(deck(questions()).pages)


def test_long_text_goes_on_at_a_readable_size() -> None:
    long = Prose(paragraphs=tuple(words("A job that pays is a start. " * 9) for _ in range(6)))
    bodies = boxes(deck(long), "body")[:-1]
    assert len(bodies) > 1
    assert all(box.type and box.type.body >= 24 for box in bodies)


def test_what_does_not_fit_is_named_with_its_place() -> None:
    at = At("walk.yaml", 33, "stations › 1 › block 2")
    endless = Prose(paragraphs=(words("A job that pays is a start. " * 90),), at=at)
    with pytest.raises(Problems) as caught:
        deck(endless, replace(bars(), heading="Most adults here work " * 12, takeaway=""))
    first, second = caught.value.problems
    assert first.at == at
    assert "too tall at the smallest size (18 pt)" in first.what
    assert "title" in second.what
    assert second.at.line == 10


def test_a_chart_with_too_many_rows_says_how_many_fit() -> None:
    many = tuple(point(f"County {n}", 80) for n in range(30))
    found = problems_of(replace(bars(), series=(Series("", many),)))
    assert len(found) == 1
    assert found[0].startswith("The chart with 30 rows does not fit")


def test_a_word_wider_than_its_box_is_named() -> None:
    found = problems_of(Prose(paragraphs=(words("m" * 90),)))
    assert "m" * 90 in found[0]


def test_a_table_that_is_too_wide_is_a_problem() -> None:
    columns = tuple(f"Incomparable {n}" for n in range(12))
    wide = Table(stub_head="", columns=columns, rows=(Row("Jobs", ("84%",) * 12),))
    assert "too wide" in problems_of(wide)[0]


def test_a_walk_without_event_has_a_cover() -> None:
    bare = replace(sample_walk(), event=Event())
    assert arrange_deck(LATO, bare, base_theme()).pages[0].title == "Boone County Data Walk"


def test_a_main_point_that_is_too_long_gives_way_to_the_heading() -> None:
    chart = replace(bars(), takeaway="Most adults here work " * 12)
    titles = [page.title for page in deck(chart).pages]
    assert chart.heading in titles


def test_sources_are_spread_evenly_over_as_few_slides_as_hold_them() -> None:
    lines = tuple(f"Source {i}: U.S. Census Bureau, American Community Survey." for i in range(16))
    many = replace(sample_walk().stations[0], sources=lines)
    pages = arrange_deck(LATO, replace(sample_walk(), stations=(many,)), base_theme()).pages
    said = [page for page in pages if page.title.startswith("Sources and notes")]
    counts = [
        sum("Source " in str(getattr(i, "text", "")) for b in p.boxes for i in b.leaves)
        for p in said
    ]
    assert sum(counts) == len(lines)
    assert len(counts) == 2
    assert abs(counts[0] - counts[1]) <= 2


def test_every_role_of_a_box_has_its_traits() -> None:
    assert {*TRAITS} == {*get_args(BoxRole)}
