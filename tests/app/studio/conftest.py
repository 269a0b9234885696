"""A studio over a folder of walks, and a browser that it let in."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from datawalk.app.studio.safety.key import Tokens
from datawalk.app.studio.site import site
from datawalk.app.studio.studio import Studio
from tests.conftest import ROOT

PORT = 8765
BASE = f"http://127.0.0.1:{PORT}"
WALK = """\
title: "{place} Data Walk"
place: "29019"
compare: [us-median]
data: [metrics.csv]
event: {date: "May 16, 2027", venue: Library}
outputs: [{medium: poster}, {medium: deck}]
stations:
  - template: welcome
  - template: work/jobs
  - template: visioning
"""
BROKEN = 'title: Half a walk\nplace: "29019"\nstations:\n  - template: work/jbos\n'


def shelve(folder: Path) -> None:
    """Two walks, one of them broken, and what is no walk."""
    good, bad = folder / "boone", folder / "broken"
    good.mkdir(parents=True)
    bad.mkdir()
    shutil.copyfile(ROOT / "samples" / "metrics.csv", good / "metrics.csv")
    (good / "walk.yaml").write_text(WALK, encoding="utf-8")
    (bad / "walk.yaml").write_text(BROKEN, encoding="utf-8")
    (folder / "notes.yaml").write_text("milk: 2\n", encoding="utf-8")


@pytest.fixture
def studio(tmp_path: Path) -> Studio:
    """A studio over a folder of its own."""
    shelve(tmp_path / "walks")
    return Studio(tmp_path / "walks", Tokens(PORT))


@pytest.fixture
def stranger(studio: Studio) -> Iterator[TestClient]:
    """A browser, or another program, that was not let in."""
    with TestClient(
        site(studio), BASE, follow_redirects=False, raise_server_exceptions=False
    ) as client:
        yield client


@pytest.fixture
def guest(stranger: TestClient, studio: Studio) -> TestClient:
    """The browser that the studio opened: it sends what our own pages send."""
    stranger.get("/", params={"token": studio.key.entry})
    ours = {"sec-fetch-site": "same-origin", "x-datawalk-token": studio.key.change}
    stranger.headers.update(ours)
    return stranger
