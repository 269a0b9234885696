"""Which of several layers is meant: the one that is asked for, or that has the names."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from datawalk.metrics.local.columns.keys import matched
from datawalk.metrics.local.outlines.features import Holds, Layer, near
from datawalk.problems import nearest, refuse


@dataclass(frozen=True, slots=True)
class LayerChoice:
    """What areas or points are named by, and which layer is asked for, if any.

    `names` are those of the table: of several layers the one that has most of them is meant.
    """

    key: str
    layer: str | None = None
    names: Collection[str] = ()


def chosen(
    file: str, layers: Sequence[Layer], asked: LayerChoice, wanted: Holds
) -> tuple[Layer, str]:
    """The layer, and what to tell if others were left out. Raises Problems."""
    if asked.layer is not None:
        return _named(file, layers, asked.layer), ""
    fit = [one for one in layers if one.holds in (wanted, "anything")]
    keyed = [one for one in fit if one.has(asked.key)]
    if not keyed:
        # The caller says what is wrong with the first, and names its properties.
        return (fit or list(layers))[0], ""
    if len(keyed) == 1:
        return keyed[0], _left_out(file, keyed[0], fit)
    found = {one.name: _matches(one, asked) for one in keyed}
    most = max(found.values())
    best = [one for one in keyed if found[one.name] == most]
    if len(best) > 1:
        names = ", ".join(f'"{one.name}"' for one in best[:8])
        raise refuse(
            f"{file} has {len(best)} layers with {asked.key}: {names}.",
            f"Say which one to show with layer: {best[-1].name}",
        )
    return best[0], _left_out(file, best[0], fit)


def _named(file: str, layers: Sequence[Layer], wanted: str) -> Layer:
    for one in layers:
        if wanted == one.name:
            return one
    names = [one.name for one in layers]
    alike = [one for one in layers if one.name.casefold() == wanted.casefold()]
    if len(alike) == 1:
        return alike[0]
    listed = ", ".join(f'"{name}"' for name in names[:12])
    raise refuse(f'{file} has no layer "{wanted}".', nearest(wanted, names) or f"It has: {listed}.")


def _matches(layer: Layer, asked: LayerChoice) -> int:
    keys = {feature.value(asked.key) for feature in layer.features} - {""}
    return len(matched(asked.names, keys))


def _left_out(file: str, taken: Layer, fit: Sequence[Layer]) -> str:
    others = [f'"{one.name}"' for one in fit if one is not taken]
    if not others:
        return ""
    return (
        f'{file} has {len(fit)} layers: "{taken.name}" is shown, which has the names; '
        f"{', '.join(others[:5])} {'is' if len(others) == 1 else 'are'} not."
    )


def lacking(file: str, layer: Layer, key: str) -> tuple[str, str]:
    """What is wrong with a layer in which nothing is named by the key, and what there is."""
    return f'{file} has an area without the property "{key}".', near(key, layer.names)
