"""The manifest of a batch: a line of JSON for each place, written as it is done.

On this computer lines are added at the end, so that a run that is broken off has all that it did.
Storage takes whole files only: there it is written anew every so often.
"""

from __future__ import annotations

import os
import time
from dataclasses import dataclass, field

from datawalk.app.batch.destination import Destination
from datawalk.app.batch.records import Record, records, text_of, unread
from datawalk.problems import refuse

NAME = "manifest.jsonl"
EVERY = 20.0
"""Seconds between two writings to storage."""


@dataclass
class BatchManifest:
    """The records of a destination: those read, and those taken since.

    `unread` are lines of places that this program does not understand: it passes them on.
    """

    to: Destination
    records: dict[str, Record] = field(default_factory=dict)
    unread: dict[str, str] = field(default_factory=dict)
    written: float = 0.0

    @classmethod
    def read(cls, to: Destination) -> BatchManifest:
        """Raises Problems."""
        text = (to.read(NAME) or b"").decode("utf-8", "replace")
        return cls(to, dict(records(text)), dict(unread(text)), time.monotonic())

    def take(self, record: Record) -> None:
        """Raises Problems where it cannot be written."""
        self.records[record.place] = record
        if self.to.local:
            self._add(record)
        elif time.monotonic() - self.written > EVERY:
            self.close()

    def close(self) -> None:
        """Writes one line for each place, in the order of their codes. Raises Problems."""
        ordered = (self.records[code] for code in sorted(self.records))
        others = (line for code, line in sorted(self.unread.items()) if code not in self.records)
        whole = text_of(ordered) + "".join(f"{line}\n" for line in others)
        self.to.put("", {NAME: whole.encode()})
        self.written = time.monotonic()

    def _add(self, record: Record) -> None:
        folder = self.to.local
        assert folder is not None
        try:
            folder.mkdir(parents=True, exist_ok=True)
            with (folder / NAME).open("a", encoding="utf-8") as file:
                # A line that a dead run left without its end must not swallow this one.
                file.write(f"\n{record.line}\n")
                file.flush()
                os.fsync(file.fileno())
        except OSError as error:
            raise refuse(
                f"{folder / NAME} cannot be written: {error.strerror}.",
                "Make room and run the same command again: it goes on.",
            ) from error
