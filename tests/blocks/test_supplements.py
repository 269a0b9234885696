"""The supplements to the metrics: each kind becomes exhibits, and a walk knows which it holds."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path

import pytest
from pptx import Presentation
from typer.testing import CliRunner

from datawalk import kit
from datawalk.app.cli import app
from datawalk.blocks.evaluation import TELLS
from datawalk.exhibits import Bullets, Chart, Exhibit, Link, Prose, Table
from datawalk.output.formats import paint
from datawalk.page.marks import Disc, Rect
from datawalk.problems import Problems
from datawalk.prose import plain
from tests.compose.test_composer import composed

WRITE = Callable[[str], Path]
HEAD = 'title: T\nplace: "{place}"\ncompare: [us-median]\ndata: [metrics.csv]\nstations:\n'

PROGRAMS = """\
      - kind: programs
        source: us (sample)
        programs:
          - {name: Homework club, who: Library, what: Helps after school, since: "2016"}
          - {name: Rides to work, whom: Night workers}
"""
TIMELINE = """\
      - kind: timeline
        events:
          - {when: "May 17, 1954", what: Two schools become **one**., source: Board records}
          - {when: "1958", until: "1966", what: A new road is built., source: Board records}
          - {when: "2015", until: today, what: Rents rise.}
"""
COUNCIL = """\
      - kind: representation
        body: City Council
        as_of: May 2026
        source: counted by us
        officials: {black: 2, hispanic: 0, other: 1, white: 5, unknown: 1}
"""
EVALUATION = """\
      - kind: evaluation
        heading: What we know
        evaluations:
          - {program: Club, found: Fewer days missed., design: comparison, by: A class, year: 2023}
          - {program: Loans, found: "Most liked it.", design: participants only, by: Library,
             year: 2024, link: "https://example.org/s"}
"""
NARRATIVE = """\
      - kind: narrative
        stories:
          - {told: People here do not want to work., by: Callers to a show}
"""
ECOSYSTEM = """\
      - kind: ecosystem
        source: us (sample)
        center: School
        organizations:
          - {name: Library, sort: city office}
          - {name: Food bank, sort: nonprofit}
          - {name: School, sort: school}
          - {name: Clinic, sort: nonprofit}
        ties:
          - {who: Library, whom: School, what: laptops}
          - {who: School, whom: Clinic, what: referrals}
"""
QUOTE = "      - {kind: quote, text: We moved., by: Parent}\n"
ALL = PROGRAMS + TIMELINE + COUNCIL + EVALUATION + NARRATIVE + ECOSYSTEM + QUOTE


def text(*stations: str, place: str = "29019") -> str:
    parts = [f"  - title: Station\n    blocks:\n{blocks}" for blocks in stations]
    return HEAD.format(place=place) + "".join(parts)


def hung(write_walk: WRITE, blocks: str, place: str = "29019") -> tuple[Exhibit, ...]:
    made = composed(write_walk(text(blocks, place=place)))
    return made.walk.stations[0].exhibits


def refused(write_walk: WRITE, blocks: str) -> list[str]:
    with pytest.raises(Problems) as found:
        hung(write_walk, blocks)
    return [problem.what for problem in found.value.problems]


def test_programs_say_what_is_not_known_and_keep_their_order(write_walk: WRITE) -> None:
    (table,) = hung(write_walk, PROGRAMS)
    assert isinstance(table, Table)
    assert table.columns == ("Who runs it", "What it does", "For whom", "Since")
    assert [row.stub for row in table.rows] == ["Homework club", "Rides to work"]
    assert table.rows[1].cells == ("not known", "not known", "Night workers", "not known")
    assert table.note == "Source: us (sample)"


FROM_FILE = """\
      - kind: programs
        source: us
        file: list.csv
        columns: {name: program, who: runs it}
"""


def test_programs_from_a_file_are_data_not_settings(write_walk: WRITE) -> None:
    path = write_walk(text(FROM_FILE))
    path.with_name("list.csv").write_text("program,runs it,x\nA {b} club,,1\nC,D,2\n")
    (table,) = composed(path).walk.stations[0].exhibits
    assert isinstance(table, Table)
    assert [(row.stub, row.cells[0]) for row in table.rows] == [
        ("A {b} club", "not known"),
        ("C", "D"),
    ]


@pytest.mark.parametrize(
    ("rows", "what"),
    [
        ("A,B\n" * 13, "This list has 13 programs; a sheet can show 12."),
        ("A,B\n,C\n", 'list.csv: program 2 has nothing in "program".'),
        (f"A,{'x' * 301}\n", "list.csv: a cell of program 1 is longer than 300 characters"),
    ],
)
def test_files_of_programs_that_cannot_be_shown(write_walk: WRITE, rows: str, what: str) -> None:
    path = write_walk(text(FROM_FILE))
    path.with_name("list.csv").write_text(f"program,runs it\n{rows}")
    with pytest.raises(Problems) as found:
        composed(path)
    assert found.value.problems[0].what.startswith(what)


def test_a_timeline_has_dates_in_bold_and_each_source_once(write_walk: WRITE) -> None:
    (line,) = hung(write_walk, TIMELINE)
    assert isinstance(line, Bullets)
    assert line.form == "timeline"
    assert [plain(item) for item in line.items] == [
        "May 17, 1954\nTwo schools become one.",
        "1958 to 1966\nA new road is built.",
        "2015 to today\nRents rise.",
    ]
    assert all(item[0].bold for item in line.items)
    assert line.note == "Source: Board records"


def test_the_line_of_time_runs_from_the_first_dot_to_the_last(write_walk: WRITE) -> None:
    page = kit.prepared(write_walk(text(TIMELINE)), only="poster").documents[0].pages[0]
    box = next(box for box in page.boxes if isinstance(box.exhibit, Bullets))
    spine = next(ink for ink in box.leaves if isinstance(ink, Rect))
    dots = [ink for ink in box.leaves if isinstance(ink, Disc)]
    assert len(dots) == 6
    assert all(spine.x <= dot.x <= spine.x + spine.w for dot in dots)
    assert all(dot.y == pytest.approx(spine.y + spine.h / 2) for dot in dots)


def test_residents_of_100_stand_beside_members_of_all(write_walk: WRITE) -> None:
    (table,) = hung(write_walk, COUNCIL)
    assert isinstance(table, Table)
    assert table.columns == ("Residents", "City Council")
    assert [(row.stub, *(c.replace("\u00a0", " ") for c in row.cells)) for row in table.rows] == [
        ("Black", "9 of 100", "2 of 9"),
        ("Hispanic", "4 of 100", "0 of 9"),
        ("Another race or more than one", "10 of 100", "1 of 9"),
        ("White", "76 of 100", "5 of 9"),
        ("Not known", "–", "1 of 9"),
    ]
    assert table.note == (
        "City Council: 9 members in all, as of May 2026. Source: counted by us. "
        "Rounded, the residents add up to 99."
    )
    assert {figure.observation.year for figure in table.figures} == {2023}


def test_no_residents_in_the_data_is_said(write_walk: WRITE) -> None:
    (gap,) = hung(write_walk, COUNCIL, place="29001")
    assert isinstance(gap, Prose)
    assert "We have no number" in plain(gap.paragraphs[0])


def test_an_evaluation_says_how_much_its_kind_of_study_can_tell(write_walk: WRITE) -> None:
    club, loans = hung(write_walk, EVALUATION)
    assert isinstance(club, Prose)
    assert isinstance(loans, Prose)
    assert (club.heading, loans.heading) == ("What we know: Club", "Loans")
    assert plain(club.paragraphs[1]) == f"How sure is this? {TELLS['comparison']}"
    assert "other causes are possible" in TELLS["comparison"]
    assert loans.note == "Study: Library, 2024 (https://example.org/s)."


def test_what_a_story_lacks_becomes_a_question(write_walk: WRITE) -> None:
    (story,) = hung(write_walk, NARRATIVE)
    assert isinstance(story, Prose)
    assert [plain(paragraph) for paragraph in story.paragraphs] == [
        "“People here do not want to work.”",
        "Who tells it: Callers to a show",
        "What does this story leave out?",
        "Who decides about this, and who could?",
    ]


def test_ecosystem_is_a_picture_whose_ties_say_what_they_are(write_walk: WRITE) -> None:
    (picture,) = hung(write_walk, ECOSYSTEM)
    assert isinstance(picture, Chart)
    points = picture.series[0].points
    assert [(p.label, p.printed, p.highlight) for p in points] == [
        ("School", "school", True),
        ("Library", "city office", False),
        ("Food bank", "nonprofit", False),
        ("Clinic", "nonprofit", False),
    ]
    assert picture.links == (Link(1, 0, 1, "laptops"), Link(0, 3, 2, "referrals"))
    assert "Library gives laptops to School" in picture.alt
    assert "No tie is known for Food bank." in picture.alt


def test_the_network_is_of_shapes_tied_together(write_walk: WRITE) -> None:
    made = kit.prepared(write_walk(text(ECOSYSTEM)), only="deck")
    deck = Presentation(io.BytesIO(paint(made.documents[0])))
    shapes = [s for slide in deck.slides for s in slide.shapes]
    said = {s.text_frame.text: s for s in shapes if s.has_text_frame}
    assert {"School\nschool", "Clinic\nnonprofit", "laptops", "referrals"} <= said.keys()
    told = said["School\nschool"]._element.xpath(".//p:cNvPr/@descr")
    assert told
    assert told[0].startswith("Network: ")
    lines = [s for s in shapes if s.name.startswith("Tie from")]
    assert [line.name.rpartition(" ")[0] for line in lines] == [
        "Tie from Library to School",
        "Tie from School to Clinic",
    ]
    assert all(
        line._element.xpath(".//a:stCxn") and line._element.xpath(".//a:endCxn") for line in lines
    )


def test_a_walk_knows_which_supplements_it_holds_and_where(write_walk: WRITE) -> None:
    own = "      - {kind: text, text: A town, supplement: voices}\n"
    path = write_walk(text(PROGRAMS + TIMELINE, QUOTE, own + COUNCIL))
    assert composed(path).walk.supplements == {
        "inventory": (1,),
        "history": (1,),
        "voices": (2, 3),
    }
    said = CliRunner().invoke(app, ["check", str(path)]).output
    assert "3 of the 7 kinds of supplement" in said
    (voices,) = (line for line in said.splitlines() if line.startswith("voices"))
    assert "stations 2, 3" in voices
    (missing,) = (line for line in said.splitlines() if line.startswith("evaluation"))
    assert "not in this walk" in missing


def test_a_table_of_a_file_is_local_data_and_typed_rows_are_not(write_walk: WRITE) -> None:
    file = "      - {kind: table, file: own.csv, source: us}\n"
    typed = "      - {kind: table, columns: [a], rows: [[b]], source: us}\n"
    path = write_walk(text(typed, file))
    path.with_name("own.csv").write_text("a,b\n1,2\n")
    assert composed(path).walk.supplements == {"local data": (2,)}


@pytest.mark.parametrize("size", ["24x36", "letter", "36x24"])
@pytest.mark.parametrize("block", [PROGRAMS, TIMELINE, COUNCIL, EVALUATION, NARRATIVE, ECOSYSTEM])
def test_every_kind_fits_sheets_and_slides(write_walk: WRITE, block: str, size: str) -> None:
    outputs = f"outputs: [{{medium: poster, size: {size}}}, {{medium: deck}}]\n"
    made = kit.prepared(write_walk(outputs + text(block)))
    assert len(made.documents) == 2


ONLY_STATIONS = "session: {parts: [title, stations]}\n"


def test_the_deck_has_native_tables_and_text(write_walk: WRITE) -> None:
    made = kit.prepared(write_walk(ONLY_STATIONS + text(ALL)), only="deck")
    deck = Presentation(io.BytesIO(paint(made.documents[0])))
    tables = [s.table for slide in deck.slides for s in slide.shapes if s.has_table]
    assert [table.cell(0, 0).text for table in tables] == [
        "Program",
        "Race or ethnicity",
    ]
    said = "\n".join(
        s.text_frame.text for slide in deck.slides for s in slide.shapes if s.has_text_frame
    )
    assert "1958 to 1966" in said
    assert "Who decides about this, and who could?" in said


def test_officials_of_nobody_and_ties_to_oneself(write_walk: WRITE) -> None:
    nobody = COUNCIL.replace("black: 2", "black: 0").replace("other: 1", "other: 0")
    nobody = nobody.replace("white: 5, unknown: 1", "white: 0")
    assert any("one person at least" in what for what in refused(write_walk, nobody))
    itself = ECOSYSTEM.replace("whom: Clinic", "whom: School")
    assert refused(write_walk, itself) == ['"School" has a tie to itself.']


def test_cells_of_words_break_on_slides_where_figures_stay_whole(write_walk: WRITE) -> None:
    rows = "".join(
        f"          - {{name: Club {i}, who: Public library with the school district, "
        "what: Help with homework and a meal after school, whom: Students of grades 3 to 8}\n"
        for i in range(11)
    )
    block = f"      - kind: programs\n        source: us\n        programs:\n{rows}"
    made = kit.prepared(write_walk(ONLY_STATIONS + text(block)), only="deck")
    tables = [box for page in made.documents[0].pages for box in page.boxes if box.role == "table"]
    shown = [
        row.stub for box in tables if isinstance(box.exhibit, Table) for row in box.exhibit.rows
    ]
    assert shown == [f"Club {i}" for i in range(11)]
    assert all(box.x + box.w <= 921 and box.y + box.h <= 540 for box in tables)
