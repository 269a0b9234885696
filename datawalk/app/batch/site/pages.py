"""The pages of the site as files by name."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from xml.sax.saxutils import escape

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from datawalk.app.batch.site.entries import SitePlace, by_state
from datawalk.app.batch.site.tiles import tiles
from datawalk.output.names import slug

HERE = Path(__file__).resolve().parent
UP = "../../"
"""From a version of the site to the folder of all results."""


@dataclass(frozen=True, slots=True)
class SiteText:
    """What the site is called, and what is new."""

    title: str
    new: tuple[SitePlace, ...]


def pages(text: SiteText, places: Sequence[SitePlace]) -> Mapping[str, bytes]:
    """Everything of one version, by name below its folder."""
    return {name: content.encode() for name, content in _pages(text, places)}


def _pages(text: SiteText, places: Sequence[SitePlace]) -> Iterator[tuple[str, str]]:
    states = by_state(places)
    drawn = [(*tile, slug(tile[1]), len(states.get(tile[1], ()))) for tile in tiles()]
    made = sum(bool(place.downloads) for place in places)
    shared = {"text": text, "states": states, "slug": slug}
    yield (
        "index.html",
        _html("index.html", root="", tiles=drawn, count=len(places), made=made, **shared),
    )
    yield "new.html", _html("new.html", root="", **shared)
    for state, its in states.items():
        page = _html("state.html", root="../", its=its, state=state, **shared)
        yield f"{slug(state)}/index.html", page
    for place in places:
        yield (
            f"{place.code}/index.html",
            _html("place.html", root="../", up=f"../{UP}", place=place, **shared),
        )
    yield "places.json", _listed(places)
    yield "site.css", (HERE / "static" / "site.css").read_text("utf-8")
    yield "search.js", (HERE / "static" / "search.js").read_text("utf-8")


def _listed(places: Sequence[SitePlace]) -> str:
    """Names to search among: code, name and state."""
    rows = [[place.code, place.name, place.state] for place in places]
    return json.dumps(rows, ensure_ascii=False, separators=(",", ":"))


def sitemap(address: str, places: Sequence[SitePlace]) -> str:
    """The list of all pages for search engines, of a site at that address."""
    states = by_state(places)
    names = ["", *(f"{slug(state)}/" for state in states), *(f"{p.code}/" for p in places)]
    rows = "".join(f"<url><loc>{escape(f'{address}/{name}')}</loc></url>" for name in names)
    space = "http://www.sitemaps.org/schemas/sitemap/0.9"
    return f'<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="{space}">{rows}</urlset>\n'


def _html(template: str, **shown: object) -> str:
    return _environment().get_template(template).render(**shown)


@cache
def _environment() -> Environment:
    return Environment(
        loader=FileSystemLoader(HERE / "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
