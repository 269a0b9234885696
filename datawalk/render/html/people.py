"""A hundred people, homes or dollars, those of a share filled, with its range under them."""

from __future__ import annotations

from collections.abc import Iterator

from markupsafe import Markup

from datawalk.exhibits import Stat


def people(stat: Stat) -> Markup:
    """A picture for each of the hundred; those that the range spans are underlined."""
    assert stat.share is not None
    return Markup("".join(_people(stat, stat.share)))


def _people(stat: Stat, share: int) -> Iterator[str]:
    low, high = stat.within or (0, -1)
    for i in range(1, 101):
        name = stat.each if i <= share else f"{stat.each}-outline"
        within = ' class="in"' if low <= i <= high else ""
        yield f'<svg{within} viewBox="0 0 256 256"><use href="#{name}"/></svg>'
