"""Logos, fonts and templates of an organization's own, brought on the page of looks."""

from __future__ import annotations

import io

import pytest
from pptx import Presentation
from starlette.testclient import TestClient

from datawalk.app.studio.studio import Studio
from tests.app.studio.forms.test_pages import block, data, name_of, own, photo
from tests.conftest import ROOT


def send_file(guest: TestClient, walk: str, to: str, file: tuple[str, bytes], **more: str) -> None:
    answer = guest.post(f"/w/{walk}/{to}", data={"index": "0", **more}, files={"file": file})
    assert answer.status_code == 303, answer.text


def test_logos_fonts_and_a_template_are_brought_on_the_page_of_looks(
    guest: TestClient, studio: Studio
) -> None:
    path = own(studio, [block("text")])
    walk = name_of(studio)
    page = guest.get(f"/w/{walk}/look").text
    assert "Bring a picture" in page
    assert "Bring a font file" in page
    send_file(guest, walk, "photo", ("Our Logo.jpg", photo()), field="theme.logos", do="add")
    face = (ROOT / "datawalk" / "fonts_files" / "Lato-Regular.ttf").read_bytes()
    send_file(guest, walk, "font", ("Our Face.ttf", face), field="fonts", do="add")
    send_file(guest, walk, "font", ("Our Face.ttf", face), field="theme.face.regular", do="put")
    guest.post(
        f"/w/{walk}/change",
        data={"field": "outputs", "do": "put", "kind": "json", "value": '[{"medium": "deck"}]'},
    )
    assert "Bring a PowerPoint template" in guest.get(f"/w/{walk}/look").text
    deck = io.BytesIO()
    Presentation().save(deck)
    brought = ("../../Ours.pptx", deck.getvalue())
    send_file(guest, walk, "slides", brought, field="outputs.0.template", do="put")
    written = data(path)
    assert written["theme"]["logos"] == ["pictures/our-logo.jpg"]  # type: ignore[call-overload, index]
    assert written["theme"]["face"] == {"regular": "fonts/our-face.ttf"}  # type: ignore[call-overload, index]
    assert written["fonts"] == ["fonts/our-face.ttf"]
    assert written["outputs"] == [{"medium": "deck", "template": "look/ours.pptx"}]
    assert (path.parent / "look" / "ours.pptx").read_bytes() == deck.getvalue()


@pytest.mark.parametrize(
    ("look", "name"),
    [("font", "a.ttf"), ("font", "a.exe"), ("slides", "a.potx"), ("slides", "a.zip")],
)
def test_what_is_no_font_and_no_template_changes_nothing(
    look: str, name: str, guest: TestClient, studio: Studio
) -> None:
    path = own(studio, [block("text")])
    before = path.read_bytes()
    sent = {"file": (name, b"neither of both")}
    asked = {"field": "fonts", "do": "add", "index": "0"}
    answer = guest.post(f"/w/{name_of(studio)}/{look}", data=asked, files=sent)
    assert answer.status_code == 422
    assert "Nothing in your walk was changed" in answer.text
    assert path.read_bytes() == before
    assert not [*(path.parent / "fonts").glob("*"), *(path.parent / "look").glob("*")]
