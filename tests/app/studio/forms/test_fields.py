"""Forms: a field of the right kind for every setting, and nothing of a walk lost in them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from datawalk.app.studio.desk.address import Value, leaves, written
from datawalk.app.studio.forms import plan as plans
from datawalk.app.studio.forms import words
from datawalk.app.studio.forms.description import FormField
from datawalk.app.studio.forms.fields import FormReader
from datawalk.app.studio.forms.stations import station_forms
from datawalk.app.studio.forms.walks import TABS, walk_forms
from tests.app.studio.forms.pages import seen
from tests.conftest import ROOT

CONFIGS = sorted((ROOT / "configs").glob("*.yaml"))
READERS = ("en", "es")
SORTS = {
    ("TextBlock", "text"): "long",
    ("TextBlock", "lead"): "switch",
    ("TextBlock", "items"): "list",
    ("QuoteBlock", "quotes"): "list",
    ("StatBlock", "metric"): "metric",
    ("StatBlock", "year"): "number",
    ("ChartBlock", "show"): "choice",
    ("TableBlock", "rows"): "grid",
    ("TableBlock", "of"): "list",
    ("ImageBlock", "file"): "file",
    ("StationConfig", "accept"): "ticks",
    ("StationConfig", "blocks"): "cards",
    ("StationConfig", "minutes"): "number",
    ("SessionConfig", "agenda"): "list",
    ("SessionConfig", "parts"): "list",
    ("EventConfig", "hosts"): "list",
    ("ThemeConfig", "ink"): "color",
    ("ThemeConfig", "pillars"): "map",
    ("ThemeConfig", "face"): "group",
    ("LocalSource", "measures"): "list",
    ("PosterOutput", "bleed"): "number",
    (plans.WALK, "theme"): "group",
    (plans.WALK, "outputs"): "cards",
    (plans.WALK, "language"): "list",
}


def classes(owner: str, found: set[str] | None = None) -> set[str]:
    """All classes of settings below one."""
    found = set() if found is None else found
    if owner not in found:
        found.add(owner)
        for one in plans.plans(owner):
            for below in (one.of, *one.kinds.values(), one.item.of if one.item else ""):
                if below:
                    classes(below, found)
    return found


ALL = sorted(classes(plans.WALK))


@pytest.mark.parametrize(("owner", "name"), SORTS)
def test_fields_are_of_the_right_kind(owner: str, name: str) -> None:
    assert plans.plan(owner, name).sort == SORTS[owner, name]


@pytest.mark.parametrize("owner", ALL)
def test_every_setting_and_every_choice_has_words_in_both_languages(owner: str) -> None:
    for one in plans.plans(owner):
        if (owner, one.name) == (plans.WALK, "stations"):
            continue
        assert words.named(one), one.name
        told = words.words_of(one)
        assert told.label.en
        assert told.label.es
        assert bool(told.help.en) == bool(told.help.es)
        for choice in one.choices:
            assert one.name == "icon" or words.choice_named(one, choice), choice
        assert set(one.kinds) <= words.kinds().keys()


def test_no_words_of_the_program_are_said() -> None:
    never = ("yaml", "schema", "render", "block", "metric", "invalid", "error", "null")
    for owner in ALL:
        for one in plans.plans(owner):
            if words.named(one):
                told = words.words_of(one)
                said = f"{told.label.en} {told.help.en}".lower()
                assert not [word for word in never if word in said.split()], said


@pytest.mark.parametrize("owner", ALL)
def test_every_setting_has_a_field(owner: str) -> None:
    reader = FormReader("en", ("en",))
    stations = plans.plan(plans.WALK, "stations")
    for one in plans.plans(owner):
        if one is stations:
            continue
        field = reader.field(one, None, (one.name,))
        assert field.address == one.name
        assert field.sort == one.sort
        if one.sort == "list" and one.item and not one.fixed:
            assert field.adding or field.whole or one.item.sort != "group"


def stated(field: FormField) -> Iterator[tuple[str, str]]:
    """What a field says is written, by address."""
    for one in field.all():
        if one.sort == "ticks":
            chosen = [part.value for part in one.parts if part.shown]
            yield from ((f"{one.address}.{i}", text) for i, text in enumerate(chosen))
        elif one.sort in ("tongues", "group", "lone", "list", "map", "grid", "cards"):
            continue
        elif one.value:
            yield one.address, one.value


def bare(value: Value, address: str) -> dict[str, str]:
    """Every text that is written below an address, but what says of which kind a card is."""
    return {
        ".".join(filter(None, (address, written(path)))): text
        for path, text in leaves(value)
        if isinstance(text, str) and path and path[-1] not in ("kind", "medium")
    }


@pytest.mark.parametrize("reader", READERS)
@pytest.mark.parametrize("path", CONFIGS, ids=lambda p: p.stem)
def test_forms_of_a_walk_lose_nothing(path: Path, reader: str, tmp_path: Path) -> None:
    copy = tmp_path / "walk.yaml"
    copy.write_bytes(path.read_bytes())
    version = seen(copy)
    assert version.manuscript
    for stop in version.stations:
        forms = station_forms(version, stop.id, reader, tmp_path)
        told = dict(pair for field in forms.all() for pair in stated(field))
        for address, text in bare(stop.value, "").items():
            assert told.get(address) == text, address
    told = {}
    for tab in TABS:
        told |= dict(p for field in walk_forms(version, tab, reader).all() for p in stated(field))
    data = version.manuscript.data
    assert isinstance(data, dict)
    for key, value in data.items():
        if key != "stations":
            lone = {key: value} if isinstance(value, str) else {}
            for address, text in (lone or bare(value, key)).items():
                assert told.get(address) == text, address


def test_a_choice_on_a_photo_needs_a_photo_and_a_spot_that_there_is() -> None:
    reader = FormReader("en", ("en",))
    blocks = plans.plan("StationConfig", "blocks")
    block: dict[str, Value] = {"kind": "image", "file": "a.png", "alt": "A"}
    for more, sort in (({}, "spots"), ({"file": ""}, "choice"), ({"focus": "sky"}, "choice")):
        card = reader.card(blocks, {**block, **more}, ("blocks", 0), 1)
        (field,) = (one for one in card.all() if one.address == "blocks.0.focus")
        assert field.sort == sort
    assert card.fields[-1].value == "sky"


def test_tabs_have_every_setting_of_the_walk() -> None:
    told = [name for tab in TABS.values() for name in tab]
    assert sorted([*told, "stations"]) == sorted(one.name for one in plans.plans(plans.WALK))
