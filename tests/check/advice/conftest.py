"""Walks of one short station, where the rule about empty sheets would always speak."""

from __future__ import annotations

import pytest

from datawalk.check.advice import emptiness, sequence


@pytest.fixture
def any_sheet(monkeypatch: pytest.MonkeyPatch) -> None:
    """However empty a sheet is, and however like others, nothing is said of it."""
    monkeypatch.setattr(emptiness, "MOST", 1.0)
    monkeypatch.setattr(sequence, "MOST", 99)
