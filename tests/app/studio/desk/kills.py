"""Two programs write one walk and are killed at random moments: `python -m … COUNT SEED FOLDER`.

What either of them was told to be saved must be in the file afterwards, whatever else happened.
"""

from __future__ import annotations

import os
import random
import select
import signal
import sys
import time
from functools import partial
from pathlib import Path

from datawalk.app.studio.desk.address import Address
from datawalk.app.studio.desk.desk import Desk
from datawalk.app.studio.desk.manuscript import Manuscript
from datawalk.app.studio.desk.sitting import Saved

WALK = """# kept
title: start 0   # a note
stations:
  - template: welcome
  - title: Words
    blocks:
      - {kind: quote, text: start 0, by: Parent}
"""
FIELDS: tuple[Address, ...] = (("title",), ("stations", 1, "blocks", 0, "text"))


def write(path: Path, field: Address, start: int, out: int) -> None:
    """Type for ever; a line is written to `out` for each change that was accepted."""
    desk, count = Desk(path), start
    seen = desk.now()
    while True:
        count += 1
        words = f"round {count} " + "x" * (count % 50)
        edit = partial(Manuscript.put, address=field, value=words)
        saved = desk.change(seen.tag, edit, "typed", "", str(field))
        assert isinstance(saved, Saved), saved
        os.write(out, f"{count}\n".encode())
        seen = saved.version


def begun(path: Path, field: Address, start: int) -> tuple[int, int]:
    """A writer in a process of its own, and where it says what was accepted."""
    reading, writing = os.pipe()
    child = os.fork()
    if child:
        os.close(writing)
        return child, reading
    try:
        os.close(reading)
        write(path, field, start, writing)
    finally:
        os._exit(1)


def count(path: Path, field: Address) -> int:
    """The number that stands in a field."""
    now = Desk(path).now()
    assert now.manuscript is not None, now.problems
    return int(str(now.manuscript.value(field)).split()[1])


def killed(path: Path, chance: random.Random) -> tuple[int, list[str]]:
    """One round: how many changes were accepted, and what was lost."""
    before = [count(path, field) for field in FIELDS]
    writers = [begun(path, f, start) for f, start in zip(FIELDS, before, strict=True)]
    if chance.random() < 0.8:  # the rest are killed while they begin
        select.select([pipe for _, pipe in writers], [], [], 10)
    time.sleep(chance.uniform(0, 0.2))
    for child, _ in chance.sample(writers, 2):
        os.kill(child, signal.SIGKILL)
        time.sleep(chance.choice([0, 0, 0.02]))
    accepted, lost = 0, []
    for (child, pipe), field, start in zip(writers, FIELDS, before, strict=True):
        status = os.waitpid(child, 0)[1]
        told = b""
        while select.select([pipe], [], [], 0)[0] and (part := os.read(pipe, 65536)):
            told += part
        os.close(pipe)
        last = int(told.split()[-1]) if told.split() else start
        there = count(path, field)
        accepted += last - start
        if not last <= there <= last + 1:
            lost.append(f"{field}: {last} was accepted, {there} is there")
        if not os.WIFSIGNALED(status):
            lost.append(f"{field}: the writer ended by itself")
    if b"# kept" not in path.read_bytes() or b"# a note" not in path.read_bytes():
        lost.append("a comment is gone")
    back, _ = Desk(path).next_steps()
    if back and back.after != Desk(path).now().tag:
        lost.append("the history does not end with what is there")
    return accepted, lost


def main(rounds: int, seed: int, folder: Path) -> int:
    """All rounds; the number of accepted changes. Ends with an error where one was lost."""
    path, chance, accepted = folder / "walk.yaml", random.Random(seed), 0
    path.write_text(WALK)
    for number in range(rounds):
        found, lost = killed(path, chance)
        accepted += found
        assert not lost, f"round {number}: {'; '.join(lost)}"
        if number % 100 == 99:
            sys.stderr.write(f"{number + 1} rounds, {accepted} changes accepted\n")
    desk = Desk(path)
    now = desk.now()
    assert desk.change(now.tag, lambda one: one.put(("title",), "round 0 end"), "end")
    assert not [one for one in folder.iterdir() if one.name.endswith(".part")]
    assert desk.undo()
    assert path.read_bytes() == now.content
    return accepted


if __name__ == "__main__":
    sys.stdout.write(f"{main(int(sys.argv[1]), int(sys.argv[2]), Path(sys.argv[3]))}\n")
