"""What is held back beside figures of few people, which could be worked out from the others."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pandas

_FEWEST = 2
"""One hidden part is all that the others leave over."""


def beside(table: pandas.DataFrame, names: Sequence[str], least: int) -> pandas.Index:
    """The labels of rows to be held back: in each set of parts (rows that agree in `names`) of
    which any is few, the smallest others until two are hidden, and `least` people in them.

    `table` says of each row whether it is `few` and `about` how many it stands for. Parts of nobody
    hide nothing, and stay.
    """
    few = table["few"] > 0
    if not few.any():
        return table.index[:0]
    near = table[table["key"].isin(table.loc[few, "key"])]
    near = near.assign(shown=near["few"] == 0, set=_sets(near, names))
    near = near[~near.groupby("set")["shown"].transform("all")]
    near = near[~near["shown"] | (near["about"] > 0)]
    near = near.sort_values(["shown", "about"], kind="stable")
    parts = near.groupby("set")
    hidden, before = parts.cumcount(), parts["about"].cumsum() - near["about"]
    held = near["shown"] & ((hidden < _FEWEST) | (before < least))
    return near.index[held.to_numpy()]


def _sets(table: pandas.DataFrame, names: Sequence[str]) -> pandas.Series:
    """A number for each row, the same for those that agree in `names`."""
    plain = table[list(names)].astype(dict.fromkeys(set(names) - {"year"}, str))
    return plain.groupby(list(names), sort=False).ngroup()
