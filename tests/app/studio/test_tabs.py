"""The other pages of a walk: its wall, its settings, data, languages, and what it prints."""

from __future__ import annotations

import re
import time
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from datawalk.app.fetch import Fetched
from datawalk.app.studio.desk.desk import Desk
from datawalk.app.studio.line import copying, print_shop, printing, shelf, sides
from datawalk.app.studio.studio import Studio
from datawalk.config.schema import PrintConfig
from datawalk.layout.poster.printing import Job
from datawalk.metrics.knowledge.published import Published
from datawalk.problems import Problems


@pytest.fixture
def walk(studio: Studio) -> str:
    return next(w.name for w in shelf.walks(studio.folder) if w.name.startswith("boone"))


@pytest.fixture
def path(studio: Studio) -> Path:
    return studio.folder / "boone" / "walk.yaml"


def test_the_wall_has_all_posters_in_their_order_and_moves_one(
    guest: TestClient, walk: str, path: Path
) -> None:
    page = guest.get(f"/w/{walk}/wall").text
    pictures = re.findall(rf'src="(/w/{walk}/wall/[^"]+)"', page)
    assert [re.split("[/-]", one)[-2] for one in pictures] == ["welcome", "jobs", "visioning"]
    picture = guest.get(pictures[1])
    assert picture.headers["content-type"] == "image/jpeg"
    assert picture.headers["cache-control"].endswith("immutable")
    form = re.search(r"<form.*?Move station 2 to the right.*?</form>", page, re.S)
    assert form
    last = form[0].rpartition("<form")[2]
    sent = dict(re.findall(r'name="([a-z]+)" value="([^"]*)"', last))
    assert guest.post(f"/w/{walk}/change", data=sent).status_code == 303
    templates = [s.value["template"] for s in Desk(path).now().stations]  # type: ignore[call-overload, index]
    assert templates == ["welcome", "visioning", "work/jobs"]


def test_numbers_that_are_left_off_are_fetched_and_named_by_one_button(
    guest: TestClient, walk: str, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked_for: list[str] = []

    def fetch(file: Published, folder: Path, _: object) -> Fetched:
        asked_for.append(file.name)
        folder.mkdir(parents=True, exist_ok=True)
        (folder / file.name).write_bytes(path.with_name("metrics.csv").read_bytes())
        return Fetched(folder / file.name, fresh=True, sure=True)

    monkeypatch.setattr("datawalk.app.studio.line.fetching.fetch", fetch)
    monkeypatch.setenv("XDG_CACHE_HOME", str(path.parent))
    for _ in range(120):
        page = guest.get(f"/w/{walk}/data").text
        if "Get the numbers" in page:
            break
        time.sleep(0.25)
    assert "disability" in page.partition("Published numbers")[2]
    assert guest.post(f"/w/{walk}/data/get").status_code == 303
    for _ in range(60):
        if len(asked_for) and asked_for[0] in path.read_text(encoding="utf-8"):
            break
        time.sleep(0.1)
    (name,) = asked_for
    assert f"data: [metrics.csv, {name}]" in path.read_text(encoding="utf-8")
    assert "Get the numbers" not in guest.get(f"/w/{walk}/data").text


def test_the_print_page_says_what_a_shop_asks_and_what_is_held_back(
    guest: TestClient, walk: str
) -> None:
    for _ in range(60):
        part = guest.get(f"/w/{walk}/print/ready").text
        if "Looking for" not in part:
            break
        time.sleep(0.25)
    assert "Looking for" not in part
    assert "to fix" in part
    assert "Posters 24 × 36 in" in part
    assert "$90.00" in part
    listed = guest.get(f"/w/{walk}/print/list")
    assert listed.content.startswith(b"PK")


def test_prices_are_added_up_by_size_and_tiles_cost_a_shop_nothing() -> None:
    big = Job(1, "A", "a.pdf", 24, 36, 2, None, 0)
    tiled = Job(2, "B", "b.pdf", 24, 36, 1, "letter", 13)
    (line,) = print_shop.shop_lines([big, big, tiled], PrintConfig(price_per_square_foot=2))
    assert (line.size, line.copies, line.each, line.sum) == ("24 × 36", 4, 12, 48)


def test_posters_come_on_office_paper_as_one_file(
    guest: TestClient, walk: str, studio: Studio
) -> None:
    guest.post(f"/w/{walk}/print", data={"into": "tiles", "paper": "tabloid"})
    task = studio.tasks.latest(f"print {walk}")
    assert task
    for _ in range(200):
        if task.state != "going":
            break
        time.sleep(0.1)
    assert isinstance(task.made, printing.PrintedKit)
    saved = guest.get(f"/w/{walk}/print/{task.name}/kit")
    assert saved.content.startswith(b"%PDF")
    assert "tabloid.pdf" in saved.headers["content-disposition"]


def test_slides_that_were_changed_are_found(path: Path) -> None:
    out = path.parent / "out"
    out.mkdir()
    (out / "deck.pptx").write_bytes(b"PK not ours")
    assert printing.changed_slides(path) == ("deck.pptx",)
    assert printing.written_before(path) == (("deck.pptx", 11),)


def test_a_second_language_is_written_beside_the_first(
    guest: TestClient, walk: str, path: Path
) -> None:
    text = path.read_text(encoding="utf-8")
    text = text.replace("compare:", "language: [en, es]\ncompare:")
    path.write_text(text.replace('"{place} Data Walk"', '"Our walk" # name'), encoding="utf-8")
    version = Desk(path).now()
    (group,) = [one for one in sides.side_by_side(version) if not one.station]
    assert ("title", True) in [(one.field, one.missing) for one in group.texts]
    assert "2 are missing" in guest.get(f"/w/{walk}/languages").text or group.missing == 1
    sent = {"tag": version.tag, "station": "", "field": "title", "code": "es", "value": "Nuestro"}
    assert guest.post(f"/w/{walk}/languages", data=sent).status_code == 303
    after = Desk(path).now()
    assert after.manuscript
    assert after.manuscript.value(("title",)) == {"en": "Our walk", "es": "Nuestro"}
    assert "# name" in after.text
    wrong = {**sent, "code": "fr", "tag": after.tag}
    assert guest.post(f"/w/{walk}/languages", data=wrong).status_code == 409


@pytest.mark.parametrize("tab", ["place", "look", "data", "languages", "more"])
def test_each_tab_opens_and_marks_itself(guest: TestClient, walk: str, tab: str) -> None:
    page = guest.get(f"/w/{walk}/{tab}")
    assert page.status_code == 200
    assert f'href="/w/{walk}/{tab}" aria-current="page"' in page.text


def test_data_shows_published_files_that_are_missing(
    guest: TestClient, walk: str, path: Path
) -> None:
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("[metrics.csv]", "[11_mobility_metrics.csv, metrics.csv]"))
    (path.parent / "data").mkdir()
    (path.parent / "data" / "own.csv").write_text("group,felt\nA,12\n", encoding="utf-8")
    page = guest.get(f"/w/{walk}/data").text
    assert "numbers we know" in page
    assert "waits for your yes" in page


def test_a_walk_is_copied_without_what_is_made_anew(
    guest: TestClient, walk: str, studio: Studio, path: Path
) -> None:
    (path.parent / "out").mkdir()
    (path.parent / "out" / "a.pdf").write_bytes(b"x")
    to = guest.post(f"/w/{walk}/copy").headers["location"]
    assert to.startswith("/w/boone-2-")
    made = studio.folder / "boone-2"
    assert sorted(p.name for p in made.iterdir()) == ["metrics.csv", "walk.yaml"]


def test_a_walk_from_elsewhere_is_brought_as_a_copy(tmp_path: Path, studio: Studio) -> None:
    there = tmp_path / "there"
    there.mkdir()
    (there / "walk.yaml").write_text("title: x\nstations: []\n", encoding="utf-8")
    (there / "link.csv").symlink_to("/etc/hostname")
    made = copying.brought(f'"{there}"', studio.folder)
    assert made == studio.folder / "there" / "walk.yaml"
    assert not (made.parent / "link.csv").exists()
    (tmp_path / "notes.txt").write_text("no walk")
    for typed in ("there", "/nowhere/at/all", str(tmp_path / "notes.txt"), ""):
        with pytest.raises(Problems):
            copying.brought(typed, studio.folder)


def test_a_question_has_its_poster_for_the_place(guest: TestClient) -> None:
    card = guest.get("/new/card/work/jobs.webp", params={"code": "29019"})
    assert card.headers["content-type"] == "image/webp"
    for code, name in (("29019", "work/../x"), ("29019", "none"), ("", "work/jobs")):
        assert guest.get(f"/new/card/{name}.webp", params={"code": code}).status_code == 404


def test_help_tells_the_keys_in_both_languages(guest: TestClient) -> None:
    assert "<kbd>Tab</kbd>" in guest.get("/help").text
    assert "Teclas" in guest.get("/help", headers={"accept-language": "es"}).text
