"""Parts of the session: under titles of the author's, twice, and those for who asks for more."""

from __future__ import annotations

import io

import pytest
from pptx import Presentation

from datawalk import kit
from datawalk.exhibits import Bullets, Table
from datawalk.page.document import Box, Document
from datawalk.problems import Problems
from datawalk.prose import Run, plain
from datawalk.render.pptx.deck import pptx_bytes
from tests.compose.session.test_session import (
    HEAD,
    STATIONS,
    WRITE,
    deck,
    made,
    page,
    slides,
    titles,
)
from tests.conftest import ROOT

FIVE = ("welcome", "agenda", "framework", "walk", "sources")


def links(document: Document, title: str) -> list[str]:
    """Where the words of a slide lead."""

    def of(box: Box) -> list[Run]:
        shown = box.exhibit
        items = getattr(shown, "items", ()) or getattr(shown, "paragraphs", ())
        return [run for words in items for run in words if run.link]

    return [run.link for box in page(document, title).boxes for run in of(box)]


@pytest.mark.parametrize("name", FIVE)
def test_each_part_has_the_title_of_its_author(write_walk: WRITE, name: str) -> None:
    session = f"session: {{parts: [title, {{part: {name}, title: My own title}}, stations]}}\n"
    assert "My own title" in titles(deck(write_walk, session))


def test_a_part_may_stand_twice(write_walk: WRITE) -> None:
    session = "session: {parts: [title, agenda, stations, {part: agenda, title: Again}]}\n"
    document = deck(write_walk, session)
    assert [t for t in titles(document) if t in ("What we will do", "Again")] == [
        "What we will do",
        "Again",
    ]
    assert len({p.key for p in document.pages}) == len(document.pages) - 1


@pytest.mark.parametrize("parts", ["title, title", "stations, stations", "{part: title, title: X}"])
def test_what_stands_once_is_told(write_walk: WRITE, parts: str) -> None:
    with pytest.raises(Problems):
        made(write_walk, f"session: {{parts: [{parts}]}}\n")


def test_the_wheel_says_where_supplements_are(write_walk: WRITE) -> None:
    quoted = "{kind: quote, text: I work two jobs., by: A parent}"
    walk = made(write_walk).walk
    (plainly,) = slides(walk, "supplements").exhibits
    assert isinstance(plainly, Bullets)
    # Where the walk holds none, it says only what each would tell.
    assert not any("Not in this walk" in plain(words) for words in plainly.items)
    stations = STATIONS.replace("{kind: stat, metric: pctl_income_50}", quoted)
    held = kit.prepared(write_walk(HEAD + stations)).walk
    (told,) = slides(held, "supplements").exhibits
    assert isinstance(told, Bullets)
    said = [plain(words) for words in told.items]
    assert len(said) == 7
    assert said[0] == "What residents say in their own words\nStation 2"
    assert said[1].endswith("Not in this walk")


def test_hosts_are_reached_by_mail_and_phone(write_walk: WRITE) -> None:
    event = """event:
  hosts:
    - {name: Ana Ruiz, email: ana@example.org, phone: (573) 555-0101}
    - City Library
"""
    document = deck(write_walk, event)
    found = links(document, "Questions? Write to us")
    assert found == ["mailto:ana@example.org", "tel:5735550101"]
    (code,) = [b for b in page(document, "Questions? Write to us").boxes if b.role == "code"]
    assert code.alt == "Code for phones: mailto:ana@example.org"


def test_links_of_agenda_and_next_steps_work(write_walk: WRITE) -> None:
    session = """session:
  agenda: [{what: "**Eat** [here](https://example.org)", minutes: 5, about: Soup}]
  next_steps: [{what: "Write to [us](mailto:us@example.org)", who: "*All*", when: May}]
"""
    document = deck(write_walk, session)
    assert links(document, "What we will do") == ["https://example.org"]
    assert links(document, "What comes next") == ["mailto:us@example.org"]
    said = [t.text for p in document.pages for b in p.boxes for t in b.leaves if hasattr(t, "text")]
    assert not any("](" in text or "**" in text for text in said)


def test_links_in_tables_of_ones_own_work(write_walk: WRITE) -> None:
    station = """stations:
  - title: Help
    blocks:
      - kind: table
        columns: [Who, Where]
        rows: [[Clinic, "[Map](https://example.org/map)"]]
        source: us
"""
    ready = kit.prepared(write_walk(HEAD + station))
    (table,) = [e for e in ready.walk.stations[0].exhibits if isinstance(e, Table)]
    assert table.rows[0].cells == ("Map",)
    assert table.words("Map") == (Run("Map", link="https://example.org/map"),)
    assert table.words("Clinic") == (Run("Clinic"),)


def test_all_predictors_are_a_table_behind_the_others(write_walk: WRITE) -> None:
    session = "session: {parts: [title, stations, metrics]}\n"
    walk = made(write_walk, session).walk
    (table,) = slides(walk, "metrics").exhibits
    assert isinstance(table, Table)
    assert len(table.rows) == 24
    first = table.rows[0]
    assert first.stub.startswith("Employment opportunities: ")
    assert first.cells == ("84%", "2023", "strong", "1")
    behind = [p for p in deck(write_walk, session).pages if "24 parts" in p.title]
    assert behind
    assert all(p.hidden for p in behind)


def test_tools_show_their_pictures_and_one_that_is_missing_is_told(write_walk: WRITE) -> None:
    session = """session:
  resources:
    - name: Atlas
      finds: How children fared.
      link: https://example.org
      picture: {file: atlas.png, alt: Squares}
    - {name: Catalog, finds: What works.}
"""
    path = write_walk(HEAD + session + STATIONS)
    with pytest.raises(Problems, match=r"atlas\.png"):
        kit.prepared(path)
    picture = (ROOT / "samples" / "pictures" / "atlas.png").read_bytes()
    (path.parent / "atlas.png").write_bytes(picture)
    shown = page(kit.prepared(path).documents[0], "Where to find more")
    assert [b.role for b in shown.boxes].count("picture") == 1
    assert [b.role for b in shown.boxes].count("card") == 2


def test_mail_and_phone_are_links_in_the_file(write_walk: WRITE) -> None:
    event = "event: {hosts: [{name: Ana, email: ana@example.org, phone: 573-555-0101}]}\n"
    slides = Presentation(io.BytesIO(pptx_bytes(deck(write_walk, event)))).slides
    links = {rel.target_ref for s in slides for rel in s.part.rels.values() if rel.is_external}
    assert {"mailto:ana@example.org", "tel:5735550101"} <= links
