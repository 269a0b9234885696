"""`kind: evaluation`: what studies of programs found, and how much each can tell."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from datawalk import prose
from datawalk.blocks.base import Block
from datawalk.blocks.context import Context
from datawalk.blocks.filled import figures_of
from datawalk.blocks.supplements import Supplement
from datawalk.exhibits import Exhibit, Prose
from datawalk.fields import Name, Setting, Text, Title, Year
from datawalk.words import later, say

Design = Literal["by chance", "comparison", "before and after", "participants only"]

TELLS: dict[Design, str] = {
    "by chance": later(
        "People got a place by chance, and those with and without one were compared. "
        "A study like this can show what a program changed."
    ),
    "comparison": later(
        "Compared with a group that did not take part. The groups may have differed "
        "from the start, so other causes are possible."
    ),
    "before and after": later(
        "Measured before and after. It cannot tell what would have happened without the program."
    ),
    "participants only": later(
        "Asked only those who took part. It tells what they said, not what the program caused."
    ),
}
"""How each kind of study was done and how much it can tell about cause."""


class Evaluation(Setting):
    """One study of one program."""

    program: Title = Field(description="The program that was studied.")
    found: Text = Field(description="What was found, in plain words.")
    design: Design = Field(
        description="How it was done: by chance, comparison, before and after, "
        "or participants only. The sheet says how much that can tell."
    )
    by: Title = Field(description="Who did the study.")
    year: Year
    link: Name | None = Field(None, pattern=r"^https?://\S+$", description="Where to read it.")


class EvaluationBlock(Block):
    """What studies of programs found, and how much each study can tell."""

    kind: Literal["evaluation"]
    supplement: Supplement | None = "evaluation"
    evaluations: tuple[Evaluation, ...] = Field(min_length=1, max_length=4)

    def exhibits(self, context: Context) -> tuple[Exhibit, ...]:
        return tuple(
            self._hung(study, context, self.heading if i == 0 else None)
            for i, study in enumerate(self.evaluations)
        )

    @staticmethod
    def _hung(study: Evaluation, context: Context, above: str | None) -> Prose:
        program = context.fill(f"{above}: {study.program}" if above else study.program)
        found = context.fill(study.found)
        sure = say("**How sure is this?** {answer}", answer=say(TELLS[study.design]))
        where = f" ({study.link})" if study.link else ""
        return Prose(
            heading=program.text,
            paragraphs=(*prose.paragraphs(found.text), *prose.paragraphs(sure)),
            note=say(
                "Study: {who}, {year}.",
                who=context.fill(study.by).text,
                year=f"{study.year}{where}",
            ),
            figures=figures_of([program, found]),
        )
