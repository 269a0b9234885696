"""The attacker finds just what a reader could find: beside every filling, tried one by one."""

from __future__ import annotations

import random
from dataclasses import replace
from itertools import product
from pathlib import Path

import pytest

from tests.privacy.attacker import attacked, facts
from tests.privacy.case import Case, Place, total
from tests.privacy.layouts import LAYOUTS, case
from tests.privacy.making import Count, Making
from tests.privacy.outcome import outcome
from tests.privacy.print import Print, named, printed

MOST = 30


def survey(*rows: tuple[str, int, int]) -> Case:
    """Asked, yes and the share of yes, in whole percents; the last row adds up the others."""
    m = Making("survey")
    sheet = m.sheet(["area", "asked", "yes", "share"])
    for name, whole, yes in rows:
        m.count(f"asked {name}", whole)
        m.count(f"yes {name}", yes)
        m.at_most(f"yes {name}", f"asked {name}")
    for kind in ("asked", "yes"):
        m.sum(f"{kind} Total", [f"{kind} {name}" for name, _, _ in rows])
    for name in (*(name for name, _, _ in rows), "Total"):
        yes, whole = f"yes {name}", f"asked {name}"
        sheet.row(name, Count(whole), Count(yes), m.quotient({yes: 1}, {whole: 1}, 100))
    return m.case("survey", described=False)


def seen(made: Case, *hidden: Place) -> Print:
    return Print({p: t for p, t in made.texts.items() if p not in hidden}, frozenset(hidden))


def test_a_printed_count_is_a_leak() -> None:
    made = survey(("A", 50, 4), ("B", 60, 30))
    assert [(leak.key, leak.how) for leak in attacked(made, seen(made)).leaks] == [
        ("yes A", "printed")
    ]


def test_a_share_gives_a_count_away_exactly() -> None:
    made = survey(("A", 50, 4), ("B", 60, 30))
    hidden = [Place("t.csv", row, "yes") for row in (0, 2)]
    (leak,) = attacked(made, seen(made, *hidden)).leaks
    assert (leak.how, leak.least, leak.greatest) == ("exact", 4, 4)
    assert leak.because == (
        '"8" is printed in t.csv, row 1, share',
        "asked A = 50 is printed",
    )


def test_a_total_gives_a_count_away_and_two_hidden_ones_do_not() -> None:
    made = survey(("A", 50, 4), ("B", 60, 30), ("C", 80, 25))
    shares = [Place("t.csv", row, "share") for row in range(4)]
    alone = [Place("t.csv", 0, "yes")]
    both = [*alone, Place("t.csv", 1, "yes")]
    assert [leak.how for leak in attacked(made, seen(made, *alone, *shares)).leaks] == ["exact"]
    verdict = attacked(made, seen(made, *both, *shares))
    assert not verdict.leaks
    assert verdict.widths == (34,)


def test_a_bound_that_is_printed_is_too_narrow() -> None:
    m = Making("bound")
    sheet = m.sheet(["area", "cases"])
    sheet.row("A", Count(m.count("A", 4), "≤5"))
    made = m.case("bound", described=False)
    (leak,) = attacked(made, seen(made)).leaks
    assert (leak.how, leak.least, leak.greatest) == ("narrow", 0, 5)


@pytest.mark.parametrize("seed", range(12))
def test_as_good_as_trying_everything(seed: int) -> None:
    rng = random.Random(seed)
    sizes = [rng.randint(8, MOST // 2) for _ in range(2)]
    made = survey(*((name, n, rng.randint(0, n)) for name, n in zip("AB", sizes, strict=True)))
    cells = [p for p in made.texts if p.column != "asked"]
    hidden = [p for p in cells if rng.random() < 0.6]
    verdict = attacked(made, seen(made, *hidden))
    found = {leak.key: (leak.least, leak.greatest) for leak in verdict.leaks}
    assert found == tried(made, seen(made, *hidden))


def tried(made: Case, print_: Print) -> dict[str, tuple[int, int]]:
    """The small counts that are printed or narrow, by trying all values of the yes."""
    known = {made.shown[p] for p in print_.texts if p in made.shown}
    told = list(facts(made, print_))
    values: dict[str, set[int]] = {key: set() for key in made.counts}
    keys = [key for key in made.counts if key.startswith("yes")]
    ranges = [[made.counts[k]] if k in known else range(MOST + 1) for k in keys]
    for guess in product(*ranges):
        counts = {**made.counts, **dict(zip(keys, guess, strict=True))}
        if all(
            (r.low is None or total(r.terms, counts) >= r.low)
            and (r.high is None or total(r.terms, counts) <= r.high)
            for r in told
        ):
            for key, value in counts.items():
                values[key].add(value)
    spans = {key: (min(values[key]), max(values[key])) for key in made.small()}
    return {key: (a, b) for key, (a, b) in spans.items() if key in known or b - a < 10}


@pytest.mark.parametrize("number", range(len(LAYOUTS)))
def test_what_a_reader_knows_is_true(number: int) -> None:
    """The truth fits all that is known, also when every cell is printed; names are right."""
    made = case(number, 99)
    everything = Print(dict(made.texts))
    for relation in facts(made, everything):
        value = total(relation.terms, made.counts)
        assert relation.low is None or value >= relation.low, relation
        assert relation.high is None or value <= relation.high, relation


def test_a_name_with_its_hidden_count_in_a_text() -> None:
    assert named(["Cases: North 30, South: 4."], "South", 4)
    assert named(["South had 4 cases."], "South", 4)
    assert not named(["South: hidden 4%.", "South: 4.5", "South: 40", "South 4%"], "South", 4)


def test_a_hidden_count_in_the_words_of_a_chart(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = survey(("A", 50, 4), ("B", 60, 30), ("C", 80, 25))
    hidden = [Place("t.csv", row, column) for row in (0, 1) for column in ("yes", "share")]
    quiet = seen(made, *hidden, *(Place("t.csv", row, "share") for row in (2, 3)))
    for words, leaks in (("From 4 to 30; 4 areas.", 1), ("4 areas, from 14 to 30.", 0)):
        spoken = replace(quiet, words=(words,))
        monkeypatch.setattr("tests.privacy.outcome.printed", lambda *_, said=spoken: said)
        told = outcome(made, tmp_path)
        assert (told.leaks, told.printed) == (leaks, leaks)


def test_the_whole_of_a_leaking_case_is_told(tmp_path: Path) -> None:
    """A walk that says min_count 0 for its file leaks, and the story holds all to see why."""
    m = Making("open")
    sheet = m.sheet(["area", "cases"])
    sheet.describe("cases", people=False)
    sheet.row("North", Count(m.count("North", 4)))
    sheet.row("South", Count(m.count("South", 40)))
    made = m.case("open", described=True)
    assert printed(made, tmp_path).texts == made.texts
    told = outcome(made, tmp_path)
    assert (told.leaks, told.printed) == (1, 1)
    assert "layout open, seed open" in told.story
    assert "North, 4\nSouth, 40" in told.story
    assert "LEAK printed: North is 4" in told.story
