"""The colours of a template: its theme, and what shapes and grounds make of it."""

from __future__ import annotations

import colorsys
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import TYPE_CHECKING

from datawalk.theme import rgb

if TYPE_CHECKING:
    from lxml.etree import _Element as Node

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
USUAL = {
    "dk1": "#000000",
    "lt1": "#ffffff",
    "dk2": "#44546a",
    "lt2": "#e7e6e6",
    "accent1": "#4472c4",
    "accent2": "#ed7d31",
    "accent3": "#a5a5a5",
    "accent4": "#ffc000",
    "accent5": "#5b9bd5",
    "accent6": "#70ad47",
    "hlink": "#0563c1",
    "folHlink": "#954f72",
}
"""Where a theme lacks one: those of Office."""
USUAL_MAP = {"bg1": "lt1", "tx1": "dk1", "bg2": "lt2", "tx2": "dk2"}
CLEAR = 0.5
"""A fill that lets more than this through is no ground."""

STEPS = MappingProxyType(
    {
        "hueOff": (0, True),
        "lumMod": (1, False),
        "lumOff": (1, True),
        "satMod": (2, False),
        "satOff": (2, True),
    }
)
"""Which of hue, lightness and fullness a step changes, and whether it adds to it."""
ENDS = MappingProxyType({"shade": 0.0, "tint": 1.0})
"""How light what is mixed in is, by the step."""
TURN = 21_600_000
"""All hues, in 60,000ths of a degree (ECMA-376, ST_Angle)."""

Lights = tuple[float, float, float]
"""Red, green and blue, from 0 to 1."""


@dataclass(frozen=True)
class Colors:
    """The colours of one master: the theme's by slot, and what the master calls them."""

    scheme: Mapping[str, str]
    names: Mapping[str, str] = field(default_factory=lambda: USUAL_MAP)

    @property
    def slots(self) -> dict[str, str]:
        """#rrggbb by the names that shapes use: tx1, bg1, tx2, bg2, accent1 to accent6."""
        mapped = {name: self.scheme[self.names.get(name, slot)] for name, slot in USUAL_MAP.items()}
        accents = (f"accent{i}" for i in range(1, 7))
        return mapped | {name: self.scheme[self.names.get(name, name)] for name in accents}

    def of(self, holder: Iterable[Node], placeholder: str = "") -> str:
        """#rrggbb of the colour element inside `holder`; empty where there is none.

        `placeholder` is what phClr stands for.
        """
        for child in holder:
            kind = kind_of(child)
            if kind not in ("srgbClr", "sysClr", "schemeClr", "prstClr", "scrgbClr"):
                continue
            color = self._base(kind, child, placeholder)
            return _modified(color, child) if color else ""
        return ""

    def _base(self, kind: str, child: Node, placeholder: str) -> str:
        value = child.get("val", "")
        if kind == "srgbClr":
            return f"#{value.lower()}"
        if kind == "sysClr":
            usual = "ffffff" if value == "window" else "000000"
            return f"#{child.get('lastClr', usual).lower()}"
        if kind == "schemeClr":
            slot = self.names.get(value, USUAL_MAP.get(value, value))
            return placeholder if value == "phClr" else self.scheme.get(slot, "")
        return {"white": "#ffffff", "black": "#000000"}.get(value, "")


def _modified(color: str, element: Node) -> str:
    """The colour after its steps, such as lumMod and tint; empty where it is mostly clear."""
    lights = rgb(color)
    for change in element:
        kind, value = kind_of(change), int(change.get("val", "0"))
        share = value / 100_000
        if kind == "alpha" and share < CLEAR:
            return ""
        if kind in STEPS:
            lights = _stepped(lights, kind, value / TURN if kind == "hueOff" else share)
        elif kind in ENDS:
            kept = min(1.0, share)
            red, green, blue = (ENDS[kind] + (light - ENDS[kind]) * kept for light in lights)
            lights = (red, green, blue)
    return _hex(lights) if len(element) else color


def _stepped(lights: Lights, kind: str, value: float) -> Lights:
    part, adds = STEPS[kind]
    hls = list(colorsys.rgb_to_hls(*lights))
    hls[part] = hls[part] + value if adds else hls[part] * value
    light, full = (min(1.0, max(0.0, share)) for share in hls[1:])
    return colorsys.hls_to_rgb(hls[0] % 1, light, full)


def _hex(color: Lights) -> str:
    return "#" + "".join(f"{round(255 * channel):02x}" for channel in color)


def kind_of(element: Node) -> str:
    """What an element of drawings is, such as solidFill."""
    return str(element.tag).removeprefix(A)


def _attributes(element: Node) -> dict[str, str]:
    return {str(name): str(value) for name, value in element.attrib.items()}


def colors_of(master: Node, theme: Node) -> Colors:
    """The colours of a master element with its theme element."""
    scheme = dict(USUAL)
    held = theme.find(f".//{A}clrScheme")
    for slot in () if held is None else held:
        color = Colors(USUAL).of(slot)
        if color:
            scheme[kind_of(slot)] = color
    mapping = master.find("{*}clrMap")
    names = dict(USUAL_MAP) if mapping is None else _attributes(mapping)
    return Colors(scheme, {k: v for k, v in names.items() if v in scheme})


def on_layout(colors: Colors, layout: Node) -> Colors:
    """The colours as a layout's own ground has them, where it swaps light and dark."""
    swapped = layout.find("{*}clrMapOvr/" + f"{A}overrideClrMapping")
    return colors if swapped is None else Colors(colors.scheme, _attributes(swapped))


def font_of(theme: Node, which: str) -> str:
    """The face of a theme: `which` is major (headings) or minor (text)."""
    held = theme.find(f".//{A}{which}Font/{A}latin")
    return str(held.get("typeface", "")) if held is not None else ""
