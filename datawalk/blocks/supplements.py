"""The seven kinds of supplement that go with the metrics, and which of them a walk holds."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Literal

from pydantic import Field

Supplement = Literal[
    "voices", "inventory", "ecosystem", "local data", "narrative", "history", "evaluation"
]
"""The kinds of Urban's Planning Guide, in our words."""

SUPPLEMENTS: Mapping[Supplement, str] = MappingProxyType(
    {
        "voices": "what residents said (kind: quote)",
        "inventory": "programs that exist (kind: programs)",
        "ecosystem": "who works with whom (kind: ecosystem)",
        "local data": "the community's own data (a table, map or chart of a file)",
        "narrative": "stories told, and who decides (kind: narrative)",
        "history": "what happened before (kind: timeline)",
        "evaluation": "what studies of programs found (kind: evaluation)",
    }
)
"""What each kind tells, and how a walk gets one."""

SUPPLEMENT = Field(
    None,
    description="The kind of supplement this is, for `datawalk check`; most blocks know theirs.",
)
