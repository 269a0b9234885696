"""The session around the walk: its parts in their order, ours or the author's, and their words."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from datawalk import kit
from datawalk.config.hours import begin, minutes_of_day
from datawalk.config.session import PARTS
from datawalk.exhibits import Bullets, Prose, Table, WritingSpace
from datawalk.page.document import Document, Page
from datawalk.prose import plain
from datawalk.walk import Station, Walk
from tests.brand import templates
from tests.conftest import COUNTIES, needs

WRITE = Callable[[str], Path]
HEAD = """title: T
place: "29019"
compare: [us-median]
data: [metrics.csv]
outputs: [{medium: deck}]
"""
STATIONS = """stations:
  - template: work/jobs
    blocks:
      - {kind: stat, metric: share_employed}
      - {kind: chart, metric: share_employed}
      - {kind: map, metric: share_employed}
      - {kind: table, of: [share_employed], emphasis: main}
      - {kind: questions, questions: [What is new?, "Who is missing?", What now?]}
  - title: Pay
    minutes: 2
    blocks: [{kind: stat, metric: pctl_income_50}]
  - template: visioning
""".replace("What is new?, ", '"What is new?", ').replace("What now?", '"What now?"')


def made(write_walk: WRITE, session: str = "", head: str = HEAD) -> kit.Kit:
    return kit.prepared(write_walk(head + session + STATIONS))


def deck(write_walk: WRITE, session: str = "", variant: str = "room") -> Document:
    head = HEAD.replace("{medium: deck}", f"{{medium: deck, variant: {variant}}}")
    return made(write_walk, session, head).documents[0]


def titles(document: Document) -> list[str]:
    return [page.title for page in document.pages]


def page(document: Document, title: str) -> Page:
    return next(page for page in document.pages if page.title == title)


def slides(walk: Walk, name: str) -> Station:
    found = next(part.slides for part in walk.session if part.name == name)
    assert found
    return found


def test_all_parts_stand_in_their_usual_order(write_walk: WRITE) -> None:
    event = "event: {hosts: [City library, A school], link: https://example.org/walk}\n"
    walk = made(write_walk, event).walk
    # No station welcomes people here, so `about` says what a data walk is.
    # Nobody wrote down what people said, how to reach the hosts, or asks for all metrics; and what
    # is not known are the supplements alone.
    left = {"heard", "contact", "metrics", "gaps"}
    assert [part.name for part in walk.session] == [name for name in PARTS if name not in left]
    said = titles(deck(write_walk, event))
    order = ["T", "Welcome", "What we will do", "What you will take home", "Who is hosting"]
    order += ["What is a data walk?", "Five pillars that help people move up"]
    order += ["How this data walk works", "Can people here find a job?"]
    order += ["How does Boone County compare?", "Seven ways to learn what numbers leave out"]
    order += ["In five years, people in Boone County …", "I commit to …"]
    order += ["What comes next", "Where to find more", "Thank you", "Sources and notes"]
    assert [title for title in said if title in order] == order


def test_parts_are_left_out_moved_and_replaced(write_walk: WRITE) -> None:
    session = """session:
  parts:
    - title
    - stations
    - {part: agenda, title: Our evening, blocks: [{kind: text, text: Supper}], notes: Be quick.}
    - {title: One more map, blocks: [{kind: map, metric: share_employed}]}
    - welcome
"""
    document = deck(write_walk, session)
    said = titles(document)
    assert said[0] == "T"
    assert said.index("Our evening") < said.index("Welcome")
    assert "Thank you" not in said
    assert "Sources and notes" not in said
    assert page(document, "Our evening").spoken.startswith("Say\nBe quick.")
    # Without a part of its own, the visioning station stands among the others.
    assert said.index("I commit to …") < said.index("Our evening")


def test_a_station_presents_its_main_exhibit_and_opens_with_its_number(write_walk: WRITE) -> None:
    document = deck(write_walk)
    own = [p for p in document.pages if p.number == 1]
    assert [[e.kind for e in p.shows] for p in own if not p.hidden] == [["table"]]
    opening, *_, asked = [p for p in own if p.hidden]
    assert [e.kind for e in opening.shows] == ["stat"]
    assert opening.section == "1 Can people here find a job?"
    assert asked.title.startswith("Your turn")
    behind = [p for p in document.pages if p.section == "Backup" and p.number == 1]
    assert [e.kind for p in behind for e in p.shows] == ["chart", "map", "questions"]
    # They stand behind all others.
    assert document.pages[-len(behind) - 1 :][0].section == "Backup"


def test_people_who_walk_together_see_each_opening(write_walk: WRITE) -> None:
    together = deck(write_walk, "session: {walk: together}\n")
    assert [p.hidden for p in together.pages if p.title == "Can people here find a job?"] == [False]
    # One with nothing but its question says no more than the slide after it.
    assert next(p.hidden for p in together.pages if p.number == 2)


def test_a_full_deck_hides_nothing(write_walk: WRITE) -> None:
    head = HEAD.replace("{medium: deck}", "{medium: deck}, {medium: deck, length: full}")
    short, full = made(write_walk, head=head).documents
    assert not any(p.hidden for p in full.pages)
    assert sorted(p.key for p in full.pages) == sorted(p.key for p in short.pages)
    assert "Backup" not in {p.section for p in full.pages}


def test_no_exhibit_is_on_two_slides_and_none_is_lost(write_walk: WRITE) -> None:
    ready = made(write_walk)
    pages = ready.documents[0].pages
    shown = [id(e) for p in pages for e in p.shows]
    assert len(set(shown)) == len(shown)
    held = [e for s in ready.walk.stations for e in s.exhibits]
    assert {id(e) for e in held} <= set(shown)


def test_two_questions_stand_beside_what_is_presented(write_walk: WRITE) -> None:
    (main,) = [p for p in deck(write_walk).pages if p.number == 1 and not p.hidden]
    (box,) = [b for b in main.boxes if b.role == "asked"]
    assert isinstance(box.exhibit, Bullets)
    assert [plain(words) for words in box.exhibit.items] == ["What is new?", "Who is missing?"]
    (table,) = [b for b in main.boxes if b.role == "table"]
    assert table.x + table.w <= box.x


def test_a_virtual_walk_asks_one_question_on_a_slide(write_walk: WRITE) -> None:
    document = deck(write_walk, variant="virtual")
    asking = [p for p in document.pages if p.title.startswith("Your turn") and p.number == 1]
    assert [p.title for p in asking] == [
        "Your turn: Can people here find a job?",
        "Your turn (2 of 3): Can people here find a job?",
        "Your turn (3 of 3): Can people here find a job?",
    ]
    # The others wait for those who have time.
    assert [p.hidden for p in asking] == [False, True, True]
    words = [plain(b.exhibit.paragraphs[0]) for p in asking for b in p.boxes if b.role == "body"]  # type: ignore[union-attr]
    assert words == ["What is new?", "Who is missing?", "What now?"]


def test_a_call_has_no_steps_of_walking(write_walk: WRITE) -> None:
    """Nobody hangs notes on a poster there."""
    assert "What is a data walk?" not in titles(deck(write_walk, variant="virtual"))
    greeting = STATIONS.replace("stations:\n", "stations:\n  - template: welcome\n")
    head = HEAD.replace("{medium: deck}", "{medium: deck}, {medium: deck, variant: virtual}")
    room, call = kit.prepared(write_walk(head + greeting)).documents
    assert "How it works" in titles(room)
    assert "How it works" not in titles(call)
    assert "Three things to know about numbers" in titles(call)


def test_a_report_back_begins_with_what_people_said(write_walk: WRITE) -> None:
    session = """session:
  heard: [{what: Buses stop early., count: 14, quote: I walk home., by: A nurse}, {what: Rent.}]
  next_steps: [{what: Ask for a bus, who: Library, when: May 3}]
"""
    document = deck(write_walk, session, "report-back")
    said = titles(document)
    assert said[1] == "You said"
    assert document.pages[1].section == "Since we met"
    first = next(b for b in document.pages[1].boxes if b.role == "card")
    assert isinstance(first.exhibit, Prose)
    told = [plain(words).replace("\xa0", " ") for words in first.exhibit.paragraphs]
    assert told == ["14 of you", "Buses stop early.\n“I walk home.” — A nurse"]
    assert "What we promised, and who does it" in said
    assert not {"Welcome", "What we will do", "How this data walk works"} & set(said)
    assert not any(title.startswith("Your turn") for title in said)


def test_a_report_back_has_no_empty_forms(write_walk: WRITE) -> None:
    document = deck(write_walk, variant="report-back")
    shown = [e for p in document.pages for e in p.shows]
    assert not any(isinstance(e, WritingSpace) for e in shown)
    assert not {"What comes next", "I commit to …", "You said"} & set(titles(document))


def test_the_agenda_counts_from_when_it_starts(write_walk: WRITE) -> None:
    session = """session:
  starts: 11:45 am
  agenda: [{what: Supper, minutes: 30}, {what: The walk}, {what: The end is near, minutes: 5}]
"""
    walk = made(write_walk, session).walk
    (agenda,) = slides(walk, "agenda").exhibits
    assert isinstance(agenda, Table)
    assert [station.minutes for station in walk.stations] == [8, 2, 15]
    rows = [(row.stub.replace("\u00a0", " "), *row.cells) for row in agenda.rows]
    assert rows == [
        ("11:45 AM", "Supper"),
        ("12:15 PM", "The walk"),
        ("12:27 PM", "The end is near"),
        ("12:32 PM", "The end"),
    ]


def test_without_a_start_the_agenda_says_how_long(write_walk: WRITE) -> None:
    (agenda,) = slides(made(write_walk).walk, "agenda").exhibits
    assert isinstance(agenda, Table)
    assert [row.stub for row in agenda.rows] == ["10 min", "5 min", "12 min", "15 min", "10 min"]


@pytest.mark.parametrize(
    ("written", "minutes"),
    [
        ("6:30 pm", 1110),
        ("6 PM", 1080),
        ("12 am", 0),
        ("12:05 p.m.", 725),
        ("18:30", 1110),
        ("0:10", 10),
        ("6", None),
        ("25:00", None),
        ("13 pm", None),
        ("6:75 pm", None),
        ("soon", None),
    ],
)
def test_times_of_day(written: str, minutes: int | None) -> None:
    assert minutes_of_day(written) == minutes


@pytest.mark.parametrize(
    ("written", "minutes"),
    [
        ("6:00 pm", 1080),
        ("6:00 to 8:00 pm", 1080),
        ("6-8 pm", 1080),
        ("11:00 to 1:00 pm", 660),
        ("9:00 to 11:00 am", 540),
        ("5:30–7:30 PM", 1050),
        ("18:00 a 20:00", 1080),
        ("6 p.m. a 8 p.m.", 1080),
        ("noon to 2 pm", None),
        ("after work", None),
        ("to", None),
        ("", None),
    ],
)
def test_hours_begin(written: str, minutes: int | None) -> None:
    assert begin(written) == minutes


def test_the_plan_begins_with_the_hours_of_the_event(write_walk: WRITE) -> None:
    """A time that is told for the flyer need not be told again for the agenda."""
    said = "event: {time: 6:00 to 8:00 pm}\n"
    assert made(write_walk, said).walk.event.occasion.starts == 1080
    (agenda,) = slides(made(write_walk, said).walk, "agenda").exhibits
    assert isinstance(agenda, Table)
    assert agenda.rows[0].stub.startswith("6:00")
    session = "session: {starts: 5:30 pm}\n"
    assert made(write_walk, said + session).walk.event.occasion.starts == 1050


def test_texts_of_the_session_may_name_figures_which_are_traced(write_walk: WRITE) -> None:
    session = 'session: {welcome: ["{share_employed} of adults work in {place}."]}\n'
    ready = made(write_walk, session)
    (items,) = slides(ready.walk, "welcome").exhibits
    assert isinstance(items, Bullets)
    assert plain(items.items[0]) == "84% of adults work in Boone County."
    from datawalk.output.numbers import numbers

    rows = numbers(ready.walk, ready.documents)
    welcome = [row for row in rows if row.title == "Welcome"]
    assert [(row.printed, row.deck) for row in welcome] == [("84%", "2")]


def test_the_comparison_has_the_main_figure_of_each_station(write_walk: WRITE) -> None:
    (table,) = slides(made(write_walk).walk, "comparison").exhibits
    assert isinstance(table, Table)
    assert [(row.stub, *row.cells) for row in table.rows] == [
        ("Adults ages 25 to 54 with a job", "84%", "80%", "▲ a little higher"),
        ("Half of households have less than", "$66,167", "$64,434", "○ too unsure to tell"),
    ]
    assert table.columns[-1] == "Ours is …"
    assert table.footnotes == ("Higher is not always better.",)
    assert table.sources


def test_a_comparison_with_several_others_has_no_word_for_them_all(write_walk: WRITE) -> None:
    several = HEAD.replace("compare: [us-median]", 'compare: ["19103", "17019"]')
    (table,) = slides(made(write_walk, head=several).walk, "comparison").exhibits
    assert isinstance(table, Table)
    assert len(table.columns) == 3
    assert not table.footnotes


def test_a_walk_that_compares_nothing_has_no_comparison(write_walk: WRITE) -> None:
    walk = made(write_walk, head=HEAD.replace("compare: [us-median]\n", "")).walk
    assert "comparison" not in [part.name for part in walk.session]


def without_groups(write_walk: WRITE, stations: str, kind: str, group: str) -> Walk:
    """A walk whose file of such groups has no figure for anyone."""
    path = write_walk(HEAD.replace("[metrics.csv]", "[metrics.csv, groups.csv]") + stations)
    names = "year state county county_name subgroup subgroup_type share_employed"
    row = f"2023,29,019,Boone County,{group},{kind},NA\n"
    (path.parent / "groups.csv").write_text(
        f"{names} share_employed_quality".replace(" ", ",") + f"\n{row.strip()},NA\n",
        encoding="utf-8",
    )
    return kit.prepared(path).walk


def test_gaps_name_missing_figures_and_knowledge(write_walk: WRITE) -> None:
    text = STATIONS.replace(
        "{kind: map, metric: share_employed}", "{kind: chart, metric: share_employed, show: age}"
    )
    walk = without_groups(write_walk, text, "age", "Age 10 to 14")
    (items,) = slides(walk, "gaps").exhibits
    assert isinstance(items, Bullets)
    said = [plain(item) for item in items.items]
    assert said[0].startswith("No number (")
    assert "by age" in said[0]
    assert said[-1] == "What do you know that no number here says?"


MANY = (
    "share_employed",
    "pctl_income_50",
    "share_in_preschool",
    "share_low_birth_weight",
    "share_homeless",
    "index_air_hazard",
    "ratio_population_pc_physician",
    "share_digital_access",
    "rate_injury_death",
)


def test_missing_figures_of_one_reason_are_one_line(write_walk: WRITE) -> None:
    charts = "".join(
        f"  - title: S {i}\n    blocks: [{{kind: chart, metric: {name}, show: disability}}]\n"
        for i, name in enumerate(MANY)
    )
    walk = without_groups(write_walk, f"stations:\n{charts}", "disability", "With Disability")
    (items,) = slides(walk, "gaps").exhibits
    assert isinstance(items, Bullets)
    (line,) = [plain(item) for item in items.items if plain(item).startswith("No number")]
    assert line.startswith("No numbers (not published): ")
    assert line.count("; ") == 6
    assert line.endswith("; and 3 more.")


def test_no_station_is_left_out_of_the_comparison(write_walk: WRITE) -> None:
    stats = "".join(
        f"  - title: S {i}\n    blocks: [{{kind: stat, metric: {name}}}]\n"
        for i, name in enumerate(MANY)
    )
    accept = "accept: [twins, jump]\n"
    walk = kit.prepared(write_walk(f"{HEAD}{accept}stations:\n{stats}")).walk
    tables = slides(walk, "comparison").exhibits
    assert [len(table.rows) for table in tables if isinstance(table, Table)] == [6, 3]


def test_a_figure_that_another_exhibit_shows_is_no_gap(write_walk: WRITE) -> None:
    session = "session: {parts: [title, stations, gaps]}\n"
    (items,) = slides(made(write_walk, session).walk, "gaps").exhibits
    assert isinstance(items, Bullets)
    assert not any(plain(item).startswith("No number") for item in items.items)
    # Where no part shows the supplements, those that the walk lacks are named.
    assert plain(items.items[0]).startswith("Not in this walk: what residents say in their own")


def test_next_steps_as_planned_or_to_be_written(write_walk: WRITE) -> None:
    (blank,) = slides(made(write_walk).walk, "next_steps").exhibits
    assert isinstance(blank, WritingSpace)
    session = "session: {next_steps: [{what: Meet again, who: All, when: May 3}, {what: Rest}]}\n"
    (table,) = slides(made(write_walk, session).walk, "next_steps").exhibits
    assert isinstance(table, Table)
    rows = [(row.stub, *row.cells) for row in table.rows]
    assert rows == [("Meet again", "All", "May 3"), ("Rest", "", "")]


def test_the_framework_has_all_predictors_and_marks_those_of_stations(write_walk: WRITE) -> None:
    walk = made(write_walk).walk
    shown = next(part.framework for part in walk.session if part.name == "framework")
    assert shown
    predictors = [p for pillar in shown.pillars for p in pillar.predictors]
    assert len(shown.pillars) == 5
    assert len({p.name for p in predictors}) == len(predictors) == 24
    assert [p.name for p in predictors if p.stations == (1,)] == ["Employment opportunities"]
    drawn = page(deck(write_walk), "Five pillars that help people move up")
    said = " ".join(t.text for box in drawn.boxes for t in box.leaves if hasattr(t, "text"))
    plainly = said.replace("\u00a0", " ").replace("- ", "-")
    assert all(p.name in plainly for p in predictors)


@pytest.mark.parametrize("build", [templates.plain, templates.dark])
def test_the_framework_is_one_picture_on_usual_templates(
    write_walk: WRITE, tmp_path: Path, build: Callable[[Path], Path]
) -> None:
    head = HEAD.replace("{medium: deck}", f"{{medium: deck, template: {build(tmp_path).name}}}")
    (document,) = made(write_walk, head=head).documents
    drawn = page(document, "Five pillars that help people move up")
    assert len([box for box in drawn.boxes if box.role == "pillar"]) == 5


def test_a_session_in_spanish_has_no_english(write_walk: WRITE) -> None:
    from datawalk.words import speaking

    ready = kit.prepared(write_walk(HEAD + "language: es\n" + STATIONS), language="es")
    with speaking("es"):
        said = titles(ready.documents[0])
    assert {"Bienvenida", "Lo que sigue", "Gracias", "¿Cómo se compara Boone County?"} <= set(said)
    assert {p.section for p in ready.documents[0].pages} >= {
        "Antes del recorrido",
        "Todos juntos",
        "Reserva",
    }


@needs(COUNTIES)
def test_small_places_have_a_whole_session_too(write_walk: WRITE) -> None:
    more = STATIONS.replace("  - template: visioning", "  - template: education/learning")
    path = write_walk(HEAD + "allow_weak: true\naccept: [twins, jump]\n" + more)
    ready = kit.prepared(path, "30069", [COUNTIES], only="deck")
    gaps = slides(ready.walk, "gaps")
    said = [plain(item) for e in gaps.exhibits if isinstance(e, Bullets) for item in e.items]
    assert any(line.startswith("No number") for line in said)
    assert len({p.title for p in ready.documents[0].pages}) == len(ready.documents[0].pages)


def test_editors_know_parts_by_name_and_as_slides() -> None:
    import jsonschema

    from datawalk.config.schema import json_schema

    whole = {"title": "T", "place": "29019", "stations": [{"template": "visioning"}]}
    check = jsonschema.Draft202012Validator(json_schema()).is_valid
    own = {"part": "agenda", "title": "Ours", "blocks": [{"kind": "text", "text": "Supper"}]}
    assert check({**whole, "session": {"starts": "6 pm", "parts": ["title", own]}})
    assert not check({**whole, "session": {"parts": ["titel"]}})
