"""Garbage is left alone while a kit is made, and looked for again afterwards."""

from __future__ import annotations

import gc

import pytest

from datawalk.prepare.memory import unswept


def test_nothing_is_swept_meanwhile_and_all_is_as_before() -> None:
    with unswept():
        assert not gc.isenabled()
        with unswept():
            pass
        assert not gc.isenabled()
    assert gc.isenabled()


def test_it_is_as_before_after_a_mistake_too() -> None:
    with pytest.raises(ValueError, match="no"), unswept():
        raise ValueError("no")
    assert gc.isenabled()


def test_who_sweeps_by_hand_goes_on_so() -> None:
    gc.disable()
    try:
        with unswept():
            pass
        assert not gc.isenabled()
    finally:
        gc.enable()
