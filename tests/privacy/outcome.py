"""What came of a case: leaks, widths, and how much was hidden that need not be."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from tests.privacy.attacker import LEAST, Leak, Verdict, attacked
from tests.privacy.case import Case, Place
from tests.privacy.print import Print, named, printed


@dataclass(frozen=True)
class Outcome:
    """One case after the attack. `story` is all that is needed to look into its leaks.

    `large` are the counts from ten up that blocks show, `kept` those of them that are hidden.
    `apart` are the large ones that nothing ties to a small count, `needless` those of them that
    are hidden. `others` are shown numbers that count no people, `others_kept` the hidden ones.
    """

    layout: str
    described: bool
    leaks: int
    printed: int
    exact: int
    complements: int
    unsolved: int
    widths: tuple[int, ...]
    refused: str
    large: int
    kept: int
    apart: int
    needless: int
    others: int
    others_kept: int
    story: str


def outcome(case: Case, folder: Path) -> Outcome:
    """Print a case, attack the print, and sum up."""
    made = printed(case, folder)
    verdict = attacked(case, made)
    said = _said(case, made)
    leaks = (*verdict.leaks, *said)
    large = _large(case, made)
    apart = large.keys() - _tied_to_small(case)
    kept = {key for key, told in large.items() if not told}
    others = {p for p in (*made.texts, *made.hidden) if p in case.texts and p not in case.shown}
    return Outcome(
        case.layout,
        bool(case.sources),
        len(leaks),
        sum(leak.how in ("printed", "said") for leak in leaks),
        sum(leak.how == "exact" for leak in leaks),
        len(verdict.complements),
        verdict.unsolved,
        verdict.widths,
        "; ".join(made.refused),
        len(large),
        len(kept),
        len(apart),
        len(apart & kept),
        len(others),
        len(others & made.hidden),
        story(case, made, verdict, said) if leaks else "",
    )


_ALONE = re.compile(r"(?<![\w.,$])[1-9](?![\w.,%]| areas?\b| parts?\b| \()")
"""A number under ten in a text, but for how many areas or squares of a hundred there are."""


def _said(case: Case, made: Print) -> tuple[Leak, ...]:
    """Hidden counts that a text beside the cells names, or that stand in it without a name."""
    found = []
    printed_ones = {text for _, text in made.told}
    alone = {number: text for text in made.words for number in _ALONE.findall(text)}
    for place, key in case.shown.items():
        value = case.counts[key]
        if place in made.hidden and 0 < value < LEAST:
            label = case.table(place.file)[place.row + 1][0]
            text = named(made.words, label, value)
            if str(value) not in printed_ones:
                text = text or alone.get(str(value))
            if text:
                found.append(Leak(key, value, "said", value, value, (text,)))
    return tuple(found)


def _large(case: Case, made: Print) -> dict[str, bool]:
    """The counts from ten up that blocks show, and whether they are printed anywhere."""
    told: dict[str, bool] = {}
    for place in (*made.texts, *made.hidden):
        key = case.shown.get(place)
        if key and case.counts[key] >= LEAST:
            told[key] = told.get(key, False) or place in made.texts
    return told


def _tied_to_small(case: Case) -> set[str]:
    """The counts that some relation or share ties to one under ten, directly or by others."""
    groups = [set(relation.terms) for relation in case.relations]
    groups += [{*of.top, *of.bottom} for of in case.derived.values()]
    tied = set(case.small(LEAST))
    while near := [group for group in groups if group & tied]:
        groups = [group for group in groups if not group & tied]
        tied = tied.union(*near)
    return tied


def story(case: Case, made: Print, verdict: Verdict, said: Sequence[Leak] = ()) -> str:
    """Seed, files, what was printed, and how each leak was found."""
    lines = [f"layout {case.layout}, seed {case.seed}, described: {bool(case.sources)}"]
    lines += [f"blocks: {list(case.blocks)}", f"local_data: {list(case.sources)}"]
    for name in case.files:
        if name.endswith(".csv"):
            lines += [f"--- {name}, as printed (hidden cells in brackets)", _grid(case, made, name)]
    charts = {p: text for p, text in made.texts.items() if p.file not in case.files}
    lines += [f"{p.file}, {p.row + 1}: {text}" for p, text in charts.items()]
    for leak in (*verdict.leaks, *said)[:6]:
        span = f"{leak.least} to {leak.greatest}"
        lines.append(f"LEAK {leak.how}: {leak.key} is {leak.value}; a reader finds {span}")
        lines += [f"    because {why}" for why in leak.because]
    return "\n".join(lines)


def _grid(case: Case, made: Print, name: str) -> str:
    head, *rows = case.table(name)
    return "\n".join(
        ", ".join(_cell(made, Place(name, at, column), text) for column, text in cells)
        for at, cells in enumerate([[*zip(head, row, strict=True)] for row in (head, *rows)], -1)
    )


def _cell(made: Print, place: Place, text: str) -> str:
    """Numbers that no block shows stand in braces."""
    if place in made.hidden:
        return f"[{text}]"
    if place.row < 0 or place in made.texts or not text.isdigit():
        return text
    return f"{{{text}}}"


def summed_up(outcomes: Iterable[Outcome]) -> str:
    """A table with a line for each layout, and one for all."""
    told = list(outcomes)
    heads = ("layout", "tables", "leaking", "leaks", "printed", "exact", "compl.", "narrowest")
    heads = (*heads, "median", "refused", "kept>=10", "needless", "others", "unsolved")
    lines = [heads]
    for described in (True, False):
        for layout in dict.fromkeys(o.layout for o in told):
            mine = [o for o in told if o.layout == layout and o.described == described]
            if mine:
                lines.append(_line(f"{layout}{'' if described else ' (undescribed)'}", mine))
    lines += [_line("described", [o for o in told if o.described])]
    lines += [_line("undescribed", [o for o in told if not o.described]), _line("all", told)]
    widths = [max(len(line[i]) for line in lines) for i in range(len(heads))]
    return "\n".join(
        f"{line[0]:<{widths[0]}}  "
        + "  ".join(f"{cell:>{width}}" for cell, width in zip(line[1:], widths[1:], strict=True))
        for line in lines
    )


def _line(name: str, told: Sequence[Outcome]) -> tuple[str, ...]:
    widths = sorted(width for o in told for width in o.widths)
    refused = sum(bool(o.refused) for o in told)
    return (
        name,
        str(len(told)),
        str(sum(bool(o.leaks) for o in told)),
        *(str(sum(getattr(o, name) for o in told)) for name in ("leaks", "printed", "exact")),
        str(sum(o.complements for o in told)),
        str(widths[0]) if widths else "-",
        str(widths[len(widths) // 2]) if widths else "-",
        _share(refused, len(told)),
        *(
            _share(sum(getattr(o, part) for o in told), sum(getattr(o, whole) for o in told))
            for part, whole in (("kept", "large"), ("needless", "apart"), ("others_kept", "others"))
        ),
        str(sum(o.unsolved for o in told)),
    )


def _share(part: int, whole: int) -> str:
    return f"{part / whole:.0%}" if whole else "-"
