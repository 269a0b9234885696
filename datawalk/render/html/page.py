"""A walk as one file of HTML that asks no server for anything."""

from __future__ import annotations

import base64
import hashlib
import json
from collections.abc import Mapping
from functools import cache
from importlib import resources

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from datawalk.exhibits import Stat
from datawalk.page.document import Document
from datawalk.prose import plain
from datawalk.render.html import letters, night, photos
from datawalk.render.html.markup import html, number_html, text_html
from datawalk.render.html.palette import PageColors
from datawalk.render.html.people import people
from datawalk.render.html.svg import outline, svg
from datawalk.theme import Theme, mix

LIGHT, PALE, GHOST = 0.8, 0.93, 0.13
"""How much paper is in the grounds of a pillar, and in the large icon on its band."""


def html_bytes(document: Document) -> bytes:
    """The page of all stations that the document has pages of."""
    palette = PageColors(document.theme.paper)
    numbers = {page.number for page in document.pages}
    shown = [
        (telling, [one for one in telling.stations if one.station.number in numbers])
        for telling in document.tellings
    ]
    body = Markup(
        _environment()
        .get_template("walk.html")
        .render(
            document=document,
            shown=shown,
            icons=_icons(document),
            svg=lambda drawing: svg(drawing, palette),
            people=lambda stat: people(stat),
        )
    )
    style = _style(document, palette)
    page = (
        _environment()
        .get_template("page.html")
        .render(
            document=document,
            tellings=document.tellings,
            key=_key(document),
            body=body,
            hatches=palette.hatches,
            outline=outline,
            used=_icons(document),
            style=Markup(style),
            script=Markup(_script()),
            policy=_policy(style, _script()),
        )
    )
    return page.encode()


@cache
def _environment() -> Environment:
    made = Environment(
        loader=PackageLoader("datawalk.render.html"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    made.filters |= {
        "words": html,
        "lines": text_html,
        "big": number_html,
        "plain": plain,
        "webp": photos.webp_address,
        "kind": lambda value: type(value).__name__,
    }
    return made


@cache
def _script() -> str:
    return _file("page.js")


@cache
def _sheet() -> str:
    return _file("page.css")


def _file(name: str) -> str:
    return resources.files("datawalk.render.html").joinpath("templates", name).read_text("utf-8")


def _key(document: Document) -> str:
    """What answers are kept under: another walk of the same reader has others."""
    told = json.dumps([document.title, document.tellings[0].walk.event.date])
    return hashlib.sha256(told.encode()).hexdigest()[:12]


def _icons(document: Document) -> Mapping[str, str]:
    """The name of each icon that is used, and its outline."""
    stations = [one.station for telling in document.tellings for one in telling.stations]
    names = {station.icon for station in stations if station.icon}
    names |= {"chats-circle", "question"}
    names |= {name for one in _stats(document) for name in (one.each, f"{one.each}-outline")}
    return {name: outline(name) for name in sorted(names)}


def _stats(document: Document) -> list[Stat]:
    parts = (p for t in document.tellings for one in t.stations for p in one.parts)
    return [p.exhibit for p in parts if isinstance(p.exhibit, Stat) and p.exhibit.share is not None]


def _style(document: Document, palette: PageColors) -> str:
    """All styles; colors of the theme by day and, turned round, by night."""
    theme = document.theme
    days = {
        "paper": theme.paper,
        "ink": theme.ink,
        "muted": theme.muted,
        "rule": theme.rule,
        "tint": theme.tint,
        "accent": theme.accent,
    }
    dark = {name: night.night(color, theme.paper) for name, color in days.items()}
    day = f":root{{{_variables(days)}{palette.day}}}{_pillars(document, theme, by_night=False)}"
    by_night = f":root{{{_variables(dark)}{palette.night}}}"
    by_night += _pillars(document, theme, by_night=True)
    return "".join(
        (
            letters.faces(),
            day,
            f"@media screen and (prefers-color-scheme:dark){{{by_night}}}",
            palette.classes,
            _sheet(),
        )
    )


def _variables(colors: Mapping[str, str]) -> str:
    return "".join(f"--{name}:{color};" for name, color in colors.items())


def _pillars(document: Document, theme: Theme, *, by_night: bool) -> str:
    """The band of a pillar stays as it is by night; what stands on paper is turned round."""
    keys = {one.station.pillar for telling in document.tellings for one in telling.stations}
    told = []
    for key in sorted({*keys, "welcome"}):
        band = theme.pillar(key)
        colors = {
            "dark": band,
            "light": mix(band, theme.paper, LIGHT),
            "pale": mix(band, theme.paper, PALE),
        }
        if by_night:
            colors = {name: night.night(color, theme.paper) for name, color in colors.items()}
        else:
            colors |= {
                "band": band,
                "on-band": theme.paper,
                "ghost": mix(band, theme.paper, GHOST),
                "sun": theme.sun_on(band),
            }
        told.append(f".p-{key}{{{_variables(colors)}}}")
    return "".join(told)


def _policy(style: str, script: str) -> str:
    """What the page may do: show what it holds, and run its own script."""
    return (
        f"default-src 'none'; style-src '{_digest(style)}'; script-src '{_digest(script)}'; "
        "img-src data:; font-src data:; base-uri 'none'; form-action 'none'"
    )


def _digest(text: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
