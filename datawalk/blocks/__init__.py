"""The block kinds that an author may write, one file each."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from datawalk.blocks.chart import ChartBlock
from datawalk.blocks.cycle import CycleBlock
from datawalk.blocks.ecosystem import EcosystemBlock
from datawalk.blocks.evaluation import EvaluationBlock
from datawalk.blocks.gap import GapBlock
from datawalk.blocks.hundred import HundredBlock
from datawalk.blocks.image import ImageBlock
from datawalk.blocks.local import LocalChartBlock
from datawalk.blocks.map import MapBlock
from datawalk.blocks.narrative import NarrativeBlock
from datawalk.blocks.programs import ProgramsBlock
from datawalk.blocks.questions import QuestionsBlock
from datawalk.blocks.quote import QuoteBlock
from datawalk.blocks.representation import RepresentationBlock
from datawalk.blocks.sides import SidesBlock
from datawalk.blocks.stat import StatBlock
from datawalk.blocks.table import TableBlock
from datawalk.blocks.text import TextBlock
from datawalk.blocks.timeline import TimelineBlock
from datawalk.blocks.visioning import VisioningBlock
from datawalk.blocks.writing import WritingBlock

AnyBlock = Annotated[
    TextBlock
    | QuoteBlock
    | QuestionsBlock
    | StatBlock
    | GapBlock
    | TableBlock
    | ChartBlock
    | LocalChartBlock
    | HundredBlock
    | MapBlock
    | ImageBlock
    | ProgramsBlock
    | EcosystemBlock
    | TimelineBlock
    | SidesBlock
    | CycleBlock
    | NarrativeBlock
    | EvaluationBlock
    | RepresentationBlock
    | VisioningBlock
    | WritingBlock,
    Field(discriminator="kind"),
]
