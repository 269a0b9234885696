"""Keys of a station's template, copied into the walk so that they can be edited there."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

from datawalk.app.studio.desk.address import Address, Value, plain
from datawalk.app.studio.desk.manuscript import Manuscript, read
from datawalk.config.templates import TITLE_KEYS, read_template, talk
from datawalk.fields import LANGUAGE, in_one, spoken
from datawalk.problems import At, refuse


def template(manuscript: Manuscript, station: int, folder: Path = Path()) -> Manuscript | None:
    """The template of a station; None where it has none. `folder` is that of the walk.

    Raises Problems for a template that cannot be read.
    """
    found = _template(manuscript, station, folder)
    return found and found[0]


def adopt(manuscript: Manuscript, station: int, key: str, folder: Path = Path()) -> Manuscript:
    """With a key of the station's template in the walk itself, as the template writes it, in the
    languages of the walk.

    What the walk says already stays. Nothing that is shown changes. Raises KeyError where there is
    no such station, Problems where its template has no such key.
    """
    address: Address = ("stations", station)
    own = manuscript.value(address)
    titled = key in TITLE_KEYS and isinstance(own, dict) and bool(TITLE_KEYS & own.keys())
    if titled or manuscript.has((*address, key)):
        return manuscript
    found = _template(manuscript, station, folder)
    if found is None or not found[0].has((key,)):
        raise refuse(f"The template of station {station + 1} has no {key}:.")
    ready, inner = found
    value = _spoken(_from(ready.value((key,)), inner), _languages(manuscript))
    written = ready.put((key,), value).written(key)
    return manuscript.with_written(address, key, value, written)


def adopt_talk(manuscript: Manuscript, station: int, folder: Path = Path()) -> Manuscript:
    """With those blocks of the station's template in the walk itself that are shown behind the
    station's own ones. Raises KeyError, Problems."""
    where: Address = ("stations", station, "blocks")
    own, found = manuscript.value(where), _template(manuscript, station, folder)
    ready = found[0].value(("blocks",)) if found and found[0].has(("blocks",)) else []
    count = len(own) if isinstance(own, list) else 0
    for place, block in enumerate(talk(own, ready if isinstance(ready, list) else []), count):
        manuscript = manuscript.insert(where, place, _spoken(block, _languages(manuscript)))
    return manuscript


def _template(manuscript: Manuscript, station: int, folder: Path) -> tuple[Manuscript, Path] | None:
    """The template, and its folder as the walk's folder sees it."""
    where: Address = ("stations", station, "template")
    manuscript.value(where[:2])
    name = manuscript.value(where) if manuscript.has(where) else None
    if not isinstance(name, str):
        return None
    at = At(manuscript.name, manuscript.lines.get(where, 0))
    source, place = read_template(name, at, folder)
    text = (place / Path(source.file).name).read_text(encoding="utf-8-sig")
    own = name.endswith((".yaml", ".yml"))
    return read(text, source.file), place.relative_to(folder) if own else Path()


def _from(value: Value, folder: Path) -> Value:
    """A value whose files are named from the walk's folder instead of the template's."""
    if isinstance(value, list):
        return [_from(item, folder) for item in value]
    if isinstance(value, dict):
        return {
            key: (folder / item).as_posix()
            if key == "file" and isinstance(item, str)
            else _from(item, folder)
            for key, item in value.items()
        }
    return value


def _languages(manuscript: Manuscript) -> tuple[str, ...]:
    """The languages of a walk, its main one first."""
    said = manuscript.value(("language",)) if manuscript.has(("language",)) else None
    codes = said if isinstance(said, list) else [said]
    return tuple(code for code in codes if isinstance(code, str)) or ("en",)


def _spoken(value: Value, codes: tuple[str, ...]) -> Value:
    """A value whose texts are there in these languages; a walk refuses others."""
    if spoken(value) and _of_languages(value, codes):
        found = {code: text for code in codes if isinstance(text := in_one(value, code), str)}
        first = next((text for text in value.values() if isinstance(text, str)), None)
        if len(codes) > 1 and found:
            return plain(found)
        return next(iter(found.values()), first)
    if isinstance(value, list):
        return [_spoken(item, codes) for item in value]
    if isinstance(value, dict):
        return {key: _spoken(item, codes) for key, item in value.items()}
    return value


def _of_languages(value: Mapping[str, object], codes: tuple[str, ...]) -> bool:
    """Whether a map is of languages; short keys such as alt: look like codes."""
    known = any(in_one(value, code) for code in (*codes, "en"))
    return known and all(re.match(LANGUAGE, key) for key in value)
