"""How long the plan and all sheets of an event take: 120 people, 8 stations, warm.

python bench/event.py
"""

from __future__ import annotations

import time

from datawalk.output.event import event_files
from datawalk.prepare.memory import unswept
from tests.layout.event.made import sheets, walk


@unswept()
def main() -> None:
    made = walk(8, people=120, minutes=0)
    dict(event_files(sheets(made), made, "event"))
    start = time.perf_counter()
    document = sheets(made)
    laid = time.perf_counter()
    dict(event_files(document, made, "event"))
    done = time.perf_counter()
    told = f"{len(document.pages)} pages: laid out in {laid - start:.2f} s"
    print(f"{told}, painted in {done - laid:.2f} s, {done - start:.2f} s in all (2 s wanted)")


if __name__ == "__main__":
    main()
