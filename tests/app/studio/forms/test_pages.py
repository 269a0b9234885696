"""Forms as pages show them, and what they send: through the real app, without a script."""

from __future__ import annotations

import io
import json
import re
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import quote

import pytest
from markupsafe import escape
from PIL import Image
from starlette.testclient import TestClient

from datawalk.app.studio.desk.address import Value
from datawalk.app.studio.forms import samples
from datawalk.app.studio.line import shelf
from datawalk.app.studio.studio import Studio
from datawalk.source import read_file
from tests.app.studio.forms.pages import seen
from tests.conftest import ROOT

SCRIPT = "<script>alert(1)</script>"
KINDS = (*samples.BLOCKS, "image", "local_chart")


class Controls(HTMLParser):
    """Every control with the form that it is in."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.form: dict[str, str] = {}
        self.sent: dict[str, str] = {}
        self.found: dict[str, tuple[str, str, dict[str, str]]] = {}
        self.scripts = 0
        self.ids: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        told = {name: value or "" for name, value in attrs}
        self.scripts += tag == "script"
        self.ids += [told["id"]] if "id" in told else []
        if tag == "form":
            self.form, self.sent = told, {}
        elif told.get("type") == "hidden":
            self.sent[told["name"]] = told["value"]
        if "data-field" in told:
            kind = told.get("type", "text") if tag == "input" else tag
            self.found[told["data-field"]] = (kind, told["id"], dict(self.sent))


def own(studio: Studio, blocks: list[Value], **more: Value) -> Path:
    """The walk of the studio's folder with one station of these blocks."""
    path = studio.folder / "boone" / "walk.yaml"
    station: Value = {"question": "What is here?", "blocks": blocks, **more}
    walk = {"title": "Walk", "place": "29019", "data": ["metrics.csv"], "stations": [station]}
    path.write_text(json.dumps(walk), encoding="utf-8")
    return path


def name_of(studio: Studio) -> str:
    found = next(one for one in shelf.walks(studio.folder) if "boone" in str(one.path))
    return found.name


def shown(guest: TestClient, studio: Studio, which: str = "1") -> Controls:
    answer = guest.get(f"/forms/{name_of(studio)}/{which}")
    assert answer.status_code == 200
    return Controls(answer.text)


def block(kind: str) -> Value:
    if kind == "image":
        return {"kind": kind, "file": "a.png", "alt": "A"}
    if kind == "local_chart":
        return {"kind": kind, "file": "a.csv", "measure": "b"}
    return samples.block(kind, ("en",))


@pytest.mark.parametrize("kind", KINDS)
def test_a_card_posts_each_setting_to_its_address(
    kind: str, guest: TestClient, studio: Studio
) -> None:
    path = own(studio, [block(kind)])
    found = shown(guest, studio)
    assert found.ids == list(dict.fromkeys(found.ids))
    station = seen(path).stations[0].id
    mine = {k: v for k, v in found.found.items() if k.startswith("blocks.0.")}
    assert mine
    for field, (of, name, sent) in mine.items():
        whole = f"f-{field.replace('.', '-')}"
        assert name == whole or (of == "radio" and whole in found.ids)
        if not field.endswith(("metric", "of.0")):
            assert (sent["field"], sent["do"], sent["station"]) == (field, "put", station)
            assert sent["tag"] == seen(path).tag


def test_controls_are_of_the_right_kind(guest: TestClient, studio: Studio) -> None:
    own(studio, [block(kind) for kind in ("stat", "text", "chart", "writing")])
    kinds = {field: kind for field, (kind, _, _) in shown(guest, studio).found.items()}
    assert kinds["minutes"] == "number"
    assert kinds["pillar"] == kinds["blocks.2.show"] == "select"
    assert kinds["blocks.0.icons"] == "checkbox"
    assert kinds["blocks.0.metric"] == "a"
    assert kinds["blocks.1.text"] == "textarea"
    assert kinds["accept"] == "fieldset"


def test_what_people_wrote_stays_text(guest: TestClient, studio: Studio) -> None:
    texts: list[Value] = [
        {"kind": "text", "heading": SCRIPT, "text": SCRIPT, "items": [SCRIPT]},
        {"kind": "quote", "quotes": [{"text": SCRIPT, "by": f'"{SCRIPT}'}]},
        {"kind": "table", "columns": [SCRIPT], "rows": [[SCRIPT]], "source": SCRIPT},
        {"kind": SCRIPT},
    ]
    own(studio, texts, takeaway=SCRIPT, layout=SCRIPT)
    found = shown(guest, studio)
    assert found.scripts == 3


def test_words_of_a_ready_station_are_there_to_be_changed(
    guest: TestClient, studio: Studio
) -> None:
    text = guest.get(f"/forms/{name_of(studio)}/2").text
    assert "Can people here find a job?" in text
    assert 'data-field="blocks.0.metric"' in text
    assert 'data-field="blocks.3.questions.0"' in text


def data(path: Path) -> Value:
    found: Value = read_file(path).data
    return found


def send(guest: TestClient, studio: Studio, to: str, **sent: str) -> None:
    station = seen(studio.folder / "boone" / "walk.yaml").stations[0].id
    answer = guest.post(f"/w/{name_of(studio)}/{to}", data={"station": station, **sent})
    assert answer.status_code == 303, answer.text


def first_block(path: Path) -> dict[str, Value]:
    whole = data(path)
    found = whole["stations"][0]["blocks"][0]  # type: ignore[call-overload, index]
    assert isinstance(found, dict)
    return found


def test_a_typed_table_grows_shrinks_and_takes_cells_of_a_spreadsheet(
    guest: TestClient, studio: Studio
) -> None:
    path = own(studio, [{"kind": "table", "of": ["share_employed"], "peers": "true"}])
    send(guest, studio, "grid", field="blocks.0", do="start")
    assert "of" not in first_block(path)
    for do in ("row", "column", "column"):
        send(guest, studio, "grid", field="blocks.0", do=do)
    send(guest, studio, "grid", field="blocks.0", do="uncolumn", index="0")
    send(guest, studio, "grid", field="blocks.0", do="unrow", index="0")
    found = first_block(path)
    rows = found["rows"]
    assert isinstance(rows, list)
    assert [len(row) for row in rows if isinstance(row, list)] == [3, 3]
    cells = 'Who\tHow many\n"A, and\tB"\t3\nC\n'
    send(guest, studio, "grid", field="blocks.0", do="paste", value=cells)
    found = first_block(path)
    assert found["columns"] == ["Who", "How many"]
    assert found["rows"] == [["A, and\tB", "3"], ["C", None]]


def test_ticks_are_kept_exactly(guest: TestClient, studio: Studio) -> None:
    path = own(studio, [block("text")], accept=["jump"])
    walk, station = name_of(studio), seen(path).stations[0].id
    both = {"station": station, "field": "accept", "value": ["zero", "twins"]}
    guest.post(f"/w/{walk}/ticks", data=both)
    assert data(path)["stations"][0]["accept"] == ["zero", "twins"]  # type: ignore[call-overload, index]
    send(guest, studio, "ticks", field="accept")
    assert "accept" not in data(path)["stations"][0]  # type: ignore[call-overload, index, operator]


def test_a_number_is_found_told_and_chosen(guest: TestClient, studio: Studio) -> None:
    path = own(studio, [block("stat")])
    asked = {"field": "blocks.0.metric", "station": seen(path).stations[0].id}
    page = guest.get(f"/w/{name_of(studio)}/numbers", params=asked).text
    assert "84" in page
    assert "2023" in page
    assert "Sure" in page
    assert re.search("Search all [0-9]+ numbers", page)
    part = guest.get(
        f"/w/{name_of(studio)}/numbers",
        params={**asked, "typed": "transprtation"},
        headers={"x-datawalk-pieces": "1"},
    ).text
    assert "<html" not in part
    assert "transport" in part.lower()
    looked = "share_debt_col:jump"
    send(guest, studio, "number", field="blocks.0.metric", value="share_debt_col", looked=looked)
    assert first_block(path)["metric"] == "share_debt_col"
    assert data(path)["stations"][0]["accept"] == ["jump"]  # type: ignore[call-overload, index]


def test_a_number_is_added_behind_the_last_of_a_list(guest: TestClient, studio: Studio) -> None:
    path = own(studio, [{"kind": "table", "of": ["share_employed"]}])
    send(guest, studio, "number", field="blocks.0.of.1", value="share_digital_access")
    assert first_block(path)["of"] == ["share_employed", "share_digital_access"]


def test_what_is_made_as_usual_is_told_and_can_be_written(
    guest: TestClient, studio: Studio
) -> None:
    own(studio, [block("visioning")])
    text = guest.get(f"/forms/{name_of(studio)}/print").text
    assert "As usual: Posters, Slides" in text
    usual = json.dumps([{"medium": "poster"}, {"medium": "deck"}])
    assert f'value="{escape(usual)}"' in text
    assert "As usual: What we can do, " in guest.get(f"/forms/{name_of(studio)}/1").text


def photo() -> bytes:
    exif = Image.Exif()
    exif[0x0112] = 6
    exif.get_ifd(0x8825)[1] = "N"
    made = io.BytesIO()
    Image.new("RGB", (200, 100), "#0b5c69").save(made, "JPEG", exif=exif)
    return made.getvalue()


def test_a_photo_is_added_described_and_cut(guest: TestClient, studio: Studio) -> None:
    path = own(studio, [block("text")])
    walk, station = name_of(studio), seen(path).stations[0].id
    asked = {"station": station, "field": "blocks", "do": "insert", "index": "0"}
    answer = guest.post(f"/w/{walk}/photo", data=asked, files={"file": ("My Street.jpg", photo())})
    assert answer.status_code == 200
    for told in ("We turned it upright", "We took out where it was taken", "Tip"):
        assert told in answer.text
    assert first_block(path) == {
        "kind": "image",
        "file": "pictures/my-street.jpg",
        "alt": "My Street",
    }
    where = {"station": station, "field": "blocks.0.file"}
    assert "From the left" in guest.get(f"/w/{walk}/crop", params=where).text
    file = {"file": "pictures/my-street.jpg"}
    assert guest.get(f"/w/{walk}/photo", params=file).headers["content-type"] == "image/jpeg"
    sides = {"left": "0", "top": "0", "right": "50", "bottom": "100"}
    send(guest, studio, "crop", field="blocks.0.file", **file, **sides)
    cut = str(first_block(path)["file"])
    with Image.open(path.parent / cut) as picture:
        assert picture.size == (50, 200)


@pytest.mark.parametrize("file", ["../broken/walk.yaml", "/etc/passwd", "", "walk.yaml"])
def test_no_other_file_is_shown_as_a_photo(file: str, guest: TestClient, studio: Studio) -> None:
    answer = guest.get(f"/w/{name_of(studio)}/photo", params={"file": file})
    assert answer.status_code == 404


def test_what_is_no_photo_changes_nothing(guest: TestClient, studio: Studio) -> None:
    path = own(studio, [block("text")])
    before = path.read_bytes()
    asked = {"station": seen(path).stations[0].id, "field": "blocks", "do": "insert"}
    sent = {"file": ("a.jpg", b"no picture")}
    answer = guest.post(f"/w/{name_of(studio)}/photo", data=asked, files=sent)
    assert answer.status_code == 422
    assert "cannot be used" in answer.text
    assert path.read_bytes() == before


def test_a_table_is_shown_before_it_is_used(guest: TestClient, studio: Studio) -> None:
    path = own(studio, [block("text")])
    walk = name_of(studio)
    content = (ROOT / "samples" / "survey_ages.csv").read_bytes()
    asked = {"field": "local_data"}
    answer = guest.post(f"/w/{walk}/table", data=asked, files={"file": ("Ages.csv", content)})
    to = answer.headers["location"]
    page = guest.get(to).text
    assert page.count('<td class="hid">hidden</td>') == 4
    assert "1 row is hidden to protect people." in page
    assert b"local_data" not in path.read_bytes()
    file = "data/ages.csv"
    lacks = guest.post(f"/w/{walk}/table/use", data={"file": file, "name": "Ages", "who": "We"})
    assert lacks.status_code == 422
    assert lacks.text.count('aria-invalid="true"') == 1
    assert 'value="Ages"' in lacks.text
    assert b"local_data" not in path.read_bytes()
    said = {"file": file, "name": "Ages", "who": "We", "when": "May"}
    guest.post(f"/w/{walk}/table/use", data=said)
    guest.post(f"/w/{walk}/table/use", data={**said, "when": "June"})
    entries = data(path)["local_data"]  # type: ignore[call-overload, index]
    assert isinstance(entries, list)
    (entry,) = entries
    assert isinstance(entry, dict)
    assert (entry["file"], entry["when"]) == (file, "June")
    assert {"column": "felt_safe"} in entry["measures"]  # type: ignore[operator]
    assert guest.get(f"/w/{walk}/table?file={quote('../broken/walk.yaml')}").status_code == 422


def test_a_column_of_things_is_not_hidden(guest: TestClient, studio: Studio) -> None:
    path = own(studio, [block("text")])
    walk = name_of(studio)
    sent = {"file": ("bus.csv", b"area,buses\nA,3\nB,40\n")}
    guest.post(f"/w/{walk}/table", data={"field": "local_data"}, files=sent)
    said = {"file": "data/bus.csv", "name": "Buses", "who": "We", "when": "May"}
    guest.post(f"/w/{walk}/table/use", data={**said, "column1": "things"})
    entry = data(path)["local_data"][0]  # type: ignore[call-overload, index]
    assert entry["measures"][0]["people"] == "false"  # type: ignore[call-overload, index]
