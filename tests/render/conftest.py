"""The sample walk as sheets, painted as PowerPoint and read back."""

from __future__ import annotations

import io
from typing import Any

import pytest
from pptx import Presentation

from datawalk.config.outputs import PosterOutput
from datawalk.layout.arrange import arrange
from datawalk.page.document import Document
from datawalk.render.pptx.poster.poster import poster_bytes
from datawalk.theme import base_theme
from datawalk.typography.measure import LATO
from tests.output.test_posters import walk


@pytest.fixture(scope="session")
def sheets() -> Document:
    return arrange(LATO, walk("boone"), PosterOutput(medium="poster", format="pptx"), base_theme())


@pytest.fixture(scope="session")
def posters_blob(sheets: Document) -> bytes:
    return poster_bytes(sheets)


@pytest.fixture(scope="session")
def posters(posters_blob: bytes) -> Any:
    return Presentation(io.BytesIO(posters_blob))
