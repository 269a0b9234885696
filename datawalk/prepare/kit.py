"""A walk laid out: what is ready to be painted, and what is told about it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from datawalk.config.outputs import EventOutput, Output, PosterOutput
from datawalk.config.papers import CoverOutput
from datawalk.config.schema import PrintConfig
from datawalk.layout.event.printing import event_jobs
from datawalk.layout.poster.printing import Job, cover_job, jobs
from datawalk.output.names import name_of
from datawalk.page.document import Document
from datawalk.problems import Problem
from datawalk.walk import Walk


@dataclass(frozen=True, slots=True)
class Kit:
    """A walk laid out for every output that fits, and nothing written yet.

    `unfit` are the problems of the outputs that do not; the others need not wait for them.

    `source` is its file; `stem` is what the names of its results begin with.
    """

    source: Path
    walk: Walk
    outputs: tuple[Output, ...]
    documents: tuple[Document, ...]
    warnings: tuple[Problem, ...]
    stem: str
    prices: PrintConfig
    advice: tuple[Problem, ...] = ()
    untranslated: tuple[Problem, ...] = ()
    unfit: tuple[Problem, ...] = ()

    @property
    def jobs(self) -> tuple[Job, ...]:
        """The posters to print, in hanging order, then the sheets of the event.

        Posters that are a PDF too are listed as that.
        """
        posters = [
            (output, document, name_of(self.stem, output))
            for output, document in zip(self.outputs, self.documents, strict=True)
            if isinstance(output, PosterOutput)
        ]
        covers = (
            cover_job(document, name_of(self.stem, output))
            for output, document in zip(self.outputs, self.documents, strict=True)
            if isinstance(output, CoverOutput)
        )
        ready = {name for output, _, name in posters if output.format == "pdf"}
        listed = (
            job
            for output, document, name in posters
            if output.format == "pdf" or name not in ready
            for job in jobs(output, document, name)
        )
        return (*covers, *listed, *self._of_event())

    def _of_event(self) -> Iterator[Job]:
        for output, document in zip(self.outputs, self.documents, strict=True):
            if isinstance(output, EventOutput):
                name = name_of(self.stem, output)
                yield from event_jobs(self.walk, document, output.size, name)
