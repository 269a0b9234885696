"""Which labels stand for totals."""

from __future__ import annotations

import re
from collections.abc import Collection

_TOTAL = re.compile(
    r"\b(sub-?)?(total|all|everyone|everybody|overall|sum|combined|both|whole)\b", re.IGNORECASE
)


def is_total(label: str, named: Collection[str]) -> bool:
    """Whether a label calls itself a total, or the author does."""
    return label in named or _TOTAL.search(label) is not None
