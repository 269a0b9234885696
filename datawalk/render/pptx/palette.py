"""The colours of a file's theme, by the names that shapes have for them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from datawalk.render.pptx.variations import Named, variation
from datawalk.theme import Theme

EMU = 12_700
"""English metric units in a point (ECMA-376)."""


def emu(points: float) -> int:
    """Points as EMU."""
    return round(points * EMU)


@dataclass(frozen=True)
class Palette:
    """The colours of the file's theme: those of a Theme keep following it when it is changed.

    `names` are the colours of an organiser's template by the names that shapes use. `own` is the
    colour of what is being painted, of which others are likely to be tints.
    """

    theme: Theme
    names: Mapping[str, str] | None = None
    own: str = ""

    @property
    def slots(self) -> dict[str, str]:
        """The twelve colours of an Office theme, by slot."""
        theme, welcome = self.theme, self.theme.pillar("welcome")
        others = list(dict.fromkeys(c for c in theme.pillars.values() if c != welcome))
        pillars = [*others, *[theme.muted] * (6 - len(others))]
        named = {"dk1": theme.ink, "lt1": theme.paper, "dk2": theme.muted, "lt2": theme.tint}
        accents = {f"accent{i}": c for i, c in enumerate([theme.accent, *pillars[:5]], start=1)}
        return {**named, **accents, "hlink": welcome, "folHlink": pillars[5]}

    @cached_property
    def _named(self) -> Mapping[str, str]:
        usual = {"dk1": "tx1", "lt1": "bg1", "dk2": "tx2", "lt2": "bg2"}
        return self.names or {usual.get(slot, slot): c for slot, c in self.slots.items()}

    @cached_property
    def _likely(self) -> Named:
        """The same, the colour of what is being painted first."""
        return tuple(sorted(self._named.items(), key=lambda one: one[1] != self.own))

    def color(self, color: str, inner: str = "") -> str:
        """A colour element: by name where the theme has it, or as a variation of one that it has.

        Only what is like none of them stands as it is. `inner` changes it further.
        """
        for name, value in self._named.items():
            if value == color:
                return f'<a:schemeClr val="{name}">{inner}</a:schemeClr>'
        found = variation(color, self._likely)
        if found:
            return f'<a:schemeClr val="{found.name}">{found.steps}{inner}</a:schemeClr>'
        return f'<a:srgbClr val="{color[1:].upper()}">{inner}</a:srgbClr>'

    def fill(self, color: str) -> str:
        """A solid fill, or none for an empty colour."""
        return f"<a:solidFill>{self.color(color)}</a:solidFill>" if color else "<a:noFill/>"

    def line(self, color: str, points: float, dash: str = "") -> str:
        """An outline `points` wide, or none for an empty colour."""
        if not color:
            return "<a:ln><a:noFill/></a:ln>"
        pattern = f'<a:prstDash val="{dash}"/>' if dash else ""
        return f'<a:ln w="{emu(points)}">{self.fill(color)}{pattern}</a:ln>'
