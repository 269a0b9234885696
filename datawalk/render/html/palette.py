"""The colors of a page: each is a variable with a value by day and one by night."""

from __future__ import annotations

from collections.abc import Iterator

from datawalk.render.html.night import night


class PageColors:
    """Gives each color that is used a short name, and writes the styles of all of them."""

    def __init__(self, paper: str) -> None:
        self._paper = paper
        self._names: dict[str, str] = {}
        self._hatches: set[str] = set()

    def fill(self, color: str) -> str:
        """The class of what is filled in a color; of what is not, where there is none."""
        return f"f{self._name(color)}" if color else "n"

    def stroke(self, color: str) -> str:
        """The class of what has an edge in a color."""
        return f"s{self._name(color)}"

    def hatch(self, color: str) -> str:
        """The name of a hatch in a color."""
        self._hatches.add(color)
        return f"h{self._name(color)}"

    def _name(self, color: str) -> str:
        return self._names.setdefault(color, f"{len(self._names):x}")

    @property
    def hatches(self) -> tuple[tuple[str, str], ...]:
        """The name of each hatch that is used, and the class of its lines."""
        return tuple((f"h{self._name(c)}", self.stroke(c)) for c in sorted(self._hatches))

    @property
    def day(self) -> str:
        """The variables by day."""
        return "".join(f"--c{name}:{color};" for color, name in self._names.items())

    @property
    def night(self) -> str:
        """The same by night."""
        return "".join(
            f"--c{name}:{night(color, self._paper)};" for color, name in self._names.items()
        )

    @property
    def classes(self) -> str:
        """What is filled, and what has an edge, in each of them."""
        return "".join(self._classes())

    def _classes(self) -> Iterator[str]:
        for name in self._names.values():
            yield f".f{name}{{fill:var(--c{name})}}.s{name}{{stroke:var(--c{name})}}"
