"""Cards of ready stations for a place: question, poster, number."""

from __future__ import annotations

import io

from PIL import Image

from datawalk.app.studio.preview.station_cards import WIDTH, StationCards
from datawalk.metrics.places.gazetteer import meant
from tests.conftest import ROOT

SAMPLE = ROOT / "samples" / "metrics.csv"


def test_every_ready_station_has_a_card_with_its_poster() -> None:
    cards = StationCards(meant("29019").place, [SAMPLE])
    made = [cards.card(name) for name in cards.templates]
    assert len({card.hash for card in made}) == len(made) > 30
    for card in made:
        assert card.question
        assert not card.lacks
        picture = Image.open(io.BytesIO(card.webp))
        assert picture.size == (WIDTH, WIDTH * 3 // 2)
        assert card.question in card.alt
    jobs = cards.card("work/jobs")
    assert jobs.number
    assert (jobs.number.value, jobs.number.year, jobs.number.sureness) == ("84%", 2023, "sure")
    assert jobs is cards.card("work/jobs")


def test_cards_speak_spanish() -> None:
    card = StationCards(meant("29019").place, [SAMPLE], "es").card("work/jobs")
    assert card.question == "¿Se puede encontrar trabajo aquí?"
    assert card.number
    assert card.number.sure == "Seguro"
