"""Painting says nothing of its own: all words were chosen before, in the language of the walk."""

from __future__ import annotations

import pytest

from datawalk import kit
from datawalk.output.results import KitFiles
from datawalk.words import speaking
from tests.render.html.walks import prepared

OUTPUTS = """
  - {medium: poster, size: 24x36, tile: letter, proof: true}
  - {medium: poster, size: 11x17, format: pptx}
  - {medium: deck}
  - {medium: handout}
  - {medium: web}
  - {medium: images, format: svg}
  - {medium: event, only: [guide, station-card, supplies]}
"""


@pytest.fixture(scope="module")
def painted(tmp_path_factory: pytest.TempPathFactory) -> dict[str, KitFiles]:
    """The sample walk in Spanish, painted while Spanish and while English is spoken."""
    (made,) = prepared("boone", tmp_path_factory.mktemp("walk"), "es", OUTPUTS)
    found = {}
    for language in ("es", "en"):
        with speaking(language):
            found[language] = kit.painted(made)
    return found


def test_every_file_is_the_same_whatever_language_is_spoken(painted: dict[str, KitFiles]) -> None:
    spanish, english = (painted[language].files for language in ("es", "en"))
    assert spanish.keys() == english.keys()
    assert {name.rpartition(".")[2] for name in spanish} >= {"pdf", "pptx", "html", "svg", "csv"}
    assert [name for name in spanish if spanish[name] != english[name]] == []
